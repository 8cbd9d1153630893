"""Whether what was read is about people being removed, or only uses the words.

The gate lets through what may be; a text about parcels, objects or directors is told by what its
frames hold: no people with a nationality, nobody deported, nothing ordered about either.

Invariant: a text in which nothing shows that people are removed yields no claim at all.
"""

from collections.abc import Sequence

from departures.read.frames.binding import Movement
from departures.read.frames.drafts import Draft
from departures.read.frames.orders import OrderFrame
from departures.read.frames.statistics import Figure
from departures.read.scene import Line, Scene

LIKELY, SURE, TWICE = 3, 5, 2
MIGRATION = frozenset(("deported", "migrants", "citizens"))


def about_removals(
    scene: Scene,
    movements: Sequence[Movement],
    figures: Sequence[Figure],
    orders: Sequence[OrderFrame],
    *,
    evidence: int,
) -> bool:
    """Whether any movement, figure or order shows that people are removed from a country.

    The less `evidence` the gate found, the more they must show: a nationality or the word for
    migrants; and, where it found next to none, in a sentence that says that they were deported.
    """
    if evidence < LIKELY:
        drafts = [draft for movement in movements for draft in movement.drafts]
        told = [draft for draft in drafts if draft.nationalities and _tells_act(draft.line)]
        return len({draft.line.index for draft in told}) >= TWICE
    if evidence < SURE:
        return _names_migrants(movements, figures)
    if any(_of_people(draft) for movement in movements for draft in movement.drafts):
        return True
    if any(figure.measure != "other" or _aimed_at(figure) for figure in figures):
        return True
    page = scene.page
    lines = (scene.lines[page.sentence_of(order.first)] for order in orders)
    return any(_tells(line) for line in lines)


def _aimed_at(figure: Figure) -> bool:
    """Whether a figure tells how many are to be deported: "plans to deport 20,000 people"."""
    return figure.modality == "planned" and _tells(figure.line)


def _names_migrants(movements: Sequence[Movement], figures: Sequence[Figure]) -> bool:
    drafts = (draft for movement in movements for draft in movement.drafts)
    if any(draft.nationalities or _counts_migrants(draft.line) for draft in drafts):
        return True
    return any(
        figure.population or _counts_migrants(figure.line)
        for figure in figures
        if figure.measure != "other"
    )


def _counts_migrants(line: Line) -> bool:
    """Whether a sentence counts people, and not things, directors or parcels."""
    return any(
        group.noun == "people" and (group.countries or group.what in COUNTABLE)
        for group in line.groups
    )


COUNTABLE = frozenset((*MIGRATION, "general"))


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


def _tells_act(line: Line) -> bool:
    """Whether a sentence says that somebody is deported, expelled or repatriated."""
    return any(
        sense.kind in ("act", "actnoun") and sense.value in STRONG
        for hit in line.hits
        for sense in hit.senses
    )


STRONG = frozenset(("removal", "expulsion", "repatriation"))
