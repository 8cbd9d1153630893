"""What sentences tell of a movement's circumstances: who paid, who flew, who was on board.

Invariant: a detail never makes a movement; it is kept only where it can be bound to one.
"""

from departures.read.carriers import CarrierHit
from departures.read.frames.circumstances import travels_on
from departures.read.frames.drafts import Draft
from departures.read.frames.passengers import citizens_of
from departures.read.frames.payers import funder
from departures.read.frames.routes import parts
from departures.read.frames.states import goes_home
from departures.read.lexicon import Hit
from departures.read.people import Group
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

ABOARD = ("on board", "aboard")


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


def find_details(scene: Scene, line: Line) -> Draft | None:
    """The circumstances that a sentence tells, as a draft to be bound; null where none."""
    if any(when.since or when.unit not in ("day", "days", "range") for when in line.dates):
        return None
    if any(group.noun in ("flights", "events") for group in line.groups):
        return None
    draft = Draft(line, line.first, line.last, "removal", detail=True, back=True)
    draft.funder = funder(scene, line, line.first, line.last)
    words = scene.page.words
    operating = next(iter(line.of("operating")), None)
    if line.carriers and (operating or line.of("vehicle")):
        draft.carrier = line.carriers[0]
    elif operating is not None:
        draft.carrier = operator(scene, line, operating)
    opening = " ".join(words[line.first : line.first + 3])
    if opening.startswith(ABOARD) or " on board" in " ".join(words[line.first : line.last]):
        draft.group = next(
            (
                group
                for group in line.groups
                if group.noun in ("people", None) and not group.partial
            ),
            None,
        )
    if draft.group is None:
        draft.group = _told_number(scene, line)
    draft.nationalities = _origins_of_people(scene, line)
    for part in parts(scene, line):
        if part.role == "onward":
            draft.onward.append(part.place)
        elif part.role == "via":
            draft.via.append(part.place)
    opening_hit = scene.around.hits.get(line.first)
    called_off = opening_hit.sense("modality") if opening_hit else None
    if called_off is not None and called_off.value == "blocked":
        draft.modality = "blocked"
    draft.circumstance = draft.group is None and not draft.nationalities and not draft.onward
    first = next(
        (
            item.first
            for item in (draft.group, draft.funder, draft.carrier, *draft.nationalities)
            if item is not None
        ),
        line.first,
    )
    draft.speech = scene.said(first)
    told = (
        draft.funder,
        draft.carrier,
        draft.group,
        *draft.nationalities,
        *draft.onward,
        *draft.via,
    )
    homeward = travels_on(line, line.first, line.last) and goes_home(words[line.first : line.last])
    if draft.modality == "blocked" or homeward or any(item is not None for item in told):
        return draft
    return None


def _told_number(scene: Scene, line: Line) -> Group | None:
    """The number of "put the figure at 46", "the number of those on board was 131"."""
    words = scene.page.words
    for group in line.groups:
        if group.noun not in ("people", None) or group.number.form == "zero":
            continue
        before = words[max(line.first, group.first - TOLD) : group.first]
        if not NUMBER_NOUNS.isdisjoint(before) and not AT.isdisjoint(before[-2:]):
            return group
    return None


TOLD = 9
NUMBER_NOUNS = small_words("number_nouns")
AT = small_words("at")
SUBJECTS = small_words("subjects")
COMING = small_words("coming")


def _origins_of_people(scene: Scene, line: Line) -> list[PlaceHit | PeopleHit]:
    """Countries of "They came from A and B"; peoples of "They were Hondurans and Salvadorans"."""
    words = scene.page.words[line.first : line.last]
    found: dict[str, PlaceHit | PeopleHit] = {}
    lead = words[:8]
    aboard = "board" in words or "aboard" in words
    if not (aboard or SUBJECTS & set(lead[:5]) or line.groups) or not COMING & set(words):
        return []
    for group in line.groups:
        for country in group.countries if group.what == "citizens" else ():
            if country.country:
                found.setdefault(country.country, country)
    for named in citizens_of(scene, line, line.first, line.last):
        if named.country:
            found.setdefault(named.country, named)
    for people in line.peoples:
        if people.noun and people.plural and people.country:
            found.setdefault(people.country, people)
    if "from" in words and ("come" in words or "came" in words):
        start = line.first + words.index("from")
        for place in line.places:
            if place.first > start and place.kind in ("country", "territory") and place.country:
                found.setdefault(place.country, place)
    return list(found.values())
