"""Days, months and years of the calendar: 30 April 2025, Apr. 30, 2025-04-30, March 3-5, 2024.

Invariant: a piece is made only of words that say a real date; "may", "march" and "sun" that say
none are none.
"""

from datetime import date

from departures.read.dates.calendar import (
    Span,
    day,
    latest_month,
    month_span,
    nearest_day,
    next_day,
    year_span,
)
from departures.read.dates.pieces import Piece, Scene, single
from departures.read.numbers.spelled import compose

_CENTURY = 100
PIVOT = 69
"""A year of two digits up to this one is in this century."""


def day_piece(
    scene: Scene, first: int, last: int, year: int | None, month: int, number: int
) -> Piece | None:
    """A piece for one day; None where the calendar has no such day."""
    published = scene.published
    if year is not None:
        found = day(year, month, number)
        if found is None:
            return None
        return Piece(first, last, single(found), "day", year=year, month=month, day=number)
    if day(2024, month, number) is None:
        return None
    near = nearest_day(month, number, published) if published else None
    ahead = next_day(month, number, published) if published else None
    return Piece(first, last, single(near), "day", month=month, day=number, upcoming=single(ahead))


def month_piece(scene: Scene, first: int, last: int, year: int | None, month: int) -> Piece:
    """A piece for a whole month."""
    published, upcoming = scene.published, None
    span = month_span(year, month) if year is not None else None
    if year is None and published is not None:
        recent = latest_month(month, published)
        span = month_span(recent, month)
        upcoming = month_span(recent + (span.latest < published), month)
    return Piece(first, last, span, "month", year=year, month=month, upcoming=upcoming)


def month_date(scene: Scene, token: int) -> Piece | None:
    """The day or the month whose month word is `token`."""
    words, vocabulary = scene.words, scene.vocabulary
    month = vocabulary.months[words[token]]
    last = token + 1
    if scene.word(last) == "." and scene.close(last) and len(words[token]) <= 4:
        last += 1
    left = _day_before(scene, token)
    if left is None and scene.word(token - 1) != "in":
        right = _days_after(scene, last)
        if right is not None:
            return _month_first(scene, token, month, *right)
    year, end = _year_after(scene, last)
    if left is not None:
        if len(left) == 3:
            return _span_of_days(scene, left[0], end, year, month, (left[1], left[2]))
        year_before = scene.word(left[0] - 2) if scene.word(left[0] - 1) in "-/" else ""
        if year is None and len(year_before) == 4 and year_before.isdecimal():
            return day_piece(scene, left[0] - 2, end, int(year_before), month, left[1])
        return day_piece(scene, left[0], end, year, month, left[1])
    if year is None and not _is_month(scene, token):
        return None
    return month_piece(scene, token, end, year, month)


def _is_month(scene: Scene, token: int) -> bool:
    """Whether a bare month word is one: "in May", but not "may" and "the march"."""
    ambiguous = scene.vocabulary.sets["ambiguous.words"]
    if scene.words[token] not in ambiguous:
        return True
    cues = scene.vocabulary.sets["ambiguous.cues"]
    return scene.page.capital(token) and scene.word(token - 1) in cues


def _month_first(
    scene: Scene, first: int, month: int, number: int, until: int | None, last: int
) -> Piece | None:
    """April 30, 2025 and March 3-5."""
    year, end = _year_after(scene, last)
    if until is not None:
        return _span_of_days(scene, first, end, year, month, (number, until))
    return day_piece(scene, first, end, year, month, number)


def _span_of_days(
    scene: Scene, first: int, last: int, year: int | None, month: int, numbers: tuple[int, int]
) -> Piece | None:
    start = day_piece(scene, first, last, year, month, numbers[0])
    end = day_piece(scene, first, last, year, month, numbers[1])
    if start is None or end is None or numbers[0] > numbers[1]:
        return start
    if start.span is None or end.span is None:
        return start._replace(unit="days")
    upcoming = None
    if start.upcoming and end.upcoming and start.upcoming[0] <= end.upcoming[1]:
        upcoming = Span(start.upcoming[0], end.upcoming[1])
    return start._replace(span=Span(start.span[0], end.span[1]), unit="days", upcoming=upcoming)


def _ordinal_end(scene: Scene, token: int) -> int:
    """The token after an ordinal ending that sticks to the figure before `token`."""
    close = scene.word(token) in scene.numbers.endings and scene.close(token)
    return token + 1 if close else token


