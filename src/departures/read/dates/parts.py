"""Parts of periods: the first two months of this year, early March, the end of 2024.

Invariant: items stay in the order of the text and don't overlap; a part of nothing is dropped.
"""

from datetime import date, timedelta

from departures.read.dates.calendar import (
    Span,
    shift,
    shift_days,
    shift_months,
    week_span,
    year_span,
)
from departures.read.dates.days import day_piece, month_piece
from departures.read.dates.pieces import Anaphor, Item, Part, Piece, Scene, single

THURSDAY = 3
MOST_GAP = 2
SHORT = 200
"""A period of fewer days is halved by days, a longer one by months."""


def fold(scene: Scene, items: list[Item]) -> list[Piece | Anaphor]:
    """Apply each part to the piece beside it, and join two pieces that tell one day."""
    folded: list[Item] = []
    for item in reversed(items):
        if folded and (joined := _joined(scene, item, folded[-1])) is not None:
            folded[-1] = joined
        else:
            folded.append(item)
    folded.reverse()
    pieces: list[Piece | Anaphor] = []
    for item in folded:
        piece = _part_of_now(scene, item) if isinstance(item, Part) else item
        if piece is not None:
            pieces.append(piece)
    return pieces


def _joined(scene: Scene, left: Item, right: Item) -> Piece | Anaphor | None:
    """One item of two items that stand side by side; None where they are two."""
    gap = scene.words[left.last : right.first]
    sets = scene.vocabulary.sets
    if len(gap) > MOST_GAP or not sets["gaps.same_day"].issuperset(gap):
        return None
    if isinstance(left, Part) and isinstance(right, Piece):
        return _part(left, right) if sets["gaps.part"].issuperset(gap) else None
    if isinstance(left, Piece) and isinstance(right, Part):
        return _part_behind(left, right)
    if isinstance(left, Piece) and isinstance(right, Piece):
        return _linked(scene, left, right, gap)
    if isinstance(left, Anaphor) and isinstance(right, Piece):
        return _same_of_year(left, right, left.first, right.last)
    if isinstance(left, Piece) and isinstance(right, Anaphor):
        return _same_of_year(right, left, left.first, right.last)
    return None


def _same_of_year(anaphor: Anaphor, year: Piece, first: int, last: int) -> Anaphor | None:
    """The same quarter of 2024; last year in the same four months."""
    if anaphor.kind != "same" or year.unit != "year" or year.basis == "fiscal_year":
        return None
    if year.span is None or anaphor.unit in ("year", "day", "fiscal"):
        return None
    return Anaphor(first, last, "in_year", year.span.earliest.year, anaphor.unit)


def _part(part: Part, whole: Piece) -> Piece | None:
    """The piece that a part makes of the whole behind it."""
    if whole.span is None:
        return whole._replace(first=part.first, unit=part.unit, weak=False, upcoming=None)
    span = part_span(part, whole.span)
    if span is None:
        return None
    upcoming = part_span(part, whole.upcoming) if whole.upcoming else None
    fiscal = part.kind == "fiscal_ending"
    basis = "fiscal_year" if fiscal else whole.basis
    unit = "day" if part.kind in ("shift", "nth_weekday") else part.unit
    cut = part.kind in ("first", "nth", "last", "week_of") and unit != "day"
    return Piece(part.first, whole.last, span, unit, basis, upcoming=upcoming, cut=cut)


def _part_behind(whole: Piece, part: Part) -> Piece | None:
    """Last year's third quarter."""
    if part.kind != "nth" or whole.unit != "year" or whole.span is None:
        return None
    span = part_span(part, whole.span)
    return Piece(whole.first, part.last, span, part.unit, whole.basis) if span else None


def part_span(part: Part, whole: Span) -> Span | None:
    """The days of a part: of, to or from its whole."""
    if part.kind == "shift":
        return single(shift(whole.earliest, part.number, part.unit))
    if part.kind == "week_of":
        return week_span(whole.earliest)
    if part.kind == "nth_weekday":
        return _nth_weekday(int(part.unit), part.number, whole)
    if part.kind in ("ending", "fiscal_ending", "last") and part.unit != "week":
        after = shift_days(whole.latest, 1)
        start = shift(after, -part.number, part.unit) if after else None
        if start is not None and part.kind == "last":
            start = max(start, whole.earliest)
        return Span(start, whole.latest) if start else None
    if part.unit == "week":
        return _weeks_of(part, whole)
    if part.unit == "half" and (whole.latest - whole.earliest).days < SHORT:
        return _half_of(part.number, whole)
    skipped = 0 if part.kind == "first" else part.number - 1
    length = part.number if part.kind == "first" else 1
    start = shift(whole.earliest, skipped, part.unit)
    after = shift(whole.earliest, skipped + length, part.unit)
    if start is None or after is None or start > whole.latest:
        return None
    return Span(start, after - timedelta(1))


def _nth_weekday(weekday: int, number: int, whole: Span) -> Span | None:
    """The first Monday of a month; the last where `number` is negative."""
    if number > 0:
        ahead = (weekday - whole.earliest.weekday()) % 7 + 7 * (number - 1)
        return single(shift_days(whole.earliest, ahead))
    return single(shift_days(whole.latest, -((whole.latest.weekday() - weekday) % 7)))


def _half_of(number: int, whole: Span) -> Span:
    """The first or the second half of a month or a quarter."""
    middle = whole.earliest + (whole.latest - whole.earliest) // 2
    if number == 1:
        return Span(whole.earliest, middle)
    return Span(min(middle + timedelta(1), whole.latest), whole.latest)


