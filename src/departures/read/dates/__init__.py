"""Days and periods of a page, resolved against the day of publication.

Invariant: dates don't overlap, each reproduces its words at its offsets, and without a day of
publication whatever needs one is unresolved: never guessed, never today.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from departures.read.dates.calendar import Span, unit_span
from departures.read.dates.days import figures, month_date
from departures.read.dates.joining import edged, fold, join, resolved
from departures.read.dates.periods import decade, fiscal, quarter, season
from departures.read.dates.pieces import Anaphor, Item, Piece, Scene
from departures.read.dates.relative import relative_day, unit_phrase, weekday
from departures.read.dates.vocabulary import date_words
from departures.read.numbers.vocabulary import number_words
from departures.read.page import Page

__all__ = ["When", "find_dates"]

SINCE_REACH = 8
"""How far before a date its "since" may stand: "since the new law took effect on 1 March"."""
CUT = frozenset(("week", "month", "quarter", "half", "season", "year", "days"))


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
    """What the words name: day, week, month, quarter, half, season, year, decade, days or range."""
    ends: date | None = None
    """The calendar end of a period that holds the day of publication and so was cut there."""
    upcoming: tuple[date, date] | None = None
    """The next such day or month, for what is still planned: "on Friday", "in November"."""
    bound: str | None = None
    """before, after, until or by, where such a word stands before it; the span is that of the date."""


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
    table |= dict.fromkeys(("q", "h"), quarter)
    return table


def find_dates(page: Page, published: date | None, code: str = "en") -> list[When]:
    """All days and periods of a page, in order."""
    scene = Scene(page, page.words, published, date_words(code), number_words(code))
    items = _items(scene, handlers(code))
    if not items:
        return []
    pieces = [
        edged(scene, item) if isinstance(item, Piece) else item for item in fold(scene, items)
    ]
    told = [item for item in pieces if isinstance(item, Anaphor) or not item.weak]
    return _whens(scene, join(scene, told))


def _items(scene: Scene, table: dict[str, Handler]) -> list[Item]:
    """Every piece, part and anaphor of the page, in order and without overlap."""
    items: list[Item] = []
    done = 0
    for token, word in enumerate(scene.words):
        handler = table.get(word)
        if handler is None:
            if not word[0].isdecimal() or token < done:
                continue
            handler = figures
        if token < done:
            continue
        item = handler(scene, token)
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
    for item in items:
        before = _antecedent(scene, item.first, found)
        if isinstance(item, Anaphor):
            span = _whole(before) if before else None
            basis = before.basis if before else ""
            known = resolved(item, span, basis, scene.published)
            piece = Piece(item.first, item.last, known, item.unit, "relative")
        else:
            piece = item
        found.append(_when(scene, piece, found[-1].last if found else 0))
    return found


def _antecedent(scene: Scene, token: int, found: list[When]) -> When | None:
    """The date before `token` in the same or the preceding sentence."""
    if not found or found[-1].earliest is None:
        return None
    sentence = scene.page.sentence_of(token)
    return found[-1] if scene.page.sentence_of(found[-1].first) >= sentence - 1 else None


def _whole(when: When) -> Span | None:
    """The days of a date, a period that was cut at publication in full."""
    if when.earliest is None or when.latest is None:
        return None
    return Span(when.earliest, when.ends or when.latest)


def _when(scene: Scene, piece: Piece, floor: int) -> When:
    """A piece with the words before it that bound it."""
    first, opening = _opening(scene, piece.first, floor)
    span, published, basis = piece.span, scene.published, piece.basis
    earliest, latest, ends = (span.earliest, span.latest, None) if span else (None, None, None)
    since = opening == "since"
    if since:
        latest = published if published and earliest and earliest <= published else None
    elif opening == "as_of":
        basis = "as_of"
    elif opening is None and piece.cut and piece.unit in CUT and published and earliest and latest:
        if earliest <= published < latest:
            latest, ends = published, latest
    bound = opening if opening in ("before", "after", "until", "by") else None
    return When(
        first,
        piece.last,
        scene.page.starts[first],
        scene.page.ends[piece.last - 1],
        earliest,
        latest,
        basis,
        since,
        piece.unit,
        ends,
        tuple(piece.upcoming) if piece.upcoming else None,
        bound,
    )


def _opening(scene: Scene, first: int, floor: int) -> tuple[int, str | None]:
    """The word or phrase before a date that bounds it, and where the date with it begins."""
    words = scene.words
    token = first
    while token > floor and words[token - 1] in ("the", "on", "around", "about"):
        token -= 1
    for phrase, meaning in scene.vocabulary.openings:
        start = token - len(phrase)
        if start >= floor and tuple(words[start:token]) == phrase:
            if meaning in ("between", "from"):
                return first, None
            return start, meaning
    for back in range(first - 1, max(floor, first - SINCE_REACH) - 1, -1):
        if words[back] in ("since",):
            return first, "since"
        if not words[back][0].isalpha():
            break
    return first, None
