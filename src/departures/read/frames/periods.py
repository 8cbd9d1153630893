"""Which period a figure is of: the date beside it, or the period that the text is speaking of.

A text names its period once and goes on counting; a year that it only compares with ("against 203
in 2023") does not become the period of what follows.

Invariant: a stock takes a day, a flow a period; a figure is never given a date that was told of
something else.
"""

from collections.abc import Sequence
from typing import Protocol

from departures.read.dates import When
from departures.read.people import Group
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words
from departures.read.speech import Utterance

PERFECT = small_words("perfect")
STOCKS = frozenset(("detained", "docket"))
BEHIND_IS_FARTHER = 3
DATELINE = 8
BULLETIN = 8
"""A text with this many figures counts one period throughout, where it names one at its head."""


class Dated(Protocol):
    """A figure, as far as its period goes."""

    line: Line
    measure: str
    period: When | None


def period_of(scene: Scene, line: Line, group: Group, speech: Utterance | None) -> When | None:
    """The date nearest to the number, those that follow it before those that precede it."""
    best: tuple[int, int, int] | None = None
    chosen: When | None = None
    for when in line.dates:
        if is_dateline(scene, line, when):
            continue
        outside = speech is not None and not speech.first <= when.first < speech.last
        between = range(min(group.last, when.last), max(group.first, when.first))
        crossed = sum(
            1 for other in line.groups if other.number.first in between and other is not group
        )
        following = when.first >= group.last
        distance = when.first - group.last if following else group.first - when.last
        rank = (
            int(outside and when.unit == "day"),
            crossed,
            abs(distance) + (0 if following else BEHIND_IS_FARTHER),
        )
        if best is None or rank < best:
            best, chosen = rank, when
    return chosen or _still_open(scene, line)


def is_dateline(scene: Scene, line: Line, when: When) -> bool:
    """Whether a date stands in the dateline of a report: "GENEVA, May 3 (XY) —"."""
    if when.first - line.first > DATELINE or when.since:
        return False
    page = scene.page
    return page.capital(line.first) and any(
        page.words[token] in ("—", "–", "-", ":")
        and page.text[page.starts[token] - 1] in " )0123456789"
        for token in range(when.last, min(when.last + 5, line.last))
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
    paragraph = -1
    counted: Line | None = None
    for figure in figures:
        if figure.line.paragraph != paragraph and not everywhere:
            running = stock = None
        paragraph = figure.line.paragraph
        first_in_line = figure.line is not counted
        counted = figure.line
        if figure.period is None:
            figure.period = stock if figure.measure in STOCKS else running
        elif not first_in_line:
            continue
        elif figure.measure in STOCKS:
            stock = figure.period
        elif figure.period.unit != "day" or figure.period.since:
            running = figure.period


def _of_heading(scene: Scene) -> When | None:
    """The period that the head of a bulletin names, or its first sentence that counts."""
    for line in scene.lines[:6]:
        for when in line.dates:
            if when.earliest and when.unit != "day" and not is_dateline(scene, line, when):
                return when
    return None
