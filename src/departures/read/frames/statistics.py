"""Figures about many: what is counted, of whom, over which period, said by whom.

Every counted group that no movement has used is a candidate; it becomes a statistic where its noun,
the words around it or the figure told just before say what it measures.

Invariant: a figure without a measure is no claim; a number is used once.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from departures.read.agencies import AgencyHit
from departures.read.dates import When
from departures.read.frames.figure_places import destination, origin, place_beside, population
from departures.read.frames.givers import giver_of
from departures.read.frames.governors import AGAIN, Word, governor_of, measuring_words
from departures.read.frames.measures import Cue, measure_of
from departures.read.frames.periods import STOCKS, carry_periods, compares, period_of
from departures.read.frames.routes import Part, parts
from departures.read.frames.tables import column_of, is_head, is_row
from departures.read.frames.topics import main_measure, topic_of
from departures.read.numbers import Number
from departures.read.people import Group
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words
from departures.read.speech import Utterance


@dataclass(slots=True)
class Figure:
    """One statistic, with the words of each value."""

    line: Line
    first: int
    last: int
    number: Number
    measure: str
    modality: str
    population: list[PeopleHit | PlaceHit] = field(default_factory=list)
    origin: list[PlaceHit] = field(default_factory=list)
    destination: list[PlaceHit] = field(default_factory=list)
    period: When | None = None
    agency: AgencyHit | None = None
    speech: Utterance | None = None
    listed: bool = False
    """Whether it stands in a table or list, or counts by its form: "third", "none"."""


SKIPPED_NOUNS = frozenset(("staff", "things"))


def find_figures(scene: Scene, used: frozenset[int], told: Mapping[int, int]) -> list[Figure]:
    """The figures of a page.

    `used`: first tokens of numbers that movements use. `told`: by the index of a sentence, the
    count of a movement whose parts its other numbers are.
    """
    measuring = [measuring_words(line) for line in scene.lines]
    ordinals = _ordinals(scene)
    counting = _Counting(scene, used, told, main_measure(measuring))
    above: Line | None = None
    for line, words in zip(scene.lines, measuring, strict=True):
        counting.topic = topic_of(scene, line, above, words, counting.topic)
        above = line
        if is_head(line):
            counting.columns = line.dates
        counted = ordinals.get(line.index)
        if (line.groups or counted) and _counts(line):
            counting.read(line, words, _candidates(scene, line, counted or []))
    carry_periods(scene, counting.figures)
    return [figure for figure in counting.figures if not _of_one_movement(scene, figure)]


@dataclass(slots=True)
class _Counting:
    """The figures told so far, and what the text above says is counted."""

    scene: Scene
    used: frozenset[int]
    told: Mapping[int, int]
    main: str | None
    figures: list[Figure] = field(default_factory=list)
    known: set[tuple[int | None, int | None, str]] = field(default_factory=set)
    topic: str | None = None
    columns: list[When] = field(default_factory=list)

    def read(self, line: Line, words: list[Word], groups: list[Group]) -> None:
        """Add the figures of a sentence."""
        row = is_row(line)
        roles: list[Part] | None = None
        for group in groups:
            cue = self.cue(line, words, group, row=row)
            if cue is None or _told_already(group, cue, self.known):
                continue
            if roles is None:
                roles = parts(self.scene, line)
            figure = _figure(self.scene, line, group, cue, roles, self.figures, row=row)
            if row and self.columns:
                figure.period = column_of(self.columns, line, group) or figure.period
            self.figures.append(figure)

    def cue(self, line: Line, words: list[Word], group: Group, *, row: bool) -> Cue | None:
        """What a number counts; null where it counts nothing, or only what a movement tells."""
        part = _part_of_movement(group, self.told.get(line.index, 0))
        if (part or group.number.first in self.used) and not (
            _over_period(self.scene, line, group)
            or self.goes_on(line, group)
            or _of_stock(self.scene, group, words)
        ):
            return None
        cue = measure_of(self.scene, line, group, words, self.figures, self.topic)
        if cue is None and row and group.noun is None:
            return _as_above(self.figures, self.topic or self.main)
        return cue

    def goes_on(self, line: Line, group: Group) -> bool:
        """Whether a sentence parts the figure told just before: "Of those, 3,104 left freely"."""
        words = self.scene.page.words
        if words[line.first] not in PARTING or words[line.first + 1] not in AGAIN:
            return False
        whole = next((told for told in reversed(self.figures) if told.line is not line), None)
        if whole is None:
            return False
        when = whole.period
        if whole.measure == "flights" or when is None or (when.unit == "day" and not when.since):
            return False
        size = group.number.upper or group.number.lower or 0
        whole_size = whole.number.upper or whole.number.lower or 0
        return line.index - whole.line.index <= 1 and size < max(whole_size, ABOARD)


PARTING = frozenset(("of", "among"))


RELATIVE = frozenset(("who", "that", "whom", "which", "had"))


def _of_stock(scene: Scene, group: Group, words: list[Word]) -> bool:
    """Whether a number is governed by a word for people held, which no movement counts."""
    if not RELATIVE.isdisjoint(scene.page.words[group.last : group.last + 3]):
        return False
    governor = governor_of(scene, group, words)
    return governor is not None and governor.measure in STOCKS and governor.cost < 0


ABOARD = 400
"""No more people than this leave in one movement, as a rule."""
MOVED = frozenset(("removals", "returns", "expulsions", "encounters", "other"))


def _of_one_movement(scene: Scene, figure: Figure) -> bool:
    """Whether a small number without a period tells of one movement rather than of many."""
    if figure.listed or figure.measure not in MOVED:
        return False
    period = figure.period
    if figure.modality == "possible":
        period = None
    if period is not None and (period.unit != "day" or period.since):
        return False
    line = figure.line
    if any(when.unit != "day" for when in line.dates) and compares(
        scene.page.words[line.first : line.last]
    ):
        return False
    return (figure.number.upper or figure.number.lower or 0) <= ABOARD


def _over_period(scene: Scene, line: Line, group: Group) -> bool:
    """Whether what is counted took longer than one movement does."""
    when = period_of(scene, line, group, None) if line.dates else None
    if when is None or when.unit == "month":
        return False
    before = scene.page.words[max(0, when.first - 2) : when.first]
    if when.since or when.unit in LONG or when.bound in UP_TO or before == ["up", "to"]:
        return True
    return bool(
        when.earliest and when.latest and (when.latest - when.earliest).days > ONE_OPERATION
    )


LONG = frozenset(("quarter", "half", "season", "year", "years", "decade", "range"))
UP_TO = ("by", "until")
ONE_OPERATION = 14
"""So many days one operation takes at most."""


MOST = 150


def _counts(line: Line) -> bool:
    """Whether a sentence can hold figures; one with more numbers, dates or places than anybody
    counts in a sentence is none.
    """
    held = max(len(line.groups), len(line.dates), len(line.places), len(line.peoples))
    return held <= MOST and not line.headline and not line.of("withdrawn")


def _part_of_movement(group: Group, count: int) -> bool:
    """Whether a number tells part of the people moved: "31 men and 11 women among the 47"."""
    size = group.number.upper or group.number.lower or 0
    return size <= count and group.noun not in ("events", "flights", "ordinal")


def _as_above(figures: list[Figure], measure: str | None) -> Cue | None:
    """What a row of a table counts: what the text above it counts, else what most of it does."""
    told = measure or (figures[-1].measure if figures else None)
    return Cue(told, "happened", inherited=True) if told else None


def _told_already(group: Group, cue: Cue, known: set[tuple[int | None, int | None, str]]) -> bool:
    """Whether the same figure was told before: a text repeats what it counts."""
    number = group.number
    if number.form == "vague" or (number.upper or number.lower or 0) < LARGE:
        return False
    figure = (number.lower, number.upper, cue.measure)
    told = figure in known
    known.add(figure)
    return told


LARGE = 100


def _candidates(scene: Scene, line: Line, ordinals: list[Number]) -> list[Group]:
    """The groups of a sentence that can be figures, its ordinals among them."""
    groups = [
        _without_way(scene, group) for group in line.groups if group.noun not in SKIPPED_NOUNS
    ]
    if not ordinals:
        return groups
    counted = [
        Group(number.first, number.last, number, "ordinal", None, (), False, False)
        for number in ordinals
    ]
    return sorted([*groups, *counted], key=lambda group: group.first)


def _without_way(scene: Scene, group: Group) -> Group:
    """A group whose "noun" only says how people went: "1,140 by land", "9,927 overland"."""
    words = scene.page.words
    if group.what != "vehicles" or words[group.last - 1] not in WAYS:
        return group
    people = ("people", "citizens") if group.countries else (None, None)
    return group._replace(noun=people[0], what=people[1], last=group.number.last)


WAYS = small_words("ways")


def _ordinals(scene: Scene) -> dict[int, list[Number]]:
    """The ordinals of a page by the index of their sentence."""
    found: dict[int, list[Number]] = {}
    for number in scene.numbers:
        if number.form == "ordinal":
            found.setdefault(scene.page.sentence_of(number.first), []).append(number)
    return found


def _figure(
    scene: Scene,
    line: Line,
    group: Group,
    cue: Cue,
    roles: list[Part],
    before: list[Figure],
    *,
    row: bool,
) -> Figure:
    previous = before[-1] if before else None
    near = previous is not None and previous.line.paragraph == line.paragraph
    figure = Figure(line, line.first, line.last, group.number, cue.measure, cue.modality)
    figure.speech = (
        scene.said(group.number.first) or _attributed(scene, line) or giver_of(scene, line, group)
    )
    figure.period = period_of(scene, line, group, figure.speech)
    figure.population = population(scene, line, group, row=row)
    figure.destination = destination(scene, line, group, roles, cue.measure, row=row)
    beside = place_beside(scene, line, group, row=row) is not None
    if not beside:
        figure.origin = origin(line, group, roles)
    figure.listed = row or beside or group.noun == "ordinal" or group.number.form == "zero"
    figure.agency = next(iter(line.agencies), None)
    if cue.inherited and previous is not None and near and not (row or beside):
        previous = previous if previous.line is line else _first_of_its_line(before)
        figure.population = figure.population or list(previous.population)
        figure.destination = figure.destination or list(previous.destination)
        if previous.line is line:
            figure.speech = figure.speech or previous.speech
    return figure


def _first_of_its_line(before: list[Figure]) -> Figure:
    """The figure that opens the sentence of the one told last: its parts come behind it."""
    at = len(before) - 1
    while at and before[at - 1].line is before[-1].line:
        at -= 1
    return before[at]


def _attributed(scene: Scene, line: Line) -> Utterance | None:
    """Whom the sentence credits as a whole: "according to X"."""
    first = bisect_left(scene.utterance_starts, line.first)
    last = bisect_left(scene.utterance_starts, line.last)
    for utterance in scene.utterances[first:last]:
        if utterance.manner == "attributed":
            return utterance
    return None
