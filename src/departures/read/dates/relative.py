"""Days and periods told from the day of publication: Tuesday, yesterday, last week, two days ago.

Invariant: without a day of publication their span is None; nothing is guessed.
"""

from departures.read.dates.calendar import (
    Span,
    moved_span,
    shift,
    shift_days,
    unit_span,
    weekday_after,
    weekday_before,
)
from departures.read.dates.pieces import Anaphor, Item, Part, Piece, Scene, count_before, single

DAYTIMES = frozenset(("night", "morning"))


def weekday(scene: Scene, token: int) -> Piece | None:
    """Tuesday, last Thursday, this Monday, on Friday night."""
    vocabulary, published = scene.vocabulary, scene.published
    number = vocabulary.weekdays[scene.words[token]]
    before = scene.word(token - 1)
    if before in vocabulary.sets["sets.words"] or not _is_weekday(scene, token):
        return None
    first, direction, way = token, None, ""
    while scene.word(first - 1) in vocabulary.directions:
        first -= 1
        if direction is None:
            way = scene.word(first)
            direction = vocabulary.directions[way]
    last = token + 1
    if scene.word(last) == "." and scene.close(last) and len(scene.words[token]) <= 5:
        last += 1
    if vocabulary.units.get(scene.word(last)) in DAYTIMES:
        last += 1
    if published is None:
        return Piece(first, last, None, "day", "weekday", weekday=number)
    upcoming = None
    if direction is None:
        span = single(weekday_before(number, published))
        upcoming = single(weekday_after(number, published))
    elif direction < 0:
        span = single(weekday_before(number, published, strictly=True))
    else:
        week = moved_span(
            published, 0 if way in ("this", "coming", "upcoming") else direction, "week"
        )
        span = single(shift_days(week.earliest, number)) if week else None
    return Piece(first, last, span, "day", "weekday", weekday=number, upcoming=upcoming)


def _is_weekday(scene: Scene, token: int) -> bool:
    """Whether the word is a weekday as written: "Sun" in a date, not the sun."""
    if scene.words[token] not in scene.vocabulary.sets["ambiguous.words"]:
        return True
    if not scene.page.capital(token):
        return False
    after = scene.word(token + 1)
    if after in (".", ","):
        after = scene.word(token + 2)
    dated = after in scene.vocabulary.months or after[:1].isdecimal()
    return dated or scene.word(token - 1) in scene.vocabulary.sets["ambiguous.cues"]


def relative_day(scene: Scene, token: int) -> Piece | None:
    """Today, yesterday, overnight."""
    low, high = scene.vocabulary.relative_days[scene.words[token]]
    if scene.words[token] == "now" and scene.word(token - 1) not in (
        "and",
        "to",
        "until",
        "till",
        "from",
    ):
        return None
    if scene.published is None:
        return Piece(token, token + 1, None, "day", "relative")
    earliest, latest = shift_days(scene.published, low), shift_days(scene.published, high)
    span = Span(earliest, latest) if earliest and latest else None
    last = token + 1
    if scene.vocabulary.units.get(scene.word(last)) in DAYTIMES:
        last += 1
    return Piece(token, last, span, "day", "relative")


def unit_phrase(scene: Scene, token: int) -> Item | None:
    """Whatever a word like "week" or "years" is the head of."""
    vocabulary = scene.vocabulary
    unit = vocabulary.units[scene.words[token]]
    before, after = scene.word(token - 1), scene.word(token + 1)
    if after == "-" or before in vocabulary.sets["sets.words"]:
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
    if (
        after in vocabulary.sets["ending.words"]
        or after in vocabulary.sets["ending.beginning"]
        or after == "that"
    ):
        part = _bounded(scene, token, unit)
        if part is not None:
            return part
    return _directed(scene, token, unit)


def _ago(scene: Scene, token: int, unit: str) -> Piece | None:
    """Three days ago; two years ago is that calendar year."""
    count = count_before(scene, token)
    if count is None or unit == "hour":
        return None
    number, first = count
    if scene.published is None:
        return Piece(first, token + 2, None, unit, "relative")
    moved = shift(scene.published, -number, unit)
    if moved is None:
        return None
    span = single(moved) if unit in ("day", "night") else unit_span(moved, unit)
    return Piece(first, token + 2, span, unit, "relative", cut=False)


