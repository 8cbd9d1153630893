"""Everything that is shown, as JSON Lines, for whoever keeps or compares it.

Invariant: the same record gives the same bytes, whichever way it came about; nothing that is
withheld stands in it.
"""

import json
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, Select, select

from departures.record.tables import doubts, findings, operations, shown_claims, shown_documents
from departures.words import ShownDocument

_OF_DOCUMENT = [shown_documents.c[name] for name in ShownDocument.model_fields]


def lines(connection: Connection) -> Iterator[str]:
    """One line for each document, claim, operation, finding and doubt, in this order."""
    of = shown_documents.c
    ids = sorted(connection.scalars(select(of.id)))  # databases sort text differently
    for id in ids:
        row = connection.execute(select(*_OF_DOCUMENT).where(of.id == id)).mappings().one()
        shown = ShownDocument.model_validate(dict(row))
        yield _line("document", shown.model_dump(mode="json"))
    for kind, query in _QUERIES.items():
        bodies = connection.scalars(query).all()
        yield from sorted(_line(kind, body) for body in bodies)


_QUERIES: Final[dict[str, Select[tuple[object]]]] = {
    "claim": select(shown_claims.c.body),
    "operation": select(operations.c.body),
    "finding": select(findings.c.body),
    "doubt": select(doubts.c.body),
}


def _line(kind: str, body: object) -> str:
    return json.dumps({"type": kind, "body": body}, ensure_ascii=False, sort_keys=True)
