"""Whether what was read is about people being removed, or only uses the words.

The gate lets through what may be; here it is decided by what was understood. A text is about
removals where a movement or a figure says that people of a nationality, or bound for a place, are
deported; or where several sentences speak of foreigners as their law does, and some are moved, are
counted or have their case decided. More sentences must speak of this subject than of others that
borrow its words.

Invariant: a text in which nothing shows that people are removed yields no claim at all.
"""

from collections.abc import Sequence
from datetime import date

from departures.read.frames.binding import Movement
from departures.read.frames.drafts import Draft
from departures.read.frames.orders import OrderFrame
from departures.read.frames.statistics import Figure
from departures.read.language import grammar
from departures.read.scene import Line, Scene


def _words(name: str, code: str = "en") -> frozenset[str]:
    return frozenset(grammar(code, "relevance")[name].split())


DEPORTING = _words("deporting")
"""Words that say by themselves that people are put out of a country."""
EXPELLING = _words("expelling")
"""Words that say so where those who are moved are nationals, and not members or pupils."""
FOREIGN = _words("foreignness")
"""Words of the law on foreigners."""
FRONTIER = _words("frontier")
"""Words that make a return one of foreigners, and not of travellers."""
SENT_BACK = ("return", "repatriation", "expulsion", "removal")
ELSEWHERE = _words("other_subjects")
"""Words of other subjects in which people are expelled, brought home and handed over."""
MIGRATION = frozenset(("deported", "migrants", "citizens"))
COUNTABLE = frozenset((*MIGRATION, "general"))
STRONG = frozenset(("removal", "expulsion", "repatriation"))
LIKELY, SURE = 3, 5
HEAD = 2
"""So many sentences of a text say what it is about."""
SEVERAL = 2
"""So many sentences must speak of foreigners where what is proof stands far down."""
GENERATION = 30
"""A movement so many years before publication is history."""
UNDATED = date(1990, 1, 1)
"""Where the day of publication is unknown, what is older than this is history."""


def about_removals(
    scene: Scene,
    movements: Sequence[Movement],
    figures: Sequence[Figure],
    orders: Sequence[OrderFrame],
    *,
    evidence: int,
) -> bool:
    """Whether any movement, figure or order shows that people are removed from a country.

    The less `evidence` the gate found, the more they must show: the words for migrants or for
    citizens; and, where it found next to none, that people of or to somewhere are deported.
    """
    told = [draft for movement in movements for draft in movement.drafts if not draft.detail]
    own, others = _subjects(scene)
    own |= {draft.line.index for draft in told if draft.nationalities and draft.act in SENT_BACK}
    deported = any(_deports_people(scene, draft.line) for draft in told)
    unsure = evidence < SURE and bool(others) and not deported
    if len(others) > len(own) - unsure or _history(scene):
        return False
    measured = [figure for figure in figures if figure.measure != "other" or _aimed_at(figure)]
    ruled = [scene.lines[scene.page.sentence_of(order.first)] for order in orders]
    claimed: list[Draft | Figure] = [*told, *measured]
    proofs = [item.line.index for item in claimed if _proves(scene, item)]
    proofs += [line.index for line in ruled if _deports_people(scene, line)]
    if proofs and (min(proofs) < HEAD or len(own) >= SEVERAL):
        return True
    if evidence < LIKELY:
        return False
    if _names_migrants(movements, measured):
        return True
    if evidence < SURE:
        return False
    if measured or any(_of_people(draft) for movement in movements for draft in movement.drafts):
        return True
    return any(line.index in own or _tells(line) for line in ruled)


def _subjects(scene: Scene) -> tuple[set[int], set[int]]:
    """The sentences that speak of foreigners and their removal, and those of other subjects."""
    own, others = set(), set()
    words = scene.page.words
    for line in scene.lines:
        told = words[line.first : line.last]
        if not ELSEWHERE.isdisjoint(told):
            others.add(line.index)
        elif not (DEPORTING.isdisjoint(told) and FOREIGN.isdisjoint(told)) or _office(line):
            own.add(line.index)
    return own, others


def _office(line: Line) -> bool:
    """Whether a sentence names an office for foreigners or borders, or a power to remove them."""
    offices = any(agency.kind in ("migration", "border") for agency in line.agencies)
    return offices or bool(line.of("authority")) or _migrants(line)


def _limit(scene: Scene) -> date:
    """What is older than this day is history."""
    today = scene.published
    return date(max(1, today.year - GENERATION), 1, 1) if today else UNDATED


def _history(scene: Scene) -> bool:
    """Whether most of a text's days lie a generation back."""
    limit = _limit(scene)
    days = [when.latest for when in scene.dates if when.latest]
    return 2 * sum(day < limit for day in days) > len(days)


