"""Numerals: figures and number words read as one value, without the bounds around them.

"131", "1,445,549", "14 500", "1.4 million", "a hundred and forty-five thousand", "several dozen",
"half a million", "twenty-first". Invariant: a numeral's tokens lie next to each other, and a whole
value is an `int`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from departures.read.numbers.vocabulary import NumberWords
from departures.read.page import Page

LONGEST = 15
"""More digits than this are a code, not a number."""
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_DECIMAL = re.compile(r"(\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})\.(\d+)")
_COMMA_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{3})*),(\d{1,2})")


class Numeral(NamedTuple):
    """Tokens `first`…`last` (exclusive). `value` is what is said, `lower` what is meant at least."""

    first: int
    last: int
    value: float
    form: str
    lower: float
    upper: float
    approximate: bool = False


@lru_cache(4096)
def figure_value(word: str) -> float | None:
    """The value of a token of digits; None for a date, a list or a code."""
    if word.isdecimal():
        return int(word) if len(word) <= LONGEST else None
    if len(word) > 2 * LONGEST:
        return None
    if _GROUPED.fullmatch(word):
        return int(word.replace(",", ""))
    if match := _DECIMAL.fullmatch(word):
        return whole(float(f"{match[1].replace(',', '')}.{match[2]}"))
    if match := _COMMA_DECIMAL.fullmatch(word):
        return whole(float(f"{match[1].replace('.', '')}.{match[2]}"))
    return None


def whole(value: float) -> float:
    """`value` without the dust of floating point, as an `int` where it is one."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def numeral_at(page: Page, token: int, vocabulary: NumberWords) -> Numeral | None:
    """The numeral whose first number word is `token`, with the articles that belong to it."""
    words = page.words
    word = words[token]
    if word[0].isdecimal():
        return _figure(page, token, vocabulary)
    if word in vocabulary.ordinals:
        return _ordinal(page, token, vocabulary)
    if word in vocabulary.half:
        return _half(words, token, vocabulary)
    if word in vocabulary.vague:
        return _vague(words, token, vocabulary)
    return _spelled(page, token, vocabulary)


def adjacent(page: Page, token: int) -> bool:
    """Whether nothing stands between `token` and the token after it."""
    return token + 1 < len(page.words) and page.ends[token] == page.starts[token + 1]


def _figure(page: Page, token: int, vocabulary: NumberWords) -> Numeral | None:
    words = page.words
    word = words[token]
    value = figure_value(word)
    if value is None:
        return None
    last = token + 1
    following = words[last] if last < len(words) else ""
    if following[:1].isdecimal():
        value, last = _spaced(page, token, value)
        following = words[last] if last < len(words) else ""
    if following in vocabulary.scales or following in vocabulary.dozens:
        return _spelled(page, token, vocabulary)
    if following in vocabulary.endings and adjacent(page, last - 1):
        return Numeral(token, last + 1, value, "ordinal", value, value)
    if following in vocabulary.letters and _is_scale_letter(page, last, value):
        value = whole(value * vocabulary.letters[following])
        last += 1
    return Numeral(token, last, value, "figure", value, value)


def _spaced(page: Page, token: int, value: float) -> tuple[float, int]:
    """Join groups of three digits parted by one space: 14 500, 1 445 549."""
    words, last = page.words, token + 1
    if len(words[token]) > 3 or not words[token].isdecimal() or words[token][0] == "0":
        return value, last
    while (
        last < len(words)
        and len(words[last]) == 3
        and words[last].isdecimal()
        and page.starts[last] - page.ends[last - 1] == 1
        and last - token < 5
    ):
        value = value * 1000 + int(words[last])
        last += 1
    return value, last


def _is_scale_letter(page: Page, token: int, value: float) -> bool:
    """Whether the letter behind a figure multiplies it: 10k and 1.2m, but not 29m or 45 m."""
    close = page.starts[token] == page.ends[token - 1]
    if page.words[token] in ("m", "g", "b"):
        return close and (page.capital(token) or value != int(value))
    if len(page.words[token]) == 1:
        return close
    return close or page.words[token] != "mm"


def _ordinal(page: Page, token: int, vocabulary: NumberWords) -> Numeral:
    """third, twenty-first."""
    value = vocabulary.ordinals[page.words[token]]
    return Numeral(token, token + 1, value, "ordinal", value, value)


