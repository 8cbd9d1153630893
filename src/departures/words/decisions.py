"""Decisions: what people make of claims, each with who, when and why.

Invariant: a decision names claims and documents, never operations, since operations are derived
and may change their names; and it is never changed. What undoes a decision is another decision.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints

from departures.words.values import Value

ClaimId = Annotated[str, StringConstraints(pattern=r"^claim:[0-9a-f]{20}$")]
DocumentId = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
NeededReason = Annotated[Reason, StringConstraints(min_length=1)]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]


class _Decision(Value):
    id: int = Field(ge=1)
    """The place of the decision in the record's one sequence of decisions."""
    who: Name
    when: datetime
    why: Reason = ""


class Accept(_Decision):
    """The claim, or one field of it, says what the document says."""

    act: Literal["accept"] = "accept"
    claim: ClaimId
    field: FieldName | None = None


class Correct(_Decision):
    """One field of a claim has another value, or other words; `why` says by what reason.

    `value` is the field's value as it stands in the claim's JSON, null for "the document gives
    none"; its words must stand in the document.
    """

    act: Literal["correct"] = "correct"
    claim: ClaimId
    field: FieldName
    value: JsonValue
    why: NeededReason


class Reject(_Decision):
    """The document does not say what the claim, or one field of it, says."""

    act: Literal["reject"] = "reject"
    claim: ClaimId
    field: FieldName | None = None


class Merge(_Decision):
    """The claims tell of one operation."""

    act: Literal["merge"] = "merge"
    claims: tuple[ClaimId, ...] = Field(min_length=2)


class Split(_Decision):
    """The claims tell of another operation than the others do."""

    act: Literal["split"] = "split"
    claims: tuple[ClaimId, ...] = Field(min_length=1)
    others: tuple[ClaimId, ...] = Field(min_length=1)


class Withhold(_Decision):
    """A stretch of a document, or with no stretch all of it, is not for the public."""

    act: Literal["withhold"] = "withhold"
    document: DocumentId
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, gt=0)


class Lift(_Decision):
    """A stretch of a document that was withheld, or all of it, is for the public after all."""

    act: Literal["lift"] = "lift"
    document: DocumentId
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, gt=0)
    why: NeededReason


class Undo(_Decision):
    """An earlier decision no longer holds; undoing an undo brings back what it undid."""

    act: Literal["undo"] = "undo"
    decision: int = Field(ge=1)


Decision = Annotated[
    Accept | Correct | Reject | Merge | Split | Withhold | Lift | Undo,
    Field(discriminator="act"),
]
DECISION_ACTS = ("accept", "correct", "reject", "merge", "split", "withhold", "lift", "undo")


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold, in their order: not undone, and not undoing themselves."""
    ordered = sorted(decisions, key=lambda decision: decision.id)
    undone: set[int] = set()
    # From the last backwards: an undo that was itself undone undoes nothing.
    for decision in reversed(ordered):
        if isinstance(decision, Undo) and decision.id not in undone:
            undone.add(decision.decision)
    return [held for held in ordered if held.id not in undone and not isinstance(held, Undo)]
