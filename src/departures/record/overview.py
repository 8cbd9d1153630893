"""The record looked at from above: what it holds by day, by country, by carrier, by source.

Invariant: only derived tables are read; a question about many operations is one query over narrow
rows, never one for each.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from sqlalchemy import Connection, func, select

from departures.record.queries import OPERATIONS
from departures.record.tables import operations
from departures.words import Operation


class Overview:
    """Questions about all that a record shows."""

    def __init__(self, derived: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._derived = derived

    def operations_by_day(self, first: date, last: date) -> dict[date, int]:
        """How many operations began on each day from `first` to `last`, where any did."""
        of = operations.c
        query = (
            select(of.day, func.count().label("number"))
            .where(of.day.between(first, last))
            .group_by(of.day)
        )
        with self._derived() as connection:
            return {row.day: row.number for row in connection.execute(query)}

    def operations_between(self, first: date, last: date, limit: int) -> list[Operation]:
        """The operations that began from `first` to `last`, the newest first."""
        of = operations.c
        query = select(of.body).where(of.day.between(first, last))
        query = query.order_by(of.day.desc(), of.id).limit(limit)
        with self._derived() as connection:
            return OPERATIONS.validate_python(connection.scalars(query).all())
