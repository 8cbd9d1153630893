"""What is derived from claims, kept beside them so that a page need not wait for it.

Invariant: `operations` and `findings` hold what `gather` and `examine` make of all claims, by this
version of the program, or `is_fresh` is false.
"""

from collections.abc import Sequence

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, insert, select, update

import departures
from departures.check import examine
from departures.record.tables import claims, derivation, findings, operations
from departures.resolve import gather
from departures.words import Claim

CLAIMS: TypeAdapter[list[Claim]] = TypeAdapter(list[Claim])
_MOST_IDS = 500
"""Ids in one query; databases allow some thousands."""
BY = f"departures {departures.__version__}"


def is_fresh(connection: Connection) -> bool:
    """Whether the derived tables know all documents, by this version of the program."""
    state = connection.execute(select(derivation)).one()
    return bool(state.derived == state.added and state.by == BY)


def note_addition(connection: Connection) -> None:
    """Count one more document, which makes the derived tables stale."""
    connection.execute(update(derivation).values(added=derivation.c.added + 1))


def derive(connection: Connection) -> None:
    """Rebuild the derived tables from all claims."""
    told = all_claims(connection)
    gathered = gather(told)
    noticed = examine(gathered, told)
    operation_rows = [
        {"id": held.id, "position": position, "body": held.model_dump(mode="json")}
        for position, held in enumerate(gathered)
    ]
    finding_rows = [
        {"about": held.about, "position": position, "body": held.model_dump(mode="json")}
        for position, held in enumerate(noticed)
    ]
    for table, rows in ((operations, operation_rows), (findings, finding_rows)):
        connection.execute(delete(table))
        if rows:
            connection.execute(insert(table), rows)
    connection.execute(update(derivation).values(derived=derivation.c.added, by=BY))


def all_claims(connection: Connection, document: str | None = None) -> list[Claim]:
    """The claims of a document, or of all, as they stand in the documents."""
    query = select(claims.c.body).order_by(claims.c.document, claims.c.position)
    if document is not None:
        query = query.where(claims.c.document == document)
    return CLAIMS.validate_python(connection.scalars(query).all())


def claims_by_id(connection: Connection, ids: Sequence[str]) -> list[Claim]:
    """The claims with these ids, as they stand in the documents."""
    order = (claims.c.document, claims.c.position)
    bodies: list[object] = []
    for first in range(0, len(ids), _MOST_IDS):
        some = ids[first : first + _MOST_IDS]
        query = select(claims.c.body).where(claims.c.id.in_(some)).order_by(*order)
        bodies.extend(connection.scalars(query))
    return CLAIMS.validate_python(bodies)
