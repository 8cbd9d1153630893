"""What the shelf knows about a release: its layout, its files, what it covers and its faults.

Invariant: a release is one publication of one table. Its files add up; two releases never do.
"""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from departures.errors import BadInputError

Kind = Literal["individual", "counts", "flights"]
"""A row is a person's event; a number that somebody counted; a flight or a leg of one."""


class Frozen(BaseModel):
    """A value: it refuses unknown fields and is never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Caveat(Frozen):
    """Something to know before a figure of a release is used; `since` when it is known."""

    text: str
    since: date | None = None
    source: str | None = None


class Part(Frozen):
    """One sheet of one file, as it lies on the shelf."""

    parquet: str
    """The name of the Parquet file, beside the manifest."""
    file: str
    """The name of the file that it came from, and of its member where that was an archive."""
    sha256: str
    """The hash of the file that was added."""
    sheet: str | None = None
    rows: int
    duplicates: int = 0
    """Rows flagged by the layout's rule; they are kept, and counted."""
    first: date | None = None
    last: date | None = None


class About(Frozen):
    """What whoever adds a file can say about its release; it stands before the layout's words."""

    release: str | None = Field(default=None, pattern="^[a-z0-9][a-z0-9-]{0,80}$")
    title: str | None = None
    agency: str | None = None
    released: date | None = None
    source: str | None = None
    licence: str | None = None


def about(**said: Any) -> About:
    """The same, of words that somebody typed. Raises `BadInputError`."""
    try:
        return About.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        wants = "is made of small letters, digits and hyphens, such as removals-2026-03"
        why = wants if first["loc"][0] == "release" else first["msg"]
        raise BadInputError(f"{first['loc'][0]} {why}") from error


class Release(Frozen):
    """One publication of one table: the manifest."""

    id: str
    table: str
    layout: str
    title: str
    agency: str
    kind: Kind
    measure: str
    """The `id` of the definition of what is counted."""
    unit: str
    """What one of the figure is: `removals`, `people`, `passengers`."""
    released: date | None = None
    dated: bool = False
    """Whether that day was given when it was added; else it is its layout's, and may be another."""
    first: date | None = None
    """The first day that the rows cover, and the last."""
    last: date | None = None
    source: str | None = None
    licence: str | None = None
    synthetic: bool = False
    caveats: tuple[Caveat, ...] = ()
    parts: tuple[Part, ...] = ()
    skipped: tuple[str, ...] = ()
    """Sheets and members of archives without a table, such as footnotes."""
    unmatched: dict[str, int] = Field(default_factory=dict)
    """Names of countries that stand for no one country of today, with how many rows have them."""

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(part.rows for part in self.parts)

    @property
    def duplicates(self) -> int:
        """How many of them the layout's rule flags."""
        return sum(part.duplicates for part in self.parts)

    @property
    def newness(self) -> tuple[date, date]:
        """Sorts releases of a table, what is taken for the newest last."""
        return (self.released or date.min, self.last or date.min)
