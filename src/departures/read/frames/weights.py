"""How much speaks for one movement rather than for a figure about many, or for something else.

Invariant: a clause that counts over a period or at a rate tells a figure, whatever else it holds.
"""

from departures.read.dates import When
from departures.read.frames.circumstances import A_MONTH, A_WEEK, ONE_DAY, length_of
from departures.read.frames.drafts import Draft
from departures.read.lexicon import Hit, Sense
from departures.read.scene import Scene
from departures.read.small_words import small_words

FEW, MANY, CROWD = 3, 5000, 500

EACH = small_words("each")

TOTALS = small_words("totals")

SPANNING = small_words("spanning")

AFTER_A_TIME = small_words("after_a_time")

ELSEWHERE = small_words("elsewhere")

GOVERNING = 9


def weigh(scene: Scene, draft: Draft, acts: list[tuple[Hit, Sense]], vehicle: Hit | None) -> int:
    """How much speaks for one movement: a day, a vehicle, a route, a number of people."""
    strong = any(sense.data.get("strong") or sense.kind == "actnoun" for _, sense in acts)
    weight = 1 if strong else 0
    weight += _weigh_date(draft)
    alone = vehicle is not None and scene.page.words[vehicle.last - 1] != "flights"
    weight += 1 if alone or draft.carrier is not None else 0
    weight += 1 if alone and draft.carrier is not None else 0
    weight += 1 if draft.destination is not None else 0
    weight += 1 if draft.destination is not None and draft.origin is not None else 0
    weight += _weigh_part_of_route(draft, alone=alone)
    weight += _weigh_modality(draft, vehicle)
    weight += _weigh_group(draft, vehicle)
    draft.over_period = _over_a_period(scene, draft) or _a_month_of_people(draft, vehicle)
    weight -= 3 * draft.over_period
    if not _case_of_its_own(draft):
        weight -= 2 * _about_something_else(scene, draft, acts)
    if _inside_a_country(draft):
        weight -= 3 if strong else 6
    return weight


def _weigh_part_of_route(draft: Draft, *, alone: bool) -> int:
    """1 where a plane with so many people is told by where it came from, or whose they are."""
    if draft.destination is not None or draft.group is None or draft.date is not None:
        return 0
    return int(alone and draft.origin is not None)


def _inside_a_country(draft: Draft) -> bool:
    """Whether people are only moved from one place of a country to another."""
    ends = draft.origin, draft.destination
    if ends[0] is None or ends[1] is None or draft.onward:
        return False
    return ends[0].country == ends[1].country


def _weigh_date(draft: Draft) -> int:
    if draft.date is None:
        return 0
    return 2 if length_of(draft.date) <= ONE_DAY else 1


def _weigh_modality(draft: Draft, vehicle: Hit | None) -> int:
    """1 where it says what became of people, of a plane, or of a way to somewhere."""
    about = (draft.group, draft.destination, vehicle, *draft.nationalities)
    told = draft.modality not in ("happened", "possible")
    return int(told and any(item is not None for item in about))


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


def _over_a_period(scene: Scene, draft: Draft) -> bool:
    """Whether the clause counts over a period or at a rate: then it tells a figure."""
    day = draft.date is not None and length_of(draft.date) == 0
    for when in draft.line.dates:
        if not draft.first <= when.first < draft.last:
            continue
        if not day and (when.since or length_of(when) > A_MONTH):
            return True
        if "end" in scene.page.words[when.first : when.last] or _opens_a_rule(draft, when):
            return True
    words = scene.page.words
    for token in range(draft.first, draft.last):
        word = words[token]
        if word in TOTALS and not day:
            return True
        rate = word in EACH and words[token - 1] in ("a", "per", "each", "every")
        rate = rate and words[token - 2] not in SPANNING
        if rate and AFTER_A_TIME.isdisjoint(words[token + 1 : token + 2]):
            return True
    return False


def _a_month_of_people(draft: Draft, vehicle: Hit | None) -> bool:
    """Whether a month's people are counted: a crowd, or people without a place to go to."""
    if vehicle is not None or draft.date is None or length_of(draft.date) <= A_WEEK:
        return False
    if draft.group is None or draft.carrier is not None:
        return False
    number = draft.group.number
    whole = draft.destination is None and not draft.nationalities
    return whole or (number.upper or number.lower or 0) >= CROWD


def _case_of_its_own(draft: Draft) -> bool:
    """Whether a court's words are about one movement: counted people, and where they were to go."""
    settled = draft.modality in ("blocked", "planned")
    return settled and draft.group is not None and draft.destination is not None


def _opens_a_rule(draft: Draft, when: When) -> bool:
    """Whether a day begins a rule or a count: "from 1 January an adult who returns may get …"."""
    return when.bound == "from" and when.unit == "day" and draft.modality != "planned"


def _about_something_else(scene: Scene, draft: Draft, acts: list[tuple[Hit, Sense]]) -> bool:
    """Whether the clause tells of a court or an agreement, which are claims of other kinds."""
    words = scene.page.words
    if not acts:
        return not ELSEWHERE.isdisjoint(words[draft.first : draft.last])
    act = acts[0][0].first
    return not ELSEWHERE.isdisjoint(words[max(draft.first, act - GOVERNING) : act])
