"""Movements in a sentence: who was moved, when, from where to where, by what.

A sentence is cut into clauses where another movement can begin; each clause that holds an act or
a vehicle gives one draft, and one for each destination where it names several.

Invariant: a draft holds only what its own clause says, each value with its words.
"""

from collections.abc import Iterator
from itertools import pairwise

from departures.read.agencies import AgencyHit
from departures.read.dates import When
from departures.read.frames.drafts import Draft
from departures.read.frames.modality import modality
from departures.read.frames.periods import is_dateline
from departures.read.frames.routes import Part, ground, parts
from departures.read.lexicon import Hit, Sense
from departures.read.people import Group, list_of_places
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

CLAUSE_ENDS = frozenset((";", "while", "whereas", "whereupon"))
BE = small_words("be")
BACKWARD = small_words("backward")
FRESH = small_words("fresh")
ONE_DAY, A_WEEK, A_MONTH = 3, 8, 31
SHORTEST = 2


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
            if _only_a_route(draft):
                heading = draft
            elif heading is not None:
                draft.origin = draft.origin or heading.origin
                draft.destination = draft.destination or heading.destination
            drafts.append(draft)
    return drafts


def _only_a_route(draft: Draft) -> bool:
    """Whether a heading says just "BERLIN–TIRANA": it tells the route of what follows."""
    told = (draft.group, draft.date, draft.carrier)
    short = draft.last - draft.first <= HEADING
    return bool(short and draft.origin and draft.destination and not any(told))


HEADING = 9


def _of_line(scene: Scene, line: Line) -> Iterator[Draft]:
    roles = parts(scene, line)
    for first, last in _clauses(scene, line):
        yield from _of_clause(scene, line, first, last, roles)


def _clauses(scene: Scene, line: Line) -> list[tuple[int, int]]:
    words = scene.page.words
    cuts = [
        token
        for token in range(line.first, line.last)
        if words[token] in CLAUSE_ENDS
        or (words[token] in OPENING and words[token - 1] == "," and _opens(scene, line, token))
    ]
    bounds = [line.first, *cuts, line.last]
    return [(first, last) for first, last in pairwise(bounds) if last - first > SHORTEST]


OPENING = small_words("opening")


def _opens(scene: Scene, line: Line, token: int) -> bool:
    """Whether ", and" begins a clause with a subject, an act and circumstances of its own."""
    following = scene.around.hits.get(token + 1)
    if following is not None and (following.sense("act") or following.sense("modality")):
        return False
    return _tells(line, line.first, token) and _tells(line, token, line.last)


def _tells(line: Line, first: int, last: int) -> bool:
    """Whether these words hold an act and say of whom, when, or from or to where."""
    if not any(first <= hit.first < last and hit.sense("act") for hit in line.hits):
        return False
    told = (line.groups, line.dates, line.carriers)
    kinds = sum(any(first <= item.first < last for item in items) for items in told)
    return kinds + any(first <= place.first < last for place in line.places) > 1


def _acts(line: Line, first: int, last: int) -> list[tuple[Hit, Sense]]:
    found = []
    for hit in line.hits:
        if first <= hit.first < last:
            sense = hit.sense("act") or hit.sense("actnoun")
            if sense is not None:
                found.append((hit, sense))
    return found


