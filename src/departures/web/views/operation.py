"""The page of one operation: every value with its sentence and whoever said it.

Invariant: a value is shown with each passage that gives it, and a field with every value; nothing
that the record holds of the operation is left out because another value is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from departures.check import NOTICE
from departures.tongue import _, phrases
from departures.web.passages import Piece, anchor, passages
from departures.web.views.board import Row, row
from departures.web.views.decisions import Told as Decided
from departures.web.views.decisions import about
from departures.web.views.decisions import told as decided
from departures.web.views.noticed import Mention, Noticed, noticed
from departures.web.views.sources import Source, source_of
from departures.words import (
    Asserted,
    Claim,
    Count,
    Decision,
    Finding,
    IndependentSource,
    Operation,
    ResolvedField,
    ShownDocument,
    Span,
    Verdict,
)

ORDER = (
    "count",
    "date",
    "origin",
    "destination",
    "via",
    "onward",
    "nationalities",
    "mode",
    "flights",
    "carrier",
    "funder",
    "agency",
    "authority",
)
"""Fields as the page tells them: people first, since that is what sources differ on."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One value of a field with all its mentions; a number stands in its own words first.

    `sources` is how many independent sources give it; `decided_by` names the people who accepted
    it, or who put it in the place of what was read (`instead_of`).
    """

    words: str
    reading: str
    shown: bool
    mentions: tuple[Mention, ...]
    sources: int
    decided_by: tuple[str, ...]
    instead_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its verdict in words, why the shown value is shown, and all values."""

    name: str
    label: str
    verdict: Verdict
    verdict_words: str
    why: str
    tellings: tuple[Telling, ...]

    @property
    def differs(self) -> bool:
        """Whether sources give more than one value."""
        return len(self.tellings) > 1


@dataclass(frozen=True, slots=True)
class Together:
    """Documents that count as one source, and why where they are several."""

    sources: tuple[Source, ...]
    why: str


@dataclass(frozen=True, slots=True)
class OperationPage:
    """Everything the page of one operation shows."""

    row: Row
    act: str
    reported: str
    day: str
    fields: tuple[Field, ...]
    findings: tuple[Noticed, ...]
    sources: tuple[Together, ...]
    decisions: tuple[Decided, ...]
    notice: str


class _Told:
    """The documents and claims of one operation, at hand by id."""

    def __init__(self, documents: Iterable[ShownDocument], claims: Iterable[Claim]) -> None:
        self.documents = {document.id: document for document in documents}
        self.sources = {id: source_of(document) for id, document in self.documents.items()}
        self.claims = {claim.id: claim for claim in claims}

    def mentions(self, claim: Claim, spans: Sequence[Span]) -> Iterator[Mention]:
        """The passages of a claim's spans, or of its quote; none where its document is gone."""
        held = self.documents.get(claim.document)
        if held is None:
            return
        by = claim.asserted_by
        for first, pieces in passages(held.text, spans or (claim.quote,), held.language):
            yield Mention(
                passage=pieces if spans else tuple(Piece(piece.words, False) for piece in pieces),
                anchor=anchor(first.start, first.end),
                source=self.sources[held.id],
                speaker=phrases.speaker_words(by),
                manner=_(phrases.MANNERS[by.manner]) if by else _("in its own words"),
            )


def operation_page(
    operation: Operation,
    documents: Sequence[ShownDocument],
    claims: Iterable[Claim],
    findings: Iterable[Finding],
    decisions: Iterable[Decision] = (),
) -> OperationPage:
    """Everything the page of `operation` shows; `claims` are those that tell of it, `decisions`
    those about its documents, the latest first.
    """
    told = _Told(documents, claims)
    ordered = sorted(
        findings, key=lambda found: ("conflict", "question", "note").index(found.weight)
    )
    open_questions = sum(found.weight != "note" for found in ordered)
    names = [name for name in ORDER if name in operation.values]
    return OperationPage(
        row=row(operation, told.sources, open_questions),
        act=_(phrases.ACTS[operation.act]),
        reported=_(phrases.MODALITIES[operation.modality]),
        day=phrases.spoken_date(operation.date) if operation.date else _("not stated"),
        fields=tuple(_field(name, operation.values[name], told) for name in names),
        findings=tuple(_noticed(found, told) for found in ordered),
        sources=tuple(_together(operation, told)),
        decisions=tuple(about(operation, decided(list(decisions)))),
        notice=_(NOTICE),
    )


def _together(operation: Operation, told: _Told) -> Iterator[Together]:
    """The documents by independent source; one by one where the operation does not say."""
    groups = operation.sources or tuple(
        IndependentSource(documents=(id,)) for id in operation.documents
    )
    for group in groups:
        held = tuple(told.sources[id] for id in group.documents if id in told.sources)
        if held:
            yield Together(held, _(phrases.TOGETHER[group.why]) if len(held) > 1 else "")


def _field(name: str, field: ResolvedField, told: _Told) -> Field:
    shown = field.asserted[field.shown]
    others = [asserted for asserted in field.asserted if asserted is not shown]
    return Field(
        name=name,
        label=_(phrases.FIELDS[name]),
        verdict=field.verdict,
        verdict_words=_(phrases.VERDICTS[field.verdict]),
        why=_(field.why),
        tellings=tuple(_telling(name, asserted, shown, told) for asserted in [shown, *others]),
    )


def _telling(name: str, asserted: Asserted, shown: Asserted, told: _Told) -> Telling:
    value, reading = asserted.value, phrases.spoken(asserted.value)
    words = value.text if isinstance(value, Count) else reading
    return Telling(
        words=words,
        reading="" if reading == words else reading,
        shown=asserted is shown,
        mentions=tuple(_mentions(name, asserted, told)),
        sources=asserted.sources,
        decided_by=tuple(who.removeprefix("person/") for who in asserted.decided_by),
        instead_of=tuple(phrases.spoken(read) for read in asserted.instead_of),
    )


def _mentions(name: str, asserted: Asserted, told: _Told) -> Iterator[Mention]:
    """The passages of each claim that gives the value, each passage once."""
    seen: set[tuple[str, str]] = set()
    for claim in (told.claims[id] for id in asserted.claims if id in told.claims):
        for mention in told.mentions(claim, value_spans(getattr(claim, name, None))):
            if (place := (mention.source.id, mention.anchor)) not in seen:
                seen.add(place)
                yield mention


def value_spans(value: object) -> tuple[Span, ...]:
    """The span of a value, or of each value of a list."""
    if isinstance(value, Span):
        return (value,)
    if isinstance(value, tuple):
        return tuple(item for item in value if isinstance(item, Span))
    return ()


def _noticed(found: Finding, told: _Told) -> Noticed:
    claims = (told.claims[rest.id] for rest in found.evidence if rest.id in told.claims)
    return noticed(found, (mention for claim in claims for mention in told.mentions(claim, ())))
