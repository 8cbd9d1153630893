"""Pieces: the parts of which dates and periods are put together, and what reading them needs.

Invariant: a piece spans the tokens `first`…`last` (exclusive) and no other piece's.
"""

from datetime import date
from typing import NamedTuple

from departures.read.dates.calendar import Span
from departures.read.dates.vocabulary import DateWords, date_words
from departures.read.numbers.figures import figure_value
from departures.read.numbers.sheet import sheet_of
from departures.read.numbers.spelled import compose
from departures.read.numbers.vocabulary import NumberWords, number_words
from departures.read.page import Page

SINCE_REACH = 8
"""How far before a date its "since" may stand: "since the new law took effect on 1 March"."""
COUNTABLE = range(200, 9800)
"""Years of publication from which every phrase can be counted without leaving the calendar."""
MOST = 1000
"""Counts of days, months or years are below this."""


class Scene(NamedTuple):
    """A page being read for dates; its lists have a margin, as those of a `Sheet`."""

    page: Page
    words: list[str]
    starts: list[int]
    ends: list[int]
    published: date | None
    vocabulary: DateWords
    numbers: NumberWords
    reach: int = SINCE_REACH
    """How far before a date a "since" is looked for."""

    def close(self, token: int) -> bool:
        """Whether nothing stands between `token` and the token before it."""
        return self.ends[token - 1] == self.starts[token]

    def is_in(self, token: int, rule: str) -> bool:
        """Whether the word at `token` stands in the list `rule` of the date words."""
        return self.words[token] in self.vocabulary.sets[rule]


def scene_of(page: Page, published: date | None, code: str) -> Scene:
    """The scene of a page in the language with this code."""
    _, words, starts, ends = sheet_of(page)
    if published is not None and published.year not in COUNTABLE:
        published = None
    return Scene(page, words, starts, ends, published, date_words(code), number_words(code))


class Piece(NamedTuple):
    """A day or a period, as far as its own words and the day of publication tell it."""

    first: int
    last: int
    span: Span | None
    unit: str
    basis: str = "stated"
    year: int | None = None
    month: int = 0
    day: int = 0
    weekday: int | None = None
    upcoming: Span | None = None
    """The next such day after publication, where the words could mean it too."""
    weak: bool = False
    """"the year": says nothing unless a part of it is told."""
    cut: bool = True
    """Whether a period that holds the day of publication ends there."""


class Part(NamedTuple):
    """What makes a part of the piece beside it, or shifts it: "first two months of"."""

    first: int
    last: int
    kind: str
    number: int
    unit: str


class Anaphor(NamedTuple):
    """A day or a period told by the one before it: the same day, a year earlier."""

    first: int
    last: int
    kind: str
    number: int
    unit: str


Item = Piece | Part | Anaphor


def single(day: date | None) -> Span | None:
    """A day as a span."""
    return Span(day, day) if day is not None else None


def count_before(scene: Scene, token: int) -> tuple[int, int] | None:
    """The small number right before `token`, and where it begins: 12, twenty-four, a few."""
    first = token - 1
    word = scene.words[first]
    if word == "of" and scene.words[first - 1] in scene.vocabulary.counts:
        first -= 1
        word = scene.words[first]
    if word in scene.vocabulary.counts:
        value = scene.vocabulary.counts[word]
        if value > 1 and scene.words[first - 1] in scene.numbers.articles:
            first -= 1
        return value, first
    if word[:1].isdecimal():
        figure = figure_value(word)
        return (int(figure), first) if figure is not None and 0 < figure < MOST else None
    numbers = scene.numbers
    if word not in numbers.small and word not in numbers.tens:
        return None
    if scene.words[first - 1] == "-" and scene.words[first - 2] in numbers.tens:
        first -= 2
    elif scene.words[first - 1] in numbers.tens:
        first -= 1
    found = compose(scene.words, first, numbers)
    return (int(found[0]), first) if found is not None and found[1] == token else None