def _of_clause(
    scene: Scene, line: Line, first: int, last: int, roles: list[Part]
) -> Iterator[Draft]:
    acts = _acts(line, first, last)
    vehicle = next(
        (hit for hit in line.hits if first <= hit.first < last and hit.sense("vehicle")), None
    )
    inside = [part for part in roles if first <= part.place.first < last]
    if not acts and vehicle is None and not any(p.role == "destination" for p in inside):
        return
    anchor = _anchor(acts, vehicle, inside)
    draft = Draft(line, first, last, _act_name(acts))
    _fill_route(draft, inside)
    draft.date = _date(scene, line, first, last, anchor)
    draft.group = _group(scene, line, first, last, acts)
    draft.nationalities = _nationalities(scene, line, first, last, draft)
    draft.carrier = next((hit for hit in line.carriers if first <= hit.first < last), None)
    draft.mode = _mode(line, first, last, draft)
    draft.modality = modality(scene, line, first, last, anchor)
    draft.date = _ahead(scene, draft)
    draft.speech = scene.said(draft.group.number.first if draft.group else anchor)
    if draft.onward or _travels_on(line, first, last):
        draft.onward += [place for place in _homes(scene, line, draft) if not draft.onward]
        draft.modality = "happened"
    _point(scene, draft, vehicle)
    if draft.destination is None:
        draft.destination = _receiver(scene, line, first, acts) or ground(scene, line, first, last)
    if draft.origin is None:
        draft.origin = _agent(scene, line, first, last, acts, draft)
    draft.weight = _weigh(scene, draft, acts, vehicle)
    yield from _by_destination(draft, inside)


def _ahead(scene: Scene, draft: Draft) -> When | None:
    """For what is still planned, the next such day: "are to follow on Friday"."""
    when = draft.date
    if when is None or when.upcoming is None or scene.published is None:
        return when
    planned = draft.modality in ("planned", "possible")
    if not planned or not PAST.isdisjoint(scene.page.words[draft.first : draft.last]):
        return when
    earliest, latest = when.upcoming
    soon = (earliest - scene.published).days <= A_MONTH
    return when._replace(earliest=earliest, latest=latest) if soon else when


PAST = small_words("past")


def _travels_on(line: Line, first: int, last: int) -> bool:
    return any(hit.sense("onward") for hit in line.hits if first <= hit.first < last)


HOMES = small_words("homes")


def _homes(scene: Scene, line: Line, draft: Draft) -> list[PlaceHit | PeopleHit]:
    """Where people "continue on to their home countries": the countries of those named."""
    if HOMES.isdisjoint(scene.page.words[line.first : line.last]):
        return []
    goal = draft.destination.country if draft.destination else None
    return [item for item in draft.nationalities if item.country != goal]


def _anchor(acts: list[tuple[Hit, Sense]], vehicle: Hit | None, inside: list[Part]) -> int:
    """The token that the clause turns on: its strongest act, else the vehicle or the goal."""
    for hit, sense in acts:
        if sense.data.get("strong"):
            return hit.first
    if acts:
        return acts[0][0].first
    return vehicle.first if vehicle else inside[0].place.first


def _act_name(acts: list[tuple[Hit, Sense]]) -> str:
    for wanted in (True, False):
        for _, sense in acts:
            if sense.value in ACT_NAMES and bool(sense.data.get("strong")) == wanted:
                return sense.value
    return "removal"


ACT_NAMES = frozenset(("removal", "return", "expulsion", "repatriation", "transfer"))


def _fill_route(draft: Draft, inside: list[Part]) -> None:
    for role, place in inside:
        if role == "origin" and draft.origin is None:
            draft.origin = place
        elif role == "destination" and draft.destination is None and place.country:
            draft.destination = place
        elif role == "via":
            draft.via.append(place)
        elif role == "onward":
            draft.onward.append(place)
        elif role == "home":
            draft.nationalities.append(place)


def _date(scene: Scene, line: Line, first: int, last: int, anchor: int) -> When | None:
    """The date of the act: the nearest to it, days before longer periods, not that of speech."""
    best: tuple[int, int, int] | None = None
    chosen: When | None = None
    speech = scene.said(anchor)
    for when in line.dates:
        if not first <= when.first < last or when.since or when.earliest is None:
            continue
        if when.latest is None:
            continue
        length = (when.latest - when.earliest).days
        outside = speech is not None and not speech.first <= when.first < speech.last
        if outside and length <= A_WEEK:
            continue
        if when.basis in ("fiscal_year", "as_of") or length > A_MONTH:
            continue
        if is_dateline(scene, line, when) or _of_a_paper(scene, when):
            continue
        rank = (int(outside), int(length > ONE_DAY), abs(when.first - anchor))
        if best is None or rank < best:
            best, chosen = rank, when
    return chosen


