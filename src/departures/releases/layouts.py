"""Layouts: what the columns of one version of a table are called, and what they mean.

Invariant: a table is recognised by its columns alone, never by the name of its file. A column that
its layout doesn't know is an error, not a column left out.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, ValidationError, model_validator

from departures.errors import BadInputError
from departures.releases.definitions import definitions
from departures.releases.manifest import Caveat, Frozen, Kind

ColumnType = Literal["text", "date", "datetime", "integer", "number"]
NAME = "^[a-z][a-z0-9_]{0,62}$"
ENOUGH = 0.5
"""Which share of a layout's columns makes a row its header, though not one that is right."""


class Column(Frozen):
    """One column: as the agency writes it, and its canonical name."""

    given: str
    name: str = Field(pattern=NAME)
    type: ColumnType = "text"
    optional: bool = False


class Layout(Frozen):
    """One version of one table. A file in `layouts/` is one; `--layout FILE` adds another."""

    id: str = Field(pattern="^[a-z0-9][a-z0-9-]{0,60}$")
    table: str = Field(pattern="^[a-z][a-z0-9-]{0,40}$")
    title: str
    agency: str
    kind: Kind
    measure: str
    unit: str
    released: date | None = None
    source: str | None = None
    licence: str | None = None
    preamble: int = 0
    """How many rows usually stand above the header, which is found by its words all the same."""
    redactions: tuple[str, ...] = (r"\(b\)\s*\(\d+\).*", r"\[?redacted\]?", r"b\(\d\).*")
    """Patterns of what stands where something was blacked out; the whole cell, in any case."""
    date_orders: tuple[str, ...] = ("%Y-%m-%d", "%m/%d/%Y")
    tolerant: tuple[str, ...] = ()
    """Columns typed by hand: what can't be read as their type stays empty, and is told beside."""
    columns: tuple[Column, ...]
    period: str | None = None
    """The column that says when: a date, a `fiscal_year`, or `as_of` for a stock."""
    figure: str | None = None
    """The column to add up; without one, rows are counted."""
    counted: str | None = None
    """A column that must be filled in a row that is counted; `No flight` is none."""
    years: str | None = None
    """A pattern: columns so named are fiscal years, and hold the figure."""
    totals: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Values of a column that make a row the total of others."""
    overlap: str | None = None
    """A column that says of how many releases a row is made up; above 1, it adds up to nothing."""
    complete: bool = True
    """Whether all countries and years are listed, so that rows add up to a total."""
    partial: bool = False
    """Whether it holds one office's part, so that no figure of it is the country's."""
    identifiers: tuple[str, ...] = ()
    """Columns that tell people or cases apart within this release, and in no other."""
    duplicates: tuple[str, ...] = ()
    """Rows alike in all of these, none of them empty, are flagged after the first."""
    caveats: tuple[Caveat, ...] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        names = {column.name for column in self.columns}
        if len(names) < len(self.columns):
            raise ValueError("two columns have one name")
        made = {"fiscal_year", "figure"} if self.years else set()
        used = {self.period, self.figure, self.overlap, *self.totals, *self.duplicates}
        used |= {self.counted, *self.tolerant}
        if lost := (used | set(self.identifiers)) - names - made - {None}:
            raise ValueError(f"no column is named {', '.join(sorted(filter(None, lost)))}")
        if self.duplicates and not set(self.duplicates) & set(self.identifiers):
            raise ValueError("duplicates need an identifier; equal rows may be different people")
        if self.measure not in definitions():
            raise ValueError(f"there is no definition {self.measure!r}")
        for pattern in (*self.redactions, self.years or ""):
            re.compile(pattern)
        return self

    def column(self, name: str) -> Column | None:
        """The column of this canonical name."""
        return next((column for column in self.columns if column.name == name), None)


def read_layout(path: Path) -> Layout:
    """A layout from a file that somebody wrote. Raises `BadInputError` naming what is wrong."""
    try:
        return _made(path.name, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"the layout {path.name} can't be read: {error}") from error


def _made(name: str, text: str) -> Layout:
    try:
        return Layout.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise BadInputError(f"the layout {name} is not TOML: {error}") from error
    except (ValidationError, re.error) as error:
        said = error.errors()[0] if isinstance(error, ValidationError) else None
        where = ".".join(map(str, said["loc"])) if said else ""
        why = said["msg"] if said else error
        raise BadInputError(f"the layout {name} is wrong: {where} {why}") from error


@cache
def known_layouts() -> tuple[Layout, ...]:
    """Those that come with Departures."""
    files = sorted(
        (file for file in (resources.files("departures.releases") / "layouts").iterdir()),
        key=lambda file: file.name,
    )
    return tuple(
        _made(file.name, file.read_text(encoding="utf-8"))
        for file in files
        if file.name.endswith(".toml")
    )


@dataclass(frozen=True, slots=True)
class Fit:
    """How a row of cells fits a layout as its header."""

    layout: Layout
    row: int
    """Which row of the sheet is the header, from 0."""
    names: tuple[str | None, ...]
    """The canonical name of each cell's column; `None` for an empty cell."""
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    share: float

    @property
    def right(self) -> bool:
        """Nothing is missing or unknown."""
        return not self.unknown and not self.missing


def folded(given: str) -> str:
    """A column's name without case, spaces and marks: `Departed_Date` is `Departed Date`."""
    return re.sub(r"[^0-9a-z]+", " ", given.casefold()).strip()


def numbered(cells: Iterable[str | None]) -> list[str]:
    """The cells of a header; one that stands there again gets its number: `Boarded (2)`."""
    seen: dict[str, int] = {}
    made = []
    for cell in cells:
        text = " ".join((cell or "").split())
        seen[text] = seen.get(text, 0) + 1
        made.append(f"{text} ({seen[text]})" if text and seen[text] > 1 else text)
    return made


def fit(layout: Layout, cells: Sequence[str | None], row: int) -> Fit:
    """Hold a row of cells against a layout."""
    by_name = {folded(column.given): column for column in layout.columns}
    years = re.compile(layout.years) if layout.years else None
    names: list[str | None] = []
    unknown: list[str] = []
    for cell in numbered(cells):
        column = by_name.get(folded(cell))
        if column:
            names.append(column.name)
        elif years and years.fullmatch(cell):
            names.append(cell)
        else:
            names.append(None)
            unknown += [cell] if cell else []
    missing = [c.given for c in layout.columns if c.name not in names and not c.optional]
    if years and not any(years.fullmatch(name or "") for name in names):
        missing.append("a column for each fiscal year")
    known = sum(name is not None for name in names)
    share = known / max(1, known + len(unknown) + len(missing))
    return Fit(layout, row, tuple(names), tuple(unknown), tuple(missing), share)


def recognise(rows: Sequence[Sequence[str | None]], layouts: Sequence[Layout]) -> Fit | None:
    """The header among the first rows of a sheet, or nothing where the sheet is no table.

    Raises `BadInputError` for a header that one layout nearly fits, naming what it doesn't know.
    """
    fits = [fit(layout, cells, row) for row, cells in enumerate(rows) for layout in layouts]
    right = [each for each in fits if each.right]
    if right:
        return max(right, key=lambda each: len(each.names))
    near = max(fits, key=lambda each: each.share, default=None)
    if near is None or near.share < ENOUGH:
        return None
    what, columns = ("doesn't know", near.unknown) if near.unknown else ("misses", near.missing)
    told = ", ".join(repr(name[:60]) for name in columns[:5])
    raise BadInputError(
        f"the layout {near.layout.id}, the nearest, {what} the column {told}; "
        "write a layout for this table and give it with --layout FILE"
    )
