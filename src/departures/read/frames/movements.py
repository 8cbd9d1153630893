"""Movements in a sentence: who was moved, when, from where to where, by what.

A sentence is cut into clauses where another movement can begin; each clause that holds an act or
a vehicle gives one draft, and one for each destination where it names several.

Invariant: a draft holds only what its own clause says, each value with its words.
"""

from collections.abc import Iterator

from departures.read.frames.circumstances import (
    agency_of,
    ahead,
    date_of,
    flights_of,
    homes_of,
    mode_of,
    point,
    travels_on,
)
from departures.read.frames.citizenship import nationalities_of
from departures.read.frames.clauses import acts_in, clauses_of, elided_at
from departures.read.frames.drafts import Draft
from departures.read.frames.ellipses import elided
from departures.read.frames.homes import own_state
from departures.read.frames.modality import foreseen, modality, refused
from departures.read.frames.passengers import group_of
from departures.read.frames.routes import Part, ground, parts
from departures.read.frames.states import receiver, sender
from departures.read.frames.weights import weigh
from departures.read.language import grammar
from departures.read.lexicon import Hit, Sense
from departures.read.people import Group
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene


def find_drafts(scene: Scene) -> list[Draft]:
    """Every draft of the page, in order."""
    drafts: list[Draft] = []
    heading: Draft | None = None
    for line in scene.lines:
        if not line.places and not (line.hits and (line.groups or line.carriers or line.dates)):
            continue
        if heading is not None and heading.line.paragraph != line.paragraph:
            heading = None
        for draft in _of_line(scene, line):
            if _only_a_route(draft) or _announces(draft):
                heading = draft
            elif heading is not None:
                _told_under(draft, heading)
            drafts.append(draft)
    return drafts


def _announces(draft: Draft) -> bool:
    """Whether it tells of several flights that are told one by one: "Two planes left Harlingen"."""
    return draft.flights is not None and (draft.flights.number.lower or 0) > 1


def _told_under(draft: Draft, heading: Draft) -> None:
    """Give a draft the route of the heading above it, and the day of flights told one by one."""
    draft.origin = draft.origin or heading.origin
    draft.destination = draft.destination or heading.destination
    if heading.date is not None and draft.date is None and draft.destination is not None:
        draft.date, draft.mode = heading.date, draft.mode or heading.mode
        draft.weight += 3 if draft.group is not None else 1


def _only_a_route(draft: Draft) -> bool:
    """Whether a heading says just "BERLIN–TIRANA": it tells the route of what follows."""
    told = (draft.group, draft.date, draft.carrier)
    short = draft.last - draft.first <= HEADING
    return bool(short and draft.origin and draft.destination and not any(told))


HEADING = 9


def _of_line(scene: Scene, line: Line) -> Iterator[Draft]:
    roles = parts(scene, line)
    subject: PlaceHit | PeopleHit | None = None
    told: Draft | None = None
    words = scene.page.words
    for first, last in clauses_of(scene, line):
        shared = subject if first > line.first and _continues(scene, first) else None
        acts = acts_in(scene, line, first, last)
        subject = sender(scene, line, first, last, acts, Draft(line, first, last, "")) or shared
        if told is not None and told.mode and elided_at(words, first):
            told = elided(scene, line, first, last, roles, told)
            yield told
            continue
        for draft in _of_clause(scene, line, first, last, roles):
            told = draft
            if draft.origin is None and shared is not None and draft.destination is not None:
                draft.origin = shared if shared.country != draft.destination.country else None
            yield draft


def _continues(scene: Scene, first: int) -> bool:
    """Whether a clause goes on with the subject before it: "and deported 14"."""
    following = scene.around.hits.get(first + 1)
    return following is not None and following.sense("act") is not None


