"""What the API answers with, beside the vocabulary itself.

Invariant: the vocabulary's types are passed on whole; these models only hold them together.
"""

from datetime import date

from pydantic import Field

from departures.words import Claim, Finding, Operation, ShownDocument
from departures.words.values import Value


class OperationList(Value):
    """Operations, newest first."""

    operations: tuple[Operation, ...]
    total: int = Field(description="How many operations the record holds.")
    next: str | None = Field(
        default=None, description="The `cursor` of the next answer; null at the end of the list."
    )


class SourceDocument(Value):
    """A document without its text."""

    id: str
    language: str
    title: str | None
    published: date | None
    source: str | None
    url: str | None


class OperationRecord(Value):
    """One operation with the findings about it and the documents that tell of it."""

    operation: Operation
    findings: tuple[Finding, ...]
    documents: tuple[SourceDocument, ...]


class DocumentRecord(Value):
    """One document, its text included, with the claims read from it."""

    document: ShownDocument
    claims: tuple[Claim, ...]


class Problem(Value):
    """What went wrong, and what to do about it."""

    status: int
    message: str
