"""Putting pieces together: parts of periods, ranges, and the words before them.

"first two months of" + "this year", "from" + "Monday" + "to" + "Wednesday", "since" + "20 January".
Invariant: items stay in the order of the text and don't overlap.
"""

from datetime import date, timedelta

from departures.read.dates.calendar import (
    Span,
    month_span,
    shift,
    shift_days,
    shift_months,
    unit_span,
    week_span,
)
from departures.read.dates.days import day_piece, month_piece
from departures.read.dates.pieces import Anaphor, Item, Part, Piece, Scene, single

GAP = frozenset(("of", "the", "in", "on", ",", "'s", "-"))
LINKS = frozenset(("of", ",", "in", "the", "on", "-", "("))


def fold(scene: Scene, items: list[Item]) -> list[Piece | Anaphor]:
    """Apply each part to the piece that follows it, from the right; drop parts of nothing."""
    folded: list[Item] = []
    for item in reversed(items):
        following = folded[-1] if folded else None
        if isinstance(item, Part):
            if (
                following is not None
                and not isinstance(following, Part)
                and _near(scene, item.last, following.first, GAP)
            ):
                whole = _part(scene, item, following)
                if whole is not None:
                    folded[-1] = whole
                    continue
            item = _part_of_now(scene, item)
            if item is None:
                continue
        elif isinstance(item, Piece) and isinstance(following, Piece):
            joined = _linked(scene, item, following)
            if joined is not None:
                folded[-1] = joined
                continue
        folded.append(item)
    folded.reverse()
    return [item for item in folded if not isinstance(item, Part)]


def _near(scene: Scene, last: int, first: int, allowed: frozenset[str]) -> bool:
    """Whether only a few `allowed` words stand between two items."""
    return 0 <= first - last <= 2 and all(word in allowed for word in scene.words[last:first])


def _part(scene: Scene, part: Part, whole: Piece | Anaphor) -> Piece | None:
    """The piece that a part makes of its whole."""
    if isinstance(whole, Anaphor):
        return None
    if whole.span is None:
        return whole._replace(first=part.first, unit=part.unit, weak=False, upcoming=None)
    span = part_span(part, whole.span)
    if span is None:
        return None
    basis = "fiscal_year" if part.kind == "fiscal_ending" else whole.basis
    return Piece(part.first, whole.last, span, part.unit, basis, cut=part.kind != "shift")


def part_span(part: Part, whole: Span) -> Span | None:
    """The days of a part: of, to or from its whole."""
    if part.kind in ("ending", "fiscal_ending"):
        after = shift_days(whole.latest, 1)
        start = shift(after, -part.number, part.unit) if after else None
        return Span(start, whole.latest) if start else None
    if part.kind == "shift":
        moved = shift(whole.earliest, part.number, part.unit)
        return single(moved)
    if part.kind == "week_of":
        return week_span(whole.earliest)
    if part.unit == "week":
        return _weeks_of(part, whole)
    if part.kind == "last":
        after = shift_days(whole.latest, 1)
        start = shift(after, -part.number, part.unit) if after else None
        return Span(max(start, whole.earliest), whole.latest) if start else None
    steps = part.number if part.kind == "first" else 1
    skipped = 0 if part.kind == "first" else part.number - 1
    start = shift(whole.earliest, skipped, part.unit)
    after = shift(whole.earliest, skipped + steps, part.unit)
    if start is None or after is None or start > whole.latest:
        return None
    return Span(start, after - timedelta(1))


def _weeks_of(part: Part, whole: Span) -> Span | None:
    """Calendar weeks of a period: a week belongs where its Thursday is (ISO 8601)."""
    if part.kind == "last":
        week = week_span(whole.latest)
        if week and week.earliest + timedelta(3) > whole.latest:
            week = Span(week.earliest - timedelta(7), week.latest - timedelta(7))
        return Span(week.earliest - timedelta(7 * (part.number - 1)), week.latest) if week else None
    week = week_span(whole.earliest)
    if week is None:
        return None
    skipped = 0 if part.kind == "first" else part.number - 1
    if week.earliest + timedelta(3) < whole.earliest:
        skipped += 1
    length = part.number if part.kind == "first" else 1
    start = shift_days(week.earliest, 7 * skipped)
    end = shift_days(week.earliest, 7 * (skipped + length) - 1)
    return Span(start, end) if start and end else None


