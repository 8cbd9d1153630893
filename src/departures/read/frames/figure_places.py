"""Of whom a figure is, where they went and where from.

Read off the words at the number: the group's own countries ("612 Iraqi nationals"), the people of
which the figure is said ("118 of them were Romanians", "Haitians being 3,021 of them"), the place
that a list sets beside it, the goals of its clause, or the state that says it took people in.

Invariant: a nationality is never inferred from a destination.
"""

from collections.abc import Sequence

from departures.read.frames.routes import Part
from departures.read.people import Group, list_of_places
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

Country = PeopleHit | PlaceHit
STATES = ("country", "territory")


def population(scene: Scene, line: Line, group: Group, *, row: bool) -> list[Country]:
    """Whose citizens are counted."""
    found: list[Country] = [
        country for country in group.countries if country.country and not _ground(scene, country)
    ]
    if found and isinstance(found[0], PlaceHit) and _come_from(scene, line, group, found[0]):
        return []
    if found:
        return found
    own = _own_citizens(scene, line, group)
    if own:
        return own
    beside = place_beside(scene, line, group, row=row)
    if beside is not None and beside.kind == "country" and by_citizenship(scene, line):
        return [beside]
    return _said_behind(scene, line, group) or _said_before(scene, line, group)


GROUND = small_words("ground")


def _ground(scene: Scene, country: Country) -> bool:
    """Whether a people's name is that of its land or offices: "leave French territory"."""
    return scene.page.words[country.last : country.last + 1] != [] and (
        scene.page.words[country.last] in GROUND
    )


OWN = frozenset(("its", "their", "own"))


def _own_citizens(scene: Scene, line: Line, group: Group) -> list[Country]:
    """The state of which "its citizens" are: "Guatemala received 30,515 of its nationals"."""
    words = scene.page.words[group.number.last : group.number.last + OWN_NOUN]
    if OWN.isdisjoint(words) or NATIONALS.isdisjoint(words):
        return []
    everybody: list[Country] = [*line.places, *line.peoples]
    named = [one for one in everybody if one.country and one.last <= group.first]
    return [min(named, key=lambda one: one.first)] if named else []


OWN_NOUN = 5


def _come_from(scene: Scene, line: Line, group: Group, country: PlaceHit) -> bool:
    """Whether "nationals from the United States" came from there to the state that took them in."""
    before = scene.page.words[max(0, country.first - 2) : country.first]
    taken_in = _receiving(scene, line, group)
    return "from" in before and bool(taken_in) and taken_in[0].country != country.country


LINKING = small_words("linking")
BEHIND = 7
NATIONALS = small_words("citizenship")


def _said_behind(scene: Scene, line: Line, group: Group) -> list[Country]:
    """The people that a number is said to be: "118 of them were Romanian nationals"."""
    words, token = scene.page.words, group.last
    limit = min(line.last, token + BEHIND)
    verb = False
    while token < limit and (words[token] in LINKING or words[token] in NATIONALS):
        verb = verb or words[token] in VERBS
        people = scene.around.peoples.get(token + 1)
        if verb and people is not None and people.country:
            return _and_others(scene, people)
        if verb and words[token] in NATIONALS:
            listed, _ = list_of_places(scene.page, scene.around.places, token + 2)
            return list(listed)
        token += 1
    return []


VERBS = small_words("equating")


def _and_others(scene: Scene, people: PeopleHit) -> list[Country]:
    """A people and those that commas and "and" join to it: "Mexicans and Guatemalans"."""
    found: list[Country] = [people]
    words, token = scene.page.words, people.last
    while token + 1 < len(words) and words[token] in (",", "and", "or"):
        following = scene.around.peoples.get(token + 1)
        if following is None or not following.country:
            break
        found.append(following)
        token = following.last
    return found


FRONT = 9


def _said_before(scene: Scene, line: Line, group: Group) -> list[Country]:
    """The people named in front: in a list ("Serbs (188)"), or as what the number is said of."""
    words = scene.page.words
    for people in reversed(line.peoples):
        if people.country is None or people.first >= group.first:
            continue
        if group.first - people.last > FRONT:
            break
        if people.noun and people.last + 1 == group.first and words[people.last] == "(":
            return [people]
        if not (people.plural or words[people.last] in NATIONALS):
            return []
        between = range(people.last, group.first)
        told = any(token in scene.around.numbers for token in between)
        subject = people.first <= line.first + 1 or words[people.first - 1] in OPENING
        linked = not VERBS.isdisjoint(words[people.last : people.last + 2])
        return [people] if (subject or linked) and not told else []
    return _citizens_before(scene, line, group)


