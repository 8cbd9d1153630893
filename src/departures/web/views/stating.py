"""Claims as a reviewer decides on them: each with its sentence, and its fields one by one.

Invariant: every field that a person may decide on is there, given or missing, with the inputs that
correct it and what was decided about it last.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from departures.review.fields import Shape, shapes
from departures.review.forms import Row, inputs
from departures.tongue import _, phrases
from departures.web.passages import Piece, anchor, passages
from departures.web.views.decisions import ACTS
from departures.web.views.operation import value_spans
from departures.web.views.sources import Source, source_of
from departures.words import (
    Accept,
    Claim,
    Correct,
    Decision,
    Reject,
    ShownDocument,
    Span,
    in_force,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One field of one claim: what it says, its words, and the inputs that correct it.

    `decided` is what was decided about it last, where that is in force.
    """

    name: str
    label: str
    words: str
    said: str
    rows: tuple[Row, ...]
    shape: Shape
    decided: str


@dataclass(frozen=True, slots=True)
class Stating:
    """One claim with its sentence, its speaker and its fields."""

    id: str
    kind: str
    passage: tuple[Piece, ...]
    anchor: str
    source: Source
    speaker: str
    reader: str
    fields: tuple[Stated, ...]
    missing: tuple[Stated, ...]
    decided: str
    seen: int

    @property
    def place(self) -> str:
        """The fragment of the page that leads to the claim."""
        return self.id.replace(":", "-")


def statings(
    documents: Mapping[str, ShownDocument], claims: Iterable[Claim], decisions: Iterable[Decision]
) -> Iterator[Stating]:
    """The claims that stand in these documents, in their order, with what was decided on them."""
    made = list(decisions)
    seen = max((each.id for each in made), default=0)
    decided = _decided(made)
    for claim in claims:
        document = documents.get(claim.document)
        if document is not None:
            yield _stating(claim, document, decided, seen)


def _decided(made: Iterable[Decision]) -> dict[tuple[str, str | None], str]:
    """The last decision in force about each claim as a whole and each of its fields, in words."""
    return {
        (held.claim, held.field): _("{act} by {who}").format(act=_(ACTS[held.act]), who=held.who)
        for held in in_force(made)
        if isinstance(held, Accept | Correct | Reject)
    }


def _stating(
    claim: Claim,
    document: ShownDocument,
    decided: Mapping[tuple[str, str | None], str],
    seen: int,
) -> Stating:
    stated = [
        _stated(claim, name, shape, document.text, decided.get((claim.id, name), ""))
        for name, shape in shapes(type(claim)).items()
    ]
    return Stating(
        id=claim.id,
        kind=_(phrases.KINDS[claim.kind]),
        passage=next(
            pieces for _first, pieces in passages(document.text, _marked(claim), document.language)
        ),
        anchor=anchor(claim.quote.start, claim.quote.end),
        source=source_of(document),
        speaker=phrases.speaker_words(claim.asserted_by),
        reader=claim.reader,
        fields=tuple(each for each in stated if each.said),
        missing=tuple(each for each in stated if not each.said),
        decided=decided.get((claim.id, None), ""),
        seen=seen,
    )


def _marked(claim: Claim) -> list[Span]:
    """The words of the values in the claim's own sentence, or all of the sentence."""
    quote = claim.quote
    inside = [
        span
        for name in shapes(type(claim))
        for span in value_spans(getattr(claim, name))
        if quote.start <= span.start and span.end <= quote.end
    ]
    return inside or [quote]


def _stated(claim: Claim, name: str, shape: Shape, text: str, decided: str) -> Stated:
    value = getattr(claim, name)
    spans = value_spans(value)
    return Stated(
        name=name,
        label=phrases.label(name),
        words=spans[0].text if len(spans) == 1 else "",
        said=phrases.said(value),
        rows=inputs(shape, value, text),
        shape=shape,
        decided=decided,
    )