def _of_clause(
    scene: Scene, line: Line, first: int, last: int, roles: list[Part]
) -> Iterator[Draft]:
    acts = acts_in(scene, line, first, last)
    moving = [(hit, sense) for hit, sense in acts if sense.value != "otherwise"]
    if acts and not moving:
        return  # an extradition, an evacuation
    acts = moving
    vehicle = next((hit for hit in line.of("vehicle") if first <= hit.first < last), None)
    inside = [part for part in roles if first <= part.place.first < last]
    if not acts and vehicle is None and not any(p.role == "destination" for p in inside):
        return
    anchor = _anchor(acts, vehicle, inside)
    if refused(scene, first, anchor):
        return
    draft = Draft(line, first, last, _act_name(scene, line, acts))
    _fill_route(draft, inside)
    draft.date = date_of(scene, line, first, last, anchor)
    draft.group = group_of(scene, line, first, last, acts)
    draft.nationalities = nationalities_of(scene, line, first, last, draft)
    draft.carrier = next((hit for hit in line.carriers if first <= hit.first < last), None)
    draft.mode = mode_of(line, first, last, draft)
    draft.flights = flights_of(line, first, last)
    draft.authority = next((hit for hit in line.of("authority") if first <= hit.first < last), None)
    draft.modality = modality(scene, line, first, last, anchor)
    draft.modality = foreseen(scene, draft, anchor)
    draft.date = ahead(scene, draft)
    draft.speech = scene.said(draft.group.number.first if draft.group else anchor)
    if draft.onward or travels_on(line, first, last):
        draft.onward += [place for place in homes_of(scene, line, draft) if not draft.onward]
        draft.modality = "happened"
    point(scene, draft, vehicle)
    if draft.destination is None:
        draft.destination = receiver(scene, line, first, acts) or ground(scene, line, first, last)
    own = own_state(scene, draft)
    if own is not None:
        draft.nationalities = draft.nationalities or [own]
        draft.destination = draft.destination or own
    elif draft.origin is None:
        draft.origin = sender(scene, line, first, last, acts, draft)
    draft.agency = agency_of(scene, line, first, last, draft)
    draft.weight = weigh(scene, draft, acts, vehicle)
    yield from _by_destination(draft, inside)


def _anchor(acts: list[tuple[Hit, Sense]], vehicle: Hit | None, inside: list[Part]) -> int:
    """The token that the clause turns on: its strongest act, else the vehicle or the goal."""
    for hit, sense in acts:
        if sense.data.get("strong"):
            return hit.first
    if acts:
        return acts[0][0].first
    return vehicle.first if vehicle else inside[0].place.first


def _act_name(scene: Scene, line: Line, acts: list[tuple[Hit, Sense]]) -> str:
    """What is done to people; "put on a deportation flight" is a removal, not a transfer."""
    named = _named(acts)
    deported = not DEPORTING.isdisjoint(scene.page.words[line.first : line.last])
    return "removal" if named == "transfer" and deported else named


def _named(acts: list[tuple[Hit, Sense]]) -> str:
    for wanted in (True, False):
        for _, sense in acts:
            strong = sense.kind == "actnoun" or bool(sense.data.get("strong"))
            if sense.value in ACT_NAMES and strong == wanted:
                return sense.value
    return "removal"


DEPORTING = frozenset(grammar("en", "relevance")["deporting"].split())
ACT_NAMES = frozenset(("removal", "return", "expulsion", "repatriation", "transfer"))


def _fill_route(draft: Draft, inside: list[Part]) -> None:
    for role, place in inside:
        if role == "origin" and draft.origin is None:
            draft.origin = place
        elif role == "via":
            draft.via.append(place)
        elif role == "onward":
            draft.onward.append(place)
        elif role == "home":
            draft.nationalities.append(place)
    goals = [place for role, place in inside if role == "destination" and place.country]
    if goals:
        draft.destination = _abroad(draft, goals)[0]


def _by_destination(draft: Draft, inside: list[Part]) -> Iterator[Draft]:
    """One draft for each destination; the count goes to the one whose citizens were counted."""
    goals = [place for role, place in inside if role == "destination" and place.country]
    if len(goals) > 1 and goals[0].kind == "airport" and draft.origin is None:
        # "taken to the airport and flown to …": the airport is where they left from
        draft.origin = goals.pop(0)
        draft.destination = goals[0]
    goals = _abroad(draft, goals)
    distinct = {place.country: place for place in reversed(goals)}
    if len(distinct) < 2:
        yield draft
        return
    told = draft.date is not None or draft.modality != "happened"
    if draft.mode is None and (len(distinct) > 2 or not told):
        draft.weight -= 2  # a summary of several flights
    for place in reversed(list(distinct.values())):
        copy = Draft(**{name: getattr(draft, name) for name in Draft.__slots__})
        copy.destination = place
        copy.group, copy.spread = _share(draft, place)
        copy.nationalities = [
            item for item in draft.nationalities if item.country == place.country
        ] or ([] if len(draft.nationalities) > 1 else draft.nationalities)
        yield copy


def _abroad(draft: Draft, goals: list[PlaceHit]) -> list[PlaceHit]:
    """The goals without those on the way out of the country that the movement leaves."""
    home = draft.origin.country if draft.origin else None
    return [place for place in goals if place.country != home] or goals


def _share(draft: Draft, place: PlaceHit) -> tuple[Group | None, bool]:
    for group in draft.line.groups:
        if any(country.country == place.country for country in group.countries) and (
            len(group.countries) == 1
        ):
            return group, False
    return None, draft.group is not None