OPENING = frozenset((",", "which", "whom", ";", ":", "where", "and"))


def _citizens_before(scene: Scene, line: Line, group: Group) -> list[Country]:
    """The countries of "citizens of Uzbekistan make up 5,806"."""
    words = scene.page.words
    for place in line.places:
        if place.last > group.first or place.kind != "country":
            continue
        of = place.first - 1
        named = of > line.first and words[of] in ("of", "from") and words[of - 1] in NATIONALS
        if named and not VERBS.isdisjoint(words[place.last : place.last + 2]):
            between = range(place.last, group.first)
            if not any(token in scene.around.numbers for token in between):
                return [place]
    return []


def destination(
    scene: Scene, line: Line, group: Group, roles: Sequence[Part], measure: str, *, row: bool
) -> list[PlaceHit]:
    """Where the counted people went."""
    place = place_beside(scene, line, group, row=row)
    if place is not None and measure != "other":
        goal = place.kind in STATES and not by_citizenship(scene, line)
        return [place] if goal and not _acts(scene, line, place) else []
    goals = _nearest(line, group, roles, "destination")
    return goals or _receiving(scene, line, group)


def _acts(scene: Scene, line: Line, place: PlaceHit) -> bool:
    """Whether a listed state is one that removed people: "France (17,200) returned the most"."""
    if scene.page.words[place.last] != "(":
        return False
    return any(hit.first > place.last for hit in line.of("act"))


def origin(line: Line, group: Group, roles: Sequence[Part]) -> list[PlaceHit]:
    """Where the counted people came from."""
    return _nearest(line, group, roles, "origin")


def _nearest(line: Line, group: Group, roles: Sequence[Part], role: str) -> list[PlaceHit]:
    """The places of a role behind a number and before the next, else those in front of it."""
    numbers = [other.number.first for other in line.groups if other.number is not group.number]
    behind, front = [], []
    for part, goal in roles:
        if part != role or not goal.country:
            continue
        if goal.first >= group.last:
            if not any(group.last <= first < goal.first for first in numbers):
                behind.append(goal)
        else:
            front.append(goal)
    return behind or front


RECEPTION = 4
TAKING = frozenset(("take", "takes", "took", "taken", "taking"))


def _receiving(scene: Scene, line: Line, group: Group) -> list[PlaceHit]:
    """The state that took the counted people in: "Samoa received 27 deportees"."""
    for hit in line.of("act"):
        sense = hit.sense("act")
        near = 0 <= group.first - hit.last <= RECEPTION
        if not near or sense is None:
            continue
        if sense.value != "reception" and scene.page.words[hit.first] not in TAKING:
            continue
        for place in line.places:
            if place.last <= hit.first and place.kind in STATES and place.country:
                return [place]
    return []


def place_beside(scene: Scene, line: Line, group: Group, *, row: bool) -> PlaceHit | None:
    """The place that a list or a table sets its number beside: "Georgia (884)", "Georgia 884".

    `row`: whether the sentence is a row of a table, as `is_row` says.
    """
    words = scene.page.words
    for place in line.places:
        listed = place.last + 1 == group.first and words[place.last] in BESIDE
        item = place.first <= line.first + 1
        dashed = item and place.last + 1 == group.first and words[place.last] in DASHES
        if listed or dashed or place.last == group.first or (row and place.first == line.first):
            return place
    return None


BESIDE = frozenset(("(", ":", "with"))
DASHES = frozenset(("-", "–", "—"))
CITIZENSHIP = small_words("citizenship")
DESTINATIONS = small_words("destinations")
ABOVE = 8
"""How many sentences above a list its heading may say what it lists."""


def by_citizenship(scene: Scene, line: Line) -> bool:
    """Whether a list of countries is one of citizenships, by its sentence or its heading."""
    for above in reversed(scene.lines[max(0, line.index - ABOVE) : line.index + 1]):
        words = scene.page.words[above.first : above.last]
        if not DESTINATIONS.isdisjoint(words):
            return False
        if not CITIZENSHIP.isdisjoint(words):
            return True
    return False
