"""Days and months by name: 30 April 2025, Apr. 30, the 30th of April, March 3-5, last January.

Invariant: a piece is made only of words that say a real date; "may" and "march" that say none are
none.
"""

from departures.read.dates.calendar import (
    Span,
    day,
    latest_month,
    month_span,
    nearest_day,
    next_day,
)
from departures.read.dates.pieces import Piece, Scene, single
from departures.read.numbers.spelled import compose

LEAP = 2024
"""A year in which every day of the calendar exists."""
PIVOT = 69
"""A year of two digits up to this one is in this century."""
MONTH_LENGTH = 31


def day_piece(
    scene: Scene, first: int, last: int, year: int | None, month: int, number: int
) -> Piece | None:
    """A piece for one day; None where the calendar has no such day."""
    published = scene.published
    if year is not None:
        found = single(day(year, month, number))
        if found is None:
            return None
        return Piece(first, last, found, "day", "stated", year, month, number)
    if day(LEAP, month, number) is None:
        return None
    near = single(nearest_day(month, number, published)) if published else None
    ahead = single(next_day(month, number, published)) if published else None
    return Piece(first, last, near, "day", month=month, day=number, upcoming=ahead)


def month_piece(scene: Scene, first: int, last: int, year: int | None, month: int) -> Piece:
    """A piece for a whole month; without a year the latest that has begun."""
    published = scene.published
    if year is not None:
        return Piece(first, last, month_span(year, month), "month", "stated", year, month)
    if published is None:
        return Piece(first, last, None, "month", month=month)
    recent = latest_month(month, published)
    span = month_span(recent, month)
    upcoming = month_span(recent + (span.latest < published), month)
    return Piece(first, last, span, "month", month=month, upcoming=upcoming)


def month_date(scene: Scene, token: int) -> Piece | None:
    """The day, the days or the month whose month word is `token`."""
    month = scene.vocabulary.months[scene.words[token]]
    after = token + 1
    if scene.words[token] in scene.vocabulary.abbreviations and scene.words[after] == ".":
        after += scene.close(after)
    left = _days_before(scene, token)
    if left is not None:
        first, start, end = left
        year, last = _year_after(scene, after)
        return _days(scene, first, last, year, month, start, end)
    if scene.words[token - 1] != "in":
        right = _days_after(scene, after)
        if right is not None:
            start, end, after = right
            year, last = _year_after(scene, after)
            if year is None:
                year, token = _year_before(scene, token)
            return _days(scene, token, last, year, month, start, end)
    year, last = _year_after(scene, after)
    if year is None and not _is_month(scene, token):
        return None
    return _whole_month(scene, token, last, year, month)


def _whole_month(scene: Scene, token: int, last: int, year: int | None, month: int) -> Piece:
    """March 2024, last March, the month of March."""
    way = scene.words[token - 1]
    if year is None and way in scene.vocabulary.directions:
        return _month_towards(scene, token, last, month, scene.vocabulary.directions[way])
    first = token - 2 if way == "of" and scene.words[token - 2] == "month" else token
    return month_piece(scene, first, last, year, month)


def _month_towards(scene: Scene, token: int, last: int, month: int, direction: int) -> Piece:
    """Last March is over, this March is this year's, next March is still to come."""
    published = scene.published
    if published is None:
        return Piece(token - 1, last, None, "month", "relative", month=month)
    year = published.year
    if direction < 0 and month >= published.month:
        year -= 1
    elif direction > 0 and month <= published.month:
        year += 1
    return Piece(token - 1, last, month_span(year, month), "month", "relative", year, month)


def _is_month(scene: Scene, token: int) -> bool:
    """Whether a bare month word is one: "in May", but not "may" and "the march"."""
    if scene.words[token - 1] in scene.numbers.sets["money.before"]:
        return False
    if not scene.is_in(token, "ambiguous.words"):
        return True
    cue = scene.is_in(token - 1, "ambiguous.cues")
    joined = (
        scene.is_in(token + 1, "joins.to") and scene.words[token + 2] in scene.vocabulary.months
    )
    return scene.page.capital(token) and (cue or joined or scene.close(token + 1))


