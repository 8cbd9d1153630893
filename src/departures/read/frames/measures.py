"""What a figure measures: removals, arrests, people held, flights…

Decided by the noun that is counted, else by the nearest word that measures, else by the figure
told just before ("118 of them", "compared with 41"), else by the heading or question above.

Invariant: where nothing says what is counted there is no measure.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from departures.read.frames.modality import modality
from departures.read.lexicon import Sense
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


class Word(NamedTuple):
    """A word of a sentence that measures: tokens `first`…`last` (exclusive)."""

    first: int
    last: int
    measure: str
    kind: str


ACT_MEASURES = {
    "removal": "removals",
    "expulsion": "expulsions",
    "return": "returns",
    "repatriation": "returns",
    "reception": "returns",
    "transfer": "removals",
}
NATIONAL = frozenset(("citizens", "migrants", "deported", "detained"))
DEMOGRAPHIC = frozenset(("general",))
REACH = 14
ADJACENT = 4
SMALL = 10


def measuring_words(line: Line) -> list[Word]:
    """The words of a sentence that say what a figure measures, in order."""
    found = []
    for hit in line.hits:
        for sense in hit.senses:
            kind = _word_kind(sense)
            if kind is not None:
                measure = sense.value if kind in ("noun", "measure") else _act_measure(sense)
                found.append(Word(hit.first, hit.last, measure, kind))
                break
    return found


def _word_kind(sense: Sense) -> str | None:
    """How a word measures: `noun`, `measure`, `act`, or `weak` (only right beside the number)."""
    if sense.kind == "events" or (sense.kind == "flights" and sense.value == "flights"):
        return "noun" if sense.kind == "events" else "flights"
    if sense.kind == "measure":
        return "measure"
    if sense.kind == "actnoun" and sense.value in ACT_MEASURES:
        return "act"
    if sense.kind == "act" and sense.value in ACT_MEASURES:
        return "act" if sense.data.get("strong") or sense.value == "reception" else "weak"
    return None


def _act_measure(sense: Sense) -> str:
    return "flights" if sense.kind == "flights" else ACT_MEASURES[sense.value]


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
    if _no_figure(scene, line, group, words):
        return None
    if group.noun == "flights":
        return Cue("flights" if group.what == "flights" else "other", said, inherited=False)
    if _not_carried_out(line, group):
        return Cue("other", said, inherited=False)
    if group.noun == "events" and group.what:
        return Cue(group.what, said, inherited=False)
    previous = before[-1] if before and before[-1].line is line else None
    included = scene.page.words[group.first - 1] == "including" if group.first else False
    own = _own_word(scene, group, words)
    if own is not None and not (included and previous is not None):
        return Cue(own, said, inherited=group.noun is None)
    if group.noun is None and previous is not None:
        return Cue(previous.measure, said, inherited=True)
    nearest = _nearest(group, words)
    if nearest is not None:
        return Cue(nearest, said, inherited=group.noun is None)
    if group.noun in ("people", "person") and line.of("circumstance"):
        return Cue("other", said, inherited=False)
    return _taken_over(group, before, line, said, topic)


def _taken_over(
    group: Group, before: Sequence[Told], line: Line, said: str, topic: str | None
) -> Cue | None:
    previous = before[-1] if before else None
    if group.noun is None or group.partial:
        if previous is not None and previous.line.paragraph == line.paragraph:
            return Cue(previous.measure, said, inherited=True)
        return Cue(topic, said, inherited=True) if topic is not None else None
    if group.noun == "people" and group.what in NATIONAL:
        return Cue("other", said, inherited=False)
    if group.noun == "people" and topic is not None and group.what not in DEMOGRAPHIC:
        return Cue(topic, said, inherited=True)
    return None


ROOM = small_words("room")


FEW_FLIGHTS = 3


def _ratio(tokens: list[str], number: Number) -> bool:
    """Whether the number is a part of a rate: "1 in 10", "6 out of 10"."""
    following = tokens[number.last : number.last + 2]
    if following == ["out", "of"] or tokens[max(0, number.first - 2) : number.first] == [
        "out",
        "of",
    ]:
        return True
    if following[:1] == ["in"] and len(following) > 1 and following[1].isdigit():
        return len(following[1]) < 4
    before = tokens[max(0, number.first - 2) : number.first]
    return len(before) == 2 and before[1] == "in" and before[0].isdigit() and len(before[0]) < 3


def _like_a_year(tokens: list[str], number: Number) -> bool:
    """Whether the number is written as years are, and counts nothing by a noun."""
    word = tokens[number.core_first]
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _no_figure(scene: Scene, line: Line, group: Group, words: Sequence[Word]) -> bool:
    """Whether the words are no figure by themselves: "one", "nobody", "question 1", "room for"."""
    number, tokens = group.number, scene.page.words
    before = tokens[number.first - 1] if number.first else ""
    if before == "for" and number.first > 1 and tokens[number.first - 2] in ROOM:
        return True
    size = number.upper if number.upper is not None else number.lower or 0
    if _ratio(tokens, number) or (group.noun is None and _like_a_year(tokens, number)):
        return True
    if group.noun == "flights" and (group.what == "vehicles" or size < FEW_FLIGHTS):
        return not any(when.since or when.unit != "day" for when in line.dates)
    if number.form == "zero":
        return tokens[number.first] in ("no", "nobody") or not any(
            word.kind == "act" and abs(word.first - group.last) <= ADJACENT + 2 for word in words
        )
    if number.form == "article":
        return True
    if size == 1 and group.noun not in ("events", "flights"):
        return group.what not in NATIONAL
    if group.noun is None and number.form == "words":
        return size < SMALL and not group.partial and number.lower == number.upper
    return False


def _not_carried_out(line: Line, group: Group) -> bool:
    """Whether the words say that what is counted was only ordered, aimed at or tried."""
    return any(-8 <= hit.first - group.first <= 6 for hit in line.of("unrealised"))


BESIDE = small_words("beside")


def _own_word(scene: Scene, group: Group, words: Sequence[Word]) -> str | None:
    """The measure of a word right beside the number: "174 were removal flights"."""
    tokens = scene.page.words
    for word in words:
        if word.measure == "detained" and 0 <= group.first - word.last <= 1:
            passive = tokens[word.first - 1] in ("were", "was", "are", "been", "being", "is")
            return "detained" if passive else "arrests"
        if 0 <= word.first - group.last <= ADJACENT and word.kind != "weak":
            between = tokens[group.last : word.first]
            if word.kind != "flights" or (group.noun is None and BESIDE.isdisjoint(between)):
                return word.measure
    return _behind_brackets(tokens, group, words)


def _behind_brackets(tokens: list[str], group: Group, words: Sequence[Word]) -> str | None:
    """The noun after a list of numbers in brackets: "A (4), B (3) had the most returns"."""
    if not group.first or tokens[group.first - 1] != "(":
        return None
    for word in words:
        near = word.kind == "noun" and 0 <= word.first - group.last <= FURTHEST
        if near and ";" not in tokens[group.last : word.first]:
            return word.measure
    return None


FURTHEST = 25


def _nearest(group: Group, words: Sequence[Word]) -> str | None:
    """The measuring word nearest to the group, those behind it before those in front."""
    best = REACH + 1.0
    measure: str | None = None
    for word in words:
        if group.first <= word.first < group.last or word.kind == "flights":
            continue
        behind = word.first >= group.last
        distance = word.first - group.last if behind else group.first - word.last + 0.5
        if word.kind == "weak":
            if distance > ADJACENT:
                continue
            distance += ADJACENT
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
        when.first >= hit.last and (when.since or when.unit != "day") for when in line.dates
    ):
        return None
    flights = hit.sense("flights")
    air = hit.sense("vehicle")
    counted = (flights and flights.value == "flights") or (air and air.value == "air")
    return Cue("flights" if counted else "other", said, inherited=False)