COUNTED = ("people", "person", None)


def _of_a_paper(scene: Scene, when: When) -> bool:
    """Whether a date is that of a law, an order or an agreement: "the arrangement of May 3"."""
    words = scene.page.words[max(0, when.first - 3) : when.first]
    return bool(words) and words[-1] == "of" and not PAPERS.isdisjoint(words)


EXCEPT = small_words("except")
PAPERS = small_words("papers")
CARRYING = small_words("carrying")


def _group(
    scene: Scene, line: Line, first: int, last: int, acts: list[tuple[Hit, Sense]]
) -> Group | None:
    """The people moved: the group nearest to the act that is a whole and not a part."""
    words = scene.page.words
    best, chosen = 0, None
    for group in line.groups:
        if not first <= group.first < last or group.noun not in COUNTED:
            continue
        rank = 4 - 2 * group.partial - group.further
        rank += _share_of_whole(line, group)
        if group.number.form == "zero":
            continue
        if group.noun is None:
            if group.number.lower in (None, 1):
                continue
            rank -= 1
        before = words[group.first - 1] if group.first else ""
        if before in EXCEPT:
            continue
        if before in CARRYING:
            rank += 2
        elif before == "among":
            rank += 2 if BE & set(words[max(0, group.first - 3) : group.first]) else -2
        elif before in ("including", "whom", ","):
            rank -= 2
        rank += _closeness(words, group, acts)
        if rank > best:
            best, chosen = rank, group
    return chosen or next(
        (
            single
            for single in line.singles
            if first <= single.first < last and _closeness(words, single, acts) > 0
        ),
        None,
    )


def _share_of_whole(line: Line, group: Group) -> int:
    """3 for the 38 of "38 of 41 aliens", less for the 41 and for what is counted within it."""
    index = line.groups.index(group)
    following = line.groups[index + 1] if index + 1 < len(line.groups) else None
    before = line.groups[index - 1] if index else None
    if group.partial and following is not None and 1 <= following.first - group.number.last <= 2:
        return 4
    if before is None or not before.partial:
        return 0
    if 1 <= group.first - before.number.last <= 2:
        return -4
    return -3 if group.first - before.last <= 3 else 0


def _closeness(words: list[str], group: Group, acts: list[tuple[Hit, Sense]]) -> int:
    """2 for the object of an act or the subject of a passive one, 1 for a near act."""
    closest = 0
    for hit, _ in acts:
        if 0 <= group.first - hit.last <= 3:
            return 2
        between = words[group.last : hit.first]
        if hit.first >= group.last and len(between) <= 8:
            closest = max(closest, 2 if BE & set(between) else 1)
    return closest


NOT_PASSENGERS = small_words("not_passengers")


def _nationalities(
    scene: Scene, line: Line, first: int, last: int, draft: Draft
) -> list[PlaceHit | PeopleHit]:
    """Whose citizens the people are: the group's own, and plural peoples beside it."""
    found = {item.country: item for item in draft.nationalities if item.country}
    if draft.group is not None:
        for country in draft.group.countries:
            if country.country:
                found.setdefault(country.country, country)
    for place in citizens_of(scene, line, first, last):
        if place.country:
            found.setdefault(place.country, place)
    words = scene.page.words
    for people in line.peoples:
        if not first <= people.first < last or people.country is None:
            continue
        following = words[people.last] if people.last < len(words) else ""
        hit = scene.around.hits.get(people.last)
        person = hit is not None and (hit.sense("people") or hit.sense("person"))
        if (people.noun and people.plural and following not in NOT_PASSENGERS) or person:
            found.setdefault(people.country, people)
    return list(found.values())


def citizens_of(scene: Scene, line: Line, first: int, last: int) -> list[PlaceHit]:
    """The countries of "citizens of A and B", counted or not."""
    found: list[PlaceHit] = []
    for hit in line.hits:
        sense = hit.sense("people") or hit.sense("person")
        if sense is None or not first <= hit.first < last or hit.last >= line.last:
            continue
        joined = scene.page.words[hit.last]
        national = sense.value == "citizens" or scene.page.words[hit.first] in NATIONALS
        if joined == "of" or (joined == "from" and national):
            found += list_of_places(scene.page, scene.around.places, hit.last + 1)[0]
    return found


