"""Values that a document gives, each with the words that give it.

Invariant: `start` and `end` are Python string indices into the frozen text of the document, end
exclusive, and `text` is what stands there. A span knows its own length; that it reproduces the
document is checked where both are at hand (`Reading`).
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Alpha2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2, and `EU` as a party to agreements, `XK` for Kosovo."""
Iata = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{3}$")]
Level = Literal["region", "country", "territory", "state", "city", "airport"]
Basis = Literal["stated", "weekday", "relative", "fiscal_year", "as_of"]


class Value(BaseModel):
    """Whatever the vocabulary is made of: immutable, and without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """Words of a document: `text` stands at `start`…`end` (end exclusive)."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"span {self.start}…{self.end} is not as long as its text {self.text!r}"
            )
        return self


class Count(Span):
    """How many people, flights or cases. A bound that the words leave open is null."""

    lower: int | None = Field(default=None, ge=0)
    upper: int | None = Field(default=None, ge=0)
    approximate: bool = False

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        if self.lower is None and self.upper is None:
            raise ValueError("a count needs a lower or an upper bound")
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"lower bound {self.lower} is above upper bound {self.upper}")
        return self


class Date(Span):
    """A day or a period, both ends included. Both ends null: the words can't be resolved."""

    earliest: date | None = None
    latest: date | None = None
    basis: Basis = "stated"

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"{self.earliest} is after {self.latest}")
        return self


class Place(Span):
    """Where: as named by the document, with its country and its airport code where known."""

    name: str
    country: Alpha2 | None = None
    airport: Iata | None = None
    level: Level = "city"


class Party(Span):
    """Who: a government, an agency, a company, a court."""

    name: str
    country: Alpha2 | None = None


class Nationality(Span):
    """Citizens of one country among the people of an operation."""

    country: Alpha2
    count: Count | None = None


class Named(Span):
    """Words with the name they stand for: a legal authority, a judge, a case number."""

    name: str
