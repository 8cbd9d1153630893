"""Bounds: the words around a numeral that say how far the true number may be from it.

"more than 100" is 101 and above, "fewer than 50" 49 and below, "nearly 300" at most 299, "about
120" 120 or so. Invariant: a phrase grows outwards from its numeral and takes in only bound words.
"""

from typing import NamedTuple

from departures.read.numbers.figures import Numeral
from departures.read.numbers.vocabulary import NumberWords, Phrases

SIGNS = frozenset("<>=")
"""Two of them that form no phrase, as in "<>", bound nothing."""


class Bounded(NamedTuple):
    """Tokens `first`…`last` (exclusive) of a numeral with its bounds."""

    first: int
    last: int
    lower: float | None
    upper: float | None
    approximate: bool


def bounded(
    words: list[str], numeral: Numeral, first: int, floor: int, vocabulary: NumberWords
) -> Bounded:
    """`numeral`, whose phrase begins at `first`, with the bound words around it from `floor` on."""
    last = numeral.last
    meanings: list[str] = []
    while (found := bound_before(words, first, floor, vocabulary)) is not None:
        first, meaning = found
        meanings.append(meaning)
    after = bound_after(words, last, vocabulary)
    if after is not None and _fits(meanings, after[1]):
        last = after[0]
        meanings.insert(0, after[1])
    if not meanings:
        return Bounded(first, last, numeral.lower, numeral.upper, numeral.approximate)
    lower, upper = _values(numeral, meanings)
    approximate = numeral.approximate or "about" in meanings or "nearly" in meanings
    return Bounded(first, last, lower, upper, approximate)


def _fits(meanings: list[str], after: str) -> bool:
    """Whether words behind a number may join those before it: "about 100 or more"."""
    if after == "or_equal":
        return bool(meanings)
    return all(meaning in ("about", "exactly") for meaning in meanings)


def _values(numeral: Numeral, meanings: list[str]) -> tuple[float | None, float | None]:
    """What bound words make of a numeral's own lower and upper value."""
    low, high = numeral.lower, numeral.upper
    for meaning in meanings:
        if meaning == "at_least" or (meaning == "over" and "or_equal" in meanings):
            return low, None
        if meaning == "over":
            return (low + 1 if low == int(low) else low), None
        if meaning == "up_to" or (meaning == "under" and "or_equal" in meanings):
            return None, high
        if meaning in ("under", "nearly"):
            return None, high - 1
    return low, high


def bound_before(
    words: list[str], first: int, floor: int, vocabulary: NumberWords
) -> tuple[int, str] | None:
    """The first token and the meaning of the bound phrase that ends right before `first`."""
    token = first - 1
    if token < floor:
        return None
    if words[token] in vocabulary.between and token > floor:
        inner = _match_back(words, token - 1, floor, vocabulary.before)
        if inner is not None and inner[1] != "about":
            return _intensified(words, inner, floor, vocabulary)
    if words[token] not in vocabulary.before:
        return None
    found = _match_back(words, token, floor, vocabulary.before)
    if found is None or _is_particle(words, found[0], first, vocabulary):
        return None
    return _intensified(words, found, floor, vocabulary)


def _match_back(
    words: list[str], token: int, floor: int, phrases: Phrases
) -> tuple[int, str] | None:
    """The phrase that ends at `token`: its first token and its meaning."""
    for rest, meaning in phrases.get(words[token], ()):
        if rest and words[token - 1] != rest[-1]:
            continue
        start = token - len(rest)
        if start >= floor and tuple(words[start:token]) == rest:
            signs = words[start] in SIGNS and words[start - 1] in SIGNS
            return None if signs else (start, meaning)
    return None


def _intensified(
    words: list[str], found: tuple[int, str], floor: int, vocabulary: NumberWords
) -> tuple[int, str]:
    """Take in the "well" of "well over" and the "just" of "just under"."""
    start, meaning = found
    while start > floor and words[start - 1] in vocabulary.intensifiers:
        start -= 1
    return start, meaning


def _is_particle(words: list[str], start: int, first: int, vocabulary: NumberWords) -> bool:
    """Whether the "over" in front of a number belongs to a verb: handed over 20 men."""
    return (
        first - start == 1
        and words[start] in vocabulary.particles
        and words[start - 1] in vocabulary.particle_verbs
    )


def bound_after(words: list[str], last: int, vocabulary: NumberWords) -> tuple[int, str] | None:
    """The end and the meaning of the bound phrase that begins at token `last`."""
    if words[last] not in vocabulary.after:
        return None
    for rest, meaning in vocabulary.after[words[last]]:
        end = last + 1 + len(rest)
        if tuple(words[last + 1 : end]) == rest and not _compared(words, end):
            return end, meaning
    return None


def _compared(words: list[str], token: int) -> bool:
    """Whether the "or less" before `token` compares with another number: "or less than 6000"."""
    return words[token] in ("than", "to") or words[token][:1].isdecimal()
