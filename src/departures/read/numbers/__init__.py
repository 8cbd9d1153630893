"""Numbers of a page: how many, with the words that bound it and the kind of thing it counts.

Invariant: numbers don't overlap; each reproduces its words at its offsets. "more than 100" is 101
and above; a number that is no whole count has its `value` and neither `lower` nor `upper`.
"""

from typing import NamedTuple

from departures.read.numbers.bounds import Bounded, bounded, range_from
from departures.read.numbers.kinds import kind_of
from departures.read.numbers.numerals import Numeral, numeral_at
from departures.read.numbers.vocabulary import NumberWords, number_words
from departures.read.page import Page

__all__ = ["Number", "find_numbers"]


class Number(NamedTuple):
    """Tokens `first`…`last` (exclusive) and characters `start`…`end`, bound words included.

    `form`: figure, words, vague (dozens), ordinal, range or zero (none). `kind`: count, percent (any
    share), money, age, time, date, year, measure (5 km, nine hours), decimal or name (C-17).
    """

    first: int
    last: int
    start: int
    end: int
    lower: int | None
    upper: int | None
    approximate: bool
    core_first: int
    core_last: int
    form: str
    kind: str
    value: float | None = None
    """The bare number, before its bounds: 100 of "more than 100", 11.4 of "11.4 percent"."""


def find_numbers(page: Page, code: str = "en") -> list[Number]:
    """All numbers of a page, in order."""
    vocabulary = number_words(code)
    triggers = vocabulary.triggers
    marks = [
        token for token, word in enumerate(page.words) if word in triggers or word[0].isdecimal()
    ]
    numbers: list[Number] = []
    floor = 0
    for token in marks:
        if token < floor:
            continue
        number = _number_at(page, token, floor, vocabulary)
        if number is not None:
            numbers.append(number)
            floor = number.last
    return numbers


def _number_at(page: Page, token: int, floor: int, vocabulary: NumberWords) -> Number | None:
    """The number whose first number word is `token`, not reaching back over `floor`."""
    if page.words[token] in vocabulary.sets["zero.words"]:
        return _zero(page, token, vocabulary)
    numeral = numeral_at(page, token, vocabulary)
    if numeral is None:
        return _code(page, token)
    if numeral.first < floor:
        numeral = numeral._replace(first=token)
    if (
        numeral.value == 1
        and numeral.form == "words"
        and _counts_nothing(page, numeral, vocabulary)
    ):
        return None
    ranged = range_from(page, numeral, floor, vocabulary)
    start_of_range = numeral.first
    if ranged is not None:
        numeral, start_of_range = ranged
    if numeral.form == "ordinal":
        bound = Bounded(numeral.first, numeral.last, numeral.lower, numeral.upper, False)
    else:
        bound = bounded(page, numeral._replace(first=start_of_range), floor, vocabulary)
    kind = kind_of(page, numeral, bound.first, bound.last, vocabulary)
    return _made(page, numeral, bound, kind)


def _made(page: Page, numeral: Numeral, bound: Bounded, kind: str) -> Number:
    """A number with its spans; bounds that are no whole number are left out."""
    form = "zero" if numeral.value == 0 and numeral.form in ("words", "figure") else numeral.form
    return Number(
        bound.first,
        bound.last,
        page.starts[bound.first],
        page.ends[bound.last - 1],
        _count(bound.lower),
        _count(bound.upper),
        bound.approximate,
        numeral.first,
        numeral.last,
        form,
        kind,
        numeral.value,
    )


def _count(value: float | None) -> int | None:
    """A bound as a count; None where it is none."""
    return int(value) if value is not None and value == int(value) and value >= 0 else None


def _code(page: Page, token: int) -> Number:
    """Digits that are no numeral: 30.04.2025, 192.168.1.2."""
    start, end = page.starts[token], page.ends[token]
    return Number(
        token, token + 1, start, end, None, None, False, token, token + 1, "figure", "name", None
    )


def _counts_nothing(page: Page, numeral: Numeral, vocabulary: NumberWords) -> bool:
    """Whether a "one" is a pronoun: the one, no one, one another, one may."""
    words = page.words
    before = words[numeral.first - 1] if numeral.first else ""
    after = words[numeral.last] if numeral.last < len(words) else ""
    return before in vocabulary.sets["one.not_after"] or after in vocabulary.sets["one.not_before"]


def _zero(page: Page, token: int, vocabulary: NumberWords) -> Number | None:
    """none, and the "no" before what there is none of."""
    words = page.words
    if words[token] == "no":
        after = words[token + 1] if token + 1 < len(words) else ""
        if not after[:1].isalpha() or after in vocabulary.sets["zero.not_before"]:
            return None
        if after in vocabulary.triggers or page.words[token - 1 : token] == ["or"]:
            return None
    bound = Bounded(token, token + 1, 0, 0, False)
    return _made(page, Numeral(token, token + 1, 0, "words", 0, 0), bound, "count")
