"""Operations: what several claims together say about one movement, and findings about them.

Invariant: a resolved field holds every asserted value with the claim that asserts it; the shown
value is one of them, never a mixture, and says by which rule it was chosen.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from departures.words.claims import Modality, Movement
from departures.words.values import Count, Date, Named, Nationality, Party, Place, Value

Verdict = Literal["agreed", "compatible", "disputed", "single"]
Weight = Literal["note", "question", "conflict"]
AnyValue = Count | Date | Named | Party | Place | tuple[Nationality, ...] | tuple[Place, ...] | str
"""The narrower types first: that is how a value is known again when it is read from JSON."""


class Asserted(Value):
    """One value that claims assert, with where its words stand and who said it.

    Equal values of several claims are one entry; `value` holds the words of the claim with the
    longest quote, in `document`.
    """

    value: AnyValue
    document: str
    claims: tuple[str, ...]
    said_by: tuple[str, ...] = ()
    sources: int = Field(default=1, ge=0)
    """How many sources independent of each other give it; copies of one wire text are one."""
    decided_by: tuple[str, ...] = ()
    """Who accepted it or put it in the place of another, as `person/NAME`."""
    instead_of: tuple[AnyValue, ...] = ()
    """What was read where a person corrected it."""


class ResolvedField(Value):
    """All asserted values of a field; `shown` is the index of the one that is shown."""

    verdict: Verdict
    shown: int = 0
    rule: str
    why: str
    asserted: tuple[Asserted, ...] = Field(min_length=1)


class IndependentSource(Value):
    """Documents that count as one source: one outlet's, or copies of one wire text."""

    documents: tuple[str, ...] = Field(min_length=1)
    why: Literal["alone", "outlet", "wire"] = "alone"


class Operation(Movement):
    """One movement. The flat fields are the shown values; `values` holds all of them."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    kind: Literal["operation"] = "operation"
    modality: Modality
    values: dict[str, ResolvedField] = Field(default_factory=dict)
    claims: tuple[str, ...] = Field(min_length=1)
    documents: tuple[str, ...] = Field(min_length=1)
    sources: tuple[IndependentSource, ...] = ()
    """The documents by source: those of one entry are not independent of each other."""
    first_reported: date | None = None
    """The day on which the first of its documents was published, where that is known."""


class Evidence(Value):
    """What a finding rests on: a claim, an order, a release row, with its id."""

    kind: Literal["claim", "order", "release"]
    id: str
    query: str | None = None
    """The command that gives a release's figure again."""


class Finding(Value):
    """What a check noticed about an operation or a claim, in neutral words."""

    rule: str
    about: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    weight: Weight
    answer: Literal["yes", "no", "unknown"] = "yes"
    """What the rule answers to its question."""
    missing: tuple[str, ...] = ()
    """What would have to be known where the answer is unknown."""
