"""What a figure measures: removals, arrests, people held, flights…

Decided by the noun that is counted, else by the word that governs the number, else by the figure
told just before ("118 of them", "compared with 41"), else by the heading or question above.

Invariant: where nothing says what is counted there is no measure.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from departures.read.frames.governors import (
    CLAUSE_ENDS,
    PEOPLE_MEASURES,
    Governor,
    Word,
    governor_of,
)
from departures.read.frames.incidental import NATIONAL, no_figure, term_of_agreement
from departures.read.frames.modality import modality
from departures.read.numbers import Number
from departures.read.people import Group
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words


class Cue(NamedTuple):
    """A measure, and whether it was taken over from a figure or heading told before."""

    measure: str
    modality: str
    inherited: bool


class Told(Protocol):
    """A figure told before."""

    measure: str
    line: Line
    number: Number


DEMOGRAPHIC = frozenset(("general",))
PEOPLE = ("people", "person")
DIRECT = 5.0
"""A word no farther than this governs a number that could also take over a measure."""


def measure_of(
    scene: Scene,
    line: Line,
    group: Group,
    words: Sequence[Word],
    before: Sequence[Told],
    topic: str | None,
) -> Cue | None:
    """The measure of a counted group; null where nothing says what it counts."""
    if group.noun == "ordinal":
        return _running_count(line, group, _said(scene, line, group))
    previous = before[-1] if before and before[-1].line is line else None
    if no_figure(scene, line, group, words, after=previous is not None):
        return None
    if term_of_agreement(scene, line, group.number):
        return None
    said = _said(scene, line, group)
    told = _by_noun(scene, line, group)
    if told is not None:
        return Cue(told, said, inherited=False)
    governor = _behind_brackets(scene, group, words) or governor_of(scene, group, words)
    if group.what == "detained" and (governor is None or governor.cost > DIRECT):
        return Cue("detained", said, inherited=False)
    if previous is not None and _shares(scene, group, governor):
        return Cue(_people_of(scene, group, before), said, inherited=True)
    if governor is not None:
        return Cue(governor.measure, said, inherited=group.noun is None)
    if group.noun in PEOPLE and line.of("circumstance"):
        return Cue("other", said, inherited=False)
    return _taken_over(scene, group, before, line, said, topic)


def _said(scene: Scene, line: Line, group: Group) -> str:
    """Whether what is counted took place, by the clause of the number."""
    words, first, last = scene.page.words, group.first, group.last
    while first > line.first and words[first - 1] not in CLAUSE_ENDS:
        first -= 1
    while last < line.last and words[last] not in CLAUSE_ENDS:
        last += 1
    return modality(scene, line, first, last, group.first)


def _by_noun(scene: Scene, line: Line, group: Group) -> str | None:
    """The measure that the counted noun has by itself."""
    if group.noun == "flights":
        return "flights" if group.what == "flights" else "other"
    if _not_carried_out(scene, line, group):
        return "other"
    if group.noun != "events":
        return None
    if group.what == "other":
        return _of_papers(scene, line, group)
    return group.what


def _of_papers(scene: Scene, line: Line, group: Group) -> str:
    """The measure of orders, cases and applications: what was done to them, or asked in them."""
    words = scene.page.words
    noun = words[group.last - 1]
    if noun == "departures":
        return "returns"
    if noun in CASES:
        for hit in line.of("carried"):
            done = words[hit.first - 1] != "be"
            if done and -FAR <= hit.first - group.first <= 2 * FAR:
                return "removals"
    if noun in APPLICATIONS:
        above = scene.lines[max(0, line.index - 2)].first
        if not ASYLUM.isdisjoint(words[above : line.last]):
            return "asylum_claims"
    return "other"


APPLICATIONS = small_words("applications")
ASYLUM = small_words("asylum_words")
CASES = small_words("cases")
FAR = 6


def _shares(scene: Scene, group: Group, governor: Governor | None) -> bool:
    """Whether a number shares the measure of the one before it in the sentence."""
    if governor is not None and governor.cost <= DIRECT:
        included = group.first and scene.page.words[group.first - 1] == "including"
        return bool(included)
    return group.noun is None or group.partial or group.noun in PEOPLE


def _people_of(scene: Scene, group: Group, before: Sequence[Told]) -> str:
    """The measure before, but not flights for those who were on them: "611 on five flights"."""
    last = before[-1].measure
    if last != "flights":
        return last
    tokens, counted = scene.page.words, before[-1].number.first
    aboard = not ABOARD.isdisjoint(tokens[group.last : group.last + 1])
    carried = group.first and tokens[group.first - 1] in CARRIED
    adjunct = counted and tokens[counted - 1] in ADJUNCT
    if not (aboard or carried or adjunct or group.noun in PEOPLE or group.countries):
        return last
    return next(
        (told.measure for told in reversed(before[-RECENT:]) if told.measure in MOVED), "removals"
    )


RECENT = 20
MOVED = ("removals", "returns", "expulsions")
ABOARD = small_words("beside")
BOARDING = small_words("boarding")
CARRIED = small_words("carried")
ADJUNCT = small_words("adjunct")


def _taken_over(
    scene: Scene,
    group: Group,
    before: Sequence[Told],
    line: Line,
    said: str,
    topic: str | None,
) -> Cue | None:
    previous = before[-1] if before else None
    if group.noun is None or group.partial:
        if previous is not None and _near(previous.line, line):
            return Cue(_people_of(scene, group, before), said, inherited=True)
        if topic == "flights" and not BOARDING.isdisjoint(
            scene.page.words[group.last : group.last + 2]
        ):
            topic = "removals"
        return Cue(topic, said, inherited=True) if topic is not None else None
    if group.noun != "people":
        return None
    words = scene.page.words
    if words[group.last - 1] == "arrivals" and not SHORES.isdisjoint(words[line.first : line.last]):
        return Cue("encounters", said, inherited=False)
    if group.what in PEOPLE_MEASURES:
        return Cue(_of_people(scene, group), said, inherited=False)
    if group.what in NATIONAL:
        return Cue("other", said, inherited=False)
    if topic is not None and group.what not in DEMOGRAPHIC:
        return Cue(topic, said, inherited=True)
    size = group.number.upper or group.number.lower or 0
    moved = not MOVING.isdisjoint(words[group.last : group.last + 3])
    if moved and previous is not None and _near(previous.line, line):
        return Cue(_people_of(scene, group, before), said, inherited=True)
    return Cue("other", said, inherited=False) if MANY < size < MILLION else None


def _of_people(scene: Scene, group: Group) -> str:
    """The measure of a noun of people: "12,003 returnees", "1,876 detainees"."""
    words = scene.page.words[group.number.last : group.last]
    if any(word.startswith(("return", "repatriat")) for word in words):
        return "returns"
    return PEOPLE_MEASURES[group.what or ""]


MOVING = small_words("moving_people")
SHORES = small_words("shores")
MANY, MILLION = 400, 1_000_000
"""So many people tell of more than one movement, and of fewer than a population."""
NEARBY = 2


def _near(above: Line, line: Line) -> bool:
    """Whether what was counted above may still be counted: in the paragraph, or just before."""
    return above.paragraph == line.paragraph or line.index - above.index <= NEARBY


def _not_carried_out(scene: Scene, line: Line, group: Group) -> bool:
    """Whether the words say that what is counted was only ordered, aimed at or tried."""
    numbers, words = scene.around.numbers, scene.page.words
    for hit in line.of("unrealised"):
        if not -BEFORE <= hit.first - group.first <= BEHIND:
            continue
        between = range(min(hit.last, group.last), max(hit.first, group.first))
        if not any(token in numbers or words[token] in ("and", ";") for token in between):
            return True
    return False


BEFORE, BEHIND = 8, 6


def _behind_brackets(scene: Scene, group: Group, words: Sequence[Word]) -> Governor | None:
    """The noun after a list of numbers in brackets: "A (4), B (3) had the most returns"."""
    tokens = scene.page.words
    if not group.first or tokens[group.first - 1] != "(":
        return None
    for word in words:
        near = word.kind == "noun" and 0 <= word.first - group.last <= FURTHEST
        if near and ";" not in tokens[group.last : word.first]:
            return Governor(word.measure, DIRECT)
    return None


FURTHEST = 40
COUNTED_THINGS = ("vehicle", "flights", "events", "people")


def _running_count(line: Line, group: Group, said: str) -> Cue | None:
    """Flights counted over a period by an ordinal: "the third charter this month"."""
    if group.number.lower == 1:
        return None
    hit = next(
        (
            hit
            for hit in line.hits
            if 0 <= hit.first - group.last <= 3
            and any(sense.kind in COUNTED_THINGS for sense in hit.senses)
        ),
        None,
    )
    if hit is None or not any(
        when.first >= hit.last and (when.since or when.unit != "day") for when in line.dates
    ):
        return None
    flights = hit.sense("flights")
    air = hit.sense("vehicle")
    counted = (flights and flights.value == "flights") or (air and air.value == "air")
    return Cue("flights" if counted else "other", said, inherited=False)