def _half(words: list[str], token: int, vocabulary: NumberWords) -> Numeral | None:
    """half a million, half a dozen; a half of something is a share."""
    last = token + 1
    if last < len(words) and words[last] in vocabulary.articles:
        last += 1
    unit = words[last] if last < len(words) else ""
    size = vocabulary.scales.get(unit) or vocabulary.dozens.get(unit)
    first = token - 1 if token and words[token - 1] in vocabulary.articles else token
    if size is None:
        return Numeral(token, token + 1, 0.5, "words", 0.5, 0.5)
    value = size // 2
    return Numeral(first, last + 1, value, "words", value, value)


def _vague(words: list[str], token: int, vocabulary: NumberWords) -> Numeral:
    """dozens, several hundred(s), tens of thousands: how many at least and at most."""
    low, high = vocabulary.vague[words[token]]
    last = token + 1
    if words[last : last + 1] == ["of"] and last + 1 < len(words):
        unit = words[last + 1].removesuffix("s")
        size = vocabulary.scales.get(unit, 0)
        if words[last + 1] in vocabulary.vague and size > 10:
            low, high, last = low * size, (high + 1) * size - 1, last + 2
    first = token
    if token and words[token - 1] in vocabulary.some_of:
        size = (high + 1) // 10 if high < 10**10 else 0
        low = max(low, vocabulary.some_of[words[token - 1]] * size)
        first = token - 1
    return Numeral(first, last, low, "vague", low, high)


def _spelled(page: Page, token: int, vocabulary: NumberWords) -> Numeral | None:
    """Number words, and figures with number words behind them."""
    words = page.words
    if words[token] in vocabulary.scales or words[token] in vocabulary.dozens:
        return _scaled(words, token, vocabulary)
    found = compose(words, token, vocabulary)
    if found is None:
        return None
    value, last = found
    first = token
    if ordinal := _ordinal_tail(words, last, value, vocabulary):
        return Numeral(token, ordinal[1], ordinal[0], "ordinal", ordinal[0], ordinal[0])
    if last < len(words) and words[last] in vocabulary.point:
        value, last = _pointed(words, last, value, vocabulary)
    value = whole(value)
    form = "figure" if words[token][0].isdecimal() else "words"
    return Numeral(first, last, value, form, value, value)


def _scaled(words: list[str], token: int, vocabulary: NumberWords) -> Numeral | None:
    """a hundred and five, a dozen, several thousand, a few hundred, a couple of hundred."""
    before = words[token - 1] if token else ""
    first = token - 1
    if before == "of" and token > 1 and words[token - 2] in vocabulary.some_of:
        before, first = words[token - 2], token - 2
    if before in vocabulary.some_of:
        size = vocabulary.scales.get(words[token]) or vocabulary.dozens[words[token]]
        least = vocabulary.some_of[before]
        most = size * 10 - 1 if size != 12 else 99
        if first and words[first - 1] in vocabulary.articles:
            first -= 1
        if before in vocabulary.as_good_as:
            least *= size
            return Numeral(first, token + 1, least, "vague", least, least, True)
        return Numeral(first, token + 1, least * size, "vague", least * size, most)
    found = compose(words, token, vocabulary, implied=True)
    if found is None:
        return None
    first = token - 1 if before in vocabulary.articles else token
    value, last = found
    return Numeral(first, last, whole(value), "words", value, value)


def compose(
    words: list[str], token: int, vocabulary: NumberWords, *, implied: bool = False
) -> tuple[float, int] | None:
    """Value and end of a number built of groups below 1,000 and scales that go down.

    With `implied`, the number may begin with a bare scale: (a) hundred and five thousand.
    """
    total: float = 0
    limit, last, count = 10**30, token, len(words)
    start: int | None = token
    while start is not None:
        group = _group(words, start, vocabulary, implied=implied and start == token)
        if group is None:
            break
        value, end = _and_a_half(words, *group, vocabulary)
        scale = 1
        while end < count and words[end] in vocabulary.scales:
            scale *= vocabulary.scales[words[end]]
            end += 1
        if end < count and words[end] in vocabulary.dozens:
            return total + value * vocabulary.dozens[words[end]], end + 1
        if scale >= limit or (scale == 1 and value >= limit):
            break
        total += value * scale
        last, limit = end, scale
        start = _next_group(words, end, vocabulary) if scale > 1 else None
    return (total, last) if last > token else None


