"""What a search finds: operations as on the board, documents with the place of the words.

Invariant: what is shown of a text is masked, since only shown texts are looked at.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from departures.record.search import Term, terms_of
from departures.web.passages import Piece
from departures.web.views.board import Row, row
from departures.web.views.sources import Source, source_of
from departures.words import Finding, Operation, ShownDocument
from departures.words.folding import fold

MOST: Final = 50
REACH: Final = 120
"""Characters shown on either side of the words."""


class Searched(Protocol):
    """The side of a record that is searched."""

    def search(self, query: str) -> Mapping[str, list[str]]:
        """Ids of operations and documents by kind, the nearest first."""

    def operations_by_id(self, ids: Sequence[str]) -> list[Operation]:
        """These operations, in this order."""

    def texts(self, ids: Collection[str]) -> list[ShownDocument]:
        """These documents with their texts."""

    def findings(self, about: str | Collection[str] | None = None) -> Sequence[Finding]:
        """The findings about these operations."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with the place where the words stand in it."""

    source: Source
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What has all words of a query."""

    rows: tuple[Row, ...]
    hits: tuple[Hit, ...]
    operations: int
    documents: int


def found(record: Searched, query: str) -> Found:
    """What has all words of a query; nothing where it has no word."""
    refs = record.search(query)
    operations = record.operations_by_id(refs["operation"][:MOST])
    nearest = refs["document"][:MOST]
    told = {id for operation in operations for id in operation.documents}
    texts = {document.id: document for document in record.texts([*{*nearest, *told}])}
    sources = {id: source_of(document) for id, document in texts.items()}
    about = record.findings([operation.id for operation in operations])
    open_ = [found.about for found in about if found.weight != "note"]
    terms = terms_of(query)
    return Found(
        rows=tuple(row(held, sources, open_.count(held.id)) for held in operations),
        hits=tuple(
            Hit(sources[id], tuple(snippet(texts[id].text, terms))) for id in nearest if id in texts
        ),
        operations=len(refs["operation"]),
        documents=len(refs["document"]),
    )


def snippet(text: str, terms: Sequence[Term]) -> Iterator[Piece]:
    """The text around the first place of a term, with the term marked."""
    folded, places = _folded(text)
    starts = [(folded.find(" ".join(term.words)), term) for term in terms]
    at, term = min(((at, term) for at, term in starts if at >= 0), default=(0, None), key=_first)
    start = places[at] if places else 0
    end = places[min(len(places) - 1, at + len(" ".join(term.words)))] if term and places else start
    yield Piece(("…" if start > REACH else "") + text[max(0, start - REACH) : start], False)
    yield Piece(text[start:end], True)
    yield Piece(text[end : end + REACH] + ("…" if end + REACH < len(text) else ""), False)


def _first(found: tuple[int, Term | None]) -> int:
    return found[0]


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded as it is indexed, and where each of its characters comes from."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        for part in fold(letter):
            letters.append(part if part.isalnum() else " ")
            places.append(at)
    return "".join(letters), places
