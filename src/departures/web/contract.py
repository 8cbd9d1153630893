"""What the API answers with, beside the vocabulary itself.

Invariant: the vocabulary's types are passed on whole; these models only hold them together.
"""

from datetime import date
from typing import Self

from pydantic import Field

from departures.releases import Caveat, Column, Definition, Part, Release, Source
from departures.words import Claim, Decision, Finding, Operation, ShownDocument
from departures.words.values import Value


class OperationList(Value):
    """Operations, newest first."""

    operations: tuple[Operation, ...]
    total: int
    next: str | None = None


class SourceDocument(Value):
    """A document without its text."""

    id: str
    language: str
    title: str | None
    published: date | None
    source: str | None
    url: str | None


class DocumentList(Value):
    """Documents without their texts."""

    documents: tuple[SourceDocument, ...]
    total: int
    next: str | None = None


class DecisionRecord(Value):
    """A decision, and whether it is in force or was undone."""

    decision: Decision
    in_force: bool


class DecisionList(Value):
    """Decisions, the latest first."""

    decisions: tuple[DecisionRecord, ...]
    total: int
    next: str | None = None


class OperationRecord(Value):
    """One operation with the findings about it, the documents that tell of it, and what people
    decided about its claims and documents, the latest first.
    """

    operation: Operation
    findings: tuple[Finding, ...]
    documents: tuple[SourceDocument, ...]
    decisions: tuple[DecisionRecord, ...] = ()


class DocumentRecord(Value):
    """One document, its text included, with the claims read from it, and what official releases
    and the law shelf say of them.
    """

    document: ShownDocument
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = ()


class SnippetPart(Value):
    """A piece of a text; `match` where it is what was looked for."""

    text: str
    match: bool


class FoundDocument(Value):
    """A document with the place of the words in it."""

    document: SourceDocument
    snippet: tuple[SnippetPart, ...]


class SearchAnswer(Value):
    """What has all words of a query, the nearest first."""

    operations: tuple[Operation, ...]
    total: int = Field(description="How many operations were found.")
    documents: tuple[FoundDocument, ...]
    documents_total: int = Field(description="How many documents were found.")
    facets: dict[str, dict[str, int]] = Field(
        description="How many of the operations found have each facet, by its name and value."
    )


class ReleaseEntry(Value):
    """An official release, in short."""

    release: Source
    rows: int
    duplicates: int = Field(description="How many rows are flagged as alike; they are counted.")

    @classmethod
    def of(cls, release: Release) -> Self:
        """The release in short."""
        return cls(release=Source.of(release), rows=release.rows, duplicates=release.duplicates)


class ReleaseList(Value):
    """The official releases, what is taken for the newest first."""

    releases: tuple[ReleaseEntry, ...]


class ReleaseFile(Value):
    """A sheet of a file that a release is made of."""

    file: str
    sheet: str | None
    sha256: str
    rows: int

    @classmethod
    def of(cls, part: Part) -> Self:
        """Where the rows came from."""
        return cls(file=part.file, sheet=part.sheet, sha256=part.sha256, rows=part.rows)


class ReleaseRecord(ReleaseEntry):
    """An official release with its files, its columns, and what is wrong with it."""

    definition: Definition
    files: tuple[ReleaseFile, ...]
    columns: tuple[Column, ...] = Field(description="Those that may be asked for.")
    caveats: tuple[Caveat, ...]


class Problem(Value):
    """What went wrong, and what to do about it."""

    status: int
    message: str
