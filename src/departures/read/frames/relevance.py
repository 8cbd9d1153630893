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

MIGRATION = frozenset(("deported", "migrants", "citizens"))


def about_removals(
    scene: Scene,
    movements: Sequence[Movement],
    figures: Sequence[Figure],
    orders: Sequence[OrderFrame],
) -> bool:
    """Whether any movement, figure or order shows that people are removed from a country."""
    if any(_of_people(draft) for movement in movements for draft in movement.drafts):
        return True
    if any(figure.measure != "other" for figure in figures):
        return True
    page = scene.page
    lines = (scene.lines[page.sentence_of(order.first)] for order in orders)
    return any(_tells(line) for line in lines)


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


STRONG = frozenset(("removal", "expulsion", "repatriation"))
