"""Claims: one thing that a document asserts, with the words that assert it.

Invariant: a claim's `id` depends on its document, kind, quote and core value only, so that the
next reader to find the same thing gives it the same id and people's decisions stay attached.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from types import NoneType
from typing import Annotated, Literal

from pydantic import Field

from departures.words.values import (
    Alpha2,
    Count,
    Date,
    Named,
    Nationality,
    Party,
    Place,
    Span,
    Value,
)

Modality = Literal["happened", "ongoing", "planned", "possible", "denied", "blocked", "alleged"]
Manner = Literal["direct", "indirect", "attributed"]
Act = Literal["removal", "return", "expulsion", "repatriation", "transfer"]
Mode = Literal["air", "land", "sea"]
Measure = Literal[
    "removals",
    "returns",
    "expulsions",
    "arrests",
    "detained",
    "docket",
    "flights",
    "encounters",
    "self_deportations",
    "deaths",
    "asylum_claims",
    "other",
]
Effect = Literal["bars", "permits", "orders", "stays", "vacates", "affirms", "other"]
Challenge = Literal["appealed", "stayed", "upheld"]


class Speaker(Value):
    """Who said it. `start`…`end` are the words that name the speaker."""

    speaker: str
    role: str | None = None
    organization: str | None = None
    manner: Manner
    start: int = Field(ge=0)
    end: int = Field(gt=0)


class _Claim(Value):
    id: str = Field(pattern=r"^claim:[0-9a-f]{20}$")
    document: str
    quote: Span
    asserted_by: Speaker | None = None
    modality: Modality = "happened"
    reader: str


class Movement(Value):
    """What can be told of people moved out of a country by a state."""

    act: Act = "removal"
    date: Date | None = None
    origin: Place | None = None
    destination: Place | None = None
    via: tuple[Place, ...] = ()
    onward: tuple[Place, ...] = ()
    mode: Mode | None = None
    carrier: Party | None = None
    funder: Party | None = None
    agency: Party | None = None
    count: Count | None = None
    flights: Count | None = None
    nationalities: tuple[Nationality, ...] = ()
    authority: Named | None = None


MOVEMENT_FIELDS = tuple(name for name in Movement.model_fields if name != "act")
"""What claims may or may not give of a movement; its act they always give."""


class OperationClaim(Movement, _Claim):
    """People moved out of a country, by a state."""

    kind: Literal["operation"] = "operation"
    movement: int = Field(default=0, ge=0)
    """Claims of one document with one number tell of one movement, as the document tells it."""


class StatisticClaim(_Claim):
    """A figure about many: a stock on a day or a flow in a period."""

    kind: Literal["statistic"] = "statistic"
    measure: Measure
    count: Count
    population: tuple[Alpha2, ...] = ()
    origin: tuple[Alpha2, ...] = ()
    destination: tuple[Alpha2, ...] = ()
    period: Date | None = None
    agency: Party | None = None


class OrderClaim(_Claim):
    """What a court did."""

    kind: Literal["order"] = "order"
    court: Party | None = None
    judge: Named | None = None
    case: Named | None = None
    docket: Named | None = None
    date: Date | None = None
    effect: Effect
    subject: Span | None = None
    challenge: Challenge | None = None


class AgreementClaim(_Claim):
    """An arrangement between governments."""

    kind: Literal["agreement"] = "agreement"
    parties: tuple[Party, ...] = ()
    what: Span | None = None
    date: Date | None = None
    terms: tuple[Span, ...] = ()


class StatementClaim(_Claim):
    """Somebody says something; `quote` is the quoted or reported span."""

    kind: Literal["statement"] = "statement"
    asserted_by: Speaker


Claim = Annotated[
    OperationClaim | StatisticClaim | OrderClaim | AgreementClaim | StatementClaim,
    Field(discriminator="kind"),
]


def claim_id(document: str, kind: str, quote: Span, core: str) -> str:
    """The stable id of a claim; `core` tells apart claims of one kind with one quote."""
    words = f"{document}\n{kind}\n{quote.start}\n{quote.end}\n{core}"
    return "claim:" + hashlib.sha256(words.encode()).hexdigest()[:20]


def spans_of(value: object) -> Iterator[Span]:
    """Every span inside a claim or a value, the quote first where there is one."""
    found: list[Span] = []
    _gather_spans(value, found)
    return iter(found)


_PLAIN = frozenset((str, int, bool, date, NoneType))
"""What most fields hold, and no span."""


def _gather_spans(value: object, found: list[Span]) -> None:
    inner: Iterable[object] = ()
    if isinstance(value, Value):
        if isinstance(value, Span):
            found.append(value)
        inner = vars(value).values()
    elif isinstance(value, (tuple, list)):
        inner = value
    for item in inner:
        if type(item) not in _PLAIN:
            _gather_spans(item, found)
