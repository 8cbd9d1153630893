"""Countries by their code: names for sentences and for tables.

Invariant: codes are ISO 3166-1 alpha-2, and XK; an unknown code stands for itself.
"""

from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, tuple[str, str]]:
    text = (resources.files("departures.words") / "countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {code: (name, article) for code, name, article in rows}


def country_name(code: str, *, article: bool = False) -> str:
    """`Uzbekistan`; with `article`, as it stands in a sentence: `the United States`."""
    name, the = _table().get(code, (code, ""))
    return f"{the} {name}" if article and the else name


def country_names() -> dict[str, str]:
    """The name of every country, by its code."""
    return {code: name for code, (name, _) in _table().items()}


def citizens(codes: list[str]) -> str:
    """`citizens of Kazakhstan and Kyrgyzstan`."""
    return f"citizens of {listed([country_name(code, article=True) for code in codes])}"


def listed(names: list[str]) -> str:
    """`A`; `A and B`; `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