def _part_of_now(scene: Scene, part: Part) -> Piece | None:
    """The third quarter, said without its year: the latest that has begun."""
    if part.unit not in ("quarter", "half") or part.kind != "nth" or scene.published is None:
        return None
    for year in (scene.published.year, scene.published.year - 1):
        span = part_span(part, Span(date(year, 1, 1), date(year, 12, 31)))
        if span is not None and span.earliest <= scene.published:
            return Piece(part.first, part.last - 1, span, part.unit, "relative")
    return None


def _linked(scene: Scene, left: Piece, right: Piece) -> Piece | None:
    """One piece of two that tell one day: Tuesday, April 30; May 7 last year; Thursday last week."""
    if not _near(scene, left.last, right.first, LINKS):
        return None
    if left.weekday is not None and right.day and right.unit == "day":
        return right._replace(first=left.first)
    if left.weekday is not None and right.unit == "week" and right.basis == "relative":
        return _weekday_in(left, right)
    if right.weekday is not None and left.unit == "week" and left.basis == "relative":
        return _weekday_in(right, left)
    if right.unit == "year" and left.year is None and left.month and right.span is not None:
        if right.basis == "stated" and scene.words[left.last : right.first] not in (
            ["in"],
            ["of"],
            [","],
        ):
            return None
        return _dated(scene, left, right)
    return None


def _weekday_in(weekday: Piece, week: Piece) -> Piece:
    """The weekday of a given week."""
    assert weekday.weekday is not None
    day = shift_days(week.span.earliest, weekday.weekday) if week.span else None
    first, last = min(weekday.first, week.first), max(weekday.last, week.last)
    return Piece(first, last, single(day), "day", "weekday", weekday=weekday.weekday)


def _dated(scene: Scene, left: Piece, right: Piece) -> Piece | None:
    """A day or a month, with the year that the next piece tells."""
    assert right.span is not None
    year = right.span.latest.year
    if left.unit == "month":
        return month_piece(scene, left.first, right.last, year, left.month)
    return day_piece(scene, left.first, right.last, year, left.month, left.day)


def edged(scene: Scene, piece: Piece) -> Piece:
    """Take in the "early", "mid-" or "the end of" before a period."""
    if piece.unit in ("day", "days", "years"):
        return piece
    words, edges = scene.word, scene.vocabulary.edges
    token, link = piece.first - 1, ""
    if words(token) == "the":
        token -= 1
    if words(token) in ("of", "in", "-", "to"):
        link = words(token)
        token -= 1
    edge = edges.get(words(token), "")
    if link in ("", "-") and edge not in ("early", "mid", "late", "earlier", "later"):
        return piece
    if link == "to" or (link == "in" and edge in ("start", "end")) or not edge:
        return piece
    if words(token - 1) == "the" and edge in ("start", "end", "mid"):
        token -= 1
    if piece.span is None:
        return piece._replace(first=token, weak=False, upcoming=None)
    span = _edge_span(edge, piece.span, piece.unit, scene.published)
    if span is None:
        return piece
    return piece._replace(first=token, span=span, weak=False, upcoming=None, cut=False)


