"""The shelf: all rows at hand, by id, by country and by day.

Invariant: a shelf is never changed once it is made; what its periods find out they keep.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from departures.errors import NotFoundError
from departures.law.periods import Periods
from departures.law.rows import (
    Agreement,
    Case,
    Jurisdiction,
    Notice,
    Order,
    Policy,
    Visa,
)


@dataclass(frozen=True, eq=False)
class Shelf:
    """Orders, policies and agreements, as of one day."""

    as_of: date
    jurisdictions: tuple[Jurisdiction, ...] = ()
    cases: tuple[Case, ...] = ()
    policies: tuple[Policy, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    notices: tuple[Notice, ...] = ()
    visas: tuple[Visa, ...] = ()

    @cached_property
    def orders(self) -> tuple[Order, ...]:
        """Every order, by the day on which it was made."""
        held = (order for case in self.cases for order in case.orders)
        return tuple(sorted(held, key=lambda order: (order.first_day, order.id)))

    @cached_property
    def order_by_id(self) -> dict[str, Order]:
        """Every order by its id."""
        return {order.id: order for order in self.orders}

    @cached_property
    def case_of(self) -> dict[str, Case]:
        """The case of each order, by the order's id."""
        return {order.id: case for case in self.cases for order in case.orders}

    @cached_property
    def agreement_with(self) -> dict[str, Agreement]:
        """The arrangement with each country, by its code."""
        return {agreement.country: agreement for agreement in self.agreements}

    @cached_property
    def periods(self) -> Periods:
        """The orders by day."""
        return Periods(self.orders, self.case_of)

    def case(self, id: str) -> Case:
        """A case by its id, or by that of one of its orders. Raises `NotFoundError`."""
        for case in self.cases:
            if case.id == id:
                return case
        if id in self.case_of:
            return self.case_of[id]
        raise NotFoundError(f"no case or order is called {id!r}; see `departures law cases`")

    def jurisdiction(self, country: str | None) -> Jurisdiction | None:
        """Whose law holds for removals that begin in `country`; none where there is no data."""
        return next((held for held in self.jurisdictions if country in held.countries), None)

    def notice_on(self, day: date) -> Notice | None:
        """The rule on notice that stood on `day`."""
        for notice in self.notices:
            begun = notice.since is None or notice.since <= day
            if begun and (notice.until is None or day < notice.until):
                return notice
        return None

    def authority(self, words: str) -> str | None:
        """The id of the authority that `words` name; none where they name none or several."""
        folded = " ".join(words.casefold().replace("-", " ").split())
        named = {
            each.id
            for held in self.jurisdictions
            for each in held.authorities
            if folded == each.id.replace("-", " ")
            or any(word.replace("-", " ") in folded for word in each.words)
        }
        return named.pop() if len(named) == 1 else None

    @cached_property
    def authority_names(self) -> dict[str, str]:
        """The name of each authority by its id."""
        return {each.id: each.name for held in self.jurisdictions for each in held.authorities}
