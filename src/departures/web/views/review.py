"""The pages of review: the queue, one operation claim by claim, what changed in a document.

Invariant: a reviewer decides beside the sentence, on each field by itself; nothing is asked that
the record does not hold.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from departures.review.proven import Proven
from departures.review.queue import Item
from departures.tongue import _, later, phrases
from departures.web.forms import KINDS, Row, inputs
from departures.web.passages import Piece, anchor, passages
from departures.web.views.board import headline
from departures.web.views.decisions import Deciding, Told, about, told
from departures.web.views.operation import ORDER, speaker_words, value_spans
from departures.web.views.sources import Source, source_of
from departures.words import (
    Claim,
    Decision,
    Operation,
    OperationClaim,
    ShownDocument,
)

QUESTIONS = {
    "conflict": later("Which value do the reports bear out?"),
    "doubt": later("Are these two one operation?"),
    "gone": later("A decision without its claim"),
    "changed": later("A source changed after it was reviewed"),
    "new": later("New: is it read rightly?"),
}
FIELDS = (*ORDER, "modality", "act")
CONTEXT = 2
"""Lines around a change."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One item of the queue, with the address at which it is decided."""

    kind: str
    question: str
    about: str
    why: str
    people: int
    field: str
    address: str
    decision: Told | None


@dataclass(frozen=True, slots=True)
class Offered:
    """A field of which a reader's values may be accepted together."""

    reader: str
    field: str
    label: str
    accepted: int
    waiting: int
    address: str


@dataclass(frozen=True, slots=True)
class Last:
    """The decision that was made last, or the first and the last of several, to be undone."""

    id: int
    first: int
    act: str


@dataclass(frozen=True, slots=True)
class Stated:
    """One field of one claim: what it says, its words, and the inputs that correct it."""

    name: str
    label: str
    words: str
    said: str
    rows: tuple[Row, ...]
    several: bool
    term: bool


@dataclass(frozen=True, slots=True)
class Stating:
    """One claim with its sentence, its speaker and its fields."""

    id: str
    passage: tuple[Piece, ...]
    anchor: str
    source: Source
    speaker: str
    reader: str
    fields: tuple[Stated, ...]
    missing: tuple[Stated, ...]
    seen: int


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything the review page of one operation shows."""

    id: str
    title: str
    claims: tuple[Stating, ...]
    documents: tuple[Source, ...]
    decisions: tuple[Told, ...]
    seen: int


@dataclass(frozen=True, slots=True)
class ProvenPage:
    """Values of one field that may be accepted together, each in its sentence."""

    offer: Offered
    claims: tuple[tuple[Stating, Stated], ...]
    seen: int

    @property
    def ids(self) -> str:
        """The claims, for the form that accepts them."""
        return " ".join(claim.id for claim, _field in self.claims)


@dataclass(frozen=True, slots=True)
class Change:
    """A line of a text that went, came, or stands near a change."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A document, how it differs from the one before it, and what of it is withheld."""

    source: Source
    changes: tuple[Change, ...]
    replaced: bool
    withheld: tuple[tuple[int, int, str], ...]


def listed(item: Item, titles: Mapping[str, str], stranded: Told | None) -> Listed:
    """One item of the queue as the page lists it; a decision whose claim is gone stands with it."""
    base = "documents" if item.kind == "changed" else "operations"
    address = f"/review/{base}/{item.about}"
    if item.kind == "doubt":
        address += f"?other={item.other}"
    return Listed(
        kind=item.kind,
        question=_(QUESTIONS[item.kind]),
        about=titles.get(item.about, item.about),
        why=_(item.why),
        people=item.people,
        field=_(phrases.FIELDS[item.field]) if item.field else "",
        address="" if item.kind == "gone" else address,
        decision=stranded if item.kind == "gone" else None,
    )


