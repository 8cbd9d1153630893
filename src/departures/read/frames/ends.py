"""Where a movement began and ended, where none of its own sentences says so.

The origin: the country of the offices, vehicles and peoples in the movement's own sentences; else
the country that the document names most as one that moves people. The destination: the country of
people who are taken home; else the one country that the document names as a destination, if there
is only one.

Invariant: a movement never begins where it ends, nor where its passengers are citizens.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from departures.read.agencies import AgencyHit
from departures.read.frames.circumstances import travels_on
from departures.read.frames.drafts import Country, Draft
from departures.read.frames.states import acting, goes_home, state_words
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene

Sender = AgencyHit | PlaceHit | PeopleHit


def name_ends(scene: Scene, movements: list[list[Draft]], drafts: Sequence[Draft]) -> None:
    """Give movements without an origin or a destination those that the document tells."""
    named: list[Sender] | None = None
    datelines: dict[int, PlaceHit] = {}
    goals = _goals(drafts)
    only = _only_people(drafts)
    for told in movements:
        if only and _go_home(told, only):
            told[0].nationalities = [only]
        _name_goal(scene, told, goals)
        _name_homes(scene, told)
        if any(draft.origin for draft in told):
            continue
        ruled_out = {draft.destination.country for draft in told if draft.destination}
        ruled_out |= {
            item.country
            for draft in told
            for item in (*draft.nationalities, *draft.via, *draft.onward)
        }
        own = [sender for draft in told for sender in _senders(scene, draft.line)]
        if named is None:
            named = _most_named(scene, drafts)
            datelines = _datelines(scene)
        headed = datelines.get(told[0].line.paragraph)
        heads = [headed] if headed and len(datelines) > 1 else []
        last = [*datelines.values()][:1]
        ranked = (*own, *heads, *named, *last)
        sender = next((item for item in ranked if item.country not in ruled_out), None)
        if sender is not None:
            told[0].origin = sender


def _only_people(drafts: Sequence[Draft]) -> Country | None:
    """The one people that a document names as those who are moved, where it names no other."""
    named = {item.country: item for draft in reversed(drafts) for item in draft.nationalities}
    return next(iter(named.values())) if len(named) == 1 else None


def _go_home(told: list[Draft], people: Country) -> bool:
    """Whether people whose citizenship a movement leaves open go to the country of `people`."""
    if any(draft.nationalities for draft in told):
        return False
    return any(draft.destination and draft.destination.country == people.country for draft in told)


def _datelines(scene: Scene) -> dict[int, PlaceHit]:
    """By paragraph, the place at its head: "OSLO, May 3 —", "DENMARK."."""
    found: dict[int, PlaceHit] = {}
    words, page = scene.page.words, scene.page
    seen = -1
    for line in scene.lines:
        if line.paragraph == seen or line.headline:
            continue
        seen = line.paragraph
        place = next((place for place in line.places if place.first == line.first), None)
        if place is None or not place.country:
            continue
        after = words[place.last : min(place.last + DATELINE, line.last)]
        written = page.text[place.start : place.end]
        if not DASHES.isdisjoint(after) or (written.isupper() and len(written) > ACRONYM):
            found[line.paragraph] = place
    return found


DATELINE = 9
ACRONYM = 3
DASHES = frozenset(("-", "–", "—"))


LIKELY = 2
"""The weight from which a draft's destination counts as one of the document's."""


def _home(scene: Scene, told: list[Draft]) -> Country | None:
    """The country of people who are said to have been taken home, where they are of one country."""
    homes = {item.country: item for draft in told for item in draft.nationalities}
    if len(homes) != 1:
        return None
    for draft in told:
        words = scene.page.words[draft.first : draft.last]
        if goes_home(words):
            return next(iter(homes.values()))
        back = draft.act == "return" and not BACK.isdisjoint(words)
        if draft.act == "repatriation" or back:
            return next(iter(homes.values()))
    return None


BACK = state_words()["back"]


def _goals(drafts: Sequence[Draft]) -> dict[str | None, Country | AgencyHit]:
    """The destinations that a document names, by country."""
    return {
        draft.destination.country: draft.destination
        for draft in drafts
        if draft.destination and (draft.weight >= LIKELY or draft.line.headline)
    }


def _name_goal(
    scene: Scene, told: list[Draft], goals: Mapping[str | None, Country | AgencyHit]
) -> None:
    """Home; else the only destination country of the document, for a movement without one."""
    if any(draft.destination for draft in told):
        return
    home = _home(scene, told)
    if home is not None:
        told[0].destination = home
        return
    if len(goals) != 1:
        return
    [(country, place)] = goals.items()
    begun = {draft.origin.country for draft in told if draft.origin}
    if country not in begun:
        told[0].destination = place


def _name_homes(scene: Scene, told: list[Draft]) -> None:
    """Where people "continued to their home countries": the countries of those on board."""
    for draft in told:
        words = scene.page.words[draft.first : draft.last]
        if draft.onward or not travels_on(draft.line, draft.first, draft.last):
            continue
        if goes_home(words):
            goals = {one.destination.country for one in told if one.destination}
            homes = {item.country: item for one in told for item in one.nationalities}
            draft.onward = [item for item in homes.values() if item.country not in goals]


def _senders(scene: Scene, line: Line) -> list[Sender]:
    """What names a moving state in one sentence, offices first."""
    named: list[PlaceHit | PeopleHit] = [
        *line.peoples,
        *(place for place in line.places if place.kind in ("country", "territory")),
    ]
    moving = [item for item in named if item.country and _moves(scene, item)]
    offices = [agency for agency in line.agencies if agency.country and agency.kind not in ABROAD]
    return [sender for sender in (*offices, *moving) if sender.country != UNION]


UNION = "EU"
"""People are put out of a state, and not of the union that its offices may act for."""


ABROAD = ("foreign", "embassy")
"""Offices that speak for a state to others, and move nobody."""


def _moves(scene: Scene, state: PeopleHit | PlaceHit) -> bool:
    """Whether a state's name stands before a vehicle or an office: "a US charter"."""
    words = scene.page.words
    if state.first and words[state.first - 1] in state_words()["towards"]:
        return False
    for token in range(state.last, state.last + 3):
        hit = scene.around.hits.get(token)
        if hit is not None and (hit.sense("vehicle") or hit.sense("agency")):
            return True
        if words[token : token + 1] in ([","], ["."], ["and"], ["to"], ["on"], ["by"]):
            return False
    return acting(scene, state) is not None


