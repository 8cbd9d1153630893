"""Which part each place of a sentence plays in a movement: origin, destination, stop, onward.

Read off the words before the place: a preposition, a verb of leaving or arriving, or a place in
the same list.

Invariant: a place plays one part; a place that plays none is left out.
"""

from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple

from departures.read.frames.homes import come_from
from departures.read.frames.states import state_words
from departures.read.page import Page
from departures.read.people import list_of_places
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words


class Part(NamedTuple):
    """A place with its `role`: origin, destination, via, onward, home (where people come from),
    at (where something stood).
    """

    role: str
    place: PlaceHit


LOOK_BACK = 9
FIRST = attrgetter("first")
PASSED_OVER = small_words("passed_over")
PACTS = small_words("pacts")
MOVING = ("onward", "act", "departing", "arrival", "vehicle")
DASHES = frozenset(("-", "–", "—"))


def parts(scene: Scene, line: Line) -> list[Part]:
    """The parts that the sentence's places play, in order."""
    found: list[Part] = []
    previous: tuple[int, str] | None = None
    citizens = {country.first for group in line.groups for country in group.countries}
    for place in line.places:
        if place.first in citizens:
            continue
        if place.part_of_previous:
            if found and previous and found[-1].place.last >= place.first - 2:
                previous = (place.last, found[-1].role)
            continue
        if place.inside_name and place.kind in ("country", "territory", "region"):
            continue
        role = _listed(scene.page, place, previous) or _role(scene, line, place)
        if role == "route" and found and found[-1].role in ("none", "at"):
            found[-1] = Part("origin", found[-1].place)
            role = "destination"
        elif role == "route":
            role = "none"
        elif role == "origin" and _several(scene, place):
            role = "home"
        found.append(Part(role, place))
        previous = (place.last, role)
    return [part for part in found if part.role != "none"]


def _several(scene: Scene, place: PlaceHit) -> bool:
    """Whether a list of countries begins here: people come "from A, B and C", a plane from one."""
    if place.kind not in ("country", "territory"):
        return False
    return len(list_of_places(scene.page, scene.around.places, place.first)[0]) > 1


def _listed(page: Page, place: PlaceHit, previous: tuple[int, str] | None) -> str | None:
    """The role of the place before, where "and" or a comma alone stands between."""
    if previous is None or previous[1] in ("none", "origin"):
        return None
    between = page.words[previous[0] : place.first]
    if not between or len(between) > 4 or between[0] not in (",", "and", "or", "then"):
        return None
    if all(word in JOINING for word in between):
        return previous[1]
    return None


JOINING = small_words("joining")
COMING = small_words("coming_from")


def _role(scene: Scene, line: Line, place: PlaceHit) -> str:
    words = scene.page.words
    if any(hit.last == place.first for hit in line.of("stop")):
        return "via"  # "by way of Istanbul"
    token = place.first - 1
    while token >= line.first and (
        words[token] in PASSED_OVER or (place.inside_name and scene.page.capital(token))
    ):
        token -= 1
    if token < line.first:
        return "none"
    word = words[token]
    if word in DASHES and token > line.first:
        following = words[place.last] if place.last < line.last else ""
        touching = token - 1 in {p.last - 1 for p in line.places}
        return "route" if touching and following not in PACTS else "none"
    if word in ("from", "outside"):
        if not COMING.isdisjoint(words[max(line.first, token - 2) : token]):
            if place.kind == "country":
                return "home"
            return "origin" if _kind_near(line, token, ("vehicle",)) else "none"
        return "home" if come_from(scene, line, place, token) else "origin"
    if word in ("to", "into", "towards", "toward", "onto"):
        if words[token - 1] == "back" and words[token - 2].startswith("turn"):
            return "at"
        return _goal(scene, line, token)
    if word in ("via", "through"):
        return "via"
    hit = _hit_before(line, token)
    if word == "in" and words[token - 1] in OFFICIALS and words[token - 2] in HANDED:
        return "destination"  # "handed to the police in Nador"
    if word == "for":
        return "destination" if _kind_near(line, token, ("departing", "vehicle")) else "none"
    if word in ("in", "at", "on", "near", "over") or hit == token:
        return _standing(scene, line, token)
    if word == "with" and words[token - 1] in GROUND:
        return _goal(scene, line, token)  # "to the border with Bolivia"
    return "none"


def ground(scene: Scene, line: Line, first: int, last: int) -> PeopleHit | None:
    """The country whose ground people were brought to: "to the Syrian border", "Thai waters"."""
    words = scene.page.words
    for people in line.peoples:
        if people.country is None or not first <= people.first < last:
            continue
        token = people.first - 1
        while token > first and words[token] in PASSED_OVER:
            token -= 1
        named = words[people.last : people.last + 2]
        if words[token] in TOWARDS and not GROUND.isdisjoint(named):
            return people
    return None


OFFICIALS = small_words("authorities")
HANDED = frozenset(("to", "the"))
GROUND = small_words("ground")
TOWARDS = small_words("towards")


def _hit_before(line: Line, token: int) -> int | None:
    """`token` itself where a word of leaving or arriving ends there, as in "left Manila"."""
    ending = (hit.last - 1 == token for kind in ENDING for hit in line.of(kind))
    return token if any(ending) else None


ENDING = ("departing", "arrival", "act")


def _kind_near(line: Line, token: int, kinds: tuple[str, ...]) -> bool:
    return any(token - LOOK_BACK <= hit.first < token for kind in kinds for hit in line.of(kind))


def _goal(scene: Scene, line: Line, token: int) -> str:
    """The role of a place after "to": the goal, a stop on the way, or where people go on to."""
    for hit in line.hits:
        if token - 1 <= hit.last <= token + 1:
            if hit.sense("stop"):
                return "via"
            if hit.sense("onward"):
                return "onward"
    for hit in reversed(line.hits):
        if hit.first < token and any(sense.kind in MOVING for sense in hit.senses):
            return "onward" if hit.sense("onward") else "destination"
    return "destination"


LEAVING = small_words("leaving")
REACHING = small_words("reaching")
BOARDING = state_words()["boarding"]


def _standing(scene: Scene, line: Line, token: int) -> str:
    """The role of a place after "in", "at", or right after a verb."""
    words = scene.page.words
    if words[token] in LEAVING:
        return "origin"
    if words[token] in REACHING:
        return "destination"
    if words[token - 1] in BOARDING:
        return "origin"
    for index in range(bisect_right(line.hits, token, key=FIRST) - 1, -1, -1):
        hit = line.hits[index]
        if hit.last < token - LOOK_BACK:
            break
        if hit.sense("stop"):
            return "via"
        if hit.sense("arrival"):
            return "destination"
        if hit.sense("departing") or hit.sense("act"):
            break
    return "at"
