"""A question to the shelf, and its answer.

Invariant: a figure never travels alone. With it go its definition, its release, the period it
counts, the caveats, and the query that anybody can run again.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from departures.releases.definitions import Definition
from departures.releases.manifest import Caveat, Frozen, Kind, Release

FLOOR = 5
"""Groups of people of individual-level tables below this are named in no answer, unless another
floor is asked for."""

Basis = Literal["fiscal_year", "days", "as_of", "all"]
"""A fiscal year; any stretch of days; one day, of a stock; all that the release covers."""


Role = Literal["citizenship", "departure"]
"""A country as the one whose citizens are counted, or as the one to which people were sent."""


class Whom(NamedTuple):
    """Whom a figure counts, of one country; where `None` stands in its place, everybody."""

    role: Role
    country: str


class Period(Frozen):
    """The days that a figure counts, both ends included."""

    first: date
    last: date
    basis: Basis


class Question(Frozen):
    """What is asked. Names of columns are the layout's canonical ones."""

    table: str
    citizenship: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    """ISO 3166-1 alpha-2."""
    departure: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    """Where people were sent, ISO 3166-1 alpha-2."""
    fiscal_year: int | None = Field(default=None, ge=1900, le=2200)
    first: date | None = None
    last: date | None = None
    where: Mapping[str, str] = Field(default_factory=dict)
    """Further columns, each with the value that its rows must have."""
    by: tuple[str, ...] = ()


class Cell(Frozen):
    """One group of a count, or the whole."""

    keys: dict[str, str | int | None] = Field(default_factory=dict)
    figure: int | None
    """`None`: the release doesn't say."""
    merged: bool = False
    """Several groups together, without their keys: one of them at least is below the floor."""


class Source(Frozen):
    """The release that answers, without its files."""

    id: str
    table: str
    title: str
    agency: str
    kind: Kind
    released: date | None
    dated: bool
    """Whether the day of release was given with the files; else it is the layout's."""
    first: date | None
    last: date | None
    source: str | None
    licence: str | None
    synthetic: bool

    @classmethod
    def of(cls, release: Release) -> "Source":
        """The release in short."""
        return cls(**{name: getattr(release, name) for name in cls.model_fields})


class Answer(Frozen):
    """A figure with everything that it needs to be used."""

    question: Question
    figure: int | None
    """`None`: the release doesn't say (the caveats say why), or it is withheld."""
    withheld: bool = False
    """Whether the figure is kept back, or cells are merged, to name no small group of people."""
    unit: str
    cells: tuple[Cell, ...] = ()
    period: Period | None
    release: Source
    definition: Definition
    caveats: tuple[Caveat, ...]
    query: str
    """SQL over the release's Parquet files, under the release's name."""
    others: tuple[str, ...] = ()
    """Other releases that hold the table. Nothing of them is in the figure."""
    floor: int


class Comparison(Frozen):
    """Two releases asked the same, side by side. Their figures are never added up."""

    question: Question
    left: Answer
    right: Answer
    difference: int | None
    """Right less left, where both say."""
    cells: tuple["ComparedCell", ...] = ()


class ComparedCell(Frozen):
    """One group, as two releases count it."""

    keys: dict[str, str | int | None]
    left: int | None
    right: int | None
    merged: bool = False
    """Several groups together, not the same ones in both releases."""
