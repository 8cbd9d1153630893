"""Bounds: the words around a numeral that say how far the true number may be from it.

"more than 100" is 101 and above, "fewer than 50" 49 and below, "nearly 300" at most 299, "about
120" 120 or so, "18 to 25" a range. Invariant: a phrase grows outwards from its numeral and never
over a sentence's words that are no bound.
"""

from typing import NamedTuple

from departures.read.numbers.numerals import Numeral, numeral_at
from departures.read.numbers.vocabulary import NumberWords, Phrases
from departures.read.page import Page

REACH = 7
"""How far before "from" a word of change may stand: "deportations fell by half, from 312 to 203"."""


class Bounded(NamedTuple):
    """Tokens `first`…`last` (exclusive) of a numeral with its bounds."""

    first: int
    last: int
    lower: float | None
    upper: float | None
    approximate: bool


def bounded(page: Page, numeral: Numeral, floor: int, vocabulary: NumberWords) -> Bounded:
    """`numeral` with the bound words around it, none of them before token `floor`."""
    first, last = numeral.first, numeral.last
    meanings: list[str] = []
    while (found := _before(page.words, first, floor, vocabulary)) is not None:
        first, meaning = found
        meanings.append(meaning)
    if "about" in meanings or not meanings:
        after = _after(page, last, vocabulary)
        if after is not None:
            last, meaning = after
            meanings.append(meaning)
    lower, upper, approximate = _values(numeral, meanings)
    return Bounded(first, last, lower, upper, approximate)


def _values(numeral: Numeral, meanings: list[str]) -> tuple[float | None, float | None, bool]:
    """What bound words make of a numeral's own lower and upper value."""
    low, high = numeral.lower, numeral.upper
    approximate = numeral.approximate or "about" in meanings
    for meaning in meanings:
        if meaning == "over":
            return (low + 1 if low == int(low) else low), None, approximate
        if meaning == "at_least":
            return low, None, approximate
        if meaning == "up_to":
            return None, high, approximate
        if meaning in ("under", "nearly"):
            return None, high - 1, approximate or meaning == "nearly"
    return low, high, approximate


def _before(
    words: list[str], first: int, floor: int, vocabulary: NumberWords
) -> tuple[int, str] | None:
    """The first token and the meaning of the bound phrase that ends right before `first`."""
    token = first - 1
    if token < floor:
        return None
    if words[token] in vocabulary.between and token - 1 >= floor:
        inner = _match_back(words, token - 1, floor, vocabulary.before)
        if inner is not None and inner[1] != "about":
            return _intensified(words, inner, floor, vocabulary)
    found = _match_back(words, token, floor, vocabulary.before)
    if found is None or _is_particle(words, found[0], first, vocabulary):
        return None
    return _intensified(words, found, floor, vocabulary)


def _match_back(
    words: list[str], token: int, floor: int, phrases: Phrases
) -> tuple[int, str] | None:
    for rest, meaning in phrases.get(words[token], ()):
        start = token - len(rest)
        if start >= floor and all(
            words[token - 1 - step] == word for step, word in enumerate(rest)
        ):
            return start, meaning
    return None


def _intensified(
    words: list[str], found: tuple[int, str], floor: int, vocabulary: NumberWords
) -> tuple[int, str]:
    """Take in the "well" of "well over" and the "a little" of "a little more than"."""
    start, meaning = found
    while start > floor and words[start - 1] in vocabulary.intensifiers:
        start -= 1
    return start, meaning


def _is_particle(words: list[str], start: int, first: int, vocabulary: NumberWords) -> bool:
    """Whether the "over" in front of a number belongs to a verb: handed over 20 men."""
    return (
        first - start == 1
        and words[start] in vocabulary.particles
        and start > 0
        and words[start - 1] in vocabulary.particle_verbs
    )


def _after(page: Page, last: int, vocabulary: NumberWords) -> tuple[int, str] | None:
    """The end and the meaning of the bound phrase that begins at token `last`."""
    words = page.words
    if last >= len(words):
        return None
    for rest, meaning in vocabulary.after.get(words[last], ()):
        end = last + 1 + len(rest)
        if end <= len(words) and all(
            words[last + 1 + step] == word for step, word in enumerate(rest)
        ):
            return end, meaning
    return None


def range_from(
    page: Page, left: Numeral, floor: int, vocabulary: NumberWords
) -> tuple[Numeral, int] | None:
    """The range that begins with the numeral `left`, and the first token of its phrase."""
    words = page.words
    join = left.last
    if join + 1 >= len(words):
        return None
    before = words[left.first - 1] if left.first > floor else ""
    opened = before in vocabulary.sets["ranges.between"]
    joins = vocabulary.sets["ranges.between_joins" if opened else "ranges.joins"]
    either = words[join] in vocabulary.sets["ranges.or"]
    if words[join] not in joins and not either:
        return None
    if words[join + 1] not in vocabulary.triggers and not words[join + 1][0].isdecimal():
        return None
    right = numeral_at(page, join + 1, vocabulary)
    if right is None or right.first != join + 1 or "ordinal" in (left.form, right.form):
        return None
    low = _scaled_like(left, right, words, vocabulary)
    if low >= right.value or (either and right.value > 2 * low + 1):
        return None
    first = left.first
    if opened or before in vocabulary.sets["ranges.from"]:
        first -= 1
        if not opened and _tells_change(words, first, vocabulary):
            return None
    return Numeral(left.first, right.last, low, "range", low, right.value), first


def _scaled_like(left: Numeral, right: Numeral, words: list[str], vocabulary: NumberWords) -> float:
    """The 10 of "10 to 12 million" is ten million."""
    scale = vocabulary.scales.get(words[right.last - 1], 1)
    if right.last - right.first > 1 and left.last - left.first == 1 and left.value < 1000:
        if left.value * scale < right.value:
            return left.value * scale
    return left.value


def _tells_change(words: list[str], token: int, vocabulary: NumberWords) -> bool:
    """Whether the "from … to …" that begins at `token` tells a rise or a fall."""
    changes = vocabulary.sets["ranges.changes"]
    return any(word in changes for word in words[max(0, token - REACH) : token])