def _shifted(scene: Scene, token: int, unit: str) -> Item | None:
    """Two days later, a year earlier, the day before; "the day before yesterday" shifts what follows."""
    vocabulary = scene.vocabulary
    count = count_before(scene, token)
    if count is None and scene.word(token - 1) == "the":
        count = (1, token - 1)
    if count is None or unit == "hour":
        return None
    number, first = count
    way = scene.word(token + 1)
    sign = -1 if way in vocabulary.sets["earlier.words"] else 1
    following = scene.word(token + 2)
    if way in ("before", "after"):
        if _begins_date(scene, token + 2):
            return Part(first, token + 2, "shift", sign * number, unit)
        if following[:1].isalnum() and following not in (
            "and",
            "but",
            "in",
            "to",
            "at",
            "by",
            "from",
            "with",
        ):
            return None
    if way == "on" or (way == "prior" and following == "to"):
        return None
    return Anaphor(first, token + 2, "shift", sign * number, unit)


def _begins_date(scene: Scene, token: int) -> bool:
    """Whether a date begins at `token`, as far as its first word tells."""
    vocabulary = scene.vocabulary
    word = scene.word(token)
    return (
        word in vocabulary.months
        or word in vocabulary.weekdays
        or word in vocabulary.relative_days
        or (word in vocabulary.directions and word != "this")
        or (word[:1].isdecimal() and scene.word(token + 1) in vocabulary.months)
        or (len(word) == 4 and word.isdecimal())
    )


def _bounded(scene: Scene, token: int, unit: str) -> Part | None:
    """The year ending …, the seven days to …, the week of …, the first two months of …"""
    vocabulary = scene.vocabulary
    after, last = scene.word(token + 1), token + 2
    if after == "of":
        return _part_of(scene, token, unit)
    if after in vocabulary.sets["ending.beginning"]:
        return Part(token, last, "week_of", 1, unit) if unit == "week" else None
    if after == "that":
        if scene.word(last) not in vocabulary.sets["ending.words"]:
            return None
        last += 1
    if scene.word(last) == "on":
        last += 1
    count = count_before(scene, token)
    if count is None and (after != "to" or scene.word(token - 1) == "the"):
        count = (1, token)
    if count is None or (
        after == "to" and not _begins_date(scene, last) and scene.word(last) != "the"
    ):
        return None
    fiscal = scene.word(token - 1) in vocabulary.sets["fiscal.words"]
    first = token - 1 if fiscal else count[1]
    return Part(first, last, "fiscal_ending" if fiscal else "ending", count[0], unit)


def _part_of(scene: Scene, token: int, unit: str) -> Part | None:
    """The first two months of, the last week of, the third quarter of, the week of."""
    found = _ordinal_before(scene, token)
    if found is None:
        return Part(token, token + 2, "week_of", 1, unit) if unit == "week" else None
    number, count, first = found
    if number < 0:
        return Part(first, token + 2, "last", count, unit)
    if count > 1 or (number == 1 and unit in ("day", "night")):
        return Part(first, token + 2, "first", count, unit)
    return Part(first, token + 2, "nth", number, unit)


def _ordinal_before(scene: Scene, token: int) -> tuple[int, int, int] | None:
    """Which, how many and from which token: "first two" months, "third" quarter, "last" week."""
    vocabulary = scene.vocabulary
    count, first = 1, token
    counted = count_before(scene, token)
    if counted is not None and scene.word(counted[1] - 1) in vocabulary.parts_of:
        count, first = counted
    while scene.word(first - 1) == "-":
        first -= 1
    word = scene.word(first - 1)
    if word in vocabulary.parts_of:
        return vocabulary.parts_of[word], count, first - 1
    if (
        word in scene.numbers.endings
        and scene.close(first - 1)
        and scene.word(first - 2).isdecimal()
    ):
        return int(scene.word(first - 2)[:3]), 1, first - 2
    return None


