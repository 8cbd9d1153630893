"""Where a document comes from, as pages name it.

Invariant: what is said of a document is what was said when it was added; its name is never empty.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from departures.tongue import _
from departures.words.links import web_link

LONGEST_TITLE = 200


class Described(Protocol):
    """What is known of a document beside its text."""

    @property
    def id(self) -> str:
        """`sha256:` and the hash of its text."""

    @property
    def language(self) -> str:
        """The language of its text."""

    @property
    def title(self) -> str | None:
        """Its title."""

    @property
    def published(self) -> date | None:
        """The day of publication."""

    @property
    def source(self) -> str | None:
        """Who published it."""

    @property
    def url(self) -> str | None:
        """Where it was published."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document without its text."""

    id: str
    name: str
    title: str | None
    published: date | None
    url: str | None
    link: str | None
    language: str


def source_of(document: Described) -> Source:
    """What is known of a document beside its text."""
    return Source(
        id=document.id,
        name=document.source or _("Unnamed source"),
        title=_title(document),
        published=document.published,
        url=document.url,
        link=web_link(document.url),
        language=document.language,
    )


def _title(document: Described) -> str | None:
    title = (document.title or "").strip()
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE] + "…"
