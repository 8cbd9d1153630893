"""An order's time cut where its standing changes, for a drawing of it.

Invariant: on every day of a stretch the order stands as the stretch says; the stretches of an
order don't overlap, and leave out only days on which there was none or it had ended.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from departures.law.force import State, standing
from departures.law.rows import Bound, Order

ONE_DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """The days from `first` to `last`, both included, on which an order stands alike."""

    first: date
    last: date
    state: State


def stretches(order: Order, first: date, last: date) -> list[Stretch]:
    """How `order` stands from `first` to `last`."""
    found: list[Stretch] = []
    begins = [first, *sorted(day for day in set(_turns(order)) if first < day <= last)]
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


def _turns(order: Order) -> Iterator[date]:
    """The days on which the standing of an order may change."""
    yield order.first_day
    bounds = (order.effective, order.until)
    held = (bound for hold in order.holds for bound in (hold.since, hold.until))
    for bound in (*bounds, *held):
        if bound is not None:
            yield from _around(bound)


def _around(bound: Bound) -> Iterator[date]:
    for day in (bound.earliest, bound.latest):
        yield day
        if day < date.max:
            yield day + ONE_DAY