NATIONALS = small_words("nationals")


def _mode(line: Line, first: int, last: int, draft: Draft) -> str | None:
    for hit in line.hits:
        sense = hit.sense("vehicle")
        if sense is not None and first <= hit.first < last:
            return sense.value
    return "air" if draft.carrier is not None else None


def _point(scene: Scene, draft: Draft, vehicle: Hit | None) -> None:
    """Whether the clause points back at a movement, or opens another one."""
    words = scene.page.words
    pointer = vehicle
    for hit in draft.line.hits:
        if draft.first <= hit.first < draft.last and (hit.sense("operation") or hit.sense("group")):
            pointer = pointer or hit
    known = _known_people(scene, draft)
    pointer = pointer or known
    if pointer is None:
        return
    before = words[max(draft.first, pointer.first - 3) : pointer.first]
    draft.fresh = any(word in FRESH for word in before)
    draft.back = not draft.fresh and any(word in BACKWARD for word in before)
    if words[pointer.last - 1] == "flights":
        draft.back = False
    if known is not None and not draft.fresh:
        draft.back = True


def _receiver(
    scene: Scene, line: Line, first: int, acts: list[tuple[Hit, Sense]]
) -> PlaceHit | AgencyHit | None:
    """The country that takes people in, where it is told as the one who acts."""
    for hit, sense in acts:
        if sense.value != "reception":
            continue
        for place in line.places:
            if place.kind in ("country", "territory") and place.country and not place.inside_name:
                between = scene.page.words[place.last : hit.first]
                if first <= place.first < hit.first and all(word in BETWEEN for word in between):
                    return place
        for agency in line.agencies:
            if agency.country and first <= agency.first < hit.first:
                return agency
    return None


BETWEEN = small_words("between")


def _known_people(scene: Scene, draft: Draft) -> Hit | None:
    """People that the clause takes as known: "the man", "the nine deportees"."""
    if draft.group is not None and draft.group.countries:
        return None
    words = scene.page.words
    return next(
        (
            hit
            for hit in draft.line.hits
            if draft.first < hit.first < draft.last
            and (hit.sense("person") or hit.sense("people"))
            and words[hit.first - 1] in ("the", "those", "these")
        ),
        None,
    )


SENDING = ("removal", "expulsion", "return", "repatriation", "transfer")


def _agent(
    scene: Scene,
    line: Line,
    first: int,
    last: int,
    acts: list[tuple[Hit, Sense]],
    draft: Draft,
) -> PlaceHit | PeopleHit | None:
    """The country that moves people, where the sentence names one and no place of departure."""
    words = scene.page.words
    goal = draft.destination.country if draft.destination else None
    for hit, sense in acts:
        if sense.value not in SENDING and sense.value != "movement":
            continue
        for place in line.places:
            if place.kind not in ("country", "territory") or place.country == goal:
                continue
            subject = first <= place.first < hit.first and all(
                word in BETWEEN for word in words[place.last : hit.first]
            )
            before = words[place.first - 1] if place.first > first else ""
            by = words[place.first - 2] if before == "the" and place.first - 1 > first else before
            if by == "by" or (subject and by not in ("to", "of", "in", "for", "from")):
                return place
    return None