def _most_named(scene: Scene, drafts: Sequence[Draft]) -> list[Sender]:
    """The first mention of each sending country, the most often named country first.

    Countries that the document tells as receiving, and never as sending, come last.
    """
    first: dict[str, Sender] = {}
    often: Counter[str] = Counter()
    for draft in drafts:
        if draft.origin is not None and draft.origin.country:
            first.setdefault(draft.origin.country, draft.origin)
            often[draft.origin.country] += 2
    for line in scene.lines:
        for sender in _senders(scene, line):
            if sender.country:
                first.setdefault(sender.country, sender)
                often[sender.country] += 1
        for place in _doers(scene, line):
            first.setdefault(place.country or "", place)
            often[place.country or ""] += 1
    receiving = {draft.destination.country for draft in drafts if draft.destination}
    receiving -= {draft.origin.country for draft in drafts if draft.origin}
    ranked = sorted(often, key=lambda country: (country in receiving, -often[country]))
    return [first[country] for country in ranked]


def _doers(scene: Scene, line: Line) -> list[PlaceHit]:
    """The countries that a sentence names as those that remove people, whoever they are.

    "Ireland has stepped up deportations", "Spain's expulsions", "deportations by Oman".
    """
    found: list[PlaceHit] = []
    words, events = scene.page.words, line.of("events")
    for place in line.places if events else ():
        if place.kind not in ("country", "territory") or not place.country:
            continue
        for hit in events:
            between = words[place.last : hit.first]
            subject = place.first < hit.first and words[place.first - 1] not in PLACING
            by = words[hit.last : place.first] in (["by"], ["by", "the"])
            if by or (subject and all(word in DOING for word in between)):
                found.append(place)
    return found


DOING = state_words()["doing"]
PLACING = state_words()["placing"]
