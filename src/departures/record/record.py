"""The record: the front door to what was read and decided, and to what follows from it.

Invariant: every method is one transaction, and what it answers is the state of one moment. But
for `frozen`, nothing that it answers holds what is withheld.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from types import TracebackType
from typing import Self

from pydantic import JsonValue
from sqlalchemy import Connection, insert, select

from departures.errors import NotFoundError, RecordError
from departures.record import deciding, derive, intake, queries, search, waiting
from departures.record.address import Address
from departures.record.engine import reading, writing
from departures.record.exporting import Extract
from departures.record.facets import Facet
from departures.record.migrate import bring_up_to_date
from departures.record.overview import Overview
from departures.record.state import State, state
from departures.record.suggest import one_document
from departures.record.summary import DocumentSummary
from departures.record.tables import documents, keys
from departures.record.waiting import Pair, Waiting
from departures.record.walking import DocumentPlace, OperationPlace
from departures.resolve import Doubt
from departures.words import Claim, Decision, Document, Finding, Operation, Reading, ShownDocument


class Record:
    """Documents, claims and decisions, and the operations and findings that follow from them."""

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

    # What goes in.

    def add(self, reading: Reading) -> bool:
        """Keep a document with all its claims; False, and no change, if it is kept already."""
        with writing(self.address) as connection:
            if intake.is_kept(connection, reading.document.id):
                return False
            intake.keep(connection, reading)
        return True

    def read_again(self, reading: Reading) -> bool:
        """Keep another reading of a document; False, and no change, if it says nothing new.

        Raises `NotFoundError` for a document that the record does not hold.
        """
        with writing(self.address) as connection:
            if not intake.is_kept(connection, reading.document.id):
                raise NotFoundError(f"The record holds no document {reading.document.id}.")
            if not intake.differs(connection, reading):
                return False
            intake.keep_reading(connection, reading)
        return True

    def decide(
        self, who: str, made: Mapping[str, JsonValue], *, seen: int | None = None
    ) -> Decision:
        """Add a decision of `who`; `made` is its JSON without `id`, `who` and `when`.

        `seen` is the latest decision on the same claims that `who` was shown, if any was shown.
        Raises `BadInputError`, `NotFoundError` and `StaleError`, and then changes nothing.
        """
        with writing(self.address) as connection:
            return deciding.add(connection, who, made, seen)

    def refresh(self) -> None:
        """Derive what is shown now, where it does not know all readings and decisions yet."""
        with self._derived():
            pass

    def rebuild(self) -> None:
        """Derive all that is shown anew, from nothing."""
        with writing(self.address) as connection:
            derive.rebuild(connection)

    # Not for the public.

    def key(self, name: str) -> str:
        """The secret of this name, made when it is first asked for. It never leaves the server."""
        of = select(keys.c.key).where(keys.c.name == name)
        with reading(self.address) as connection:
            held = connection.scalar(of)
        if held is not None:
            return str(held)
        with writing(self.address) as connection:
            if (held := connection.scalar(of)) is None:
                held = token_urlsafe(48)
                connection.execute(insert(keys), {"name": name, "key": held})
        return str(held)

    def frozen(self, id: str) -> Document:
        """A document as it was captured, nothing withheld, by its id or the first digits of its
        hash. Raises `NotFoundError`.
        """
        with reading(self.address) as connection:
            whole = one_document(connection, id, documents.c.id)
            return intake.frozen(connection, [whole])[whole]

    def kept(self) -> list[str]:
        """The ids of all documents, the withheld too, in the order in which they were added."""
        query = select(documents.c.id).order_by(documents.c.added, documents.c.id)
        with reading(self.address) as connection:
            return list(connection.scalars(query))

    # What is shown.

    def documents(
        self,
        ids: Collection[str] | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
        after: DocumentPlace | None = None,
    ) -> list[DocumentSummary]:
        """Documents without their texts, all or those with these ids; latest published first."""
        with self._derived() as connection:
            return queries.documents(connection, ids, limit, offset, after)

    def document(self, id: str) -> ShownDocument:
        """A document by its id, or by the first digits of its hash. Raises `NotFoundError`."""
        with self._derived() as connection:
            return queries.document(connection, id)

    @property
    def overview(self) -> Overview:
        """Questions about all that is shown: how much of it there is by day, by country, …"""
        return Overview(self._derived)

    def documents_read_lately(self, limit: int) -> list[DocumentSummary]:
        """The documents that were read last, the latest first."""
        with self._derived() as connection:
            return queries.documents_read_lately(connection, limit)

    def count_documents(self) -> int:
        """How many documents are shown."""
        with self._derived() as connection:
            return queries.count_documents(connection)

    def texts(self, ids: Collection[str]) -> list[ShownDocument]:
        """These documents with their texts, latest published first."""
        with self._derived() as connection:
            return queries.texts(connection, ids)

    def claims(self, document: str | None = None) -> list[Claim]:
        """The claims of a document, in their order, or those of all documents."""
        with self._derived() as connection:
            return queries.claims_in(connection, document)

    def claims_of(self, operation: Operation) -> list[Claim]:
        """The claims that tell of an operation."""
        with self._derived() as connection:
            return queries.claims_by_id(connection, operation.claims)

    def claims_by_id(self, ids: Sequence[str]) -> list[Claim]:
        """The claims with these ids, as far as they are shown."""
        with self._derived() as connection:
            return queries.claims_by_id(connection, ids)

    def operations(
        self,
        having: Iterable[Facet] = (),
        *,
        limit: int | None = None,
        offset: int = 0,
        after: OperationPlace | None = None,
    ) -> list[Operation]:
        """Operations with all of these facets, newest first; those that come after a place."""
        with self._derived() as connection:
            return queries.all_operations(connection, having, limit, offset, after)

    def operations_by_id(self, ids: Sequence[str]) -> list[Operation]:
        """These operations, in this order; those that are not there are left out."""
        with self._derived() as connection:
            return queries.operations_by_id(connection, ids)

    def count_operations(self, having: Iterable[Facet] = ()) -> int:
        """How many operations have all of these facets."""
        with self._derived() as connection:
            return queries.count_operations(connection, having)

    def facets(self, having: Iterable[Facet] = ()) -> dict[str, dict[str, int]]:
        """How many of the operations with these facets have each other, by name and value."""
        with self._derived() as connection:
            return queries.count_facets(connection, having)

    def state(self) -> State:
        """How far the record is; it changes whenever what is shown may change."""
        with self._derived() as connection:
            return state(connection)

    @contextmanager
    def extract(self, having: Iterable[Facet] = ()) -> Iterator[Extract]:
        """Everything that is shown at one moment, or operations with facets and what belongs to
        them, to be read piece by piece.
        """
        with self._derived() as connection:
            yield Extract(connection, having)

    def export(self) -> Iterator[str]:
        """Everything that is shown, as lines of JSON; the same record gives the same lines."""
        with self.extract() as extract:
            yield from extract.lines()

    def narrowed(
        self, ids: Sequence[str], having: Iterable[Facet]
    ) -> tuple[list[str], dict[str, dict[str, int]]]:
        """Those of the operations that have all of these facets, and how many have each other."""
        with self._derived() as connection:
            return queries.narrowed(connection, ids, having)

    def search(self, query: str) -> Mapping[str, list[str]]:
        """The ids of documents and operations that have all words of a query, by kind; the
        nearest first.
        """
        with self._derived() as connection:
            return search.matches(connection, query)

    def operation(self, id: str) -> Operation:
        """The operation with this id, or that of which it was an earlier id.

        Raises `NotFoundError`, which names ids that are like this one.
        """
        with self._derived() as connection:
            return queries.operation(connection, id)

    def findings(self, about: str | Collection[str] | None = None) -> list[Finding]:
        """What the checks noticed about one operation or claim, about several, or about all."""
        with self._derived() as connection:
            of = [about] if isinstance(about, str) else about
            return queries.all_findings(connection, of)

    def sources(self, operation: Operation) -> list[DocumentSummary]:
        """The documents that tell of an operation, latest published first."""
        return self.documents(operation.documents)

    def doubts(self, limit: int | None = None) -> list[Doubt]:
        """Pairs of movements of which a person should say whether they are one operation."""
        with self._derived() as connection:
            return queries.all_doubts(connection, limit)

    def readers(self, ids: Collection[str]) -> dict[str, str]:
        """Who read these claims, the rejected and those that are no longer read too."""
        with self._derived() as connection:
            return queries.readers(connection, ids)

    def waiting(self, limit: int) -> Waiting:
        """What waits for a person, so many things of a kind; what concerns most people first."""
        with self._derived() as connection:
            return waiting.waiting(connection, limit)

    def doubt_between(self, first: str, second: str) -> Pair | None:
        """The doubt whether these two operations are one, where there is one."""
        with self._derived() as connection:
            return waiting.doubt_between(connection, first, second)

    def changed_since_review(self) -> list[tuple[str, str | None]]:
        """Documents that were read anew after a decision about them; and newer documents of which
        the one before, named beside them, was reviewed.
        """
        with self._derived() as connection:
            return queries.changed_since_review(connection)

    def decisions(
        self, documents: Sequence[str] | None = None, *, limit: int | None = None
    ) -> list[Decision]:
        """Decisions about these documents, or all, the undone too; the latest first."""
        with self._derived() as connection:
            return queries.decisions(connection, documents, limit)

    def count_decisions(self) -> int:
        """How many decisions were made, the undone too."""
        with self._derived() as connection:
            return queries.count_decisions(connection)

    def stranded(self) -> list[Decision]:
        """Decisions in force about claims that the latest readings no longer hold."""
        with self._derived() as connection:
            return queries.stranded_decisions(connection)

    @contextmanager
    def _derived(self) -> Iterator[Connection]:
        """A connection on which what is shown knows all readings and decisions."""
        with reading(self.address) as connection:
            if derive.is_fresh(connection):
                yield connection
                return
        with writing(self.address) as connection:
            if not derive.is_fresh(connection):
                derive.derive(connection)
            yield connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(
            f"The folder {folder} can't be made ({error.strerror}); name another with --home."
        ) from None