def _weigh(scene: Scene, draft: Draft, acts: list[tuple[Hit, Sense]], vehicle: Hit | None) -> int:
    """How much speaks for one movement: a day, a vehicle, a route, a number of people."""
    strong = any(sense.data.get("strong") or sense.kind == "actnoun" for _, sense in acts)
    weight = 1 if strong else 0
    weight += _weigh_date(draft)
    alone = vehicle is not None and scene.page.words[vehicle.last - 1] != "flights"
    weight += 1 if alone or draft.carrier is not None else 0
    weight += 1 if alone and draft.carrier is not None else 0
    weight += 1 if draft.destination is not None else 0
    weight += 1 if draft.destination is not None and draft.origin is not None else 0
    weight += 1 if draft.modality not in ("happened", "possible") else 0
    weight += _weigh_group(draft, vehicle)
    draft.over_period = _over_a_period(scene, draft)
    weight -= 3 * draft.over_period
    weight -= 2 * _about_something_else(scene, draft, acts)
    if draft.origin and draft.destination and draft.origin.country == draft.destination.country:
        weight -= 3  # a transfer inside a country
    return weight


def _weigh_date(draft: Draft) -> int:
    if draft.date is None or draft.date.earliest is None or draft.date.latest is None:
        return 0
    length = (draft.date.latest - draft.date.earliest).days
    return 2 if length <= ONE_DAY else 1


def _weigh_group(draft: Draft, vehicle: Hit | None) -> int:
    flights = max(
        (
            group.number.lower or 0
            for group in draft.line.groups
            if group.noun == "flights" and draft.first <= group.first < draft.last
        ),
        default=0,
    )
    if flights > FEW and (draft.group is None or draft.group.noun is None):
        return -3
    if draft.group is None:
        return 0 if vehicle is not None and draft.destination is not None else -1
    number = draft.group.number
    if number.form in ("vague", "zero"):
        return -2
    return 1 if (number.upper or number.lower or 0) < MANY else -1


FEW, MANY = 3, 5000
EACH = small_words("each")
TOTALS = small_words("totals")


def _over_a_period(scene: Scene, draft: Draft) -> bool:
    """Whether the clause counts over a period or at a rate: then it tells a figure."""
    day = draft.date is not None and draft.date.earliest == draft.date.latest
    for when in draft.line.dates:
        if not draft.first <= when.first < draft.last or not when.earliest or not when.latest:
            continue
        if not day and (when.since or (when.latest - when.earliest).days > A_MONTH):
            return True
    words = scene.page.words
    for token in range(draft.first, draft.last):
        word = words[token]
        if word in TOTALS and not day:
            return True
        if word in EACH and words[token - 1] in ("a", "per", "each", "every"):
            return True
    return False


ELSEWHERE = small_words("elsewhere")


def _about_something_else(scene: Scene, draft: Draft, acts: list[tuple[Hit, Sense]]) -> bool:
    """Whether the clause tells of a court or an agreement, which are claims of other kinds."""
    words = scene.page.words
    if not acts:
        return not ELSEWHERE.isdisjoint(words[draft.first : draft.last])
    act = acts[0][0].first
    return not ELSEWHERE.isdisjoint(words[max(draft.first, act - GOVERNING) : act])


GOVERNING = 9


def _by_destination(draft: Draft, inside: list[Part]) -> Iterator[Draft]:
    """One draft for each destination; the count goes to the one whose citizens were counted."""
    goals = [place for role, place in inside if role == "destination" and place.country]
    if len(goals) > 1 and goals[0].kind == "airport" and draft.origin is None:
        # "taken to the airport and flown to …": the airport is where they left from
        draft.origin = goals.pop(0)
        draft.destination = goals[0]
    distinct = {place.country: place for place in reversed(goals)}
    if len(distinct) < 2:
        yield draft
        return
    if len(distinct) > 2 and draft.mode is None:
        draft.weight -= 2  # a summary of several flights
    for place in reversed(list(distinct.values())):
        copy = Draft(**{name: getattr(draft, name) for name in Draft.__slots__})
        copy.destination = place
        copy.group, copy.spread = _share(draft, place)
        copy.nationalities = [
            item for item in draft.nationalities if item.country == place.country
        ] or ([] if len(draft.nationalities) > 1 else draft.nationalities)
        yield copy


def _share(draft: Draft, place: PlaceHit) -> tuple[Group | None, bool]:
    for group in draft.line.groups:
        if any(country.country == place.country for country in group.countries) and (
            len(group.countries) == 1
        ):
            return group, False
    return None, draft.group is not None