def _days(
    scene: Scene, first: int, last: int, year: int | None, month: int, start: int, end: int
) -> Piece | None:
    """One day, or several where `end` is not `start`."""
    piece = day_piece(scene, first, last, year, month, start)
    until = day_piece(scene, first, last, year, month, end) if end != start else None
    if piece is None or until is None:
        return piece
    if scene.is_in(first - 1, "opening.from") or scene.is_in(first - 1, "opening.between"):
        first -= 1
    whole = piece._replace(first=first, unit="days", upcoming=None, cut=False)
    if piece.span is None or until.span is None:
        return whole
    begins = piece.span.earliest
    if begins > until.span.latest:
        begins = day(until.span.latest.year, month, start) or until.span.latest
    whole = whole._replace(span=Span(begins, until.span.latest))
    if piece.upcoming is None or until.upcoming is None:
        return whole
    ahead = Span(min(piece.upcoming[0], until.upcoming[0]), until.upcoming[1])
    return whole._replace(upcoming=ahead if ahead[0].month == ahead[1].month else None)


# ---- what stands behind a month ------------------------------------------------------------------


def _days_after(scene: Scene, token: int) -> tuple[int, int, int] | None:
    """The first and the last of the days that follow a month word, and the token after them."""
    start = token
    while scene.words[start] in ("the", "/", "-") and start - token < 2:
        start += 1
    found = day_number(scene, start)
    if found is None or _counts(scene, found[1]):
        return None
    number, last = found
    if scene.is_in(last, "joins.to") or scene.is_in(last, "joins.and"):
        after = last + 2 if scene.words[last + 1] == "the" else last + 1
        until = day_number(scene, after)
        if until is not None and _goes_on(scene, number, last, *until):
            return number, until[0], until[1]
    return number, number, last


def _goes_on(scene: Scene, number: int, join: int, until: int, last: int) -> bool:
    """Whether a second day belongs to the first: "March 3-5", "March 3 and 4"."""
    if scene.words[last] in scene.vocabulary.months or scene.words[last] in ("/", ":", "%"):
        return False
    if scene.is_in(join, "joins.and"):
        counted = scene.words[last][:1].isalpha() and not follows(scene, last)
        return until == number + 1 and not counted
    return until > number


def follows(scene: Scene, token: int) -> bool:
    """Whether a word at `token` may follow a day or a year, rather than be counted by it."""
    return scene.words[token] in scene.numbers.sets["year.followed"]


def _counts(scene: Scene, token: int) -> bool:
    """Whether what follows makes a figure a number or a time: 30 percent, 30 million, 3:40."""
    word = scene.words[token]
    if word == ":":
        return scene.words[token + 1].isdecimal() and scene.close(token + 1)
    return word in scene.numbers.sets["percent.after"] or word in scene.numbers.scales


def day_number(scene: Scene, token: int) -> tuple[int, int] | None:
    """A day of the month that begins at `token`, in figures or words, and the token after it."""
    word = scene.words[token]
    if word.isdecimal():
        return (int(word), _ordinal_end(scene, token + 1)) if _is_day(word) else None
    numbers = scene.numbers
    if word in numbers.ordinals:
        value = numbers.ordinals[word]
        return (value, token + 1) if value <= MONTH_LENGTH else None
    if word not in numbers.tens:
        return None
    unit = token + 2 if scene.words[token + 1] == "-" else token + 1
    ordinal = numbers.ordinals.get(scene.words[unit], 0)
    if 0 < ordinal < 10:
        return numbers.tens[word] + ordinal, unit + 1
    found = compose(scene.words, token, numbers)
    return (int(found[0]), found[1]) if found and found[0] <= MONTH_LENGTH else None


def _ordinal_end(scene: Scene, token: int) -> int:
    """The token after an ordinal ending that sticks to the figure before `token`."""
    close = scene.words[token] in scene.numbers.endings and scene.close(token)
    return token + 1 if close else token


