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
from departures.read.frames.drafts import Country, Draft
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

Sender = AgencyHit | PlaceHit | PeopleHit


def name_ends(scene: Scene, movements: list[list[Draft]], drafts: Sequence[Draft]) -> None:
    """Give movements without an origin or a destination those that the document tells."""
    named: list[Sender] | None = None
    goals = _goals(drafts)
    for told in movements:
        _name_goal(scene, told, goals)
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
        sender = next((item for item in (*own, *named) if item.country not in ruled_out), None)
        if sender is not None:
            told[0].origin = sender


LIKELY = 2
"""The weight from which a draft's destination counts as one of the document's."""


def _home(scene: Scene, told: list[Draft]) -> Country | None:
    """The country of people who are said to have been taken home, where they are of one country."""
    homes = {item.country: item for draft in told for item in draft.nationalities}
    if len(homes) != 1:
        return None
    for draft in told:
        words = scene.page.words[draft.first : draft.last]
        if draft.act == "repatriation" or not HOME.isdisjoint(words):
            return next(iter(homes.values()))
    return None


HOME = small_words("homes")


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


def _senders(scene: Scene, line: Line) -> list[Sender]:
    """What names a moving state in one sentence, offices first."""
    peoples = [people for people in line.peoples if people.country and _moves(scene, people)]
    return [*(agency for agency in line.agencies if agency.country), *peoples]


def _moves(scene: Scene, people: PeopleHit) -> bool:
    """Whether a people's adjective stands before a vehicle or an office: "a US charter"."""
    for token in range(people.last, people.last + 3):
        hit = scene.around.hits.get(token)
        if hit is not None and (hit.sense("vehicle") or hit.sense("agency")):
            return True
    return False


def _most_named(scene: Scene, drafts: Sequence[Draft]) -> list[Sender]:
    """The first mention of each sending country, the most often named country first."""
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
    return [first[country] for country, _ in often.most_common()]
