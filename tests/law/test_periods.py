"""Periods: what is kept for a stretch of days is what each of its days would answer by itself."""

from datetime import date, timedelta

import pytest

from departures import law
from departures.law.covering import People, coverage
from departures.law.force import standing
from departures.law.periods import Periods

FIRST, LAST = date(2025, 1, 1), date(2026, 11, 24)
PEOPLE = [
    People(),
    People.of(["VE"], "SV", "alien-enemies-act"),
    People.of(["UZ", "KZ"], "UZ"),
]


@pytest.mark.parametrize("people", PEOPLE)
def test_every_day_answers_as_if_it_had_been_asked_alone(people: People) -> None:
    shelf = law.shelf()
    periods = Periods(shelf.orders, shelf.case_of)
    for number in range((LAST - FIRST).days):
        day = FIRST + timedelta(days=number)
        expected = {
            order.id: (standing(order, day), coverage(order.covers, people))
            for order in shelf.orders
            if order.first_day <= day
        }
        wanted = {
            id: told
            for id, told in expected.items()
            if told[0].state not in ("ended", "no order found") and told[1].answer != "no"
        }
        held = periods.situation(day, None, people)
        assert {each.order.id: (each.standing, each.covers) for each in held.orders} == wanted


def test_an_order_is_made_on_the_first_day_of_a_period_of_one_day() -> None:
    shelf = law.shelf()
    for order in shelf.orders:
        assert shelf.periods.situation(order.made, None, People()).since == order.made
        after = order.made + timedelta(days=1)
        assert shelf.periods.situation(after, None, People()).since == after
