"""Bars of force over time, with the days on which something was made or took effect.

Invariant: bars of different standing differ in shape as well as in colour, and a bar that runs on
beyond the drawing has no end there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from markupsafe import Markup

from departures.web.drawing.scales import Days
from departures.web.drawing.svg import drawing, element, number, words

Look = Literal["force", "held", "unsure"]
"""It had effect; it was there without effect; whether it had effect was not established."""

WIDTH = 960
EDGE = 8
HEAD = 30
ROW = 38
BAR = 12
DOTS = 34
LEGEND = 30
SPACE = 22
LETTER = 7.2
"""How wide a letter of a legend is, about."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days, both included, and how they look."""

    first: date
    last: date
    look: Look


@dataclass(frozen=True, slots=True)
class Lane:
    """One order: its bars, and the days on which it was made and took effect."""

    label: str
    bars: tuple[Bar, ...]
    made: date | None = None
    effective: date | None = None


@dataclass(frozen=True, slots=True)
class Lettering:
    """The words of the drawing."""

    title: str
    said: str
    operations: str
    legend: Mapping[Literal["force", "held", "unsure", "made", "effective"], str]
    months: Sequence[str]
    """Short names of the months, from January."""


def timeline(
    lanes: Sequence[Lane],
    operations: Mapping[date, int],
    first: date,
    last: date,
    day: date | None,
    lettering: Lettering,
) -> Markup:
    """The lanes from `first` to `last`, the operations of the same days under them, and `day`."""
    days = Days(first, last, EDGE, WIDTH - EDGE)
    dots = HEAD + ROW * len(lanes)
    foot = dots + DOTS + SPACE
    return drawing(
        WIDTH,
        foot + LEGEND,
        *_grid(days, foot - SPACE / 2, lettering.months),
        *(part for row, lane in enumerate(lanes) for part in _lane(lane, days, HEAD + ROW * row)),
        *_operations(operations, days, dots, lettering.operations),
        *(_day(day, days, foot - SPACE / 2) if day else ()),
        *_legend(lettering, foot + LEGEND / 2),
        title=lettering.title,
        said=lettering.said,
        id="timeline",
    )


def _grid(days: Days, bottom: float, months: Sequence[str]) -> Iterator[Markup]:
    for month in days.months():
        x = days.at(month)
        yield element("line", x1=x, y1=HEAD - 8, x2=x, y2=bottom, class_="grid", stroke="#ccc")
        said = months[month.month - 1]
        name = f"{said} {month.year}" if month.month == 1 or x < 120 else said
        if x < WIDTH - 60:
            yield words(x + 3, 14, name, class_="tick", fill="#555")


def _lane(lane: Lane, days: Days, top: float) -> Iterator[Markup]:
    yield words(EDGE, top + 13, lane.label, class_="label", fill="#1b1e23")
    y = top + 18
    for bar in lane.bars:
        left, right = days.at(bar.first), days.at(bar.last, end=True)
        yield _bar(bar.look, left, y, right - left)
    if lane.made and days.first <= lane.made <= days.last:
        yield _made(days.at(lane.made), y + BAR / 2)
    if lane.effective and days.first <= lane.effective <= days.last:
        yield _effective(days.at(lane.effective), y + BAR / 2)


def _bar(look: Look, x: float, y: float, width: float) -> Markup:
    fill = {"force": "#a0371f", "held": "none", "unsure": "none"}[look]
    return element(
        "rect",
        x=x,
        y=y,
        width=max(width, 2),
        height=BAR,
        class_=f"bar {look}",
        fill=fill,
        stroke="#a0371f",
        stroke_width=1.5,
        stroke_dasharray="3 3" if look == "unsure" else None,
    )


def _made(x: float, y: float) -> Markup:
    return element(
        "circle", cx=x, cy=y, r=5, class_="made", fill="#fff", stroke="#1b1e23", stroke_width=2
    )


def _effective(x: float, y: float) -> Markup:
    path = f"M{number(x)} {number(y - 8)}l5 8l-5 8l-5 -8z"
    return element("path", d=path, class_="effective", fill="#1b1e23", stroke="#fff")


def _operations(
    operations: Mapping[date, int], days: Days, top: float, label: str
) -> Iterator[Markup]:
    yield words(EDGE, top + 13, label, class_="label", fill="#1b1e23")
    most = max(operations.values(), default=1)
    for day, count in sorted(operations.items()):
        height = 4 + 12 * count / most
        width = max(days.at(day, end=True) - days.at(day) - 1, 3)
        yield element(
            "rect",
            x=days.at(day),
            y=top + 34 - height,
            width=width,
            height=height,
            class_="operations",
            fill="#14508c",
        )


def _day(day: date, days: Days, bottom: float) -> Iterator[Markup]:
    x = (days.at(day) + days.at(day, end=True)) / 2
    yield element(
        "line", x1=x, y1=HEAD - 8, x2=x, y2=bottom, class_="day", stroke="#1b1e23", stroke_width=2
    )


def _legend(lettering: Lettering, y: float) -> Iterator[Markup]:
    x: float = EDGE
    looks: Iterable[Look] = ("force", "held", "unsure")
    for look in looks:
        yield _bar(look, x, y - BAR / 2, 26)
        yield words(x + 32, y + 4, lettering.legend[look], class_="tick", fill="#555")
        x += 50 + LETTER * len(lettering.legend[look])
    yield _made(x + 6, y)
    yield words(x + 18, y + 4, lettering.legend["made"], class_="tick", fill="#555")
    x += 40 + LETTER * len(lettering.legend["made"])
    yield _effective(x, y)
    yield words(x + 12, y + 4, lettering.legend["effective"], class_="tick", fill="#555")
