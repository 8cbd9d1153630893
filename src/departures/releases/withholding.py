"""Small numbers of people are withheld where a table has a row for each person.

Invariant: no group below the floor is named, and none can be worked out from the groups that are
shown and their total. What several answers give away together is not seen here.
"""

from collections.abc import Sequence

from departures.releases.answers import Answer, Cell

FEWEST = 2
"""So many groups are hidden together at least; one alone would be the total less the others."""


def withheld(answer: Answer, rests: Sequence[int] = ()) -> Answer:
    """Without what is below the floor, or could be worked out from the others.

    `rests` are the people whom each condition of the question leaves out: a few of them could be
    worked out by asking again without it.
    """
    floor = answer.floor
    if any(0 < figure < floor for figure in (answer.figure or 0, *rests)):
        return answer.model_copy(update={"figure": None, "cells": (), "withheld": True})
    hidden = _hidden([cell.figure or 0 for cell in answer.cells], floor)
    if not hidden:
        return answer
    shown = [cell for k, cell in enumerate(answer.cells) if k not in hidden]
    together = sum(answer.cells[k].figure or 0 for k in hidden)
    rest = Cell(figure=together, merged=True)
    return answer.model_copy(update={"cells": (*shown, rest), "withheld": True})


def _hidden(figures: Sequence[int], floor: int) -> set[int]:
    """Those below the floor, and the next smallest until together they reach it."""
    small = {k for k, figure in enumerate(figures) if 0 < figure < floor}
    if not small:
        return small
    larger = sorted((k for k, n in enumerate(figures) if n >= floor), key=lambda k: figures[k])
    for k in larger:
        if len(small) >= FEWEST and sum(figures[k] for k in small) >= floor:
            break
        small.add(k)
    return small
