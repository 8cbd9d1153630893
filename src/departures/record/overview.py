"""The record looked at from above: what it holds by day, by country, by carrier, by source.

Invariant: only derived tables are read; a question about many operations is one query over narrow
rows, never one for each.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from departures.record.facets import COUNTRIES, Facet
from departures.record.queries import OPERATIONS, having_all
from departures.record.tables import facets, operations, shown_claims, shown_documents, told
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

    def operations_told_lately(
        self, having: Iterable[Facet], limit: int
    ) -> list[tuple[Operation, datetime]]:
        """Operations with these facets, the last told of first, each with when that was added."""
        of = operations.c
        added = func.max(shown_documents.c.added).label("added")
        sources = (
            select(told.c.operation, added)
            .join(shown_claims, shown_claims.c.id == told.c.claim)
            .join(shown_documents, shown_documents.c.id == shown_claims.c.document)
            .group_by(told.c.operation)
            .subquery()
        )
        query = select(of.body, sources.c.added).join(sources, sources.c.operation == of.id)
        query = having_all(query, having).order_by(sources.c.added.desc(), of.id).limit(limit)
        with self._derived() as connection:
            rows = connection.execute(query).all()
            found = OPERATIONS.validate_python([row.body for row in rows])
            return list(zip(found, (row.added for row in rows), strict=True))

    def values(self, name: str, limit: int, offset: int = 0) -> list[tuple[str, int]]:
        """The values of a facet with how many operations have each, the most frequent first."""
        of = facets.c
        number = func.count().label("number")
        query = select(of.value, number).where(of.name == name).group_by(of.value)
        query = query.order_by(number.desc(), of.value).limit(limit).offset(offset)
        with self._derived() as connection:
            return [(row.value, row.number) for row in connection.execute(query)]

    def count_values(self, name: str) -> int:
        """How many different values a facet has."""
        query = select(func.count(facets.c.value.distinct())).where(facets.c.name == name)
        with self._derived() as connection:
            return connection.scalar(query) or 0

    def countries(self) -> dict[str, dict[str, int]]:
        """By country, how many operations name it in each part: origin, destination, …"""
        of = facets.c
        query = select(of.name, of.value, func.count().label("number"))
        query = query.where(of.name.in_(COUNTRIES)).group_by(of.name, of.value)
        found: dict[str, dict[str, int]] = {}
        with self._derived() as connection:
            for row in connection.execute(query):
                found.setdefault(row.value, {})[row.name] = row.number
        return found