def _day_number(scene: Scene, token: int) -> tuple[int, int] | None:
    """A day of the month that begins at `token`, in figures or words, and the token after it."""
    word = scene.word(token)
    if word.isdecimal():
        return (int(word), _ordinal_end(scene, token + 1)) if _is_day(word) else None
    numbers = scene.numbers
    if word in numbers.ordinals:
        value = numbers.ordinals[word]
        return (value, token + 1) if value <= 31 else None
    if word in numbers.tens:
        unit = token + 2 if scene.word(token + 1) == "-" else token + 1
        ordinal = numbers.ordinals.get(scene.word(unit), 0)
        if 0 < ordinal < 10:
            return numbers.tens[word] + ordinal, unit + 1
    found = compose(scene.words, token, numbers) if word in numbers.tens else None
    return (int(found[0]), found[1]) if found and found[0] <= 31 else None


def _is_day(word: str) -> bool:
    return len(word) <= 2 and 1 <= int(word) <= 31


def _days_after(scene: Scene, token: int) -> tuple[int, int | None, int] | None:
    """The day or days that follow a month word: first, last or None, and the token after them."""
    start = token
    while scene.word(start) in ("the", "/", "-") and start - token < 2:
        start += 1
    found = _day_number(scene, start)
    if found is None or _counts(scene, found[1]):
        return None
    number, last = found
    if scene.word(last) in scene.vocabulary.sets["joins.to"]:
        after = last + 2 if scene.word(last + 1) == "the" else last + 1
        until = _day_number(scene, after)
        if until is not None and until[0] > number and not _continues(scene, until[1]):
            return number, until[0], until[1]
    return number, None, last


def _counts(scene: Scene, token: int) -> bool:
    """Whether what follows a figure makes it a number or a time: "30 percent", "30 million", "3:40"."""
    word = scene.word(token)
    return word in ("%", "percent", ":") or word in scene.numbers.scales


def _continues(scene: Scene, token: int) -> bool:
    """Whether the end of a span of days is the start of another date: 3 to 5 April."""
    return scene.word(token) in scene.vocabulary.months or scene.word(token) in ("/", ":")


def _day_before(scene: Scene, token: int) -> tuple[int, int] | tuple[int, int, int] | None:
    """First token and day, or both days, of "30 April", "the 30th of April", "3 to 5 April"."""
    last = token - 1
    if scene.word(last) == "of":
        last -= 1
    if scene.word(last) in ("-", "/") and scene.close(last) and scene.close(token):
        last -= 1
    found = _day_ending(scene, last)
    if found is None:
        return None
    number, first = found
    join = first - 1 if scene.word(first - 1) != "the" else first - 2
    opened = scene.word(join) in scene.vocabulary.sets["joins.and"]
    if opened or scene.word(join) in scene.vocabulary.sets["joins.to"]:
        start = _day_ending(scene, join - 1)
        if start is not None and start[0] < number:
            begins = start[1] - 1 if scene.word(start[1] - 1) != "the" else start[1] - 2
            if not opened or scene.word(begins) in scene.vocabulary.sets["opening.between"]:
                return start[1], start[0], number
    return first, number


def _day_ending(scene: Scene, token: int) -> tuple[int, int] | None:
    """The day of the month whose last token is `token`, and its first token."""
    word = scene.word(token)
    if word in scene.numbers.endings and scene.close(token):
        token -= 1
        word = scene.word(token)
    if word.isdecimal():
        glued = scene.close(token) and scene.word(token - 1)[-1:].isalnum()
        before = scene.word(token - 1)
        decimal = before in "$€£." and before != "" and scene.close(token)
        return (int(word), token) if _is_day(word) and not glued and not decimal else None
    first = token
    if scene.word(token - 1) in scene.numbers.tens:
        first = token - 1
    elif scene.word(token - 1) == "-" and scene.word(token - 2) in scene.numbers.tens:
        first = token - 2
    found = _day_number(scene, first)
    return (found[0], first) if found is not None and found[1] == token + 1 else None


def _year_after(scene: Scene, token: int) -> tuple[int | None, int]:
    """The year that follows a month or a day, and the token after it; None and `token` else."""
    start = token
    while scene.word(start) in (",", "of", "-", "/", "'") and start - token < 2:
        start += 1
    word = scene.word(start)
    if word.isdecimal():
        if len(word) == 4 and int(word) in scene.numbers.years and not _is_counted(scene, start):
            return int(word), start + 1
        apostrophe = scene.word(start - 1) == "'"
        if len(word) == 2 and (apostrophe or (int(word) > 31 and start - token < 2)):
            return two_digit_year(int(word)), start + 1
    return None, token


