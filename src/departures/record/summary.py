"""A document as a list of documents shows it, without its text."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What is known of a document beside its text; `claims` is how many were read in it."""

    id: str
    language: str
    title: str | None
    published: date | None
    source: str | None
    url: str | None
    previous: str | None
    added: datetime
    claims: int
