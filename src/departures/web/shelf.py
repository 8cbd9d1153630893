"""What the web face needs of a record, and how a request gets one.

Invariant: the pages and the API reach the record only through `Shelf`, and only to read.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Annotated, Protocol

from fastapi import Depends, Request

from departures.record.exporting import Extract
from departures.record.facets import Facet
from departures.record.overview import Overview
from departures.record.state import State
from departures.record.summary import DocumentSummary
from departures.record.walking import DocumentPlace, OperationPlace
from departures.words import Claim, Decision, Finding, Operation, ShownDocument


class Shelf(Protocol):
    """The reading side of `departures.record.Record`."""

    def operations(
        self,
        having: Iterable[Facet] = (),
        *,
        limit: int | None = None,
        offset: int = 0,
        after: OperationPlace | None = None,
    ) -> Sequence[Operation]:
        """Operations with all of these facets, newest first; those that come after a place."""

    def operations_by_id(self, ids: Sequence[str]) -> Sequence[Operation]:
        """These operations, in this order."""

    def count_operations(self, having: Iterable[Facet] = ()) -> int:
        """How many operations have all of these facets."""

    def facets(self, having: Iterable[Facet] = ()) -> Mapping[str, Mapping[str, int]]:
        """How many of the operations with these facets have each other, by name and value."""

    def state(self) -> State:
        """How far the record is; it changes whenever what is shown may change."""

    def extract(self, having: Iterable[Facet] = ()) -> AbstractContextManager[Extract]:
        """Everything that is shown at one moment, or what belongs to operations with facets."""

    def narrowed(
        self, ids: Sequence[str], having: Iterable[Facet]
    ) -> tuple[list[str], Mapping[str, Mapping[str, int]]]:
        """Those of the operations that have all of these facets, and how many have each other."""

    def search(self, query: str) -> Mapping[str, list[str]]:
        """The ids of operations and documents with all words of a query, by kind."""

    def operation(self, id: str) -> Operation:
        """One operation. Raises `NotFoundError`."""

    def documents(
        self,
        ids: Collection[str] | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
        after: DocumentPlace | None = None,
    ) -> Sequence[DocumentSummary]:
        """All documents without their texts, or those with these ids; latest first."""

    @property
    def overview(self) -> Overview:
        """Questions about all that is shown."""

    def documents_read_lately(self, limit: int) -> Sequence[DocumentSummary]:
        """The documents that were read last, the latest first."""

    def count_documents(self) -> int:
        """How many documents there are."""

    def texts(self, ids: Collection[str]) -> Sequence[ShownDocument]:
        """These documents with their texts."""

    def sources(self, operation: Operation) -> Sequence[DocumentSummary]:
        """The documents that tell of an operation, latest first."""

    def document(self, id: str) -> ShownDocument:
        """One document, by its id or the first digits of its hash. Raises `NotFoundError`."""

    def claims(self, document: str | None = None) -> Sequence[Claim]:
        """The claims of a document, in their order, or those of all."""

    def claims_of(self, operation: Operation) -> Sequence[Claim]:
        """The claims that tell of an operation."""

    def claims_by_id(self, ids: Sequence[str]) -> Sequence[Claim]:
        """These claims, by document and in the order of its text."""

    def findings(self, about: str | Collection[str] | None = None) -> Sequence[Finding]:
        """The findings about one operation or claim, about several, or all."""

    def decisions(
        self, documents: Sequence[str] | None = None, *, limit: int | None = None
    ) -> Sequence[Decision]:
        """Decisions about these documents, or all; the latest first."""


def open_shelf(request: Request) -> Iterator[Shelf]:
    """The record at the address that the app was made with, for the length of one request."""
    from departures.record import Record

    with Record.open(request.app.state.record, create=False) as record:
        yield record


OpenShelf = Annotated[Shelf, Depends(open_shelf)]
