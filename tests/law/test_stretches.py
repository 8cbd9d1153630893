"""Every order of the shelf, day by day, against its stretches."""

from datetime import date, timedelta

import pytest

from departures.law import Order, shelf
from departures.law.force import standing
from departures.law.stretches import stretches

NOTHING = {"not made", "ended", "no order found"}


@pytest.mark.parametrize("order", shelf().orders, ids=lambda order: order.id)
def test_each_day_stands_in_the_stretch_of_its_state(order: Order) -> None:
    first, last = order.first_day - timedelta(days=20), date(2026, 12, 1)
    cut = stretches(order, first, last)
    of = {
        each.first + timedelta(days=n): each.state
        for each in cut
        for n in range((each.last - each.first).days + 1)
    }
    assert len(of) == sum((each.last - each.first).days + 1 for each in cut)
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        state = standing(order, day).state
        assert of.get(day) == (None if state in NOTHING else state), day


def test_the_last_day_of_the_calendar_is_a_day() -> None:
    order = shelf().order_by_id["jgg-tro-20250315"]
    assert stretches(order, date(9999, 1, 1), date.max) == []
