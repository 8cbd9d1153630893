"""What is shown, read piece by piece for whoever keeps or compares it.

Invariant: an extract is of one moment; the same record gives the same pieces in the same order,
whichever way it came about and whichever database holds it; nothing that is withheld is in it.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Column, Connection, RowMapping, Select, select

from departures.record.facets import Facet
from departures.record.intake import CLAIMS, in_parts
from departures.record.queries import FINDINGS, OPERATIONS, having_all
from departures.record.state import State, state
from departures.record.summary import DocumentSummary
from departures.record.tables import (
    doubts,
    findings,
    operations,
    shown_claims,
    shown_documents,
    told,
)
from departures.words import Claim, Finding, Operation, ShownDocument

Row = TypeVar("Row")
_SUMMARY = [shown_documents.c[name] for name in DocumentSummary.__slots__]
_OF_DOCUMENT = [shown_documents.c[name] for name in ShownDocument.model_fields]


class Extract:
    """All that is shown at one moment; or operations with facets, and what belongs to them."""

    def __init__(self, connection: Connection, having: Iterable[Facet] = ()) -> None:
        self.having = tuple(having)
        self.state: State = state(connection)
        self._connection = connection
        of = operations.c
        rows = connection.execute(having_all(select(of.id, of.day), self.having)).all()
        # Sorted here, since databases sort text differently.
        rows = sorted(rows, key=lambda row: (-(row.day.toordinal() if row.day else 0), row.id))
        self._operations = [row.id for row in rows]
        self._claims, self._documents = self._told()

    def __len__(self) -> int:
        """How many operations there are in it."""
        return len(self._operations)

    def operations(self) -> Iterator[Operation]:
        """The operations, newest first."""
        query = select(operations.c.id, operations.c.body)
        return self._in_order(query, operations.c.id, self._operations, OPERATIONS)

    def claims(self) -> Iterator[Claim]:
        """The claims, by id."""
        query = select(shown_claims.c.id, shown_claims.c.body)
        return self._in_order(query, shown_claims.c.id, self._claims, CLAIMS)

    def findings(self) -> Iterator[Finding]:
        """The findings about the operations and claims, by id."""
        of = findings.c
        query = select(of.body).order_by(of.position)
        for some in in_parts(sorted([*self._operations, *self._claims])):
            found = self._connection.scalars(query.where(of.about.in_(some))).all()
            yield from sorted(FINDINGS.validate_python(found), key=lambda each: each.about)

    def documents(self) -> Iterator[DocumentSummary]:
        """The documents without their texts, by id."""
        for row in self._rows(select(*_SUMMARY)):
            yield DocumentSummary(**row)

    def texts(self) -> Iterator[ShownDocument]:
        """The documents with their texts, by id."""
        for row in self._rows(select(*_OF_DOCUMENT)):
            yield ShownDocument.model_validate(dict(row))

    def lines(self) -> Iterator[str]:
        """One line of JSON for each document, claim, operation, finding and doubt, by kind."""
        pieces: Mapping[str, Callable[[], Iterator[ShownDocument | Claim | Operation | Finding]]]
        pieces = {
            "document": self.texts,
            "claim": self.claims,
            "operation": self.operations,
            "finding": self.findings,
        }
        for kind, held in pieces.items():
            for each in held():
                yield _line(kind, each.model_dump(mode="json"))
        if not self.having:
            bodies = self._connection.scalars(select(doubts.c.body)).all()
            yield from sorted(_line("doubt", body) for body in bodies)

    def _told(self) -> tuple[list[str], list[str]]:
        """The ids of claims and documents: of all, or of those that tell of the operations."""
        of = shown_claims.c
        if not self.having:
            claims = self._connection.scalars(select(of.id)).all()
            return sorted(claims), sorted(self._connection.scalars(select(shown_documents.c.id)))
        query = select(of.id, of.document).join_from(shown_claims, told, told.c.claim == of.id)
        rows = [
            row
            for some in in_parts(self._operations)
            for row in self._connection.execute(query.where(told.c.operation.in_(some)))
        ]
        return sorted(row.id for row in rows), sorted({row.document for row in rows})

    def _rows(self, query: Select[Any]) -> Iterator[RowMapping]:
        of = shown_documents.c
        for some in in_parts(self._documents):
            rows = self._connection.execute(query.where(of.id.in_(some))).mappings()
            yield from sorted(rows, key=lambda row: str(row["id"]))

    def _in_order(
        self,
        query: Select[Any],
        id: Column[str],
        ids: Sequence[str],
        shape: TypeAdapter[list[Row]],
    ) -> Iterator[Row]:
        for some in in_parts(ids):
            bodies = {
                row.id: row.body for row in self._connection.execute(query.where(id.in_(some)))
            }
            yield from shape.validate_python([bodies[each] for each in some])


def _line(kind: str, body: object) -> str:
    return json.dumps({"type": kind, "body": body}, ensure_ascii=False, sort_keys=True)
