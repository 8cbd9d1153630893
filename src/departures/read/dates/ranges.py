"""Ranges of days, and dates told by the one before them.

"from Monday to Wednesday", "between 1 January and 30 April", "September 2023 to September 2024";
"the same period a year earlier". Invariant: a range begins before it ends.
"""

from datetime import date, timedelta

from departures.read.dates.calendar import (
    Span,
    month_span,
    shift,
    shift_days,
    unit_span,
    weekday_after,
)
from departures.read.dates.days import day_piece
from departures.read.dates.pieces import Anaphor, Piece, Scene, single

GAP = 4
LONG = 27
"""A date that spans more days than this is a period, which is shifted as a whole."""


def join(scene: Scene, items: list[Piece | Anaphor]) -> list[Piece | Anaphor]:
    """Make one piece of two that are the ends of a range."""
    joined: list[Piece | Anaphor] = []
    for item in items:
        left = joined[-1] if joined else None
        if isinstance(left, Piece) and isinstance(item, Piece):
            both = _range(scene, left, item)
            if both is not None:
                joined[-1] = both
                continue
        joined.append(item)
    return joined


def _range(scene: Scene, left: Piece, right: Piece) -> Piece | None:
    """From … to …, between … and …, … – …"""
    if right.first - left.last > GAP or right.first == left.last:
        return None
    sets = scene.vocabulary.sets
    skipped = sets["gaps.range"]
    gap = [word for word in scene.words[left.last : right.first] if word not in skipped]
    if gap[:1] == [","]:
        del gap[0]
    if len(gap) != 1 or left.unit == "range":
        return None
    before = left.first - 1
    while scene.words[before] in skipped:
        before -= 1
    between = scene.is_in(before, "opening.between")
    if gap[0] not in sets["joins.to"] and not (between and gap[0] in sets["joins.and"]):
        return None
    left, right = _agreed(scene, left, right)
    first = before if between or scene.is_in(before, "opening.from") else left.first
    basis = left.basis if right.basis == "relative" else right.basis
    if left.span is None or right.span is None:
        return Piece(first, right.last, None, "range", basis)
    if left.span.earliest > right.span.latest:
        return None
    span = Span(left.span.earliest, right.span.latest)
    return Piece(first, right.last, span, "range", basis, cut=False)


def _agreed(scene: Scene, left: Piece, right: Piece) -> tuple[Piece, Piece]:
    """Both ends of a range, the year or the week that one of them tells given to the other."""
    if not (left.weekday is None or right.weekday is None or left.day or right.day):
        return _same_week(left, right, left.weekday, right.weekday)
    open_left = bool(left.month) and left.year is None
    open_right = bool(right.month) and right.year is None
    if open_left and right.span is not None and not open_right:
        if right.unit == "day" and right.basis == "relative" and left.span:
            return left, right
        for year in (right.span.latest.year, right.span.latest.year - 1):
            moved = _in_year(scene, left, year)
            if moved is not None and moved.span and moved.span.earliest <= right.span.earliest:
                return moved, right
    if open_right and left.span is not None:
        start = left.span.earliest
        for year in (start.year, start.year + 1):
            moved = _in_year(scene, right, year)
            if moved is not None and moved.span and moved.span.latest >= left.span.latest:
                return left, moved
    return left, right


def _same_week(left: Piece, right: Piece, starts: int, ends: int) -> tuple[Piece, Piece]:
    """From Monday to Wednesday: the latest such Wednesday, and the Monday before it."""
    if left.upcoming is None and left.span is not None and right.upcoming is not None:
        return left, right._replace(span=single(weekday_after(ends, left.span.latest)))
    if right.span is None:
        return left, right
    back = (ends - starts) % 7
    return left._replace(span=single(shift_days(right.span.earliest, -back))), right


def _in_year(scene: Scene, piece: Piece, year: int) -> Piece | None:
    """A day or a month without a year, set into one."""
    if not 1 <= year <= 9999:
        return None
    if piece.unit == "day":
        return day_piece(scene, piece.first, piece.last, year, piece.month, piece.day)
    if piece.unit == "month":
        return piece._replace(span=month_span(year, piece.month), year=year)
    return None


def resolved(
    anaphor: Anaphor, before: Span | None, basis: str, published: date | None
) -> Span | None:
    """What "the day before", "the same month" or "a year earlier" means after the span `before`."""
    if before is None:
        if anaphor.kind != "step" or published is None or anaphor.unit in ("day", "period"):
            return None
        moved = shift(published, anaphor.number, anaphor.unit)
        return unit_span(moved, anaphor.unit) if moved else None
    if anaphor.kind == "same":
        return _same(anaphor, before, basis)
    if anaphor.kind == "in_year":
        years = anaphor.number - before.earliest.year
        return _moved(before, anaphor._replace(number=years, unit="year"))
    long = anaphor.unit not in ("day", "night", "week")
    if long and (before.latest - before.earliest).days > LONG:
        return _moved(before, anaphor)
    start = before.earliest if anaphor.number < 0 else before.latest
    moved = shift(start, anaphor.number, anaphor.unit)
    if moved is None:
        return None
    return unit_span(moved, anaphor.unit) if long or anaphor.kind == "step" else single(moved)


def _same(anaphor: Anaphor, before: Span, basis: str) -> Span | None:
    """The same day, month or period as before."""
    if anaphor.unit in ("period", "fiscal") or anaphor.number > 1:
        return before
    if basis == "fiscal_year" and anaphor.unit == "year":
        return before
    if anaphor.unit in ("day", "night", "morning"):
        return single(before.latest)
    return unit_span(before.earliest, anaphor.unit)


def _moved(before: Span, anaphor: Anaphor) -> Span | None:
    """A period so many units earlier or later, whole months kept whole."""
    earliest = shift(before.earliest, anaphor.number, anaphor.unit)
    after = shift_days(before.latest, 1)
    after = shift(after, anaphor.number, anaphor.unit) if after else None
    return Span(earliest, after - timedelta(1)) if earliest and after else None
