"""Ranges of numbers: between 18 and 25, 20 to 30, 10-12 million, more than 10 and fewer than 20.

Invariant: the lower end comes first; what falls or is revised "from 312 to 203" is no range.
"""

from departures.read.numbers.figures import Numeral
from departures.read.numbers.numerals import numeral_at
from departures.read.numbers.sheet import Sheet
from departures.read.numbers.vocabulary import NumberWords

REACH = 7
"""How far before "from" a word of change may stand: "fell by half, from 312 to 203"."""


def range_from(
    sheet: Sheet, left: Numeral, floor: int, vocabulary: NumberWords
) -> tuple[Numeral, int] | None:
    """The range that begins with the numeral `left`, and the first token of its phrase."""
    words, join = sheet.words, left.last
    if words[join] not in vocabulary.range_joins:
        return None
    following = words[join + 1]
    if following not in vocabulary.triggers and not following[:1].isdecimal():
        return None
    before = words[left.first - 1] if left.first > floor else ""
    opened = before in vocabulary.sets["ranges.between"]
    either = words[join] in vocabulary.sets["ranges.or"]
    if not either and words[join] not in _joins(vocabulary, opened=opened):
        return None
    right = numeral_at(sheet, join + 1, vocabulary)
    if right is None or not _alike(left, right, join):
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


def _joins(vocabulary: NumberWords, *, opened: bool) -> frozenset[str]:
    """The words that may join both ends; "and" only after "between"."""
    return vocabulary.sets["ranges.between_joins" if opened else "ranges.joins"]


def _alike(left: Numeral, right: Numeral, join: int) -> bool:
    """Whether two numerals can be the ends of one range."""
    counted = ("figure", "words")
    plain = left.form in counted and right.form in counted and not (left.kind or right.kind)
    return plain and right.first == join + 1


def _scaled_like(left: Numeral, right: Numeral, words: list[str], vocabulary: NumberWords) -> float:
    """The 10 of "10 to 12 million" is ten million."""
    scale = vocabulary.scales.get(words[right.last - 1], 1)
    long = right.last - right.first > 1 and left.last - left.first == 1 and left.value < 1000
    return left.value * scale if long and left.value * scale < right.value else left.value


def _tells_change(words: list[str], token: int, vocabulary: NumberWords) -> bool:
    """Whether the "from … to …" that begins at `token` tells a rise or a fall."""
    changes = vocabulary.sets["ranges.changes"]
    return any(word in changes for word in words[max(0, token - REACH) : token])
