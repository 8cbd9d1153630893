"""Finding numbers: one pass over the words, work only at those that can begin a number.

Invariant: numbers don't overlap, each reproduces its words at its offsets, and the short way taken
by plain numbers gives what the long way would.
"""

from collections.abc import Sequence

from departures.read.numbers.bounds import Bounded, bounded
from departures.read.numbers.figures import Numeral, is_figure
from departures.read.numbers.kinds import YEAR_LENGTH, kind_of
from departures.read.numbers.names import is_year
from departures.read.numbers.number import Number
from departures.read.numbers.numerals import numeral_at
from departures.read.numbers.plain import plain_number
from departures.read.numbers.ranges import range_from
from departures.read.numbers.sheet import Sheet, sheet_of
from departures.read.numbers.vocabulary import NumberWords, number_words
from departures.read.page import Page


def find_numbers(page: Page, code: str = "en", marks: Sequence[int] | None = None) -> list[Number]:
    """All numbers of a page, in order; `marks`: the tokens of number words and figures."""
    vocabulary = number_words(code)
    if marks is None:
        triggers = vocabulary.triggers
        marks = [
            token for token, word in enumerate(page.words) if word in triggers or is_figure(word)
        ]
    if not marks:
        return []
    sheet = sheet_of(page)
    words, zeros = sheet.words, vocabulary.sets["zero.words"]
    numbers: list[Number] = []
    floor = 0
    for token in marks:
        if token < floor:
            continue
        if words[token] in zeros:
            number = _zero(sheet, token, vocabulary)
        else:
            number = plain_number(sheet, token, vocabulary)
            number = number or _number(sheet, token, floor, vocabulary)
        if number is None:
            continue
        if numbers and number.first <= numbers[-1].last + 2:
            merged = _both_ends(sheet, numbers[-1], number)
            if merged is not None:
                numbers.pop()
                number = merged
        numbers.append(number)
        floor = number.last
    return numbers


def _number(sheet: Sheet, token: int, floor: int, vocabulary: NumberWords) -> Number | None:
    """The number whose first number word is `token`, not reaching back over `floor`."""
    numeral = numeral_at(sheet, token, vocabulary)
    if numeral is None:
        return _code(sheet, token) if sheet.words[token][0].isdecimal() else None
    if numeral.first < floor:
        numeral = numeral._replace(first=token)
    if numeral.value == 1 and numeral.form == "words":
        one = _one(sheet, numeral, vocabulary)
        if one is None:
            return None
        numeral = one
    if numeral.form == "ordinal" or numeral.kind:
        plain = Bounded(numeral.first, numeral.last, numeral.lower, numeral.upper, False)
        return _made(sheet, numeral, plain, kind_of(sheet, numeral, plain, vocabulary))
    if _is_bare_year(sheet.words, numeral, vocabulary):
        plain = Bounded(numeral.first, numeral.last, numeral.lower, numeral.upper, False)
        return _made(sheet, numeral, plain, kind_of(sheet, numeral, plain, vocabulary))
    start = numeral.first
    ranged = range_from(sheet, numeral, floor, vocabulary)
    if ranged is not None:
        numeral, start = ranged
    bound = bounded(sheet.words, numeral, start, floor, vocabulary)
    return _made(sheet, numeral, bound, kind_of(sheet, numeral, bound, vocabulary))


def _is_bare_year(words: list[str], numeral: Numeral, vocabulary: NumberWords) -> bool:
    """Whether a year stands there that nothing bounds: "signed in 2025 and under which"."""
    if numeral.last - numeral.first != 1 or len(words[numeral.first]) != YEAR_LENGTH:
        return False
    before, sets = words[numeral.first - 1], vocabulary.sets
    if before in vocabulary.before:
        return False
    if before in sets["ranges.between"] or words[numeral.last] in sets["ranges.joins"]:
        return False
    return is_year(words, numeral.first, vocabulary)


def _made(sheet: Sheet, numeral: Numeral, bound: Bounded, kind: str) -> Number:
    """A number with its spans; bounds that are no whole number are left out."""
    form = "zero" if numeral.value == 0 and numeral.form in ("words", "figure") else numeral.form
    return Number(
        bound.first,
        bound.last,
        sheet.starts[bound.first],
        sheet.ends[bound.last - 1],
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


def _code(sheet: Sheet, token: int) -> Number:
    """Digits that are no numeral: 30.04.2025, 192.168.1.2."""
    start, end, last = sheet.starts[token], sheet.ends[token], token + 1
    return Number(token, last, start, end, None, None, False, token, last, "figure", "name")


def _one(sheet: Sheet, numeral: Numeral, vocabulary: NumberWords) -> Numeral | None:
    """A "one" that counts: not the one, no one, one another. "not one" is none."""
    words = sheet.words
    before = words[numeral.first - 1]
    if before in vocabulary.sets["zero.not"]:
        return numeral._replace(first=numeral.first - 1, value=0, lower=0, upper=0)
    after = words[numeral.last]
    pronoun = (
        before in vocabulary.sets["one.not_after"] or after in vocabulary.sets["one.not_before"]
    )
    return None if pronoun else numeral


def _zero(sheet: Sheet, token: int, vocabulary: NumberWords) -> Number | None:
    """None, and the "no" before what there is none of."""
    words = sheet.words
    if words[token] in vocabulary.sets["zero.before_noun"]:
        after = words[token + 1]
        if not after[:1].isalpha() or after in vocabulary.sets["zero.not_before"]:
            return None
        if after in vocabulary.triggers or words[token - 1] == "or":
            return None
    start, end, last = sheet.starts[token], sheet.ends[token], token + 1
    return Number(token, last, start, end, 0, 0, False, token, last, "zero", "count", 0)


def _both_ends(sheet: Sheet, left: Number, right: Number) -> Number | None:
    """One range of "more than 10" and "fewer than 20" joined by "and", "but" or a comma."""
    between = sheet.words[left.last : right.first]
    if len(between) != 1 or between[0] not in ("and", "but", ",") or left.kind != right.kind:
        return None
    low, high = (left, right) if left.upper is None else (right, left)
    if low.lower is None or low.upper is not None or high.upper is None or high.lower is not None:
        return None
    if low.lower > high.upper:
        return None
    return right._replace(
        first=left.first,
        start=left.start,
        core_first=left.core_first,
        lower=low.lower,
        upper=high.upper,
        form="range",
        value=low.value,
    )
