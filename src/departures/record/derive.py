"""What is shown, derived from what was read and decided.

Invariant: the derived tables hold what these rules and data (`stamp`) make of the latest readings
and the decisions, or `is_fresh` is false; deriving them from nothing gives the same.
"""

from sqlalchemy import Connection, delete, exists, select, update

from departures.record.search import remove_all
from departures.record.settling import components_of, in_doubt_with, settle_all, settle_around
from departures.record.showing import show
from departures.record.stamp import stamp
from departures.record.tables import DERIVED, derivation, documents, pending

FEW = 200
"""Up to so many documents are settled with what they touch; more, with everything."""


def is_fresh(connection: Connection) -> bool:
    """Whether what is shown knows all readings and decisions, by these rules and data."""
    by = connection.scalar(select(derivation.c.by))
    return by == stamp() and not connection.scalar(select(exists(select(pending.c.document))))


def derive(connection: Connection) -> None:
    """Bring what is shown up to date."""
    waiting = list(connection.scalars(select(pending.c.document).order_by(pending.c.document)))
    if connection.scalar(select(derivation.c.by)) != stamp() or len(waiting) > FEW:
        rebuild(connection)
        return
    before = components_of(connection, waiting)
    doubted = in_doubt_with(connection, before)
    show(connection, waiting)
    settle_around(connection, waiting, before, doubted)
    connection.execute(delete(pending))


def rebuild(connection: Connection) -> None:
    """Derive everything anew, from nothing."""
    remove_all(connection)
    for table in DERIVED:
        connection.execute(delete(table))
    show(connection, list(connection.scalars(select(documents.c.id).order_by(documents.c.id))))
    settle_all(connection)
    connection.execute(delete(pending))
    connection.execute(update(derivation).values(by=stamp()))
