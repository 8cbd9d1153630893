"""Moving a record: to another database, into a file, and back.

Invariant: a copy is one transaction on the side that it goes to, compared with where it comes
from by number and hash of rows before it is kept; a copy that fails leaves that side as it was.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from departures.errors import RecordError
from departures.record.engine import reading, writing
from departures.record.record import Record
from departures.record.search import remove_all
from departures.record.tables import DERIVED, KEPT, derivation, pending

AT_ONCE = 1000
Step = Callable[[int], None]
"""Is told how many more rows were copied."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a table holds: how many rows, and the hash of all of them in any order."""

    table: str
    rows: int
    hash: str


def copy(
    source: Record, target: Record, *, replace: bool = False, step: Step | None = None
) -> list[Held]:
    """Copy all that was read and decided; what is shown is derived anew at the target.

    Raises `RecordError` where the target holds anything, unless it is to be replaced.
    """
    if source.address.url == target.address.url:
        raise RecordError("The record can't be copied onto itself; name another with TO.")
    with reading(source.address) as given, writing(target.address) as taken:
        if not replace and any(taken.scalar(select(table).limit(1)) is not None for table in KEPT):
            raise RecordError(
                f"The record {target.address} is not empty; copy to another, or use --replace."
            )
        _empty(taken)
        for table in KEPT:
            for rows in _batches(given, table):
                taken.execute(insert(table), rows)
                if step:
                    step(len(rows))
        came, went = (
            [_held(given, table) for table in KEPT],
            [_held(taken, table) for table in KEPT],
        )
        if came != went:
            wrong = next(
                here.table for here, there in zip(came, went, strict=True) if here != there
            )
            raise RecordError(f"The copy of {wrong} is not like it; nothing was kept. Try again.")
    return went


def back_up(source: Record, file: Path, *, step: Step | None = None) -> list[Held]:
    """Write the record as it is now into a new file, itself a record."""
    if file.exists():
        raise RecordError(f"There is a file {file} already; name another.")
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        with Record.open(part) as target:
            held = copy(source, target, step=step)
            _close_up(target)
        part.rename(file)
    finally:
        for rest in (part, *(part.with_name(f"{part.name}{end}") for end in ("-wal", "-shm"))):
            rest.unlink(missing_ok=True)
    return held


def restore(
    file: Path, target: Record, *, replace: bool = False, step: Step | None = None
) -> list[Held]:
    """Bring a record back from the file into which it was backed up."""
    with Record.open(file, create=False) as source:
        return copy(source, target, replace=replace, step=step)


def rows_of(record: Record) -> int:
    """How many rows a copy of the record has."""
    with reading(record.address) as connection:
        counts = (connection.scalar(select(func.count()).select_from(table)) for table in KEPT)
        return sum(count or 0 for count in counts)


def _close_up(record: Record) -> None:
    """Leave a record as one file, without the log beside it."""
    with reading(record.address) as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
        connection.exec_driver_sql("BEGIN")


def _empty(connection: Connection) -> None:
    remove_all(connection)
    for table in (pending, *DERIVED, *reversed(KEPT)):
        connection.execute(delete(table))
    connection.execute(update(derivation).values(by=None))


def _batches(connection: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    """All rows of a table in the order of its key, some at a time."""
    query = select(table).order_by(*table.primary_key.columns)
    answer = connection.execution_options(yield_per=AT_ONCE).execute(query)
    for some in answer.mappings().partitions(AT_ONCE):
        yield [dict(row) for row in some]


def _held(connection: Connection, table: Table) -> Held:
    """The hashes of the rows are summed, since databases sort text differently."""
    total, count = 0, 0
    for rows in _batches(connection, table):
        for row in rows:
            plain = json.dumps(row, sort_keys=True, default=_plain).encode()
            total += int.from_bytes(hashlib.sha256(plain).digest())
        count += len(rows)
    return Held(table.name, count, f"{total % 2**256:064x}")


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no plain form of {type(value).__name__}")
