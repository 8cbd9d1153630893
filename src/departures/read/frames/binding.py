"""Binding: which drafts of a document tell of one movement.

A draft joins a movement already told where nothing contradicts it and something connects them: the
same day, the same destination, the same number, or words that point back. The headline opens no
movement of its own unless nothing else is told.

Invariant: drafts of one clause never join one movement; linear in the number of drafts but for
the few movements of a document.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from departures.read.frames.circumstances import FRESH
from departures.read.frames.details import find_details, operator
from departures.read.frames.drafts import Draft
from departures.read.frames.ellipses import another
from departures.read.frames.ends import name_ends
from departures.read.frames.movements import find_drafts
from departures.read.frames.payers import funder
from departures.read.frames.persons import count_one
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

ENOUGH = 3
"""The weight at which a draft tells of a movement by itself."""
NEARBY = 4
"""How many sentences back "the flight" reaches."""
NIGHT = timedelta(days=1)
MAX_MOVEMENTS = 30
"""A document that tells of more is a list; older movements are no longer looked back to."""
FEW = 8


@dataclass(slots=True)
class Movement:
    """Drafts that tell of one movement."""

    number: int
    drafts: list[Draft] = field(default_factory=list)

    def last_line(self) -> int:
        """The index of the sentence that told of it last."""
        return max(draft.line.index for draft in self.telling())

    def telling(self) -> list[Draft]:
        """The drafts that a new one is held against: the first and the last few."""
        if len(self.drafts) <= 2 * FEW:
            return self.drafts
        return self.drafts[:FEW] + self.drafts[-FEW:]

    def contradicts(self, draft: Draft) -> bool:
        """Whether the draft gives another day, destination or origin than this movement's."""
        return any(_contradict(known, draft) for known in self.telling())

    def contains(self, draft: Draft) -> bool:
        """Whether the movement is of the draft's day and country: then it is told again."""
        return draft.date is not None and any(
            known.date is not None
            and known.date.earliest == draft.date.earliest
            and not _contradict(known, draft)
            for known in self.telling()
        )

    def connects(self, draft: Draft) -> bool:
        """Whether the draft shares a day, a destination or a number with this movement."""
        return any(_connect(known, draft) for known in self.telling())


def _contradict(known: Draft, draft: Draft) -> bool:
    if known.line is draft.line and known.first == draft.first and known is not draft:
        return True
    if known.date and draft.date and not _days_meet(known, draft):
        return True
    if (
        known.destination
        and draft.destination
        and known.destination.country != draft.destination.country
    ):
        passed = {place.country for place in (*known.via, *known.onward)}
        return draft.destination.country not in passed
    if known.origin and draft.origin and known.origin.country != draft.origin.country:
        return True
    settled = ("planned", "possible", "blocked")
    if draft.back and known.mode and draft.mode and known.mode != draft.mode:
        return True
    opposed = (known.modality in settled) != (draft.modality in settled)
    return opposed and not draft.back and not known.back


def _days_meet(known: Draft, draft: Draft) -> bool:
    ours, theirs = known.date, draft.date
    if not ours or not theirs or not ours.earliest or not theirs.earliest:
        return True
    return ours.earliest - NIGHT <= (
        theirs.latest or theirs.earliest
    ) and theirs.earliest - NIGHT <= (ours.latest or ours.earliest)


def _connect(known: Draft, draft: Draft) -> bool:
    if (
        known.destination
        and draft.destination
        and known.destination.country == draft.destination.country
    ):
        return _same_number(known, draft) is not False or known.line.headline
    if known.date and draft.date and _days_meet(known, draft):
        return _same_number(known, draft) is not False
    return _same_number(known, draft) is True


def _same_number(known: Draft, draft: Draft) -> bool | None:
    """Whether the counts can be of one group; null where one is missing."""
    if known.group is None or draft.group is None:
        return None
    ours, theirs = known.group.number, draft.group.number
    low, high = (
        max(ours.lower or 0, theirs.lower or 0),
        [bound for bound in (ours.upper, theirs.upper) if bound is not None],
    )
    return not high or low <= min(high)


def bind(scene: Scene) -> list[Movement]:
    """The movements that a document tells of, in the order of their first drafts."""
    movements: list[Movement] = []
    headlines: list[Draft] = []
    drafts = find_drafts(scene)
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line.index, []).append(draft)
    for line in scene.lines:
        if line.of("withdrawn"):
            continue
        told = by_line.get(line.index, [])
        for draft in told:
            if draft.carrier is None:
                flies = next(iter(line.of("operating")), None)
                draft.carrier = operator(scene, line, flies) if flies else None
            if draft.funder is None:
                certain = draft.weight >= ENOUGH
                draft.funder = funder(scene, line, draft.first, draft.last, certain=certain)
        if line.headline:
            headlines = told
            continue
        placed = [draft for draft in told if _place(movements, draft)]
        details = line.hits or line.peoples or line.groups
        if not placed and not _add_another(scene, movements, line) and details:
            _add_detail(scene, movements, line)
    _add_headline(movements, headlines)
    for movement in movements:
        count_one(scene, movement.drafts)
    name_ends(scene, [movement.drafts for movement in movements], drafts)
    return movements


