"""The page of one document: its text with the claims marked, and their values in a table.

Invariant: every span of every claim is marked in the text, and every value in the table leads to
the words that give it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from departures.web import phrases
from departures.web.marks import Mark, Piece, marked
from departures.web.passages import anchor
from departures.web.tongue import _
from departures.web.views.operation import speaker_words
from departures.web.views.sources import Source, source_of
from departures.words import Claim, Document, Span, spans_of
from departures.words.countries import country_name

LONGEST_QUOTE = 220
BESIDE_VALUES = frozenset(
    {"id", "document", "quote", "asserted_by", "modality", "reader", "kind", "movement"}
)
IN_HEADING = ("act", "measure", "effect")


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a claim: its field, what it says, its words and where they stand."""

    label: str
    reading: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Block:
    """One claim in the table."""

    id: str
    kind: str
    heading: str
    modality: str
    quote: str
    anchor: str
    said_by: str
    manner: str
    reader: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything the page of one document shows."""

    source: Source
    text: tuple[list[Piece], ...]
    blocks: tuple[Block, ...]
    legend: tuple[tuple[str, str], ...]


def document_page(document: Document, claims: Sequence[Claim]) -> DocumentPage:
    """Everything the page of `document` shows."""
    ordered = sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end, claim.id))
    kinds = {claim.kind for claim in ordered}
    return DocumentPage(
        source=source_of(document),
        text=tuple(marked(document.text, marks(ordered))),
        blocks=tuple(_block(claim) for claim in ordered),
        legend=tuple((kind, _(name)) for kind, name in phrases.KINDS.items() if kind in kinds),
    )


def marks(claims: Iterable[Claim]) -> list[Mark]:
    """One mark for each span that any claim or value has, with all that it is."""
    roles: dict[tuple[int, int], list[str]] = {}
    anchors: dict[tuple[int, int], str] = {}
    for claim in claims:
        for span, role in _roles(claim):
            place = (span.start, span.end)
            anchors[place] = anchor(span)
            told = roles.setdefault(place, [])
            if role not in told:
                told.append(role)
    return [Mark(*place, anchors[place], tuple(told)) for place, told in sorted(roles.items())]


def _roles(claim: Claim) -> Iterator[tuple[Span, str]]:
    yield claim.quote, claim.kind
    for span in spans_of(claim):
        if span != claim.quote:
            yield span, "value"


def _block(claim: Claim) -> Block:
    terms = (getattr(claim, name, None) for name in IN_HEADING)
    heading = next((_(phrases.TERMS[term]) for term in terms if term), "")
    return Block(
        id=claim.id,
        kind=claim.kind,
        heading=" · ".join(filter(None, (_(phrases.KINDS[claim.kind]), heading))),
        modality=_(phrases.MODALITIES[claim.modality]),
        quote=_shortened(claim.quote.text),
        anchor=anchor(claim.quote),
        said_by=speaker_words(claim.asserted_by),
        manner=_(phrases.MANNERS[claim.asserted_by.manner]) if claim.asserted_by else "",
        reader=claim.reader,
        lines=tuple(_lines(claim)),
    )


def _lines(claim: Claim) -> Iterator[Line]:
    for name in type(claim).model_fields:
        if name in BESIDE_VALUES or name in IN_HEADING:
            continue
        value = getattr(claim, name)
        for item in value if isinstance(value, tuple) else (value,):
            if item is not None:
                yield _line(name, item, claim)


def _line(name: str, item: Span | str, claim: Claim) -> Line:
    label = _(phrases.FIELDS[name])
    if isinstance(item, str):
        term = phrases.TERMS.get(item)
        reading = _(term) if term else country_name(item)
        return Line(label, reading, "", anchor(claim.quote))
    reading = phrases.spoken_span(item)
    words = _shortened(item.text)
    return Line(label, "" if reading == words else reading, words, anchor(item))


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + "…"
