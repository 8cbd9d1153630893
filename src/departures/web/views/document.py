"""The page of one document: its text with the claims marked, and their values in a table.

Invariant: every span of every claim is marked in the text, and every value in the table leads to
the words that give it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from departures.tongue import _, phrases
from departures.web.marks import Mark, Piece, marked
from departures.web.passages import anchor
from departures.web.views.noticed import Noticed, noticed
from departures.web.views.sources import Source, source_of
from departures.words import Claim, Finding, OperationClaim, ShownDocument, Span, Withheld, spans_of

LONGEST_QUOTE = 220
BESIDE_VALUES = frozenset(
    {"id", "document", "quote", "asserted_by", "modality", "reader", "kind", "movement"}
)
IN_HEADING = ("act", "measure", "effect")


@dataclass(frozen=True, slots=True)
class Given:
    """One value of a claim: its words, what they say where that differs, and where they stand."""

    words: str
    reading: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a claim with its values."""

    label: str
    values: tuple[Given, ...]


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
    speaker: str
    manner: str
    reader: str
    lines: tuple[Line, ...]
    findings: tuple[Noticed, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything the page of one document shows."""

    source: Source
    text: tuple[list[Piece], ...]
    blocks: tuple[Block, ...]
    legend: tuple[tuple[str, str], ...]
    withheld: tuple[str, ...]
    spoken: bool


def document_page(
    document: ShownDocument, claims: Sequence[Claim], findings: Iterable[Finding] = ()
) -> DocumentPage:
    """Everything the page of `document` shows; `findings` are those about its claims."""
    about: dict[str, list[Noticed]] = {}
    for found in findings:
        about.setdefault(found.about, []).append(noticed(found))
    ordered = sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end, claim.id))
    kinds = {claim.kind for claim in ordered}
    return DocumentPage(
        source=source_of(document),
        text=tuple(marked(document.text, [*marks(ordered), *blocks(document)])),
        blocks=tuple(_block(claim, about.get(claim.id, ())) for claim in ordered),
        legend=tuple((kind, _(name)) for kind, name in phrases.KINDS.items() if kind in kinds),
        withheld=tuple(dict.fromkeys(_(phrases.WITHHELD[one.kind]) for one in document.withheld)),
        spoken=any(claim.asserted_by for claim in ordered),
    )


def marks(claims: Iterable[Claim]) -> list[Mark]:
    """One mark for each span that any claim or value has, with all that it is."""
    roles: dict[tuple[int, int], list[str]] = {}
    for claim in claims:
        for start, end, role in _roles(claim):
            told = roles.setdefault((start, end), [])
            if role not in told:
                told.append(role)
    return [
        Mark(start, end, anchor(start, end), tuple(told))
        for (start, end), told in sorted(roles.items())
    ]


def blocks(document: ShownDocument) -> list[Mark]:
    """One mark for each stretch of the text that is withheld, with what it is in words."""
    return [
        Mark(one.start, one.end, anchor(one.start, one.end), ("withheld",), withheld_words(one))
        for one in document.withheld
        if one.within == "text"
    ]


def withheld_words(one: Withheld) -> str:
    """`withheld: a private person's name`."""
    return _("withheld: {what}").format(what=_(phrases.WITHHELD[one.kind]))


def _roles(claim: Claim) -> Iterator[tuple[int, int, str]]:
    yield claim.quote.start, claim.quote.end, claim.kind
    if claim.asserted_by:
        yield claim.asserted_by.start, claim.asserted_by.end, "speaker"
    for span in spans_of(claim):
        if span != claim.quote:
            yield span.start, span.end, "value"


def _block(claim: Claim, findings: Iterable[Noticed]) -> Block:
    by = claim.asserted_by
    terms = (getattr(claim, name, None) for name in IN_HEADING)
    heading = next((_(phrases.TERMS[term]) for term in terms if term), "")
    return Block(
        id=claim.id,
        kind=claim.kind,
        heading=" · ".join(filter(None, (_(phrases.KINDS[claim.kind]), heading))),
        modality=_modality(claim),
        quote=_shortened(claim.quote.text),
        anchor=anchor(claim.quote.start, claim.quote.end),
        said_by=phrases.speaker_words(by),
        speaker=anchor(by.start, by.end) if by else "",
        manner=_(phrases.MANNERS[by.manner]) if by else "",
        reader=claim.reader,
        lines=tuple(_lines(claim)),
        findings=tuple(findings),
    )


def _modality(claim: Claim) -> str:
    """How sure it is told; what is said, ordered or counted need not have happened thereby."""
    if claim.modality == "happened" and not isinstance(claim, OperationClaim):
        return ""
    return _(phrases.MODALITIES[claim.modality])


def _lines(claim: Claim) -> Iterator[Line]:
    for name in type(claim).model_fields:
        if name in BESIDE_VALUES or name in IN_HEADING:
            continue
        value = getattr(claim, name)
        items = value if isinstance(value, tuple) else (value,)
        given = tuple(_given(item, claim) for item in items if item is not None)
        if given:
            yield Line(_(phrases.FIELDS[name]), given)


def _given(item: Span | str, claim: Claim) -> Given:
    if isinstance(item, str):
        term = phrases.TERMS.get(item)
        return Given(
            _(term) if term else phrases.country(item),
            "",
            anchor(claim.quote.start, claim.quote.end),
        )
    words, reading = _shortened(item.text), phrases.spoken_span(item)
    return Given(words, "" if reading == words else reading, anchor(item.start, item.end))


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + "…"