def _proves(scene: Scene, told: Draft | Figure) -> bool:
    """Whether a movement or a figure tells of people of or to somewhere who are deported."""
    if _deports_people(scene, told.line):
        return True
    if isinstance(told, Figure) or not (told.destination or told.origin):
        return False
    words = scene.page.words[told.line.first : told.line.last]
    if not ELSEWHERE.isdisjoint(words) or _long_ago(scene, told.line):
        return False
    if _crosses(told) and (_migrants(told.line) or _sent_home(told)):
        return True
    sent_back = told.act in SENT_BACK and not FRONTIER.isdisjoint(words)
    return (sent_back or not EXPELLING.isdisjoint(words)) and _national(scene, told.line)


def _crosses(told: Draft) -> bool:
    """Whether a movement goes to a country, and not within one."""
    goal = told.destination.country if told.destination else None
    start = told.origin.country if told.origin else None
    return goal is not None and goal != start


def _sent_home(told: Draft) -> bool:
    """Whether counted nationals are returned from another country to their own."""
    goal, start = told.destination, told.origin
    home = any(people.country == goal.country for people in told.nationalities) if goal else False
    return home and start is not None and told.group is not None and told.act in SENT_BACK


def _deports_people(scene: Scene, line: Line) -> bool:
    """Whether a sentence says that people, of a nationality or to a place, are deported."""
    if not _deports(scene, line) or not _has_people(line) or _long_ago(scene, line):
        return False
    words = scene.page.words[line.first : line.last]
    return ELSEWHERE.isdisjoint(words) and (bool(line.places) or _national(scene, line))


def _long_ago(scene: Scene, line: Line) -> bool:
    """Whether a sentence, or the one before in its paragraph that gives a day, is of history."""
    for above in reversed(scene.lines[max(0, line.index - NEARBY) : line.index + 1]):
        days = [when.latest for when in above.dates if when.latest]
        if days or above.paragraph != line.paragraph:
            return any(day < _limit(scene) for day in days)
    return False


NEARBY = 4


def _deports(scene: Scene, line: Line) -> bool:
    """Whether a sentence holds a word for deporting that is not the name of a play or a song."""
    words = scene.page.words
    return any(
        words[token] in DEPORTING and (token == 0 or words[token - 1] not in QUOTES)
        for token in range(line.first, line.last)
    )


QUOTES = frozenset("\"'")


def _has_people(line: Line) -> bool:
    """Whether a sentence counts or names people, and not staff or things."""
    counted = any(group.noun in ("people", "person", None) for group in line.groups)
    return counted or bool(line.singles or line.of("people"))


def _national(scene: Scene, line: Line) -> bool:
    """Whether a sentence names migrants, or people by their nationality."""
    hits = scene.around.hits
    for people in line.peoples:
        following = hits.get(people.last)
        person = following is not None and (following.sense("people") or following.sense("person"))
        if people.country and (person or (people.noun and people.plural)):
            return True
    if any(group.countries for group in line.groups) or _migrants(line):
        return True
    return any(sense.value == "citizens" for hit in line.of("people") for sense in hit.senses)


def _migrants(line: Line) -> bool:
    return any(
        sense.value in ("deported", "migrants")
        for kind in ("people", "person")
        for hit in line.of(kind)
        for sense in hit.senses
        if sense.kind == kind
    )


def _aimed_at(figure: Figure) -> bool:
    """Whether a figure tells how many are to be deported: "plans to deport 20,000 people"."""
    return figure.modality == "planned" and _tells(figure.line)


def _names_migrants(movements: Sequence[Movement], figures: Sequence[Figure]) -> bool:
    drafts = (draft for movement in movements for draft in movement.drafts)
    if any(draft.nationalities or _counts_migrants(draft.line) for draft in drafts):
        return True
    return any(
        figure.population or figure.destination or _counts_migrants(figure.line)
        for figure in figures
    )


def _counts_migrants(line: Line) -> bool:
    """Whether a sentence counts people, and not things, directors or parcels."""
    return any(
        group.noun == "people" and (group.countries or group.what in COUNTABLE)
        for group in line.groups
    )


def _of_people(draft: Draft) -> bool:
    group = draft.group
    counted = group is not None and (group.countries or group.what in MIGRATION)
    return bool(counted or draft.nationalities) or _tells(draft.line)


def _tells(line: Line) -> bool:
    """Whether a sentence names migrants, or says that somebody is deported or expelled."""
    return any(
        sense.value in MIGRATION
        if sense.kind in ("people", "person")
        else sense.kind in ("act", "actnoun") and sense.value in STRONG
        for hit in line.hits
        for sense in hit.senses
    )
