"""The pages of review: the queue, one operation, one document, what is accepted together.

Invariant: a reviewer decides beside the sentence, on each field by itself; nothing is asked that
the record does not hold.
"""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from departures.record import Record
from departures.review import Person, latest_of
from departures.review.proven import Proven
from departures.review.queue import Item
from departures.tongue import _, later, phrases
from departures.web.views.board import headline
from departures.web.views.decisions import Told, about, told
from departures.web.views.sources import Source, source_of
from departures.web.views.stating import Stated, Stating, statings
from departures.words import Claim, Decision, Operation, ShownDocument

QUESTIONS = {
    "conflicting": later("Which value do the reports bear out?"),
    "uncertain": later("Are these two one operation?"),
    "gone": later("A decision without its claim"),
    "changed-source": later("A source changed after it was reviewed"),
    "new": later("New: is it read rightly?"),
}
KINDS = {
    "conflicting": later("Conflicting"),
    "uncertain": later("Uncertain"),
    "gone": later("Without its claim"),
    "changed-source": later("Source changed"),
    "new": later("New"),
}
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
    """The decision that was made last, and which one to undo next: itself, or after an undo the
    person's latest before it. Of several made together, the first too.
    """

    id: int
    first: int
    act: str
    next: int | None


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
class DocumentPage:
    """A document: its claims, how it differs from the one before it, and what is withheld of it."""

    source: Source
    claims: tuple[Stating, ...]
    changes: tuple[Change, ...]
    replaced: bool
    decisions: tuple[Told, ...]
    withheld: tuple[tuple[int, int, str], ...]


def listed(item: Item, titles: Mapping[str, str], stranded: Told | None) -> Listed:
    """One item of the queue as the page lists it; a decision whose claim is gone stands with it."""
    base = "documents" if item.about.startswith("sha256:") else "operations"
    address = f"/review/{base}/{item.about}"
    if item.other and item.kind == "uncertain":
        address += f"?other={item.other}"
    return Listed(
        kind=item.kind,
        question=_(QUESTIONS[item.kind]),
        about=titles.get(item.about, item.about),
        why=_(item.why),
        people=item.people,
        field=phrases.label(item.field) if item.field else "",
        address="" if item.kind == "gone" else address,
        decision=stranded if item.kind == "gone" else None,
    )


def offered(one: Proven) -> Offered:
    """A field that may be accepted together, as the queue offers it."""
    asked = urlencode({"reader": one.reader, "field": one.field})
    label = phrases.label(one.field)
    address = f"/review/proven?{asked}"
    return Offered(one.reader, one.field, label, one.accepted, len(one.waiting), address)


def last_decision(record: Record, person: Person, done: int, first: int = 0) -> Last | None:
    """The decision numbered `done`, where there is one of that person's and it holds."""
    if not done:
        return None
    for line in told(record.decisions()):
        if line.id == done and line.holds and line.who == person.name:
            earlier = latest_of(record, person, line.undoes) if line.undoes else None
            next_ = line.id if line.undoes is None else earlier.id if earlier else None
            return Last(line.id, first if 0 < first < done else 0, line.act, next_)
    return None


def proven_page(
    one: Proven,
    claims: Sequence[Claim],
    documents: Sequence[ShownDocument],
    decisions: Sequence[Decision],
) -> ProvenPage:
    """Everything the page of one offer shows."""
    held = {document.id: document for document in documents}
    stated = [
        (claim, field)
        for claim in statings(held, claims, decisions)
        for field in claim.fields
        if field.name == one.field
    ]
    seen = max((each.id for each in decisions), default=0)
    return ProvenPage(offered(one), tuple(stated), seen)


def operation_page(
    operation: Operation,
    documents: Sequence[ShownDocument],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
) -> ReviewPage:
    """Everything the review page of `operation` shows."""
    held = {id: each for each in documents if (id := each.id) in operation.documents}
    return ReviewPage(
        id=operation.id,
        title=headline(operation),
        claims=tuple(statings(held, claims, decisions)),
        documents=tuple(source_of(document) for document in held.values()),
        decisions=tuple(about(operation, told(decisions))),
        seen=max((each.id for each in decisions), default=0),
    )


def document_page(
    before: ShownDocument | None,
    after: ShownDocument,
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
) -> DocumentPage:
    """Everything the review page of a document shows; `before` is the one that it replaced."""
    return DocumentPage(
        source=source_of(after),
        claims=tuple(statings({after.id: after}, claims, decisions)),
        changes=tuple(_changes(before, after)) if before else (),
        replaced=before is not None,
        decisions=tuple(told(decisions)),
        withheld=tuple(
            (one.start, one.end, _(phrases.WITHHELD[one.kind]))
            for one in after.withheld
            if one.within == "text"
        ),
    )


def _changes(before: ShownDocument, after: ShownDocument) -> list[Change]:
    """What became of a text since the document before it, line by line."""
    lines = before.text.splitlines(), after.text.splitlines()
    diff = list(difflib.unified_diff(*lines, lineterm="", n=CONTEXT))
    return [Change(line[:1], line[1:]) for line in diff[2:]]  # two lines name the files
