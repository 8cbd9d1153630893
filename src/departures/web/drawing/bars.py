"""Figures by period as upright bars, each with its number over it.

Invariant: bars stand on zero, in the order in which they are given, and none is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from departures.web.drawing.scales import round_steps
from departures.web.drawing.svg import drawing, element, words

WIDTH = 720
HEIGHT = 220
LEFT = 56
TOP = 24
FOOT = 30
WIDEST = 64
"""No bar is wider, however few there are."""


@dataclass(frozen=True, slots=True)
class Column:
    """One bar: what stands under it, how high it is, and the number as it is written."""

    label: str
    value: int
    said: str


def bars(
    columns: Sequence[Column], steps_said: Sequence[tuple[int, str]], title: str, said: str, id: str
) -> Markup:
    """The columns; `steps_said` are the numbers beside the axis (`steps`), in words."""
    most = max(step for step, _words in steps_said)
    room = (WIDTH - LEFT) / max(len(columns), 1)
    wide = min(room * 0.7, WIDEST)
    parts = []
    for step, name in steps_said:
        y = _height(step, most)
        parts.append(element("line", x1=LEFT, y1=y, x2=WIDTH, y2=y, class_="grid", stroke="#ccc"))
        parts.append(words(LEFT - 8, y + 4, name, class_="tick", text_anchor="end", fill="#555"))
    for number, column in enumerate(columns):
        middle = LEFT + room * (number + 0.5)
        y = _height(column.value, most)
        parts += (
            element(
                "rect",
                x=middle - wide / 2,
                y=y,
                width=wide,
                height=_height(0, most) - y,
                class_="column",
                fill="#14508c",
            ),
            words(middle, y - 6, column.said, class_="label", text_anchor="middle"),
            words(middle, HEIGHT - 10, column.label, class_="tick", text_anchor="middle"),
        )
    return drawing(WIDTH, HEIGHT, *parts, title=title, said=said, id=id)


def steps(columns: Sequence[Column]) -> tuple[int, ...]:
    """The numbers that stand beside the axis."""
    return round_steps(max((column.value for column in columns), default=0))


def _height(value: int, most: int) -> float:
    return TOP + (HEIGHT - TOP - FOOT) * (1 - value / most)
