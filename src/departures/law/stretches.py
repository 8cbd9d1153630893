"""An order's time cut where its standing changes, for a drawing of it.

Invariant: on every day of a stretch the order stands as the stretch says; the stretches of an
order don't overlap, and leave out only days on which there was none or it had ended.
"""

from datetime import date
from typing import NamedTuple

from departures.law.force import ONE_DAY, State, standing, turns
from departures.law.rows import Order


class Stretch(NamedTuple):
    """The days from `first` to `last`, both included, on which an order stands alike."""

    first: date
    last: date
    state: State


def stretches(order: Order, first: date, last: date) -> list[Stretch]:
    """How `order` stands from `first` to `last`."""
    found: list[Stretch] = []
    begins = [first, *sorted(day for day in set(turns(order)) if first < day <= last)]
    ends = [*(day - ONE_DAY for day in begins[1:]), last]
    for begin, end in zip(begins, ends, strict=True):
        state = standing(order, begin).state
        if state in ("not made", "ended", "no order found"):
            continue
        if found and found[-1].state == state and found[-1].last + ONE_DAY == begin:
            found[-1] = found[-1]._replace(last=end)
        else:
            found.append(Stretch(begin, end, state))
    return found
