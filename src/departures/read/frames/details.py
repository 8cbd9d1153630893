"""What sentences tell of a movement's circumstances: who paid, who flew, who was on board.

Invariant: a detail never makes a movement; it is kept only where it can be bound to one.
"""

from collections.abc import Sequence

from departures.read.carriers import CarrierHit
from departures.read.frames.circumstances import travels_on
from departures.read.frames.citizenship import passenger_words, told_of_passengers
from departures.read.frames.drafts import Draft
from departures.read.frames.payers import funder
from departures.read.frames.routes import parts
from departures.read.frames.states import goes_home
from departures.read.lexicon import Hit
from departures.read.people import Group
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words


def operator(scene: Scene, line: Line, hit: Hit) -> CarrierHit | None:
    """The name after "operated by", "chartered from", where no list knows it for a carrier."""
    page = scene.page
    last = hit.last
    while last < line.last and page.words[last] in ("by", "from", "the", "a", "an"):
        last += 1
    first = last
    while last < line.last and page.words[last][0].isalnum() and page.capital(last):
        last += 1
    known = {item.first for item in line.agencies} | {item.first for item in line.places}
    known |= {item.first for item in line.peoples}
    if last == first or first in known or page.words[first - 1] not in ("by", "from", "the"):
        return None
    start, end = page.starts[first], page.ends[last - 1]
    return CarrierHit(first, last, start, end, page.text[start:end], "airline")


def find_details(scene: Scene, line: Line, known: Sequence[Draft] = ()) -> Draft | None:
    """The circumstances that a sentence tells, as a draft to be bound; null where none.

    `known`: what is told of the movement already.
    """
    if any(when.since or when.unit not in ("day", "days", "range") for when in line.dates):
        return None
    if any(group.noun in ("flights", "events") for group in line.groups):
        return None
    draft = Draft(line, line.first, line.last, "removal", detail=True, back=True)
    draft.funder = funder(scene, line, line.first, line.last)
    draft.carrier = _carrier(scene, line)
    draft.group = _aboard(scene, line) or _told_number(scene, line)
    if draft.group is None and not any(one.group for one in known):
        draft.group = _known_number(scene, line)
    draft.nationalities = told_of_passengers(scene, line)
    for part in parts(scene, line):
        if part.role == "onward":
            draft.onward.append(part.place)
        elif part.role == "via":
            draft.via.append(part.place)
    if _called_off(scene, line):
        draft.modality = "blocked"
    draft.circumstance = draft.group is None and not draft.nationalities and not draft.onward
    values = (draft.group, draft.funder, draft.carrier, *draft.nationalities)
    told = [item for item in values if item is not None]
    draft.speech = scene.said(told[0].first if told else line.first)
    words = scene.page.words[line.first : line.last]
    homeward = travels_on(line, line.first, line.last) and goes_home(words)
    if told or draft.onward or draft.via or homeward or draft.modality == "blocked":
        return draft
    return None


def _called_off(scene: Scene, line: Line) -> bool:
    """Whether the sentence begins with words of calling off."""
    opening = scene.around.hits.get(line.first)
    sense = opening.sense("modality") if opening else None
    return sense is not None and sense.value == "blocked"


def _carrier(scene: Scene, line: Line) -> CarrierHit | None:
    """Who flew, where the sentence tells of flying."""
    operating = next(iter(line.of("operating")), None)
    if line.carriers and (operating or line.of("vehicle")):
        return line.carriers[0]
    return operator(scene, line, operating) if operating is not None else None


def _aboard(scene: Scene, line: Line) -> Group | None:
    """The number of "On board were 83 people", "thirty-eight men were aboard"."""
    words = scene.page.words[line.first : line.last]
    if "aboard" not in words and ("board" not in words or words[words.index("board") - 1] != "on"):
        return None
    whole = (group for group in line.groups if group.noun in COUNTED and not group.partial)
    return next(whole, None)


def _told_number(scene: Scene, line: Line) -> Group | None:
    """The number of "put the figure at 46", "the group numbered 38", "38 people in all"."""
    words, tables = scene.page.words, passenger_words()
    for group in line.groups:
        if group.noun not in COUNTED or group.number.form == "zero":
            continue
        before = words[max(line.first, group.first - TOLD) : group.first]
        if not NUMBER_NOUNS.isdisjoint(before) and not AT.isdisjoint(before[-2:]):
            return group
        if not tables["numbered"].isdisjoint(before[-1:]):
            return group
        if before[-2:] in (["consisted", "of"], ["up", "of"], ["comprised", "of"]):
            return group
    return None


def _known_number(scene: Scene, line: Line) -> Group | None:
    """The number of people taken as known: "The 38 men had been held", "Of the 38, nine …"."""
    words = scene.page.words
    for group in line.groups[:1]:
        number = group.number
        exact = number.lower == number.upper and (number.lower or 0) > 1
        opens = group.first - line.first <= 2 and words[group.first - 1] == "the"
        if exact and opens and group.noun in COUNTED and not group.further:
            return group
    return None


COUNTED = ("people", None)
TOLD = 9
NUMBER_NOUNS = small_words("number_nouns")
AT = small_words("at")
