"""The small words that the frames' grammar turns on, from `read/CODE/frames.toml`."""

from functools import cache

from departures.read.language import grammar


@cache
def small_words(name: str, code: str = "en") -> frozenset[str]:
    """The set of that name. Raises `KeyError` where the language has none."""
    return frozenset(grammar(code, "frames")[name].split())
