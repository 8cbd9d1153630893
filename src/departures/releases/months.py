"""A table of people, counted by month: figures for any stretch of whole months.

Invariant: a month that the release covers in part is not counted, and a sum below the floor is
withheld. A sum of nothing is unknown: that nobody is listed doesn't say that there was nobody.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from departures.releases.answers import FLOOR, Role, Source, Whom
from departures.releases.shelf import Shelf

NEAR = 3
"""A release whose first row is of so early a day of a month, or its last of so late, covers it."""
NEVER = (date.max, date.min)
ROLES: tuple[Role, ...] = ("citizenship", "departure")


@dataclass(frozen=True, slots=True)
class Months:
    """How many rows each month has, of each group of people."""

    first: date
    """The first day of the first month that is covered whole."""
    last: date
    """The last day of the last one."""
    cells: Mapping[Whom | None, Mapping[str, int]]
    """By month, as `2024-10`."""

    @classmethod
    def of(cls, shelf: Shelf, release: Source) -> Self:
        """Ask a release of people: once in all, and once for each role that a country has in it."""
        cells: defaultdict[Whom | None, dict[str, int]] = defaultdict(dict)
        layout = shelf.layout(release.id)
        roles = [role for role in ROLES if layout.column(f"{role}_country")]
        for role in (None, *roles):
            by = (role, "month") if role else ("month",)
            # No cell leaves this module; the floor is held where months are added up.
            answer = shelf.count(release.table, by=by, release=release.id, floor=1)
            for cell in answer.cells:
                month, country = cell.keys["month"], cell.keys.get(f"{role}_code")
                if month and cell.figure and (country or not role):
                    whom = Whom(role, str(country)) if role else None
                    cells[whom][str(month)] = cell.figure
        if release.first is None or release.last is None:
            return cls(*NEVER, cells)
        return cls(_opening(release.first), _closing(release.last), cells)

    def within(self, whom: Whom | None, first: date, last: date) -> int | None:
        """How many from `first` to `last`; unknown for other stretches than covered months."""
        whole = first.day == 1 and (last + timedelta(1)).day == 1
        if not whole or first < self.first or last > self.last:
            return None
        held = self.cells.get(whom, {})
        opening, closing = f"{first:%Y-%m}", f"{last:%Y-%m}"
        total = sum(rows for month, rows in held.items() if opening <= month <= closing)
        return total if total >= FLOOR else None


def _opening(day: date) -> date:
    """The first day of the month from which on rows are complete."""
    if day.day <= NEAR:
        return day.replace(day=1)
    return (day.replace(day=1) + timedelta(32)).replace(day=1)


def _closing(day: date) -> date:
    """The last day of the month up to which rows are complete."""
    if (day + timedelta(NEAR)).month != day.month:
        day += timedelta(NEAR)
    return day.replace(day=1) - timedelta(1)
