"""Whose citizens people are: what the words for a people say of those who are moved.

"30 Pakistanis", "Uzbek, Kazakh and Kyrgyz nationals", "most were Uzbek; the rest Kazakh", "a
Peruvian", "of Pakistani nationality", "citizens of A and B". Invariant: those who act for a state
("Turkish police"), and its vehicles and offices, are no passengers.
"""

from functools import cache

from departures.read.frames.drafts import Draft
from departures.read.frames.states import acting
from departures.read.language import grammar
from departures.read.people import list_of_places, owned, returning
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

NOT_PASSENGERS = small_words("not_passengers")
NATIONALS = small_words("nationals")
LEAD = 6
"""Among so many first words the subject of a sentence about those on board stands."""


@cache
def passenger_words(code: str = "en") -> dict[str, frozenset[str]]:
    """The tables of the grammar of passengers."""
    return {name: frozenset(text.split()) for name, text in grammar(code, "passengers").items()}


def nationalities_of(
    scene: Scene, line: Line, first: int, last: int, draft: Draft
) -> list[PlaceHit | PeopleHit]:
    """Whose citizens the people of a clause are: the group's own, and peoples beside it."""
    found: dict[str | None, PlaceHit | PeopleHit] = {}
    for item in draft.nationalities:
        found.setdefault(item.country, item)
    if draft.group is not None:
        for country in draft.group.countries:
            found.setdefault(country.country, country)
    for place in citizens_of(scene, line, first, last):
        found.setdefault(place.country, place)
    for people in peoples_of(scene, line, first, last):
        found.setdefault(people.country, people)
    told = [item for country, item in found.items() if country]
    return sorted(told, key=lambda item: item.first)


def peoples_of(
    scene: Scene, line: Line, first: int, last: int, *, predicates: bool = False
) -> list[PeopleHit]:
    """The peoples that stand for passengers; `predicates`: also in "most were Uzbek"."""
    found: list[PeopleHit] = []
    following: PeopleHit | None = None
    for people in reversed(line.peoples):
        if not first <= people.first < last or people.country is None:
            continue
        listed = following is not None and found[-1:] == [following]
        chained = listed and following is not None and _joined(scene, people, following)
        if chained or _are_passengers(scene, people, predicates=predicates):
            found.append(people)
        following = people
    return found[::-1]


def _joined(scene: Scene, people: PeopleHit, following: PeopleHit) -> bool:
    """Whether only "and" or a comma stands between: "Uzbek, Kazakh and Kyrgyz nationals"."""
    between = scene.page.words[people.last : following.first]
    return 0 < len(between) <= 2 and all(word in (",", "and", "or", "/", "&") for word in between)


def _are_passengers(scene: Scene, people: PeopleHit, *, predicates: bool) -> bool:
    """Whether a people's word stands for people who are moved."""
    words, tables = scene.page.words, passenger_words()
    following = words[people.last] if people.last < len(words) else "\n"
    if following in NOT_PASSENGERS or acting(scene, people) is not None:
        return False
    if people.noun and people.plural:
        return following != "-" and not _are_receiving(words, people)
    hit = scene.around.hits.get(people.last)
    if hit is not None and (hit.sense("people") or hit.sense("person")):
        return True
    if following in tables["papers"] or following in tables["kin"]:
        return True
    open_end = not following[0].isalnum() or following in tables["after"]
    before = words[people.first - 1] if people.first else ""
    if people.noun and open_end and before in tables["articles"]:
        return following != "-"
    return predicates and open_end and following != "-" and before in tables["predicate"]


def _are_receiving(words: list[str], people: PeopleHit) -> bool:
    """Whether people are handed to them: "handed to the Americans"."""
    return words[max(0, people.first - 2) : people.first] == ["to", "the"]


def citizens_of(scene: Scene, line: Line, first: int, last: int) -> list[PlaceHit]:
    """The countries of "citizens of A and B", counted or not."""
    found: list[PlaceHit] = []
    for hit in line.hits:
        sense = hit.sense("people") or hit.sense("person")
        if sense is None or not first <= hit.first < last or hit.last >= line.last:
            continue
        if any(people.last == hit.first for people in line.peoples):
            continue  # "Uzbek nationals from Germany" are not of Germany
        joined = scene.page.words[hit.last]
        national = sense.value == "citizens" or scene.page.words[hit.first] in NATIONALS
        leave = owned(scene.page, hit.first, hit.first) or returning(
            scene.page, scene.around, hit.first
        )
        if joined == "of" or (joined == "from" and national and not leave):
            found += list_of_places(scene.page, scene.around.places, hit.last + 1)[0]
    return found


def told_of_passengers(scene: Scene, line: Line) -> list[PlaceHit | PeopleHit]:
    """The citizenships that a sentence tells of people known: "They were all Uzbeks"."""
    words, tables = scene.page.words[line.first : line.last], passenger_words()
    about = not tables["subjects"].isdisjoint(words[:LEAD])
    about = about or not tables["aboard"].isdisjoint(words)
    if not tables["none"].isdisjoint(words[:LEAD]):
        return []
    if not (about or line.groups) or tables["being"].isdisjoint(words):
        return []
    found: dict[str, PlaceHit | PeopleHit] = {}
    for group in line.groups:
        for country in group.countries if group.what == "citizens" else ():
            found.setdefault(country.country or "", country)
    for place in (*citizens_of(scene, line, line.first, line.last), *_come_from(scene, line)):
        found.setdefault(place.country or "", place)
    for people in peoples_of(scene, line, line.first, line.last, predicates=True):
        found.setdefault(people.country or "", people)
    told = [item for country, item in found.items() if country]
    return sorted(told, key=lambda item: item.first)


def _come_from(scene: Scene, line: Line) -> list[PlaceHit]:
    """The countries of "They came from A and B", "Thirty came from A and eight from B"."""
    words = scene.page.words[line.first : line.last]
    coming = next((at for at, word in enumerate(words) if word in COMING), None)
    if coming is None or "from" not in words[coming:]:
        return []
    start = line.first + words.index("from", coming)
    states = ("country", "territory")
    return [
        place
        for place in line.places
        if place.first > start and place.kind in states and place.country
    ]


COMING = small_words("coming_from")
