"""What a figure measures: removals, arrests, people held, flights…

Decided by the noun that is counted, else by the nearest word that measures, else by the figure
told just before ("118 of them", "compared with 41"), else by the heading or question above.

Invariant: where nothing says what is counted there is no measure.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from departures.read.frames.modality import modality
from departures.read.people import Group
from departures.read.scene import Line, Scene


class Cue(NamedTuple):
    """A measure, and whether it was taken over from a figure or heading told before."""

    measure: str
    modality: str
    inherited: bool


class Told(Protocol):
    """A figure told before."""

    measure: str
    line: Line


class Word(NamedTuple):
    """A word of a sentence that measures: tokens `first`…`last` (exclusive)."""

    first: int
    last: int
    measure: str
    noun: bool


ACT_MEASURES = {
    "removal": "removals",
    "expulsion": "expulsions",
    "return": "returns",
    "repatriation": "returns",
    "reception": "returns",
}
NATIONAL = frozenset(("citizens", "migrants", "deported", "detained"))
REACH = 14
SMALL = 10


def measuring_words(line: Line) -> list[Word]:
    """The words of a sentence that say what a figure measures, in order."""
    found = []
    for hit in line.hits:
        for sense in hit.senses:
            name = None
            if sense.kind in ("measure", "events"):
                name = sense.value
            elif (
                sense.kind == "act" and (sense.data.get("strong") or sense.value == "reception")
            ) or sense.kind == "actnoun":
                name = ACT_MEASURES.get(sense.value)
            elif sense.kind == "flights" and sense.value == "flights" and hit.last:
                name = "flights"
            if name is not None:
                found.append(Word(hit.first, hit.last, name, sense.kind in ("events", "flights")))
                break
    return found


def measure_of(
    scene: Scene,
    line: Line,
    group: Group,
    words: Sequence[Word],
    before: Sequence[Told],
    topic: str | None,
) -> Cue | None:
    """The measure of a counted group; null where nothing says what it counts."""
    said = modality(scene, line, line.first, line.last, group.first)
    if group.noun == "ordinal":
        return _running_count(line, group, said)
    if group.noun == "flights":
        return Cue("flights" if group.what == "flights" else "other", said, inherited=False)
    if group.noun == "events" and group.what:
        return Cue(group.what, said, inherited=False)
    if _too_little(scene, group):
        return None
    previous = before[-1] if before and before[-1].line is line else None
    if group.noun is None and previous is not None and not _own_word(group, words):
        return Cue(previous.measure, said, inherited=True)
    nearest = _nearest(group, words)
    if nearest is not None:
        return Cue(nearest, said, inherited=group.noun is None)
    if group.noun in ("people", "person") and any(hit.sense("circumstance") for hit in line.hits):
        return Cue("other", said, inherited=False)
    return _taken_over(group, before, line, said, topic)


def _taken_over(
    group: Group, before: Sequence[Told], line: Line, said: str, topic: str | None
) -> Cue | None:
    previous = before[-1] if before else None
    if group.noun is None or group.partial:
        if previous is not None and previous.line.paragraph == line.paragraph:
            return Cue(previous.measure, said, inherited=True)
        if topic is not None:
            return Cue(topic, said, inherited=True)
        return None
    if group.noun in ("people", "person") and (group.what in NATIONAL or group.countries):
        return Cue("other", said, inherited=False)
    if group.noun == "people" and topic is not None:
        return Cue(topic, said, inherited=True)
    return None


def _too_little(scene: Scene, group: Group) -> bool:
    """Whether the words are no figure by themselves: "one", "no", a bare small number."""
    number = group.number
    if number.form == "zero":
        return group.noun is None and scene.page.words[number.first] == "no"
    if group.noun is None and number.form in ("words", "article"):
        return (number.upper or number.lower or 0) < SMALL and not group.partial
    return number.form == "article"


def _own_word(group: Group, words: Sequence[Word]) -> bool:
    """Whether a measuring word stands right behind the number: "174 were removal flights"."""
    return any(0 <= word.first - group.last <= 3 for word in words)


def _nearest(group: Group, words: Sequence[Word]) -> str | None:
    """The measuring word nearest to the group, those behind it before those in front."""
    best = REACH + 1.0
    measure: str | None = None
    for word in words:
        if group.first <= word.first < group.last:
            continue
        behind = word.first >= group.last
        distance = word.first - group.last if behind else group.first - word.last + 0.5
        if distance < best:
            best, measure = distance, word.measure
    return measure


COUNTED_THINGS = ("vehicle", "flights", "events", "people")


def _running_count(line: Line, group: Group, said: str) -> Cue | None:
    """Flights counted over a period by an ordinal: "the third charter this month"."""
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
        when.first >= hit.last and (when.since or when.earliest != when.latest)
        for when in line.dates
    ):
        return None
    flights = hit.sense("flights")
    air = hit.sense("vehicle")
    counted = (flights and flights.value == "flights") or (air and air.value == "air")
    return Cue("flights" if counted else "other", said, inherited=False)