def _edge_span(edge: str, span: Span, unit: str, published: date | None) -> Span | None:
    """The first or last day, or the half or middle, of a period."""
    if edge == "start":
        return Span(span.earliest, span.earliest)
    if edge == "end":
        return Span(span.latest, span.latest)
    if edge in ("earlier", "later"):
        if published is None or not span.earliest <= published <= span.latest:
            edge = "early" if edge == "earlier" else "late"
        else:
            return (
                Span(span.earliest, published)
                if edge == "earlier"
                else Span(published, span.latest)
            )
    if unit == "month":
        days = {"early": (1, 15), "mid": (10, 20), "late": (16, span.latest.day)}[edge]
        return Span(span.earliest.replace(day=days[0]), span.earliest.replace(day=days[1]))
    if unit == "year":
        months = {"early": (0, 4), "mid": (4, 8), "late": (8, 12)}[edge]
        start, after = (
            shift_months(span.earliest, months[0]),
            shift_months(span.earliest, months[1]),
        )
        return Span(start, after - timedelta(1)) if start and after else None
    length = (span.latest - span.earliest).days + 1
    low, high = {
        "early": (0, length // 2),
        "mid": (length // 3, length - length // 3 - 1),
        "late": (length // 2, length - 1),
    }[edge]
    return Span(span.earliest + timedelta(low), span.earliest + timedelta(high))


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
    sets = scene.vocabulary.sets
    gap = [word for word in scene.words[left.last : right.first] if word not in ("the", "on")]
    if gap[:1] == [","]:
        gap = gap[1:]
    before = left.first - 1 if scene.word(left.first - 1) not in ("the", "on") else left.first - 2
    between = scene.word(before) in sets["opening.between"]
    if len(gap) != 1 or right.first - left.last > 4:
        return None
    if gap[0] not in sets["joins.to"] and not (between and gap[0] in sets["joins.and"]):
        return None
    left, right = _agreed(scene, left, right)
    first = left.first
    if between or scene.word(before) in sets["opening.from"]:
        first = before
    basis = right.basis if right.basis != "relative" else left.basis
    if left.span is None or right.span is None:
        return Piece(first, right.last, None, "range", basis)
    if left.span.earliest > right.span.latest:
        return None
    return Piece(
        first, right.last, Span(left.span.earliest, right.span.latest), "range", basis, cut=False
    )


def _agreed(scene: Scene, left: Piece, right: Piece) -> tuple[Piece, Piece]:
    """Both ends of a range, with the year or the week of the one that tells it given to the other."""
    if (
        left.weekday is not None
        and right.weekday is not None
        and right.span
        and not right.day
        and not left.day
    ):
        back = (right.weekday - left.weekday) % 7
        return left._replace(span=single(shift_days(right.span.earliest, -back))), right
    if left.month and left.year is None and right.span is not None:
        for year in (right.span.latest.year, right.span.latest.year - 1):
            moved = _in_year(scene, left, year)
            if moved is not None and moved.span and moved.span.earliest <= right.span.earliest:
                return moved, right
    if right.month and right.year is None and left.year is not None and left.span is not None:
        for year in (left.span.earliest.year, left.span.earliest.year + 1):
            moved = _in_year(scene, right, year)
            if moved is not None and moved.span and moved.span.latest >= left.span.latest:
                return left, moved
    return left, right


def _in_year(scene: Scene, piece: Piece, year: int) -> Piece | None:
    """A day or a month without a year, set into one."""
    if piece.unit == "month":
        span = month_span(year, piece.month)
        return piece._replace(span=span, year=year)
    return day_piece(scene, piece.first, piece.last, year, piece.month, piece.day)


def resolved(
    anaphor: Anaphor, before: Span | None, basis: str, published: date | None
) -> Span | None:
    """What "the day before", "the same month" or "a year earlier" means after the span `before`."""
    if anaphor.kind == "step" and before is None:
        if published is None or anaphor.unit in ("day", "period"):
            return None
        moved = shift(published, anaphor.number, anaphor.unit)
        return unit_span(moved, anaphor.unit) if moved else None
    if before is None:
        return None
    if anaphor.kind == "same":
        if anaphor.unit in ("period", "fiscal") or anaphor.number > 1 or basis == "fiscal_year":
            return before
        if anaphor.unit == "day":
            return single(before.latest)
        return unit_span(before.earliest, anaphor.unit)
    long = anaphor.unit in ("month", "quarter", "half", "year", "decade")
    whole = (before.latest - before.earliest).days > 27
    if long and whole:
        earliest = shift(before.earliest, anaphor.number, anaphor.unit)
        after = shift_days(before.latest, 1)
        latest = shift(after, anaphor.number, anaphor.unit) if after else None
        return Span(earliest, latest - timedelta(1)) if earliest and latest else None
    start = before.earliest if anaphor.number < 0 else before.latest
    moved = shift(start, anaphor.number, anaphor.unit)
    if moved is None:
        return None
    return (
        single(moved)
        if anaphor.unit in ("day", "night", "week") and anaphor.kind == "shift"
        else unit_span(moved, anaphor.unit)
    )
