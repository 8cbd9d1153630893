"""A text with spans marked in it, nested and crossing ones too.

Invariant: the texts of the pieces, joined, are the document's own text from the first paragraph's
start to the last one's end; elements are closed in the reverse order of their opening.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

_GAP = re.compile(r"[ \t\r]*\n(?:[ \t\r]*\n)+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked: what they are (`operation`, `value`, …) and the anchor they carry.

    `label` is read out in the place of the words, where they are blocked out.
    """

    start: int
    end: int
    anchor: str
    roles: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A mark's element opens; only the first piece of a mark is the target of its anchor."""

    mark: Mark
    first: bool


@dataclass(frozen=True, slots=True)
class Closing:
    """The element opened last closes."""


Piece = Opening | Closing | str
Pending = tuple[int, int, int, bool, Mark]
"""Start, minus end and number of what is left of a mark, whether it is its first piece."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of a text stand: blank lines part them."""
    found = []
    start = 0
    for gap in _GAP.finditer(text):
        if start < gap.start():
            found.append((start, gap.start()))
        start = gap.end()
    if start < len(text):
        found.append((start, len(text)))
    return found


def marked(text: str, marks: Iterable[Mark]) -> list[list[Piece]]:
    """The pieces of each paragraph of `text`."""
    waiting: list[Pending] = [
        (mark.start, -mark.end, number, True, mark) for number, mark in enumerate(marks)
    ]
    heapify(waiting)
    return [list(_pieces(text, start, end, waiting)) for start, end in paragraphs(text)]


def _pieces(text: str, start: int, end: int, waiting: list[Pending]) -> Iterator[Piece]:
    """One paragraph; what a mark has beyond it, or beyond its parent, goes back to `waiting`."""
    at = start
    ends: list[int] = []
    while waiting and waiting[0][0] < end:
        opens, minus_end, number, first, mark = heappop(waiting)
        opens = max(opens, start)
        if opens >= -minus_end:
            continue
        while ends and ends[-1] <= opens:
            yield from _text(text, at, ends[-1])
            at = ends.pop()
            yield Closing()
        closes = min(-minus_end, ends[-1] if ends else end)
        if closes < -minus_end:
            heappush(waiting, (closes, minus_end, number, False, mark))
        yield from _text(text, at, opens)
        at = opens
        ends.append(closes)
        yield Opening(mark, first)
    while ends:
        yield from _text(text, at, ends[-1])
        at = ends.pop()
        yield Closing()
    yield from _text(text, at, end)


def _text(text: str, start: int, end: int) -> Iterator[str]:
    if start < end:
        yield text[start:end]