def offered(one: Proven) -> Offered:
    """A field that may be accepted together, as the queue offers it."""
    asked = urlencode({"reader": one.reader, "field": one.field})
    label = _(phrases.FIELDS[one.field])
    address = f"/review/proven?{asked}"
    return Offered(one.reader, one.field, label, one.accepted, len(one.waiting), address)


def last_decision(record: Deciding, done: int, first: int = 0) -> Last | None:
    """The decision numbered `done`, where there is one and it holds."""
    if not done:
        return None
    for line in told(record.decisions()):
        if line.id == done and line.holds:
            return Last(line.id, first if 0 < first < done else 0, line.act)
    return None


def proven_page(
    one: Proven, claims: Sequence[Claim], documents: Sequence[ShownDocument], latest: int
) -> ProvenPage:
    """Everything the page of one offer shows; `latest` is the record's latest decision."""
    held = {document.id: document for document in documents}
    stated = [
        (claim, field)
        for claim in _claims(held, claims, latest)
        for field in claim.fields
        if field.name == one.field
    ]
    return ProvenPage(offered(one), tuple(stated), latest)


def operation_page(
    operation: Operation,
    documents: Sequence[ShownDocument],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
) -> ReviewPage:
    """Everything the review page of `operation` shows."""
    held = {id: each for each in documents if (id := each.id) in operation.documents}
    seen = max((each.id for each in decisions), default=0)
    return ReviewPage(
        id=operation.id,
        title=headline(operation),
        claims=tuple(_claims(held, claims, seen)),
        documents=tuple(source_of(document) for document in held.values()),
        decisions=tuple(about(operation, told(decisions))),
        seen=seen,
    )


def _claims(
    documents: Mapping[str, ShownDocument],
    claims: Sequence[Claim],
    seen: int,
) -> Iterator[Stating]:
    for claim in claims:
        document = documents.get(claim.document)
        if document is None or not isinstance(claim, OperationClaim):
            continue
        inside = [
            span
            for name in ORDER
            for span in value_spans(getattr(claim, name))
            if claim.quote.start <= span.start and span.end <= claim.quote.end
        ]
        spans = inside or [claim.quote]
        yield Stating(
            id=claim.id,
            passage=next(
                pieces for _first, pieces in passages(document.text, spans, document.language)
            ),
            anchor=anchor(claim.quote.start, claim.quote.end),
            source=source_of(document),
            speaker=speaker_words(claim.asserted_by),
            reader=claim.reader,
            fields=tuple(_stated(claim, name) for name in FIELDS if _given(claim, name)),
            missing=tuple(_stated(claim, name) for name in FIELDS if not _given(claim, name)),
            seen=seen,
        )


def _given(claim: OperationClaim, name: str) -> bool:
    return getattr(claim, name) not in (None, ())


def _stated(claim: OperationClaim, name: str) -> Stated:
    value = getattr(claim, name)
    spans = value_spans(value)
    rows = inputs(name, value)
    return Stated(
        name=name,
        label=_(phrases.FIELDS.get(name, _LABELS.get(name, name))),
        words=spans[0].text if len(spans) == 1 else "",
        said=phrases.spoken(value) if _given(claim, name) else "",
        rows=rows,
        several=KINDS[name] in ("places", "nationalities"),
        term=KINDS[name] == "term",
    )


_LABELS = {"modality": later("Status"), "act": later("Kind of movement")}


def changes(before: ShownDocument | None, after: ShownDocument) -> ChangedPage:
    """What became of a text since the document before it."""
    lines = (before.text.splitlines() if before else [], after.text.splitlines())
    diff = difflib.unified_diff(*lines, lineterm="", n=CONTEXT) if before else ()
    return ChangedPage(
        source=source_of(after),
        changes=tuple(
            Change(line[:1], line[1:]) for line in diff if not line.startswith(("---", "+++"))
        ),
        replaced=before is not None,
        withheld=tuple(
            (one.start, one.end, _(phrases.WITHHELD[one.kind]))
            for one in after.withheld
            if one.within == "text"
        ),
    )