def _place(movements: list[Movement], draft: Draft) -> bool:
    """Put a draft to the movement that it tells of, or open one; false where it tells of none."""
    if draft.over_period:
        return False
    near = [
        movement
        for movement in reversed(movements[-MAX_MOVEMENTS:])
        if not movement.contradicts(draft)
    ]
    if not draft.fresh:
        for movement in near:
            recent = draft.line.index - movement.last_line() <= NEARBY
            if movement.connects(draft) and (recent or draft.weight >= ENOUGH - 1):
                return _join(movements, movement, draft)
        if draft.back:
            for movement in near:
                if draft.line.index - movement.last_line() <= NEARBY:
                    return _join(movements, movement, draft)
    if draft.weight >= ENOUGH - draft.fresh:
        _date_like_the_one_before(movements, draft)
        movements.append(Movement(len(movements), [draft]))
        return True
    return False


def _join(movements: list[Movement], movement: Movement, draft: Draft) -> bool:
    """Add a draft to a movement; what it tells of a whole flight, to every leg of it."""
    whole = draft.destination is None and draft.group is None and not draft.nationalities
    for other in movements[-MAX_MOVEMENTS:] if whole else ():
        if other is not movement and _twins(other, movement) and not other.contradicts(draft):
            other.drafts.append(draft)
    movement.drafts.append(draft)
    return True


def _date_like_the_one_before(movements: list[Movement], draft: Draft) -> None:
    """The day of the movement told just before, for "a second group left an hour later"."""
    if draft.date is not None or not draft.fresh or not movements:
        return
    known = movements[-1].drafts[-1]
    if known.line.paragraph == draft.line.paragraph and draft.line.index - known.line.index <= 1:
        draft.date = next((told.date for told in movements[-1].drafts if told.date), None)


def _add_detail(scene: Scene, movements: list[Movement], line: Line) -> None:
    """Bind a sentence's circumstances to the movement told last, where it is near."""
    if not movements:
        return
    current = movements[-1]
    if line.index - current.last_line() > NEARBY:
        return
    fate = _fate(scene, line, current)
    if fate is not None:
        current.drafts.append(fate)
        return
    twins = [movement for movement in movements[-MAX_MOVEMENTS:] if _twins(movement, current)]
    if len(twins) > 1 and _share_counts(twins, line):
        return
    draft = find_details(scene, line, current.drafts)
    if draft is not None:
        for movement in twins if draft.circumstance else [current]:
            if draft.modality == "happened":
                draft.modality = movement.drafts[-1].modality
            movement.drafts.append(draft)


def _add_another(scene: Scene, movements: list[Movement], line: Line) -> bool:
    """Open a movement that is told as another one like the last; false where none is."""
    if not movements or line.index - movements[-1].last_line() > NEARBY:
        return False
    known = movements[-1].telling()
    whole = next((draft for draft in known if draft.destination or draft.origin), known[0])
    draft = another(scene, line, whole)
    if draft is None or any(movement.contains(draft) for movement in movements[-MAX_MOVEMENTS:]):
        return False
    movements.append(Movement(len(movements), [draft]))
    return True


def _fate(scene: Scene, line: Line, movement: Movement) -> Draft | None:
    """What a sentence says became of a movement told before: called off, or denied."""
    told = movement.drafts[-1]
    if told.modality in ("planned", "possible") and _called_off(scene, line):
        name = "blocked"
    elif line.index - told.line.index <= 2 and _denies(line):
        name = "denied"
    else:
        return None
    draft = Draft(line, line.first, line.last, told.act, modality=name, detail=True)
    draft.speech = scene.said(line.last - 1) or scene.said((line.first + line.last) // 2)
    return draft


def _called_off(scene: Scene, line: Line) -> bool:
    """Whether a sentence says of what was told just before that it did not come to pass."""
    opening = scene.page.words[line.first : line.first + OPENING]
    if opening[0] not in FATED or not FRESH.isdisjoint(opening):
        return False
    fates = (hit for hit in line.of("modality") if hit.first <= line.first + FATE)
    return any((sense := hit.sense("modality")) and sense.value == "blocked" for hit in fates)


def _denies(line: Line) -> bool:
    """Whether a sentence denies, without a number or place of its own, that anybody was moved."""
    if line.groups or line.places:
        return False
    denied = any(
        (sense := hit.sense("modality")) and sense.value == "denied" for hit in line.of("modality")
    )
    return denied and any(line.of(kind) for kind in MOVES)


MOVES = ("act", "actnoun", "vehicle", "operation")
OPENING, FATE = 4, 12
FATED = small_words("fated")


def _twins(movement: Movement, other: Movement) -> bool:
    """Whether one sentence told of both, as one plane with several destinations."""
    first, second = movement.drafts[0], other.drafts[0]
    return first.line is second.line and first.first == second.first


def _share_counts(twins: list[Movement], line: Line) -> bool:
    """Give groups that are counted by nationality to the movement that takes them home."""
    shared = False
    for movement in twins:
        goal = movement.drafts[0].destination
        for group in line.groups:
            if goal and len(group.countries) == 1 and group.countries[0].country == goal.country:
                draft = Draft(line, line.first, line.last, movement.drafts[0].act, detail=True)
                draft.group, draft.nationalities = group, [group.countries[0]]
                movement.drafts.append(draft)
                shared = True
    return shared


def _add_headline(movements: list[Movement], headlines: list[Draft]) -> None:
    """Give the headline's drafts to the first movements that they fit."""
    for draft in headlines:
        for movement in movements[:MAX_MOVEMENTS]:
            if not movement.contradicts(draft) and (
                movement.connects(draft) or len(movements) == 1
            ):
                movement.drafts.append(draft)
                break
        else:
            if not movements and draft.weight >= ENOUGH:
                movements.append(Movement(0, [draft]))
