"""What the web face needs of a record, and how a request gets one.

Invariant: the pages and the API reach the record only through `Shelf`, and only to read.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Annotated, Protocol

from fastapi import Depends, Request

from departures.web.views.sources import Described
from departures.words import Claim, Finding, Operation, ShownDocument


class Shelf(Protocol):
    """The reading side of `departures.record.Record`."""

    def operations(self) -> Sequence[Operation]:
        """Every operation, newest first."""

    def operation(self, id: str) -> Operation:
        """One operation. Raises `NotFoundError`."""

    def documents(self, ids: Collection[str] | None = None) -> Sequence[Described]:
        """All documents without their texts, or those with these ids; latest first."""

    def sources(self, operation: Operation) -> Sequence[Described]:
        """The documents that tell of an operation, latest first."""

    def document(self, id: str) -> ShownDocument:
        """One document, by its id or the first digits of its hash. Raises `NotFoundError`."""

    def claims(self, document: str | None = None) -> Sequence[Claim]:
        """The claims of a document, in their order, or those of all."""

    def claims_of(self, operation: Operation) -> Sequence[Claim]:
        """The claims that tell of an operation."""

    def findings(self, about: str | None = None) -> Sequence[Finding]:
        """The findings about an operation or claim, or all."""


def open_shelf(request: Request) -> Iterator[Shelf]:
    """The record at the address that the app was made with, for the length of one request."""
    from departures.record import Record

    with Record.open(request.app.state.record, create=False) as record:
        yield record


OpenShelf = Annotated[Shelf, Depends(open_shelf)]
