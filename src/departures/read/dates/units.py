"""Phrases around a unit of time: last week, the past three days, two years ago, a year earlier.

Invariant: without a day of publication a phrase that needs one has no span; what hangs on a date
told before is an `Anaphor`, what needs the date behind it a `Part`.
"""

from departures.read.dates.calendar import (
    Span,
    moved_span,
    shift,
    shift_days,
    unit_span,
    weekday_before,
)
from departures.read.dates.periods import fiscal_year_of
from departures.read.dates.pieces import Anaphor, Item, Part, Piece, Scene, count_before, single
from departures.read.dates.weekdays import DAYTIMES

CALENDAR_UNITS = ("week", "month", "year", "quarter", "decade")
SATURDAY = 5
HOURS = 24


def unit_phrase(scene: Scene, token: int) -> Item | None:
    """Whatever a word like "week" or "years" is the head of."""
    vocabulary = scene.vocabulary
    unit = vocabulary.units[scene.words[token]]
    after = scene.words[token + 1]
    if after == "-" or scene.is_in(token - 1, "sets.words"):
        return None
    if after in vocabulary.sets["ago.words"]:
        return _ago(scene, token, unit)
    if after in vocabulary.sets["earlier.words"] or after in vocabulary.sets["later.words"]:
        item = _shifted(scene, token, unit)
        if item is not None:
            return item
    if after == "from":
        count = count_before(scene, token)
        if count is not None:
            return Part(count[1], token + 2, "shift", count[0], unit)
    part = _whole_follows(scene, token, unit)
    if part is not None:
        return part
    if unit in ("quarter", "half"):
        found = _ordinal_before(scene, token)
        if found is not None and found[0] > 0:
            return Part(found[2], token + 1, "nth", found[0], unit)
    return _directed(scene, token, unit)


def _ago(scene: Scene, token: int, unit: str) -> Piece | None:
    """Three days ago; two years ago is that calendar year."""
    count = count_before(scene, token)
    if count is None or unit in ("hour", "period"):
        return None
    number, first = count
    if scene.published is None:
        return Piece(first, token + 2, None, unit, "relative")
    moved = shift(scene.published, -number, unit)
    if moved is None:
        return None
    span = single(moved) if unit in ("day", "night", "week") else unit_span(moved, unit)
    return Piece(first, token + 2, span, unit, "relative", cut=False)


def _shifted(scene: Scene, token: int, unit: str) -> Item | None:
    """Two days later, a year earlier, the day before; "the day before yesterday" takes a date."""
    count = count_before(scene, token)
    if count is None and scene.words[token - 1] == "the":
        count = (1, token - 1)
    if count is None or unit in ("hour", "period"):
        return None
    number, first = count
    sign = -1 if scene.is_in(token + 1, "earlier.words") else 1
    if scene.is_in(token + 1, "earlier.taking"):
        if _begins_date(scene, token + 2):
            return Part(first, token + 2, "shift", sign * number, unit)
        following = scene.words[token + 2]
        if following[:1].isalnum() and not scene.is_in(token + 2, "earlier.followed"):
            return None
    if scene.words[token + 2] == "than":
        return None
    return Anaphor(first, token + 2, "shift", sign * number, unit)


def _begins_date(scene: Scene, token: int) -> bool:
    """Whether a date begins at `token`, as far as its first words tell."""
    vocabulary, word = scene.vocabulary, scene.words[token]
    if word in vocabulary.months or word in vocabulary.weekdays or word in vocabulary.relative_days:
        return True
    if word in vocabulary.directions:
        return word != "this"
    numbered = word[:1].isdecimal() and scene.words[token + 1] in vocabulary.months
    return numbered or (len(word) == 4 and word.isdecimal())


def _whole_follows(scene: Scene, token: int, unit: str) -> Part | None:
    """The year ending …, the seven days to …, the week of …, the first two months of …"""
    after = scene.words[token + 1]
    if after == "of":
        return _part_of(scene, token, unit)
    if scene.is_in(token + 1, "ending.beginning"):
        last = token + 3 if scene.words[token + 2] == "on" else token + 2
        return Part(token, last, "week_of", 1, unit) if unit == "week" else None
    last = token + 2
    if after == "that":
        after, last = scene.words[token + 2], token + 3
    if after not in scene.vocabulary.sets["ending.words"]:
        return None
    if scene.words[last] == "on":
        last += 1
    count = count_before(scene, token)
    if after == "to":
        if not _begins_date(scene, last) and scene.words[last] != "the":
            return None
        if count is None and scene.words[token - 1] != "the":
            return None
    number, first = count or (1, token)
    if scene.is_in(first - 1, "fiscal.words"):
        return Part(first - 1, last, "fiscal_ending", number, unit)
    return Part(first, last, "ending", number, unit)


def _part_of(scene: Scene, token: int, unit: str) -> Part | None:
    """The first two months of, the last week of, the third quarter of, the week of."""
    found = _ordinal_before(scene, token)
    if found is None:
        return Part(token, token + 2, "week_of", 1, unit) if unit == "week" else None
    number, count, first = found
    if number < 0:
        return Part(first, token + 2, "last", count, unit)
    if count > 1:
        return Part(first, token + 2, "first", count, unit)
    return Part(first, token + 2, "nth", number, unit)