def _weeks_of(part: Part, whole: Span) -> Span | None:
    """Calendar weeks of a period: a week belongs where its Thursday is (ISO 8601)."""
    if part.kind == "ending":
        start = shift_days(whole.latest, 1 - 7 * part.number)
        return Span(start, whole.latest) if start else None
    week = week_span(whole.latest if part.kind == "last" else whole.earliest)
    if week is None:
        return None
    thursday = week.earliest + timedelta(THURSDAY)
    if part.kind == "last":
        last = -1 if thursday > whole.latest else 0
        first = last - part.number + 1
    else:
        first = 1 if thursday < whole.earliest else 0
        first += 0 if part.kind == "first" else part.number - 1
        last = first + (part.number - 1 if part.kind == "first" else 0)
    start, end = shift_days(week.earliest, 7 * first), shift_days(week.latest, 7 * last)
    return Span(start, end) if start and end else None


def _part_of_now(scene: Scene, part: Part) -> Piece | None:
    """The third quarter, said without its year: the latest that has begun."""
    if part.unit != "quarter" or part.kind != "nth" or scene.words[part.last - 1] == "of":
        return None
    last = part.last
    published = scene.published
    if published is None:
        return Piece(part.first, last, None, part.unit, "relative")
    for year in (published.year, published.year - 1):
        span = part_span(part, year_span(year)) if year else None
        if span is not None and span.earliest <= published:
            return Piece(part.first, last, span, part.unit, "relative")
    return None


def _linked(scene: Scene, left: Piece, right: Piece, gap: list[str]) -> Piece | None:
    """One piece of two that tell one day: Tuesday, April 30; May 7 last year."""
    if right.day and right.unit == "day" and (left.weekday is not None or left.basis == "relative"):
        return right._replace(first=left.first) if left.unit == "day" else None
    if left.weekday is not None and right.unit == "week" and right.basis == "relative":
        return _weekday_in(left, right)
    if right.weekday is not None and left.unit == "week" and left.basis == "relative":
        return _weekday_in(right, left)
    if right.unit == "year" and left.year is None and left.month and right.span is not None:
        if right.basis == "stated" and gap not in (["in"], ["of"]):
            return None
        if right.basis == "fiscal_year" or right.weak:
            return None
        return _dated(scene, left, right.last, right.span.earliest.year)
    dated = left.year is not None and right.year is None and bool(right.month)
    if dated and left.unit == "year" and right.unit == "month" and not gap:
        return month_piece(scene, left.first, right.last, left.year, right.month)
    return None


def _weekday_in(weekday: Piece, week: Piece) -> Piece:
    """The weekday of a given week."""
    day = shift_days(week.span.earliest, weekday.weekday or 0) if week.span else None
    first, last = min(weekday.first, week.first), max(weekday.last, week.last)
    return Piece(first, last, single(day), "day", "weekday", weekday=weekday.weekday)


def _dated(scene: Scene, piece: Piece, last: int, year: int) -> Piece | None:
    """A day or a month, with the year that the next piece tells."""
    if piece.unit == "month":
        return month_piece(scene, piece.first, last, year, piece.month)
    if piece.unit != "day":
        return None
    return day_piece(scene, piece.first, last, year, piece.month, piece.day)


def edged(scene: Scene, piece: Piece) -> Piece:
    """Take in the "early", "mid-" or "the end of" before a period."""
    if piece.unit in ("day", "days", "years"):
        return piece
    words, edges = scene.words, scene.vocabulary.edges
    token = piece.first - 1
    if words[token] == "the":
        token -= 1
    link = words[token] if words[token] in ("of", "in", "-") else ""
    if link:
        token -= 1
    edge = edges.get(words[token], "")
    ends = edge in ("start", "end", "rest")
    if not edge or (ends and link != "of") or (link == "of" and not (ends or edge == "mid")):
        return piece
    if words[token - 1] == "the" and link == "of":
        token -= 1
    span, upcoming = (
        _edge_span(edge, whole, piece.unit, scene.published) if whole else None
        for whole in (piece.span, piece.upcoming)
    )
    return piece._replace(first=token, span=span, weak=False, upcoming=upcoming, cut=False)


def _edge_span(edge: str, span: Span, unit: str, published: date | None) -> Span | None:
    """The first or last day, the part up to or from publication, or a third or half of a period."""
    if edge == "start":
        return single(span.earliest)
    if edge == "end":
        return single(span.latest)
    if edge in ("earlier", "later", "rest"):
        if published is not None and span.earliest <= published <= span.latest:
            before = edge == "earlier"
            return Span(span.earliest, published) if before else Span(published, span.latest)
        edge = "early" if edge == "earlier" else "late"
    if unit == "month":
        days = {"early": (1, 15), "mid": (10, 20), "late": (16, span.latest.day)}[edge]
        return Span(span.earliest.replace(day=days[0]), span.earliest.replace(day=days[1]))
    if unit == "year":
        months = {"early": (0, 4), "mid": (4, 8), "late": (8, 12)}[edge]
        start, after = (shift_months(span.earliest, months[end]) for end in (0, 1))
        return Span(start, after - timedelta(1)) if start and after else None
    length = (span.latest - span.earliest).days
    parts = {"early": (0, 2), "mid": (1, 2), "late": (2, 4)}[edge]
    low, high = (length * parts[0]) // 4, (length * parts[1]) // 4
    if edge == "mid":
        low, high = length // 3, length - length // 3
    elif edge == "late":
        low, high = (length + 1) // 2, length
    return Span(span.earliest + timedelta(low), span.earliest + timedelta(high))
