"""Finding dates: one pass over the words, work only at those that can be the head of a date.

Invariant: dates don't overlap, each reproduces its words at its offsets, and without a day of
publication whatever needs one is unresolved.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from departures.read.dates.calendar import Span
from departures.read.dates.days import month_date
from departures.read.dates.numeric import figures
from departures.read.dates.openings import closing_of, opening_of
from departures.read.dates.parts import edged, fold
from departures.read.dates.periods import decade, fiscal, quarter, season
from departures.read.dates.pieces import Anaphor, Item, Piece, Scene, scene_of
from departures.read.dates.ranges import join, resolved
from departures.read.dates.units import unit_phrase
from departures.read.dates.vocabulary import date_words
from departures.read.dates.weekdays import relative_day, weekday
from departures.read.numbers.figures import is_figure
from departures.read.page import Page

DAYS = ("day", "night", "morning", "afternoon", "evening")
FAR, MOST = 2, 8
"""So many sentences and dates back the day may be told that "the next day" is counted from."""
CUT = frozenset(("week", "month", "quarter", "half", "season", "year", "decade"))


class When(NamedTuple):
    """Tokens `first`…`last` (exclusive) and characters `start`…`end` of a day or a period."""

    first: int
    last: int
    start: int
    end: int
    earliest: date | None
    latest: date | None
    basis: str
    since: bool = False
    """Whether the period began on `earliest` and runs to the day of publication."""
    unit: str = "day"
    """What the words name: day, days, week, month, quarter, half, season, year, years, decade or
    range."""
    ends: date | None = None
    """The calendar end of a period that holds the day of publication and so was cut there."""
    upcoming: tuple[date, date] | None = None
    """The next such day or month, for what is still planned: "on Friday", "in November"."""
    bound: str | None = None
    """before, after, until, by or from, where such a word opens it; the span is the date's own."""


Handler = Callable[[Scene, int], Item | None]


@cache
def handlers(code: str) -> dict[str, Handler]:
    """Which function reads the date that a word is the head of."""
    words = date_words(code)
    table: dict[str, Handler] = dict.fromkeys(words.units, unit_phrase)
    table |= dict.fromkeys(words.seasons, season)
    table |= dict.fromkeys(words.decades, decade)
    table |= dict.fromkeys(words.relative_days, relative_day)
    table |= dict.fromkeys(words.sets["fiscal.words"], fiscal)
    table |= dict.fromkeys(words.weekdays, weekday)
    table |= dict.fromkeys(words.months, month_date)
    table |= dict.fromkeys(words.sets["quarters.letters"], quarter)
    return table


def find_dates(
    page: Page, published: date | None, code: str = "en", marks: Sequence[int] | None = None
) -> list[When]:
    """All days and periods of a page, in order; `marks`: the tokens of date words and figures."""
    table = handlers(code)
    if marks is None:
        marks = [token for token, word in enumerate(page.words) if word in table or is_figure(word)]
    if not marks:
        return []
    scene = scene_of(page, published, code)
    items = _items(scene, table, marks)
    if not items:
        return []
    pieces = [
        edged(scene, item) if isinstance(item, Piece) else item for item in fold(scene, items)
    ]
    told = [item for item in pieces if isinstance(item, Anaphor) or not item.weak]
    return _whens(scene, join(scene, told))


def _items(scene: Scene, table: dict[str, Handler], marks: Sequence[int]) -> list[Item]:
    """Every piece, part and anaphor of the page, in order and without overlap."""
    items: list[Item] = []
    done = 0
    for token in marks:
        if token < done:
            continue
        item = table.get(scene.words[token], figures)(scene, token)
        if item is None:
            continue
        while items and items[-1].last > item.first:
            items.pop()
        items.append(item)
        done = item.last
    return items


def _whens(scene: Scene, items: list[Piece | Anaphor]) -> list[When]:
    """Dates with the words before them, and anaphors resolved by the date before them."""
    found: list[When] = []
    if scene.vocabulary.sets["opening.since"].isdisjoint(scene.words):
        scene = scene._replace(reach=0)
    ceilings = [*(item.first for item in items), len(scene.page.words)]
    for index, item in enumerate(items):
        piece = _of_anaphor(scene, item, found) if isinstance(item, Anaphor) else item
        floor = found[-1].last if found else 0
        if isinstance(item, Anaphor) and _continues(found, piece):
            floor = found[-1].first
            piece = piece._replace(first=floor)
            found.pop()
        found.append(_when(scene, piece, floor, ceilings[index + 1]))
    return found


def _of_anaphor(scene: Scene, anaphor: Anaphor, found: list[When]) -> Piece:
    """The days of an anaphor, told by a date before it."""
    before = _day_before(scene, anaphor, found) if anaphor.unit in DAYS else None
    before = before or _date_before(scene, anaphor, found)
    span = basis = None
    if before is not None and before.earliest is not None and before.latest is not None:
        span, basis = Span(before.earliest, before.ends or before.latest), before.basis
        if anaphor.kind in ("same", "in_year"):
            span = Span(before.earliest, before.latest)
    known = resolved(anaphor, span, basis or "", scene.published)
    return Piece(anaphor.first, anaphor.last, known, anaphor.unit, basis="relative", cut=False)


def _day_before(scene: Scene, anaphor: Anaphor, found: list[When]) -> When | None:
    """The day told last, from which days are counted: months and years between are passed over."""
    near = scene.page.sentence_of(anaphor.first) - FAR
    for before in reversed(found[-MOST:]):
        if scene.page.sentence_of(before.first) < near:
            return None
        if before.unit == "day" and before.earliest is not None and not before.since:
            return before
    return None


def _date_before(scene: Scene, anaphor: Anaphor, found: list[When]) -> When | None:
    """The date told last, where it is in the same or the preceding sentence."""
    before = found[-1] if found else None
    if before is None:
        return None
    near = scene.page.sentence_of(anaphor.first) - 1
    return before if scene.page.sentence_of(before.first) >= near else None


def _continues(found: list[When], piece: Piece) -> bool:
    """Whether an anaphor goes on right behind another: the same period a year earlier."""
    return bool(found) and found[-1].last == piece.first and found[-1].unit == "period"


def _when(scene: Scene, piece: Piece, floor: int, ceiling: int) -> When:
    """A piece with the words around it that bound it, between the dates beside it."""
    first, opening = opening_of(scene, piece.first, floor)
    last = piece.last
    if opening is None and scene.words[last] in scene.vocabulary.closings:
        last = closing_of(scene, last, ceiling)
        opening = "from" if last > piece.last else None
    published, basis, page = scene.published, piece.basis, scene.page
    earliest, latest = piece.span or (None, None)
    ends: date | None = None
    since = opening == "since"
    if since:
        latest = published if published and earliest and earliest <= published else None
    elif opening == "as_of":
        basis = "as_of"
    elif opening is None and _runs(piece, published):
        latest, ends = published, latest
    return When(
        first,
        last,
        page.starts[first],
        page.ends[last - 1],
        earliest,
        latest,
        basis,
        since,
        piece.unit,
        ends,
        (piece.upcoming[0], piece.upcoming[1]) if piece.upcoming else None,
        None if since or opening == "as_of" else opening,
    )


def _runs(piece: Piece, published: date | None) -> bool:
    """Whether a period holds the day of publication and is told as one that runs."""
    if published is None or piece.span is None or not piece.cut or piece.unit not in CUT:
        return False
    return piece.span.earliest <= published < piece.span.latest
