"""Atom feeds: lists of what changed, for programs that look again and again (RFC 4287).

Invariant: an entry keeps its id for good, and its `updated` moves only when what it tells of
changed in the record; text from reports stands in a feed as text, never as markup.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from departures.words.visible import visible

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The day of a feed in which nothing has happened yet; the format asks for one."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: its permanent address, what to call it, and what is told of it."""

    address: str
    title: str
    updated: datetime
    summary: str
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of entries, the latest first; `page` is what a person reads instead."""

    address: str
    page: str
    title: str
    rights: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When its latest entry changed."""
        return max((entry.updated for entry in self.entries), default=NEVER)


def latest(entries: Iterable[Entry], most: int) -> tuple[Entry, ...]:
    """The entries that changed last, at most so many."""
    return tuple(sorted(entries, key=lambda entry: entry.updated, reverse=True)[:most])


def atom(feed: Feed) -> bytes:
    """A feed as Atom; the same feed gives the same bytes."""
    root = Element("feed", xmlns=ATOM)
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(feed.updated))
    _text(root, "rights", feed.rights)
    _text(SubElement(root, "author"), "name", "Departures")
    SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=feed.address)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.page)
    for entry in feed.entries:
        _entry(SubElement(root, "entry"), entry)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(under: Element, entry: Entry) -> None:
    _text(under, "id", entry.address)
    _text(under, "title", entry.title)
    _text(under, "updated", _moment(entry.updated))
    if entry.author:
        _text(SubElement(under, "author"), "name", entry.author)
    SubElement(under, "link", rel="alternate", type="text/html", href=entry.address)
    _text(under, "summary", entry.summary)


def _text(under: Element, name: str, words: str) -> None:
    SubElement(under, name).text = _NOT_XML.sub("\ufffd", visible(words))


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
