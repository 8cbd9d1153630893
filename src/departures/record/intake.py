"""Keeping what was read: documents, and readings of them with their claims.

Invariant: rows are only ever added; a reading stands with all its claims or not at all, and the
latest reading of a document is the one that holds.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from json import dumps
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, cast, func, insert, select
from sqlalchemy.dialects.postgresql import JSONB

from departures.errors import BadInputError
from departures.record.tables import claims, documents, pending, readings
from departures.words import Claim, Document, Reading, Withheld

CLAIMS: TypeAdapter[list[Claim]] = TypeAdapter(list[Claim])
WITHHELD: TypeAdapter[tuple[Withheld, ...]] = TypeAdapter(tuple[Withheld, ...])
MOST_IDS = 500
"""Ids in one query; databases allow some thousands."""


def in_parts(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    """The ids, so many at a time that a query may name them."""
    return (ids[first : first + MOST_IDS] for first in range(0, len(ids), MOST_IDS))


def among(connection: Connection, ids: Collection[str]) -> Select[Any]:
    """The ids as one parameter, a list of JSON: databases take only so many parameters."""
    if connection.dialect.name == "postgresql":
        each = func.jsonb_array_elements_text(cast(list(ids), JSONB)).column_valued("each")
        return select(each)
    return select(func.json_each(dumps(list(ids))).table_valued("value").c.value)


def is_kept(connection: Connection, id: str) -> bool:
    """Whether the record holds the document."""
    return connection.scalar(select(documents.c.id).where(documents.c.id == id)) is not None


def keep(connection: Connection, reading: Reading) -> None:
    """Add a document that the record does not hold, with its first reading.

    Raises `BadInputError` for text that databases can't hold.
    """
    _check_text(reading.document)
    row = {**reading.document.model_dump(), "added": datetime.now(UTC)}
    connection.execute(insert(documents), row)
    keep_reading(connection, reading)


def _check_text(document: Document) -> None:
    """Alike on every database, so that any record can be copied to any other."""
    said = (document.text, document.title, document.source, document.url)
    if any("\0" in (text or "") for text in said):
        raise BadInputError("The document holds U+0000, which not every database keeps; remove it.")


def keep_reading(connection: Connection, reading: Reading) -> None:
    """Add a reading of a document that the record holds; it holds from now on."""
    last = connection.scalar(select(func.max(readings.c.id))) or 0
    told = list({claim.id: claim for claim in reversed(reading.claims)}.values())
    connection.execute(
        insert(readings),
        {
            "id": last + 1,
            "document": reading.document.id,
            "by": told[0].reader if told else "",
            "at": datetime.now(UTC),
            "withheld": WITHHELD.dump_python(reading.withheld, mode="json"),
        },
    )
    rows = [
        {
            "reading": last + 1,
            "id": claim.id,
            "position": position,
            "body": claim.model_dump(mode="json"),
        }
        for position, claim in enumerate(reversed(told))
    ]
    if rows:
        connection.execute(insert(claims), rows)
    call_for_showing(connection, [reading.document.id])


def call_for_showing(connection: Connection, ids: Iterable[str]) -> None:
    """Note that what is shown of these documents is out of date."""
    wanted = sorted(set(ids))
    known = {
        id
        for some in in_parts(wanted)
        for id in connection.scalars(select(pending.c.document).where(pending.c.document.in_(some)))
    }
    rows = [{"document": id} for id in wanted if id not in known]
    if rows:
        connection.execute(insert(pending), rows)


def differs(connection: Connection, reading: Reading) -> bool:
    """Whether a reading says anything else than the one that holds for its document."""
    held = current_readings(connection, [reading.document.id])
    if not held or held[0].withheld is None:
        return True
    told = claims_of_readings(connection, [held[0].id]).get(held[0].id, [])
    return WITHHELD.validate_python(held[0].withheld) != reading.withheld or {
        claim.id: claim for claim in told
    } != {claim.id: claim for claim in reading.claims}


class CurrentReading(NamedTuple):
    """The reading that holds for a document."""

    id: int
    document: str
    withheld: object


def latest_readings() -> Select[tuple[int]]:
    """The ids of the readings that hold, one for each document."""
    return select(func.max(readings.c.id)).group_by(readings.c.document)


def current_readings(connection: Connection, ids: Sequence[str]) -> list[CurrentReading]:
    """The readings that hold for these documents."""
    query = select(readings.c.id, readings.c.document, readings.c.withheld)
    found: list[CurrentReading] = []
    for some in in_parts(ids):
        of = latest_readings().where(readings.c.document.in_(some))
        rows = connection.execute(query.where(readings.c.id.in_(of)).order_by(readings.c.id))
        found += [CurrentReading(*row) for row in rows]
    return found


def claims_of_readings(connection: Connection, ids: Sequence[int]) -> dict[int, list[Claim]]:
    """The claims of each reading, in the order of its text."""
    found: dict[int, list[Claim]] = {}
    for first in range(0, len(ids), MOST_IDS):
        some = ids[first : first + MOST_IDS]
        rows = connection.execute(
            select(claims.c.reading, claims.c.body)
            .where(claims.c.reading.in_(some))
            .order_by(claims.c.reading, claims.c.position)
        ).all()
        bodies = CLAIMS.validate_python([row.body for row in rows])
        for row, claim in zip(rows, bodies, strict=True):
            found.setdefault(row.reading, []).append(claim)
    return found


def frozen(connection: Connection, ids: Sequence[str]) -> dict[str, Document]:
    """The documents as they were captured, nothing withheld. Not for the public."""
    columns = [documents.c[name] for name in Document.model_fields]
    found: dict[str, Document] = {}
    for some in in_parts(ids):
        query = select(*columns).where(documents.c.id.in_(some))
        for row in connection.execute(query).mappings():
            found[row["id"]] = Document.model_validate(dict(row))
    return found