def _directed(scene: Scene, token: int, unit: str) -> Item | None:
    """Last week, the past three days, this year, next month, the same period, the year."""
    vocabulary = scene.vocabulary
    count, first = 1, token
    counted = count_before(scene, token)
    if counted is not None:
        count, first = counted
    fiscal = scene.word(first - 1) in vocabulary.sets["fiscal.words"]
    if fiscal or scene.word(first - 1) == "calendar":
        first -= 1
    way = scene.word(first - 1)
    if way in vocabulary.sets["same.words"]:
        return Anaphor(first - 1, token + 1, "same", count, "fiscal" if fiscal else unit)
    if way == "that" and unit in ("day", "week", "month", "year", "quarter"):
        return Anaphor(first - 1, token + 1, "same", count, unit)
    if way not in vocabulary.directions:
        return _bare(scene, token, unit, first, fiscal=fiscal)
    first -= 1
    plural = scene.words[token].endswith("s")
    if fiscal and unit == "year":
        return _fiscal(scene, first, token + 1, vocabulary.directions[way])
    if way == "this" and scene.word(first - 1) == "of":
        pass
    if counted is None and plural:
        return None
    if way in ("previous", "preceding", "following", "prior") or (way == "next" and unit == "day"):
        if counted is None and unit not in DAYTIMES:
            return Anaphor(first, token + 1, "step", vocabulary.directions[way], unit)
    if unit in ("hour", "period"):
        return _rolling_hours(scene, first, token, count, way) if unit == "hour" else None
    return _deictic(scene, first, token, unit, count if counted else 0, way)


def _bare(scene: Scene, token: int, unit: str, first: int, *, fiscal: bool) -> Piece | None:
    """The year, the month: weak, unless a part of it is told."""
    if unit not in ("week", "month", "year", "quarter", "decade") or first < token - 1:
        return None
    if scene.word(first - 1) != "the":
        return None
    if fiscal:
        return _fiscal(scene, first, token + 1, 0)._replace(weak=True)
    span = unit_span(scene.published, unit) if scene.published else None
    return Piece(token, token + 1, span, unit, "relative", weak=True)


def _fiscal(scene: Scene, first: int, last: int, direction: int) -> Piece:
    """This, last or next fiscal year."""
    from departures.read.dates.periods import fiscal_year_of

    span = fiscal_year_of(scene, direction)
    return Piece(first, last, span, "year", "fiscal_year")


def _rolling_hours(scene: Scene, first: int, token: int, count: int, way: str) -> Piece | None:
    """The past 24 hours."""
    if scene.vocabulary.directions[way] >= 0:
        return None
    published = scene.published
    start = shift_days(published, -(count // 24 or 1)) if published else None
    span = Span(start, published) if start and published else None
    return Piece(first, token + 1, span, "days", "relative")


def _deictic(scene: Scene, first: int, token: int, unit: str, count: int, way: str) -> Piece | None:
    """A period counted from publication: `count` units, or the calendar unit where it is 0."""
    published = scene.published
    direction = scene.vocabulary.directions[way]
    last = token + 1
    if published is None:
        return Piece(first, last, None, unit, "relative")
    if unit in DAYTIMES:
        day = shift_days(published, direction)
        return Piece(first, last, single(day), "day", "relative")
    rolling = way in scene.vocabulary.sets["rolling.words"] and direction < 0
    if count == 0 and not rolling:
        return Piece(first, last, moved_span(published, direction, unit), unit, "relative")
    count = count or 1
    if direction == 0:
        return None
    if unit in ("quarter", "decade", "half"):
        near, far = (
            moved_span(published, direction, unit),
            moved_span(published, direction * count, unit),
        )
        if near is None or far is None:
            return None
        span = Span(min(near[0], far[0]), max(near[1], far[1]))
        return Piece(first, last, span, unit, "relative", cut=False)
    end = shift(published, direction * count, "day" if unit == "weekend" else unit)
    if end is None:
        return None
    if direction < 0:
        return Piece(first, last, Span(end, published), "days", "relative")
    tomorrow = shift_days(published, 1)
    span = Span(min(tomorrow, end), end) if tomorrow else None
    return Piece(first, last, span, "days", "relative")
