"""Which period a figure is of: the date beside it, or the period that the text is speaking of.

A text names its period once and goes on counting; a year that it only compares with ("against 203
in 2023") does not become the period of what follows.

Invariant: a stock takes a day, a flow a period; a figure is never given a date that was told of
something else.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from departures.read.dates import When
from departures.read.dates.calendar import shift_months
from departures.read.people import Group
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words
from departures.read.speech import Utterance

PERFECT = small_words("perfect")
COMPARING = small_words("comparing")
STOCKS = frozenset(("detained", "docket"))
BEHIND_IS_FARTHER = 3
DATELINE = 8
BYLINE = 8
"""So many tokens after the day its agency and the dash may take: "(The Harbour Post) —"."""
BULLETIN = 8
"""A text with this many figures counts one period throughout, where it names one at its head."""
A_YEAR = 12


class Dated(Protocol):
    """A figure, as far as its period goes."""

    line: Line
    measure: str
    modality: str
    period: When | None
    listed: bool


def period_of(scene: Scene, line: Line, group: Group, speech: Utterance | None) -> When | None:
    """The date nearest to the number, those that follow it before those that precede it."""
    best: tuple[int, int] | None = None
    chosen: When | None = None
    words = scene.page.words
    numbers = [other.number.first for other in line.groups if other.number is not group.number]
    for when in line.dates:
        following = when.first >= group.last
        first, last = (group.last, when.first) if following else (when.last, group.first)
        between = words[first : min(last, first + FAR)]
        if _of_something_else(scene, line, group, when, speech, between):
            continue
        listed = not following and len(between) == 1 and between[0] in LISTING
        listed = listed and (when.first == line.first or words[when.first - 1] in OPENING)
        others = bisect_left(numbers, last) - bisect_left(numbers, first)
        crossed = between.count(";") + max(0, others)
        farther = 0 if following or listed else BEHIND_IS_FARTHER
        rank = (crossed - listed, abs(last - first) + farther)
        if best is None or rank < best:
            best, chosen = rank, when
    return chosen or _still_open(scene, line)


def _of_something_else(
    scene: Scene,
    line: Line,
    group: Group,
    when: When,
    speech: Utterance | None,
    between: Sequence[str],
) -> bool:
    """Whether a date is a dateline's, the day of a statement or release, or another number's."""
    words = scene.page.words
    if when.first >= group.last:
        if _heads(words, when) or compares(between):
            return True
    elif ";" in between or (when.last + 1 != group.first and is_dateline(scene, line, when)):
        return True
    if when.unit != "day":
        return False
    outside = speech is not None and not speech.first <= when.first < speech.last
    return outside or not RELEASES.isdisjoint(words[max(0, when.first - 2) : when.first])


OPENING = frozenset((":", ";", ",", "(", "-", "–", "•", "*", "|"))
LISTING = frozenset((",", ":", "-", "–", "—", "("))
FAR = 30
"""So many words behind a number are searched for one that compares."""
MOVES = small_words("moves")
COMPARATIVES = small_words("comparatives")
RELEASES = small_words("releases")
"""On such a day a figure was told; it is not what the figure is of."""


def _heads(words: Sequence[str], when: When) -> bool:
    """Whether a date opens an item of its own: "(2023: 815)", "; 2024: 1,210"."""
    opened = when.first and words[when.first - 1] in ("(", ";", ",")
    return bool(opened) and words[when.last : when.last + 1] == [":"]


def compares(words: Sequence[str]) -> bool:
    """Whether what follows is compared with what stands before: "against", "up from"."""
    if not COMPARING.isdisjoint(words):
        return True
    return any(
        (words[at] == "from" and words[at - 1] in MOVES)
        or (words[at] == "than" and words[at - 1] in COMPARATIVES)
        for at in range(1, len(words))
    )


def is_dateline(scene: Scene, line: Line, when: When) -> bool:
    """Whether a date stands in the dateline of a report: "GENEVA, May 3 (XY) —"."""
    if when.first - line.first > DATELINE or when.since:
        return False
    page = scene.page
    return page.capital(line.first) and any(
        page.words[token] in ("—", "–", "-", ":")
        and page.text[page.starts[token] - 1] in " )0123456789"
        for token in range(when.last, min(when.last + BYLINE, line.last))
    )


def _still_open(scene: Scene, line: Line) -> When | None:
    """For "agents have arrested…": the period still open that was told shortly before."""
    if PERFECT.isdisjoint(scene.page.words[line.first : line.last]):
        return None
    for above in reversed(scene.lines[max(0, line.index - 2) : line.index]):
        for when in reversed(above.dates):
            if when.since:
                return when
    return None


def carry_periods(scene: Scene, figures: Sequence[Dated]) -> None:
    """Give figures without a date the period that the text is speaking of."""
    running = _of_heading(scene) if len(figures) >= BULLETIN else None
    everywhere = running is not None
    stock: When | None = None
    known: When | None = None
    counted: Line | None = None
    for figure in figures:
        if counted is not None and figure.line.paragraph != counted.paragraph and not everywhere:
            running = stock = None
        first_in_line = figure.line is not counted
        counted = figure.line
        if figure.period is None:
            figure.period = stock if figure.measure in STOCKS else running
            if figure.period is None and figure.listed:
                figure.period = _of_list(scene, figure.line)
            if known is not None and _at_that_time(scene, figure.line):
                figure.period = known
        else:
            figure.period = _settled(scene, figure, known, running)
            if first_in_line and figure.measure in STOCKS:
                stock = figure.period
            elif first_in_line and (figure.period.unit != "day" or figure.period.since):
                running = figure.period
        known = figure.period or known


def _settled(scene: Scene, figure: Dated, known: When | None, running: When | None) -> When:
    """A figure's own date, where it says "the same period", "the year before" or "by May"."""
    when = figure.period
    assert when is not None  # noqa: S101 - only dated figures are settled
    if known is not None:
        when = _by_the_one_before(scene, when, known)
    if figure.modality == "happened":
        when = _in_the_past(scene, when)
    before = scene.page.words[max(0, when.first - 2) : when.first]
    ends = when.bound in UP_TO or when.basis == "as_of" or before == ["up", "to"]
    ends = ends or (bool(before) and before[-1] in UP_TO)
    if figure.measure not in STOCKS and ends:
        when = _from_the_start(figure.line, when, running)
    return when


