"""Days told from the day of publication: Tuesday, last Thursday, Friday the 13th, yesterday.

Invariant: without a day of publication their span is None; nothing is guessed.
"""

from datetime import date

from departures.read.dates.calendar import (
    Span,
    day,
    moved_span,
    shift_days,
    shift_months,
    weekday_after,
    weekday_before,
)
from departures.read.dates.days import day_number, follows
from departures.read.dates.pieces import Item, Part, Piece, Scene, single

DAYTIMES = frozenset(("night", "morning"))
MONTHS_BACK = 36
"""How far from publication a Friday the 13th is looked for."""


def weekday(scene: Scene, token: int) -> Item | None:
    """Tuesday, last Thursday, this Monday, on Friday night, the first Monday of."""
    number = scene.vocabulary.weekdays[scene.words[token]]
    if scene.is_in(token - 1, "sets.words") or not _is_weekday(scene, token):
        return None
    last = _weekday_end(scene, token)
    nth = scene.vocabulary.parts_of.get(scene.words[token - 1])
    if nth is not None and scene.words[last] in ("of", "in"):
        return Part(token - 1, last + 1, "nth_weekday", nth, str(number))
    dated = _numbered(scene, token, last, number)
    if dated is not None:
        return dated
    way = scene.words[token - 1]
    if way in scene.vocabulary.directions:
        return _directed(scene, token, last, number)
    published = scene.published
    span = single(weekday_before(number, published)) if published else None
    upcoming = single(weekday_after(number, published)) if published else None
    return Piece(token, last, span, "day", "weekday", weekday=number, upcoming=upcoming)


def _weekday_end(scene: Scene, token: int) -> int:
    """The token after a weekday, the stop of "Tues." and the part of the day taken in."""
    last = token + 1
    if scene.words[token] in scene.vocabulary.abbreviations and scene.words[last] == ".":
        last += scene.close(last)
    return last + 1 if scene.vocabulary.units.get(scene.words[last]) in DAYTIMES else last


def _directed(scene: Scene, token: int, last: int, number: int) -> Piece:
    """Last, this or next such weekday. "last" is the latest before publication."""
    first, way = token - 1, scene.words[token - 1]
    if scene.words[first - 1] in scene.vocabulary.directions:
        first -= 1
    published, direction = scene.published, scene.vocabulary.directions[way]
    found: date | None = None
    if published is not None and direction < 0:
        found = weekday_before(number, published, strictly=True)
    elif published is not None and scene.is_in(token - 1, "soon.words"):
        tomorrow = shift_days(published, 1)
        found = weekday_after(number, tomorrow) if tomorrow else None
    elif published is not None:
        week = moved_span(published, direction, "week")
        found = shift_days(week.earliest, number) if week else None
    return Piece(first, last, single(found), "day", "weekday", weekday=number)


def _is_weekday(scene: Scene, token: int) -> bool:
    """Whether the word is a weekday as written: "Sun" in a date, not the sun."""
    if not scene.is_in(token, "ambiguous.words"):
        return True
    if not scene.page.capital(token):
        return False
    after = token + 2 if scene.words[token + 1] in (".", ",") else token + 1
    dated = scene.words[after] in scene.vocabulary.months or scene.words[after][:1].isdecimal()
    return dated or scene.is_in(token - 1, "ambiguous.cues")


def _numbered(scene: Scene, token: int, last: int, weekday: int) -> Piece | None:
    """Friday the 13th, Mon 13th, Monday 21: the day of a month that is not told."""
    start = last + 1 if scene.words[last] == "the" else last
    found = day_number(scene, start)
    if found is None or (scene.words[start] in scene.numbers.tens and start == last):
        return None
    number, end = found
    bare = start == last and end == start + 1 and scene.words[start].isdecimal()
    after = scene.words[end]
    if after in scene.vocabulary.months or after in ("of", ":", "/", "-", "–", "%"):
        return None
    if start > last and _in_name(scene, end):
        return None
    if bare and (after[:1].isalnum() and not follows(scene, end)):
        return None
    if scene.words[start] in scene.numbers.ordinals and start == last:
        return None
    return monthless(scene, token, end, number, weekday)


def monthless(
    scene: Scene, first: int, last: int, number: int, weekday: int | None
) -> Piece | None:
    """The latest such day of a month up to publication, and the next one."""
    if not 1 <= number <= 31:
        return None
    published = scene.published
    basis = "relative" if weekday is None else "weekday"
    if published is None:
        return Piece(first, last, None, "day", basis, weekday=weekday)
    past = _nearest(published, number, weekday, range(0, -MONTHS_BACK, -1))
    ahead = _nearest(published, number, weekday, range(MONTHS_BACK))
    if past is None and ahead is None:
        return None
    return Piece(first, last, single(past), "day", basis, upcoming=single(ahead))


def _nearest(published: date, number: int, weekday: int | None, months: range) -> date | None:
    """The first day with this number, and weekday, in months counted away from publication."""
    for step in months:
        moved = shift_months(published.replace(day=1), step)
        found = day(moved.year, moved.month, number) if moved else None
        if found is None or (weekday is not None and found.weekday() != weekday):
            continue
        if (found <= published) if months.step < 0 else (found >= published):
            return found
    return None


def relative_day(scene: Scene, token: int) -> Piece | None:
    """Today, yesterday, overnight; "now" only as the end of a range."""
    low, high = scene.vocabulary.relative_days[scene.words[token]]
    if scene.is_in(token, "now.words") and not scene.is_in(token - 1, "now.after"):
        return None
    published = scene.published
    last = token + 1
    if scene.vocabulary.units.get(scene.words[last]) in DAYTIMES:
        last += 1
    if published is None:
        return Piece(token, last, None, "day", "relative")
    earliest, latest = shift_days(published, low), shift_days(published, high)
    span = Span(earliest, latest) if earliest and latest else None
    return Piece(token, last, span, "day", "relative")


def _in_name(scene: Scene, token: int) -> bool:
    """Whether a number belongs to the name that goes on at `token`: "Tuesday the 9th Circuit"."""
    page = scene.page
    return token < len(page.words) and page.capital(token) and page.words[token][0].isalpha()
