"""What a search finds: operations as on the board, documents with the place of the words.

Invariant: what is shown of a text is masked, since only shown texts are looked at; a facet leads
to exactly as many operations as it says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from departures.record.facets import Facet
from departures.record.search import terms_of
from departures.tongue import _, later, phrases
from departures.web.passages import Piece
from departures.web.shelf import Shelf
from departures.web.views.board import Row, rows
from departures.web.views.snippets import snippet
from departures.web.views.sources import Described, Source, source_of
from departures.words import Finding, Operation

SHOWN_AT_FIRST: Final = 8
MOST_CHOICES: Final = 40
"""Values of one facet that are offered; the rarest are left out."""
FACETS: Final = {
    "country": later("Country"),
    "month": later("Month"),
    "source": later("Source"),
    "carrier": later("Carrier"),
    "open": later("Open question"),
}
OPEN: Final = {
    "disputed": later("Sources disagree"),
    "doubt": later("May be one with another"),
    "question": later("A check asks something"),
    "conflict": later("A check found a conflict"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: operations in full, documents with the place of the words."""

    operations: Sequence[Operation]
    total: int
    documents: tuple["Hit", ...]
    documents_total: int
    facets: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with the place where the words stand in it."""

    document: Described
    pieces: tuple[Piece, ...]

    @property
    def source(self) -> Source:
        """The document as pages name it."""
        return source_of(self.document)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: choosing it, or where it is chosen, leaving it."""

    label: str
    number: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of one facet, the most frequent first."""

    label: str
    first: tuple[Choice, ...]
    others: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything the page of a search shows."""

    rows: tuple[Row, ...]
    total: int
    hits: tuple[Hit, ...]
    documents_total: int
    facets: tuple[Choices, ...]


def find(shelf: Shelf, query: str, having: Sequence[Facet], limit: int, offset: int = 0) -> Found:
    """What has all words of a query and all facets; without a word, all that have the facets."""
    terms = terms_of(query)
    if not terms:
        return Found(
            operations=shelf.operations(having, limit=limit, offset=offset),
            total=shelf.count_operations(having),
            documents=(),
            documents_total=0,
            facets=shelf.facets(having),
        )
    refs = shelf.search(query)
    ids, counted = shelf.narrowed(refs["operation"], having)
    # Facets are of operations; with one chosen, a document on its own is not asked for.
    documents = [] if having else refs["document"]
    nearest = documents[offset : offset + limit]
    texts = {held.id: held for held in shelf.texts(nearest)} if nearest else {}
    hits = (Hit(texts[id], snippet(texts[id].text, terms)) for id in nearest if id in texts)
    return Found(
        operations=shelf.operations_by_id(ids[offset : offset + limit]),
        total=len(ids),
        documents=tuple(hits),
        documents_total=len(documents),
        facets=counted,
    )


def board_rows(shelf: Shelf, operations: Sequence[Operation]) -> list[Row]:
    """Operations as the board shows them, with as many queries for a hundred as for one."""
    told_by = {id for held in operations for id in held.documents}
    sources = {held.id: source_of(held) for held in shelf.documents(told_by)}
    findings: Sequence[Finding] = shelf.findings([held.id for held in operations])
    return rows(operations, sources, findings)


def search_page(
    shelf: Shelf, found: Found, query: str, having: Sequence[Facet], base: str
) -> SearchPage:
    """Everything the page shows of what was found; `base` is the page's own address."""
    return SearchPage(
        rows=tuple(board_rows(shelf, found.operations)),
        total=found.total,
        hits=found.documents,
        documents_total=found.documents_total,
        facets=tuple(_facets(found.facets, query, having, base)),
    )


def address(base: str, query: str, having: Iterable[Facet]) -> str:
    """The address of a search."""
    asked = [("q", query)] if query else []
    return f"{base}?{urlencode([*asked, *having])}"


def _facets(
    counted: Mapping[str, Mapping[str, int]], query: str, having: Sequence[Facet], base: str
) -> Iterable[Choices]:
    for name, label in FACETS.items():
        others = [facet for facet in having if facet[0] != name]
        chosen = {value for of, value in having if of == name}
        numbers = sorted(counted.get(name, {}).items(), key=lambda item: (-item[1], item[0]))
        shown = [item for item in numbers if item[0] in chosen] if chosen else numbers
        choices = tuple(
            Choice(
                label=label_of(name, value),
                number=number,
                address=address(base, query, others if chosen else [*others, (name, value)]),
                chosen=value in chosen,
            )
            for value, number in shown[:MOST_CHOICES]
        )
        if choices:
            yield Choices(_(label), choices[:SHOWN_AT_FIRST], choices[SHOWN_AT_FIRST:])


def label_of(name: str, value: str) -> str:
    """A value of a facet in the interface's words."""
    if name == "country":
        return phrases.country(value)
    if name == "month":
        return phrases.month(date.fromisoformat(f"{value}-01"))
    return _(OPEN.get(value, value)) if name == "open" else value
