"""Numbers written in figures: 131, 1,445,549, 14 500, 11.4, 1.2m, 21st, 2023-24.

Invariant: a numeral's tokens lie next to each other, and a whole value is an `int`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from departures.read.numbers.sheet import Sheet
from departures.read.numbers.vocabulary import NumberWords

LONGEST = 15
"""More digits than this are a code, not a number."""
MOST_GROUPS = 5
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_DECIMAL = re.compile(r"(\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})\.(\d+)")
_COMMA_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{3})*),(\d{1,2})")


class Numeral(NamedTuple):
    """Tokens `first`…`last` (exclusive): `value` as said, `lower` and `upper` as meant."""

    first: int
    last: int
    value: float
    form: str
    lower: float
    upper: float
    approximate: bool = False
    kind: str = ""
    """The kind, where the numeral itself tells it."""


def is_figure(word: str) -> bool:
    """Whether a token begins with a figure."""
    return "/" < word < ":"


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
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def figure(sheet: Sheet, token: int, vocabulary: NumberWords) -> Numeral | None:
    """The numeral that begins with the figure `token`, scale words not looked at."""
    words = sheet.words
    value = figure_value(words[token])
    if value is None:
        return None
    if words[token - 1] == "." and _is_bare_decimal(sheet, token):
        value = whole(float(f"0.{words[token]}"))
        return Numeral(token - 1, token + 1, value, "figure", value, value)
    last = token + 1
    following = words[last]
    if following[:1].isdecimal():
        value, last = _spaced(sheet, token, value)
        following = words[last]
    if following in vocabulary.endings and sheet.close(last):
        return Numeral(token, last + 1, value, "ordinal", value, value)
    if following in vocabulary.letters and _is_scale_letter(sheet, last, value):
        value = whole(value * vocabulary.letters[following])
        last += 1
    elif following in ("-", "/") and value in vocabulary.years:
        return _two_years(sheet, token, int(value)) or _plain(token, last, value)
    return _plain(token, last, value)


def _plain(first: int, last: int, value: float) -> Numeral:
    return Numeral(first, last, value, "figure", value, value)


def _two_years(sheet: Sheet, token: int, year: int) -> Numeral | None:
    """2023-24, 2023/24."""
    after = sheet.words[token + 2]
    close = sheet.close(token + 1) and sheet.close(token + 2)
    if not close or len(after) != 2 or not after.isdecimal() or int(after) != (year + 1) % 100:
        return None
    return Numeral(token, token + 3, year, "range", year, year + 1, kind="year")


def _is_bare_decimal(sheet: Sheet, token: int) -> bool:
    """Whether the point before a figure makes it a decimal: .08 percent."""
    apart = not sheet.close(token - 1)
    return sheet.close(token) and apart and sheet.words[token].isdecimal()


def _spaced(sheet: Sheet, token: int, value: float) -> tuple[float, int]:
    """Join groups of three digits parted by one space: 14 500, 1 445 549."""
    words, last = sheet.words, token + 1
    if len(words[token]) > 3 or not words[token].isdecimal() or words[token][0] == "0":
        return value, last
    while (
        words[last][:3].isdecimal()
        and sheet.starts[last] - sheet.ends[last - 1] == 1
        and last - token < MOST_GROUPS
    ):
        if len(words[last]) != 3:
            return _spaced_decimal(words[last], value, last)
        value = value * 1000 + int(words[last])
        last += 1
    return value, last


def _spaced_decimal(word: str, value: float, token: int) -> tuple[float, int]:
    """The last group and the decimals of "1 234 567.89"; unchanged where it is none."""
    if word[3:4] in (".", ",") and word[4:].isdecimal() and len(word) < LONGEST:
        return whole(float(f"{value * 1000 + int(word[:3])}.{word[4:]}")), token + 1
    return value, token


def _is_scale_letter(sheet: Sheet, token: int, value: float) -> bool:
    """Whether the letter behind a figure multiplies it: 10k and 1.2m, but not 29m or 45 m."""
    close = sheet.close(token)
    letter = sheet.words[token]
    if letter in ("m", "g", "b"):
        return close and (sheet.capital(token) or value != int(value))
    return close or len(letter) > 2