def _ordinal_before(scene: Scene, token: int) -> tuple[int, int, int] | None:
    """Which, how many and from which token: "first two" months, "third" quarter, "last" week."""
    vocabulary = scene.vocabulary
    count, first = 1, token
    counted = count_before(scene, token)
    if counted is not None and scene.words[counted[1] - 1] in vocabulary.parts_of:
        count, first = counted
    if scene.words[first - 1] == "-":
        first -= 1
    word = scene.words[first - 1]
    ordinal = vocabulary.parts_of.get(word) or scene.numbers.ordinals.get(word)
    if ordinal is not None:
        tens = first - 3 if scene.words[first - 2] == "-" else first - 2
        if 0 < ordinal < 10 and scene.words[tens] in scene.numbers.tens:
            return scene.numbers.tens[scene.words[tens]] + ordinal, count, tens
        return ordinal, count, first - 1
    ending = word in scene.numbers.endings and scene.close(first - 1)
    if ending and scene.words[first - 2].isdecimal():
        return int(scene.words[first - 2][:3]), 1, first - 2
    return None


def _directed(scene: Scene, token: int, unit: str) -> Item | None:
    """Last week, the past three days, this year, next month, the same period, the year."""
    vocabulary = scene.vocabulary
    counted = count_before(scene, token)
    count, first = counted or (0, token)
    if scene.is_in(first - 1, "year_words.kinds"):
        first -= 1
    fiscal = scene.is_in(first - 1, "fiscal.words")
    if fiscal:
        first -= 1
    way = scene.words[first - 1]
    if scene.is_in(first - 1, "same.words"):
        return Anaphor(first - 1, token + 1, "same", count, "fiscal" if fiscal else unit)
    if scene.is_in(first - 1, "same.that") and unit in CALENDAR_UNITS:
        return Anaphor(first - 1, token + 1, "same", count, unit)
    if way not in vocabulary.directions:
        return _bare(scene, token, first, unit, fiscal=fiscal)
    first -= 1
    direction = vocabulary.directions[way]
    if fiscal and unit == "year":
        span = fiscal_year_of(scene, direction)
        return Piece(first, token + 1, span, "year", "fiscal_year")
    if not count:
        before = count_before(scene, first) if scene.words[token].endswith("s") else None
        if before is not None and before[0] > 1:
            count, first = before
        elif scene.words[token].endswith("s"):
            return None
    if not count and scene.is_in(first, "steps.words") and unit not in DAYTIMES:
        return Anaphor(first, token + 1, "step", direction, unit)
    told = unit == "day" or (unit in DAYTIMES and scene.words[first - 1] == "the")
    if not count and way == "next" and told:
        return Anaphor(first, token + 1, "step", 1, "day")
    if unit == "hour":
        return _hours(scene, first, token, count) if direction < 0 else None
    return _deictic(scene, first, token, unit, count, way) if unit != "period" else None


def _bare(scene: Scene, token: int, first: int, unit: str, *, fiscal: bool) -> Piece | None:
    """The year, the month: weak, unless a part of it is told. The weekend, the year to date."""
    if unit == "weekend":
        return _weekend(scene, token)
    edged = scene.words[first - 1] == "of" and scene.words[first - 2] in scene.vocabulary.edges
    if unit not in CALENDAR_UNITS or first < token - 1 or scene.words[token].endswith("s"):
        return None
    published = scene.published
    if unit == "year" and scene.words[token + 1 : token + 3] == ["to", "date"]:
        span = unit_span(published, unit) if published else None
        return Piece(token, token + 3, span, unit, "relative")
    if unit == "year" and scene.words[first - 1] == "new" and scene.words[first - 2] == "the":
        day = published.replace(month=1, day=1) if published else None
        return Piece(first - 1, token + 1, single(day), "day", "relative")
    if scene.words[first - 1] != "the" and not edged:
        return None
    if fiscal:
        span = fiscal_year_of(scene, 0)
        return Piece(first, token + 1, span, "year", "fiscal_year", weak=True)
    span = unit_span(published, unit) if published else None
    return Piece(token, token + 1, span, unit, "relative", weak=True)


def _weekend(scene: Scene, token: int) -> Piece | None:
    """Over the weekend: the latest that has begun."""
    if scene.words[token - 1] != "the":
        return None
    published = scene.published
    if published is None:
        return Piece(token, token + 1, None, "weekend", "relative")
    saturday = weekday_before(SATURDAY, published)
    sunday = shift_days(saturday, 1) if saturday else None
    span = Span(saturday, sunday) if saturday and sunday else None
    ahead = moved_span(published, 0, "weekend")
    return Piece(token, token + 1, span, "weekend", "relative", upcoming=ahead)


def _hours(scene: Scene, first: int, token: int, count: int) -> Piece | None:
    """The past 24 hours."""
    published = scene.published
    start = shift_days(published, -(count // HOURS or 1)) if published else None
    span = Span(start, published) if start and published else None
    return Piece(first, token + 1, span, "days", "relative")


def _deictic(scene: Scene, first: int, token: int, unit: str, count: int, way: str) -> Piece | None:
    """A period counted from publication: `count` units, or the calendar unit where it is 0."""
    published, direction = scene.published, scene.vocabulary.directions[way]
    last = token + 1
    if published is None:
        return Piece(first, last, None, unit, "relative")
    if unit in DAYTIMES:
        return Piece(first, last, single(shift_days(published, direction)), "day", "relative")
    rolling = way in scene.vocabulary.sets["rolling.words"]
    if not count and not rolling:
        return Piece(first, last, moved_span(published, direction, unit), unit, "relative")
    if direction == 0:
        return None
    count = count or 1
    if unit in ("quarter", "decade", "half"):
        near = moved_span(published, direction, unit)
        far = moved_span(published, direction * count, unit)
        span = Span(min(near[0], far[0]), max(near[1], far[1])) if near and far else None
        return Piece(first, last, span, unit, "relative", cut=False)
    end = shift(published, direction * count, "week" if unit == "weekend" else unit)
    tomorrow = shift_days(published, 1)
    if end is None or tomorrow is None:
        return None
    span = Span(end, published) if direction < 0 else Span(min(tomorrow, end), end)
    return Piece(first, last, span, "days", "relative")
