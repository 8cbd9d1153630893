"""Dates in figures: 2025-04-30, 04/30/2025, 30.04.2025, 2025-04, 2023-24, 2024, the 1990s.

Invariant: figures that are glued to others, or count something, are no date.
"""

from datetime import date

from departures.read.dates.calendar import Span, year_span
from departures.read.dates.days import (
    day_piece,
    follows,
    is_counted,
    month_piece,
    two_digit_year,
)
from departures.read.dates.pieces import Piece, Scene
from departures.read.dates.weekdays import monthless
from departures.read.numbers.names import is_year

COMPACT = 8
"""Digits of 20250430."""
SEPARATORS = ("-", "/")


def figures(scene: Scene, token: int) -> Piece | None:
    """The date that begins with the figure `token`."""
    word, after = scene.words[token], scene.words[token + 1]
    if len(word) < 4 and after not in scene.vocabulary.figure_endings:
        return None
    if not word.isdecimal():
        return _dotted(scene, token) if word.count(".") == 2 else None
    if after in SEPARATORS and scene.close(token + 1) and scene.close(token + 2):
        numeric = _numeric(scene, token, after)
        if numeric is not None:
            return numeric
    if len(word) == 4:
        return _year(scene, token)
    if after in scene.numbers.endings and len(word) <= 2:
        return _nth(scene, token)
    if after == "s" and len(word) == 2:
        return _decade(scene, token, int(word))
    if len(word) == COMPACT and word[:2] in ("19", "20"):
        return day_piece(scene, token, token + 1, int(word[:4]), int(word[4:6]), int(word[6:]))
    return None


def _nth(scene: Scene, token: int) -> Piece | None:
    """On the 18th."""
    last = token + 2
    named = scene.words[token - 1] == "the" and scene.is_in(token - 2, "nth.cues")
    if not named or not scene.close(token + 1):
        return None
    if scene.words[last][:1].isalpha() and not follows(scene, last):
        return None
    return monthless(scene, token, last, int(scene.words[token]), None)


def _dotted(scene: Scene, token: int) -> Piece | None:
    """30.04.2025."""
    numbers = scene.words[token].split(".")
    if len(numbers) != 3 or len(numbers[2]) not in (2, 4) or not all(map(str.isdecimal, numbers)):
        return None
    if len(numbers[0]) > 2 or len(numbers[1]) > 2:
        return None
    year = int(numbers[2]) if len(numbers[2]) == 4 else two_digit_year(int(numbers[2]))
    return day_piece(scene, token, token + 1, year, int(numbers[1]), int(numbers[0]))


def _numeric(scene: Scene, token: int, separator: str) -> Piece | None:
    """2025-04-30, 04/30/2025, 30/04/2025, 2025-04, 04/2025, 2023-24."""
    first, second = scene.words[token], scene.words[token + 2]
    if not second.isdecimal() or (scene.close(token) and scene.words[token - 1][-1:].isdecimal()):
        return None
    third = scene.words[token + 4] if scene.words[token + 3] == separator else ""
    if third.isdecimal() and scene.close(token + 4):
        return _three(scene, token, first, second, third)
    years = scene.numbers.years
    if len(first) == 4 and int(first) in years and len(second) <= 2:
        if len(second) == 2 and int(second) == (int(first) + 1) % 100:
            span = Span(year_span(int(first))[0], year_span(int(first) + 1)[1])
            return Piece(token, token + 3, span, "years", cut=False)
        if 1 <= int(second) <= 12:
            return month_piece(scene, token, token + 3, int(first), int(second))
    if len(second) == 4 and int(second) in years and len(first) <= 2 and 1 <= int(first) <= 12:
        return month_piece(scene, token, token + 3, int(second), int(first))
    return None


def _three(scene: Scene, token: int, first: str, second: str, third: str) -> Piece | None:
    """Year, month and day in whichever order the figures allow."""
    if max(len(first), len(second), len(third)) > 4 or len(second) > 2:
        return None
    if len(first) == 4:
        order = (int(first), int(second), int(third))
    elif len(third) in (2, 4) and len(first) <= 2:
        full = int(third) if len(third) == 4 else two_digit_year(int(third))
        month, number = int(first), int(second)
        if month > 12 or (not scene.vocabulary.month_first and number <= 12):
            month, number = number, month
        order = (full, month, number)
    else:
        return None
    return day_piece(scene, token, token + 5, *order)


def _year(scene: Scene, token: int) -> Piece | None:
    """A year by itself: in 2024, the 2019 agreement."""
    year = int(scene.words[token])
    if scene.words[token + 1] == "s" and scene.close(token + 1):
        return _decade(scene, token, year) if year in scene.numbers.years else None
    if not is_year(scene.words, token, scene.numbers) or _is_glued(scene, token):
        return None
    if is_counted(scene, token) and scene.words[token - 1] not in ("in", "since", "year", "during"):
        return None
    first = token
    while scene.is_in(first - 1, "year_words.words"):
        first -= 1
    return Piece(first, token + 1, year_span(year), "year", year=year)


def _is_glued(scene: Scene, token: int) -> bool:
    """Whether a year's figure is part of a code, a price or another figure."""
    before, after = scene.words[token - 1], scene.words[token + 1]
    if scene.close(token):
        if before[-1:].isalnum() or before in ("$", "€", "£", ".", "#", "@", ":"):
            return True
        if before in SEPARATORS and scene.close(token - 1) and _is_coded(scene, token - 2):
            return True
    if not scene.close(token + 1):
        return False
    if after in SEPARATORS and scene.close(token + 2):
        later = scene.words[token + 2]
        return later[:1].isdecimal() and len(later) != 4
    return after[:1].isalpha() and after != "'s"


def _is_coded(scene: Scene, token: int) -> bool:
    """Whether what a hyphen joins to a year makes both a code: 32-2015, 25-cv-1904."""
    word = scene.words[token]
    if word[-1:].isdecimal():
        return len(word) != 4
    return scene.close(token) and scene.words[token - 1] in SEPARATORS


def _decade(scene: Scene, token: int, start: int) -> Piece | None:
    """The 1990s, the '90s, the 90s."""
    if start % 10 or not scene.close(token + 1):
        return None
    if start < 100:
        the = token - 2 if scene.words[token - 1] == "'" else token - 1
        if scene.words[the] != "the":
            return None
        start += 1900 if start >= 30 else 2000
    return Piece(token, token + 2, Span(date(start, 1, 1), date(start + 9, 12, 31)), "decade")
