"""The circumstances of a movement in its clause: day, means, and what its words point back at.

Invariant: the day of a speech, of a dateline or of a law is not the day of a movement.
"""

from departures.read.agencies import AgencyHit
from departures.read.dates import When
from departures.read.frames.drafts import Draft
from departures.read.frames.periods import is_dateline
from departures.read.frames.states import goes_home
from departures.read.lexicon import Hit
from departures.read.naming import naming_words
from departures.read.people import Group
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

ONE_DAY, A_WEEK, A_MONTH = 3, 8, 31

PAST = small_words("past")

PAPERS = small_words("papers")


def date_of(scene: Scene, line: Line, first: int, last: int, anchor: int) -> When | None:
    """The date of the act: the nearest to it, days before longer periods, not that of speech."""
    best: tuple[int, ...] | None = None
    chosen: When | None = None
    speech = scene.said(anchor)
    for when in line.dates:
        if not first <= when.first < last or when.since:
            continue
        length = length_of(when)
        outside = speech is not None and not speech.first <= when.first < speech.last
        if outside and length <= A_WEEK:
            continue
        if when.basis in ("fiscal_year", "as_of") or length > A_MONTH:
            continue
        if is_dateline(scene, line, when) or _of_a_paper(scene, when):
            continue
        crossed = "and" in scene.page.words[when.last : anchor]  # "arrested on May 2 and put on …"
        rank = (int(outside), int(length > ONE_DAY), int(crossed), abs(when.first - anchor))
        if best is None or rank < best:
            best, chosen = rank, when
    return chosen


UNIT_DAYS = {"day": 0, "days": 2, "range": 2, "week": 6, "month": 30}


def length_of(when: When) -> int:
    """How many days a date leaves open; by its unit where the words can't be resolved."""
    if when.earliest is None or when.latest is None:
        return UNIT_DAYS.get(when.unit, A_MONTH + 1)
    return (when.latest - when.earliest).days


def _of_a_paper(scene: Scene, when: When) -> bool:
    """Whether a date is that of a law, an order or an agreement: "the arrangement of May 3"."""
    words = scene.page.words[max(0, when.first - 3) : when.first]
    return bool(words) and words[-1] == "of" and not PAPERS.isdisjoint(words)


def ahead(scene: Scene, draft: Draft) -> When | None:
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


def mode_of(line: Line, first: int, last: int, draft: Draft) -> str | None:
    """By air, land or sea, by the vehicle that the clause names."""
    for hit in line.of("vehicle"):
        sense = hit.sense("vehicle")
        if sense is not None and first <= hit.first < last:
            return sense.value
    return "air" if draft.carrier is not None else None


FEW_FLIGHTS = 20


def flights_of(line: Line, first: int, last: int) -> Group | None:
    """How many flights are told as one: "two planeloads"."""
    for group in line.groups:
        number = group.number
        counted = group.noun == "flights" and group.what == "flights" and number.form != "zero"
        if counted and first <= group.first < last and (number.upper or 0) <= FEW_FLIGHTS:
            return group
    return None


ACTING = frozenset(("migration", "border", "police", "ministry"))


def _is_title(scene: Scene, agency: AgencyHit) -> bool:
    """Whether an office stands in the title of a person: "ICE Director Karl Brandt"."""
    page = scene.page
    after = page.words[agency.last] if agency.last < len(page.words) else ""
    return after in naming_words("en").title and after not in ("officer", "agent")


def agency_of(scene: Scene, line: Line, first: int, last: int, draft: Draft) -> AgencyHit | None:
    """The office that moves the people: one that the clause names and that isn't its speaker."""
    speaker = draft.speech.speaker_start if draft.speech else -1
    for agency in line.agencies:
        speaks = agency.start <= speaker < agency.end or _is_title(scene, agency)
        if first <= agency.first < last and agency.kind in ACTING and not speaks:
            return agency
    return None


PRONOUNS = frozenset(("he", "she", "they"))
OPENING = 2
BACKWARD = small_words("backward")

FRESH = small_words("fresh")


def point(scene: Scene, draft: Draft, vehicle: Hit | None) -> None:
    """Whether the clause points back at a movement, or opens another one."""
    if travels_on(draft.line, draft.first, draft.last):
        draft.back, draft.origin = True, None  # people travel on from where they were brought
        return
    words = scene.page.words
    opening = words[draft.first : draft.first + OPENING]
    flew = opening == [";", "it"] and any(
        draft.first <= hit.first < draft.last
        for kind in ("departing", "arrival")
        for hit in draft.line.of(kind)
    )
    if draft.group is None and (flew or not PRONOUNS.isdisjoint(opening)):
        draft.back = True  # "she was put on a plane": whoever was told of before
        return
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


def travels_on(line: Line, first: int, last: int) -> bool:
    """Whether the clause says that people travel on."""
    return any(first <= hit.first < last for hit in line.of("onward"))


def homes_of(scene: Scene, line: Line, draft: Draft) -> list[PlaceHit | PeopleHit]:
    """Where people "continue on to their home countries": the countries of those named."""
    if not goes_home(scene.page.words[line.first : line.last]):
        return []
    goal = draft.destination.country if draft.destination else None
    return [item for item in draft.nationalities if item.country != goal]
