"""The orders of every day, worked out once for each stretch of days on which nothing changes.

Invariant: between two changes of the shelf the same orders stand in the same way, so an answer for
one day of such a period, and for people of one kind, is the answer for all of them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from departures.law.covering import Coverage, People, coverage
from departures.law.force import Standing, standing, turns
from departures.law.rows import Case, Order
from departures.words import Value

MOST_KEPT = 10_000
"""Answers that are kept for whoever asks the same again; each is a few kilobytes."""


class StandingOrder(Value):
    """An order on the day that was asked about: whether it had effect, and for whom."""

    case: str
    order: Order
    standing: Standing
    covers: Coverage


@dataclass(frozen=True, eq=False)
class Situation:
    """The orders that stand in one period and may cover people of one kind.

    The same object for everybody who asks the same, so that what follows from it can be kept.
    """

    orders: tuple[StandingOrder, ...]
    people: People
    instant: datetime | None
    since: date
    """The first day of the period; on the day on which an order was made, that day alone."""


class Periods:
    """The days of a shelf's orders, parted wherever anything about one of them changes."""

    def __init__(self, orders: Sequence[Order], case_of: Mapping[str, Case]) -> None:
        self._orders = orders
        self._case_of = case_of
        self._changes = sorted({day for order in orders for day in turns(order)})
        self._standing: dict[tuple[int, datetime | None], list[tuple[Order, Standing]]] = {}
        self._covering: dict[People, dict[str, Coverage]] = {}
        self._situations: dict[tuple[int, datetime | None, People], Situation] = {}

    def standing(
        self, day: date, instant: datetime | None, people: People
    ) -> tuple[StandingOrder, ...]:
        """The orders that stand on `day`: first those that cover the people, last those that don't.

        `instant` is the hour asked about; without one, only days are known.
        """
        covering = self._coverings(people)
        found = [
            self._held(order, stands, covering[order.id])
            for order, stands in self._orders_on(day, instant)
        ]
        rank = ("yes", "unknown", "no")
        return tuple(sorted(found, key=lambda each: rank.index(each.covers.answer)))

    def situation(self, day: date, instant: datetime | None, people: People) -> Situation:
        """The orders that stand on `day` and don't shut these people out."""
        asked = (self._period(day), instant, people)
        if (kept := self._situations.get(asked)) is None:
            covering = self._coverings(people)
            possible = tuple(
                self._held(order, stands, covers)
                for order, stands in self._orders_on(day, instant)
                if (covers := covering[order.id]).answer != "no"
            )
            kept = Situation(possible, people, instant, self._since(day))
            _keep(self._situations, asked, kept)
        return kept

    def _period(self, day: date) -> int:
        return bisect_right(self._changes, day)

    def _since(self, day: date) -> date:
        period = self._period(day)
        return self._changes[period - 1] if period else date.min

    def _orders_on(self, day: date, instant: datetime | None) -> list[tuple[Order, Standing]]:
        """The orders that had been made and had not ended, each with how it stands."""
        asked = (self._period(day), instant)
        if (kept := self._standing.get(asked)) is None:
            made = (order for order in self._orders if order.first_day <= day)
            told = ((order, standing(order, day, instant)) for order in made)
            kept = [(order, stands) for order, stands in told if stands.state not in _PAST]
            _keep(self._standing, asked, kept)
        return kept

    def _coverings(self, people: People) -> dict[str, Coverage]:
        if (kept := self._covering.get(people)) is None:
            kept = {order.id: coverage(order.covers, people) for order in self._orders}
            _keep(self._covering, people, kept)
        return kept

    def _held(self, order: Order, stands: Standing, covers: Coverage) -> StandingOrder:
        case = self._case_of[order.id].id
        return StandingOrder(case=case, order=order, standing=stands, covers=covers)


_PAST = ("ended", "no order found")
Asked = TypeVar("Asked")
Told = TypeVar("Told")


def _keep(kept: dict[Asked, Told], asked: Asked, told: Told) -> None:
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept[asked] = told