UP_TO = ("by", "until", "till", "through")
EARLIER = small_words("earlier")


def _by_the_one_before(scene: Scene, when: When, known: When) -> When:
    """A date that leans on the figure before: "the same period", "a year earlier"."""
    words = scene.page.words[when.first : when.last]
    if known.earliest is None or any(word[0].isdigit() for word in words):
        return when
    same = when.earliest is None or "same" in words
    if "year" in words and (not EARLIER.isdisjoint(words) or (same and "last" in words)):
        back = A_YEAR
    elif same:
        back = 0
    else:
        return when
    if not same and known.unit == "day":
        return when
    return _moved(when, known, back)


def _moved(when: When, known: When, back: int) -> When:
    """The words of one date with the span of another, so many months before."""
    earliest = known.earliest and shift_months(known.earliest, -back)
    latest = known.latest and shift_months(known.latest, -back)
    since = known.since and not back
    return when._replace(earliest=earliest, latest=latest, unit=known.unit, since=since)


def _in_the_past(scene: Scene, when: When) -> When:
    """What was counted lies behind the day of publication: "between 1 January and 31 October"."""
    published, earliest, latest = scene.published, when.earliest, when.latest
    if published is None or earliest is None:
        return when
    if earliest > published:
        return _moved(when, when, A_YEAR)
    if latest is None or latest <= published:
        return when
    before = shift_months(latest, -A_YEAR)
    return when._replace(latest=before) if before and before >= earliest else when


def _from_the_start(line: Line, when: When, running: When | None) -> When:
    """A flow "by May 31" or "as of Friday" began where the text says that it began."""
    for start in (*line.dates, running):
        if start is None or start is when or start.earliest is None or when.latest is None:
            continue
        long = start.since or start.unit in ("year", "range")
        if long and start.earliest < when.latest:
            return when._replace(earliest=start.earliest, unit="range")
    return when


THAT = frozenset(("that", "same"))
TIMES = small_words("points_in_time")


def _at_that_time(scene: Scene, line: Line) -> bool:
    """Whether a sentence points back at a day told before: "released at that date"."""
    words = scene.page.words
    return any(
        words[token] in THAT and words[token + 1] in TIMES
        for token in range(line.first, line.last - 1)
    )


LIST = 12
"""A list stands at most so many lines under its heading."""


def _of_list(scene: Scene, line: Line) -> When | None:
    """The period that the heading above a list names."""
    for above in reversed(scene.lines[max(0, line.index - LIST) : line.index]):
        if above.dates and not above.groups:
            return next((when for when in above.dates if when.unit != "day"), None)
    return None


def _of_heading(scene: Scene) -> When | None:
    """The period that the head of a bulletin names, or its first sentence that counts."""
    for line in scene.lines[:6]:
        for when in line.dates:
            if when.earliest and when.unit != "day" and not is_dateline(scene, line, when):
                return when
    return None
