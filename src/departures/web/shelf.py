"""What the web face needs of a record, and how a request gets one.

Invariant: the pages and the API reach the record only through `Shelf`, and only to read.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Protocol

from fastapi import Depends, Request

from departures.words import Claim, Document, Finding, Operation


class Shelf(Protocol):
    """The reading side of `departures.record.Record`."""

    def operations(self) -> Sequence[Operation]:
        """Every operation, newest first."""

    def operation(self, id: str) -> Operation:
        """One operation. Raises `NotFoundError`."""

    def documents(self) -> Sequence[Document]:
        """Every document."""

    def document(self, id: str) -> Document:
        """One document. Raises `NotFoundError`."""

    def claims(self, document: str | None = None) -> Sequence[Claim]:
        """The claims of a document, or of all."""

    def findings(self, about: str | None = None) -> Sequence[Finding]:
        """The findings about an operation or claim, or all."""


def open_shelf(request: Request) -> Iterator[Shelf]:
    """The record at the address that the app was made with, for the length of one request."""
    from departures.record import Record

    with Record.open(request.app.state.record) as record:
        yield record


OpenShelf = Annotated[Shelf, Depends(open_shelf)]