def _is_day(word: str) -> bool:
    return len(word) <= 2 and 1 <= int(word) <= MONTH_LENGTH


def _year_after(scene: Scene, token: int) -> tuple[int | None, int]:
    """The year that follows a month or a day, and the token after it; None and `token` else."""
    start = token
    while scene.words[start] in (",", "of", "-", "/", "'") and start - token < 2:
        start += 1
    word = scene.words[start]
    if not word.isdecimal():
        return None, token
    if len(word) == 4 and int(word) in scene.numbers.years and not is_counted(scene, start):
        return int(word), start + 1
    apostrophe = scene.words[start - 1] == "'" or scene.words[start - 1] == "of"
    late = (
        int(word[:3]) > MONTH_LENGTH and start == token and not scene.words[start + 1][:1].isalpha()
    )
    if len(word) == 2 and (apostrophe or late):
        return two_digit_year(int(word)), start + 1
    return None, token


def is_counted(scene: Scene, token: int) -> bool:
    """Whether a figure that looks like a year counts people: "On April 30, 2000 people"."""
    return scene.words[token + 1] in scene.numbers.sets["year.counted"]


def two_digit_year(number: int) -> int:
    """1999 for 99, 2024 for 24."""
    return 2000 + number if number <= PIVOT else 1900 + number


# ---- what stands before a month ------------------------------------------------------------------


def _year_before(scene: Scene, token: int) -> tuple[int | None, int]:
    """The year of "2019-aug-01" and its token; None and `token` else."""
    word = scene.words[token - 2]
    joined = scene.words[token - 1] in ("-", "/") and scene.close(token) and scene.close(token - 1)
    if joined and len(word) == 4 and word.isdecimal() and int(word) in scene.numbers.years:
        return int(word), token - 2
    return None, token


def _days_before(scene: Scene, token: int) -> tuple[int, int, int] | None:
    """Where the days before a month word begin, the first and the last of them.

    30 April, the 30th of April, 3 to 5 April, between the 3rd and the 5th of April.
    """
    last = token - 1
    before = scene.words[last]
    if not (before[:1].isdecimal() or before in scene.vocabulary.day_endings):
        return None
    if scene.words[last] == "of":
        last -= 1
        if scene.words[last] == "day":
            last -= 1
    elif scene.words[last] in ("-", "/") and scene.close(last) and scene.close(token):
        last -= 1
    found = _day_ending(scene, last)
    if found is None:
        return None
    end, first = found
    join = first - 1 if scene.words[first - 1] != "the" else first - 2
    joined = scene.is_in(join, "joins.and")
    if not joined and not scene.is_in(join, "joins.to"):
        return first, end, end
    start = _day_ending(scene, join - 1)
    if start is None or start[0] >= end:
        return first, end, end
    begins = start[1] - 1 if scene.words[start[1] - 1] == "the" else start[1]
    if joined and start[0] + 1 != end and not scene.is_in(begins - 1, "opening.between"):
        return first, end, end
    return begins, start[0], end


def _day_ending(scene: Scene, token: int) -> tuple[int, int] | None:
    """The day of the month whose last token is `token`, and its first token."""
    word = scene.words[token]
    if word in scene.numbers.endings and scene.close(token):
        token -= 1
        word = scene.words[token]
    if word.isdecimal():
        return (int(word), token) if _is_day(word) and _stands_free(scene, token) else None
    first = token
    if scene.words[token - 1] in scene.numbers.tens:
        first = token - 1
    elif scene.words[token - 1] == "-" and scene.words[token - 2] in scene.numbers.tens:
        first = token - 2
    found = day_number(scene, first)
    return (found[0], first) if found is not None and found[1] == token + 1 else None


def _stands_free(scene: Scene, token: int) -> bool:
    """Whether a figure is neither part of another nor of the date before it."""
    before = scene.words[token - 1]
    if before in scene.vocabulary.months or before in scene.numbers.sets["money.before"]:
        return False
    if not scene.close(token):
        return True
    clock = before in (".", ":") and scene.words[token - 2][-1:].isdecimal()
    return not (clock or before[-1:].isalnum())
