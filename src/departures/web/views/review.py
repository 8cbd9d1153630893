"""The pages of review: the queue, one operation claim by claim, what changed in a document.

Invariant: a reviewer decides beside the sentence, on each field by itself; nothing is asked that
the record does not hold.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from departures.review.queue import Item
from departures.web import phrases
from departures.web.forms import KINDS
from departures.web.passages import Piece, anchor, passages
from departures.web.tongue import _, later
from departures.web.views.decisions import Told, told
from departures.web.views.operation import ORDER, speaker_words
from departures.web.views.sources import Source, source_of
from departures.words import (
    Claim,
    Decision,
    Operation,
    OperationClaim,
    ShownDocument,
    Span,
)

QUESTIONS = {
    "conflict": later("Which value do the reports bear out?"),
    "doubt": later("Are these two one operation?"),
    "gone": later("A decision without its claim"),
    "changed": later("A source changed after it was reviewed"),
    "new": later("New: is it read rightly?"),
}
TERMS: Mapping[str, Mapping[str, str]] = {
    "mode": phrases.MODES,
    "modality": phrases.MODALITIES,
    "act": phrases.ACTS,
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


@dataclass(frozen=True, slots=True)
class Stated:
    """One field of one claim, as a form shows it."""

    name: str
    label: str
    kind: str | None
    words: str
    value: object
    rest: str
    terms: tuple[tuple[str, str], ...]


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
    seen: int


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Everything the review page of one operation shows."""

    id: str
    title: str
    claims: tuple[Stating, ...]
    documents: tuple[Source, ...]
    decisions: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A line of a text that went, came, or stands near a change."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A document, and how it differs from the one before it."""

    source: Source
    changes: tuple[Change, ...]
    replaced: bool


def listed(item: Item) -> Listed:
    """One item of the queue as the page lists it."""
    base = "documents" if item.kind == "changed" else "operations"
    address = f"/review/{base}/{item.about}"
    if item.kind == "doubt":
        address += f"?other={item.other}"
    return Listed(
        kind=item.kind,
        question=_(QUESTIONS[item.kind]),
        about=item.about,
        why=_(item.why),
        people=item.people,
        field=_(phrases.FIELDS[item.field]) if item.field else "",
        address="/corrections" if item.kind == "gone" else address,
    )


def operation_page(
    operation: Operation,
    documents: Sequence[ShownDocument],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
) -> ReviewPage:
    """Everything the review page of `operation` shows."""
    held = {document.id: document for document in documents}
    return ReviewPage(
        id=operation.id,
        title=_title(operation),
        claims=tuple(_claims(held, claims, decisions)),
        documents=tuple(source_of(document) for document in documents),
        decisions=tuple(told(decisions)),
    )


def _title(operation: Operation) -> str:
    ends = (operation.origin, operation.destination)
    names = [place.name if place else _("not stated") for place in ends]
    day = phrases.spoken_date(operation.date) if operation.date else _("not stated")
    return f"{names[0]} → {names[1]}, {day}"


def _claims(
    documents: Mapping[str, ShownDocument],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
) -> Iterator[Stating]:
    for claim in claims:
        document = documents.get(claim.document)
        if document is None or not isinstance(claim, OperationClaim):
            continue
        inside = [
            span
            for name in ORDER
            for span in _spans(getattr(claim, name))
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
            fields=tuple(_fields(claim)),
            seen=max((each.id for each in decisions), default=0),
        )


def _fields(claim: OperationClaim) -> Iterator[Stated]:
    for name in FIELDS:
        value = getattr(claim, name)
        if value is None or value == ():
            continue
        spans = _spans(value)
        yield Stated(
            name=name,
            label=_(phrases.FIELDS.get(name, _LABELS.get(name, name))),
            kind=KINDS.get(name),
            words=spans[0].text if spans else "",
            value=value,
            rest=phrases.spoken(value),
            terms=tuple((term, _(words)) for term, words in TERMS.get(name, {}).items()),
        )


_LABELS = {"modality": later("Status"), "act": later("Kind of movement")}


def _spans(value: object) -> tuple[Span, ...]:
    if isinstance(value, Span):
        return (value,)
    return (
        tuple(item for item in value if isinstance(item, Span)) if isinstance(value, tuple) else ()
    )


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
    )