def _and_a_half(
    words: list[str], value: float, last: int, vocabulary: NumberWords
) -> tuple[float, int]:
    """Add the half of "two and a half million"; unchanged where there is none."""
    if (
        last + 2 < len(words)
        and words[last] in vocabulary.joining
        and words[last + 1] in vocabulary.articles
        and words[last + 2] in vocabulary.half
    ):
        return value + 0.5, last + 3
    return value, last


def _next_group(words: list[str], token: int, vocabulary: NumberWords) -> int | None:
    """Where the next smaller part of a number may begin, "and" or a hyphen skipped."""
    if token < len(words) and (words[token] in vocabulary.joining or words[token] == "-"):
        token += 1
    if token >= len(words):
        return None
    word = words[token]
    known = word in vocabulary.small or word in vocabulary.tens or word.isdecimal()
    return token if known else None


def _group(
    words: list[str], token: int, vocabulary: NumberWords, *, implied: bool
) -> tuple[float, int] | None:
    """A number below 1,000, or a figure, or with `implied` the one of "(a) hundred"."""
    word = words[token]
    if word[0].isdecimal():
        figure = figure_value(word)
        if figure is None:
            return None
        value, last = figure, token + 1
    elif implied and (word in vocabulary.scales or word in vocabulary.dozens):
        value, last = 1, token
    else:
        below = _below_hundred(words, token, vocabulary)
        if below is None:
            return None
        value, last = below
    hundred = last < len(words) and vocabulary.scales.get(words[last]) == 100
    if not hundred:
        return value, last
    value, last = value * 100, last + 1
    rest = last + 1 if last < len(words) and words[last] in vocabulary.joining else last
    tail = _below_hundred(words, rest, vocabulary, figures=True)
    if tail is not None and vocabulary.scales.get(_word(words, tail[1])) != 100:
        return value + tail[0], tail[1]
    return value, last


def _word(words: list[str], token: int) -> str:
    return words[token] if token < len(words) else ""


def _below_hundred(
    words: list[str], token: int, vocabulary: NumberWords, *, figures: bool = False
) -> tuple[float, int] | None:
    """seven, twenty, twenty-seven, twenty seven; with `figures` also 27."""
    word = _word(words, token)
    if word in vocabulary.small:
        return vocabulary.small[word], token + 1
    if word in vocabulary.tens:
        value, last = vocabulary.tens[word], token + 1
        unit = last + 1 if _word(words, last) == "-" else last
        digit = vocabulary.small.get(_word(words, unit), 0)
        return (value + digit, unit + 1) if 0 < digit < 10 else (value, last)
    if figures and word.isdecimal() and 0 < len(word) <= 2 and int(word):
        return int(word), token + 1
    return None


def _ordinal_tail(
    words: list[str], last: int, value: float, vocabulary: NumberWords
) -> tuple[float, int] | None:
    """The value and end of "twenty-first", "hundred and third", given "twenty" or "hundred"."""
    join = _word(words, last)
    unit = last + 1 if join == "-" or join in vocabulary.joining else last
    ordinal = vocabulary.ordinals.get(_word(words, unit), 0)
    if 0 < ordinal < 10 and value % 10 == 0 and value and (join == "-" or value < 100):
        return value + ordinal, unit + 1
    return None


def _pointed(
    words: list[str], point: int, value: float, vocabulary: NumberWords
) -> tuple[float, int]:
    """two point five, nine point nought four; the value and end unchanged where no digits follow."""
    digits, token = "", point + 1
    while _word(words, token) in vocabulary.small and len(digits) < LONGEST:
        digits += str(vocabulary.small[words[token]])
        token += 1
    if not digits:
        below = _below_hundred(words, token, vocabulary)
        if below is None:
            return value, point
        digits, token = str(int(below[0])), below[1]
    value += float(f"0.{digits}")
    scale = vocabulary.scales.get(_word(words, token))
    return (value * scale, token + 1) if scale else (value, token)
