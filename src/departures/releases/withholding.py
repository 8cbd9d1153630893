"""Small numbers of people are withheld where a table has a row for each person.

Invariant: a withheld cell can't be worked out from the cells beside it and their total.
"""

from departures.releases.answers import Answer


def withheld(answer: Answer) -> Answer:
    """Without what is below the floor, or could be worked out from the others."""
    floor = answer.floor
    low = {k for k, cell in enumerate(answer.cells) if 0 < (cell.figure or 0) < floor}
    if len(low) == 1:
        rest = [k for k, cell in enumerate(answer.cells) if k not in low and cell.figure]
        low |= {min(rest, key=lambda k: answer.cells[k].figure or 0)} if rest else set()
    cells = tuple(
        cell.model_copy(update={"figure": None, "withheld": True}) if k in low else cell
        for k, cell in enumerate(answer.cells)
    )
    small = 0 < (answer.figure or 0) < floor
    return answer.model_copy(
        update={
            "cells": cells,
            "figure": None if small else answer.figure,
            "withheld": small or bool(low),
        }
    )