def _is_counted(scene: Scene, token: int) -> bool:
    """Whether a figure that looks like a year counts people: "On April 30, 2000 people"."""
    return scene.word(token + 1) in scene.numbers.sets["year.counted"]


def two_digit_year(number: int) -> int:
    """1999 for 99, 2024 for 24."""
    return 2000 + number if number <= PIVOT else 1900 + number


def figures(scene: Scene, token: int) -> Piece | None:
    """The date that begins with the figure `token`: ISO, slashes, dots, a year, a range of years."""
    word = scene.words[token]
    if not word.isdecimal():
        return _dotted(scene, token) if word.count(".") == 2 else None
    separator = scene.word(token + 1)
    if separator in ("-", "/") and scene.close(token + 1) and scene.close(token + 2):
        numeric = _numeric(scene, token, separator)
        if numeric is not None:
            return numeric
    if len(word) == 8 and word[:2] in ("19", "20"):
        return day_piece(scene, token, token + 1, int(word[:4]), int(word[4:6]), int(word[6:]))
    return year(scene, token) if len(word) == 4 else None


def _dotted(scene: Scene, token: int) -> Piece | None:
    """30.04.2025."""
    numbers = scene.words[token].replace(",", ".").split(".")
    if len(numbers) != 3 or len(numbers[2]) not in (2, 4) or not all(map(str.isdecimal, numbers)):
        return None
    if len(numbers[0]) > 2 or len(numbers[1]) > 2:
        return None
    found_year = int(numbers[2]) if len(numbers[2]) == 4 else two_digit_year(int(numbers[2]))
    return day_piece(scene, token, token + 1, found_year, int(numbers[1]), int(numbers[0]))


def _numeric(scene: Scene, token: int, separator: str) -> Piece | None:
    """2025-04-30, 04/30/2025, 30/04/2025, 2025-04, 04/2025, 2023-24."""
    if scene.close(token) and scene.word(token - 1)[-1:].isdigit():
        return None
    first, second = scene.words[token], scene.word(token + 2)
    if not second.isdecimal():
        return None
    third = scene.word(token + 4) if scene.word(token + 3) == separator else ""
    if third.isdecimal() and scene.close(token + 4):
        return _three(scene, token, first, second, third)
    if len(first) == 4 and int(first) in scene.numbers.years and len(second) <= 2:
        if len(second) == 2 and int(second) == (int(first) + 1) % _CENTURY:
            span = Span(year_span(int(first))[0], year_span(int(first) + 1)[1])
            return Piece(token, token + 3, span, "years", cut=False)
        if 1 <= int(second) <= 12:
            return month_piece(scene, token, token + 3, int(first), int(second))
    if len(second) == 4 and int(second) in scene.numbers.years and 1 <= int(first[:3]) <= 12:
        return month_piece(scene, token, token + 3, int(second), int(first))
    return None


def _three(scene: Scene, token: int, first: str, second: str, third: str) -> Piece | None:
    """Year, month and day in whichever order the figures allow."""
    if max(len(first), len(second), len(third)) > 4 or len(second) > 2:
        return None
    if len(first) == 4:
        order = (int(first), int(second), int(third))
    elif len(third) in (2, 4):
        full = int(third) if len(third) == 4 else two_digit_year(int(third))
        month, number = int(first), int(second)
        if month > 12 or (not scene.vocabulary.month_first and number <= 12):
            month, number = number, month
        order = (full, month, number)
    else:
        return None
    return day_piece(scene, token, token + 5, *order)


def year(scene: Scene, token: int) -> Piece | None:
    """A year by itself: in 2024, the 2019 agreement."""
    word = scene.words[token]
    if int(word) not in scene.numbers.years:
        return None
    glued = scene.close(token) and scene.word(token - 1)[-1:].isalnum()
    if glued or scene.word(token - 1) in ("$", "€", "£", ".", "#", "no"):
        return None
    if scene.word(token + 1) == "s" and scene.close(token + 1):
        return _decade(token, int(word))
    before = scene.word(token - 1)
    if before not in scene.numbers.sets["year.cues"] and before not in scene.vocabulary.months:
        following = scene.word(token + 1)
        if following[:1].isalnum() and before != "":
            return None
    if _is_counted(scene, token) and before not in ("in", "of", "since", "year"):
        return None
    first = token
    while scene.word(first - 1) in ("year", "calendar", "years"):
        first -= 1
    span = year_span(int(word))
    return Piece(first, token + 1, span, "year", year=int(word))


def _decade(token: int, start: int) -> Piece | None:
    if start % 10:
        return None
    return Piece(token, token + 2, Span(date(start, 1, 1), date(start + 9, 12, 31)), "decade")
