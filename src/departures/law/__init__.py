"""The law shelf: court orders, policies and agreements in; what had effect on a day out.

`in_force(day)` is the front door. The rows stand in `data/`, one file for each case or country.
"""

from collections.abc import Sequence
from datetime import date, time
from functools import cache
from importlib import resources

from departures.law import asking
from departures.law.asking import Law
from departures.law.loading import LawDataError, read_shelf
from departures.law.periods import StandingOrder
from departures.law.rows import Agreement, Case, Order
from departures.law.shelf import Shelf

__all__ = [
    "Agreement",
    "Case",
    "Law",
    "LawDataError",
    "Order",
    "Shelf",
    "StandingOrder",
    "agreements",
    "case",
    "in_force",
    "read_shelf",
    "shelf",
]


@cache
def shelf() -> Shelf:
    """The shelf that comes with the program."""
    return read_shelf(resources.files("departures.law") / "data")


def in_force(
    day: date,
    *,
    at: time | None = None,
    nationality: str | None = None,
    destination: str | None = None,
    authority: str | None = None,
) -> Law:
    """The orders that had effect on `day`, for whom, and what they required."""
    return asking.in_force(
        day,
        shelf=shelf(),
        at=at,
        nationality=nationality,
        destination=destination,
        authority=authority,
    )


def case(id: str) -> Case:
    """One case with its orders. Raises `NotFoundError`."""
    return shelf().case(id)


def agreements(country: str | None = None) -> Sequence[Agreement]:
    """The arrangements with all countries, or that with one."""
    return [held for held in shelf().agreements if country in (None, held.country)]
