"""The record: the front door to what was read and to what follows from it.

Invariant: every method is one transaction, and what it answers is the state of one moment.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, insert, select

from departures.errors import NotFoundError, RecordError
from departures.record import derive, tables
from departures.record.address import Address
from departures.record.engine import reading, writing
from departures.record.migrate import bring_up_to_date
from departures.record.suggest import near_ids, one_document
from departures.record.summary import DocumentSummary
from departures.words import Claim, Document, Finding, Operation, Reading

OPERATIONS: TypeAdapter[list[Operation]] = TypeAdapter(list[Operation])
FINDINGS: TypeAdapter[list[Finding]] = TypeAdapter(list[Finding])
_DOCUMENT = [tables.documents.c[name] for name in Document.model_fields]


class Record:
    """Documents and claims, and the operations and findings that follow from them."""

    def __init__(self, address: Address) -> None:
        self.address = address

    @classmethod
    def open(cls, address: str | Path, *, create: bool = True) -> Self:
        """The record at this file or address, brought up to date; made if it is not there yet.

        Raises `RecordError`, and without `create` also where there is no record yet.
        """
        place = Address.of(address)
        if place.file and not place.file.exists():
            if not create:
                raise RecordError(
                    f"There is no record at {place.file} yet; `departures add FILE` makes one."
                )
            _make_folder(place.file.parent)
        bring_up_to_date(place)
        return cls(place)

    def close(self) -> None:
        """Nothing is held between two calls; a record is closed for the sake of its reader."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, reading: Reading) -> bool:
        """Keep a document with all its claims; False, and no change, if it is kept already."""
        document = reading.document
        with writing(self.address) as connection:
            kept = select(tables.documents.c.id).where(tables.documents.c.id == document.id)
            if connection.scalar(kept) is not None:
                return False
            _insert(connection, reading)
            derive.note_addition(connection)
        return True

    def refresh(self) -> None:
        """Derive operations and findings now, where they don't know all claims yet."""
        with self._derived():
            pass

    def documents(self, ids: Collection[str] | None = None) -> list[DocumentSummary]:
        """All documents without their texts, or those with these ids; latest published first."""
        columns = tables.documents.c
        wanted = [columns[name] for name in DocumentSummary.__slots__ if name != "claims"]
        query = (
            select(*wanted, func.count(tables.claims.c.id).label("claims"))
            .join_from(tables.documents, tables.claims, isouter=True)
            .group_by(columns.id)
            .order_by(columns.published.desc().nulls_last(), columns.added.desc(), columns.id)
        )
        if ids is not None:
            query = query.where(columns.id.in_(ids))
        with reading(self.address) as connection:
            return [DocumentSummary(**row) for row in connection.execute(query).mappings()]

    def document(self, id: str) -> Document:
        """A document by its id, or by the first digits of its hash. Raises `NotFoundError`."""
        with reading(self.address) as connection:
            query = select(*_DOCUMENT).where(tables.documents.c.id == one_document(connection, id))
            return Document.model_validate(dict(connection.execute(query).mappings().one()))

    def claims(self, document: str | None = None) -> list[Claim]:
        """The claims of a document, in their order, or those of all documents."""
        with reading(self.address) as connection:
            return derive.all_claims(connection, document)

    def claims_of(self, operation: Operation) -> list[Claim]:
        """The claims that tell of an operation."""
        with reading(self.address) as connection:
            return derive.claims_by_id(connection, operation.claims)

    def operations(self) -> list[Operation]:
        """All operations, newest first."""
        query = select(tables.operations.c.body).order_by(tables.operations.c.position)
        with self._derived() as connection:
            return OPERATIONS.validate_python(connection.scalars(query).all())

    def operation(self, id: str) -> Operation:
        """One operation. Raises `NotFoundError`, which names ids that are like this one."""
        query = select(tables.operations.c.body).where(tables.operations.c.id == id)
        with self._derived() as connection:
            body = connection.scalar(query)
            if body is None:
                raise NotFoundError(
                    f"The record holds no operation {id}; {near_ids(connection, id)}"
                )
        return Operation.model_validate(body)

    def findings(self, about: str | None = None) -> list[Finding]:
        """What the checks noticed about one operation or claim, or about all."""
        query = select(tables.findings.c.body).order_by(tables.findings.c.position)
        if about is not None:
            query = query.where(tables.findings.c.about == about)
        with self._derived() as connection:
            return FINDINGS.validate_python(connection.scalars(query).all())

    def sources(self, operation: Operation) -> list[DocumentSummary]:
        """The documents that tell of an operation, latest published first."""
        return self.documents(operation.documents)

    @contextmanager
    def _derived(self) -> Iterator[Connection]:
        """A connection on which operations and findings know all claims."""
        with reading(self.address) as connection:
            if derive.is_fresh(connection):
                yield connection
                return
        with writing(self.address) as connection:
            if not derive.is_fresh(connection):
                derive.derive(connection)
            yield connection


def _insert(connection: Connection, reading: Reading) -> None:
    document = reading.document
    claims = {claim.id: claim for claim in reversed(reading.claims)}
    rows = [
        {
            "id": claim.id,
            "document": document.id,
            "position": position,
            "kind": claim.kind,
            "reader": claim.reader,
            "body": claim.model_dump(mode="json"),
        }
        for position, claim in enumerate(reversed(claims.values()))
    ]
    now = datetime.now(UTC)
    connection.execute(insert(tables.documents), {**document.model_dump(), "added": now})
    if rows:
        connection.execute(insert(tables.claims), rows)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(
            f"The folder {folder} can't be made ({error.strerror}); name another with --home."
        ) from None
