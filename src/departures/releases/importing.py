"""A file becomes Parquet: opened with care, recognised, typed, written under a passing name.

Invariant: what is wrong with any sheet of a file leaves nothing of the file on the shelf.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from departures.errors import BadInputError
from departures.releases.cleaning import COUNTRY_COLUMNS, typed
from departures.releases.fiscal import first_day, last_day
from departures.releases.layouts import Layout, recognise
from departures.releases.manifest import Part
from departures.releases.opening import FileKind, as_file, kind_of, kind_of_member, members
from departures.releases.sheets import sheets
from departures.releases.streaming import NotPlainError
from departures.releases.synthetic import SHEET

if TYPE_CHECKING:
    import polars as pl

CHUNK = 2**20
ROWS_TOGETHER = 250_000
"""Rows of one group of a Parquet file."""


@dataclass
class Imported:
    """What one file gave, of one layout."""

    layout: Layout
    parts: list[Part] = field(default_factory=list)
    unmatched: Counter[str] = field(default_factory=Counter)
    synthetic: bool = False


@dataclass
class Taken:
    """All that one file gave, and what in it was no table."""

    by_layout: dict[str, Imported] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)


def sha256_of(path: Path) -> str:
    """The hash of a file. Raises `BadInputError` where it can't be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise BadInputError(f"{path.name} can't be read: {error.strerror}") from error
    return digest.hexdigest()


def import_file(path: Path, layouts: Sequence[Layout], folder: Path) -> Taken:
    """Write all tables of a file into a folder. Raises `BadInputError`; see the invariant."""
    sha256 = sha256_of(path)
    try:
        taken = _tables(path, sha256, layouts, folder, at_once=False)
    except NotPlainError:
        taken = _tables(path, sha256, layouts, folder, at_once=True)
    if not taken.by_layout:
        raise BadInputError(
            f"{path.name} has no table that is known; write a layout and give it with --layout FILE"
        )
    return taken


def _tables(
    path: Path, sha256: str, layouts: Sequence[Layout], folder: Path, *, at_once: bool
) -> Taken:
    taken = Taken()
    for name, kind, data in _files(path):
        for sheet in sheets(name, kind, data, at_once=at_once):
            label = f"{name} · {sheet.name}" if sheet.name else name
            found = recognise(sheet.head, layouts)
            if found is None:
                taken.skipped.append(label)
                continue
            frame = typed(sheet, found)
            held = taken.by_layout.setdefault(found.layout.id, Imported(found.layout))
            held.synthetic |= sheet.name == SHEET
            held.unmatched += _unmatched(frame, found.layout)
            number = sum(len(each.parts) for each in taken.by_layout.values()) + 1
            part = _part(frame, f"{sha256[:12]}-{number}.parquet", name, sha256, sheet.name)
            _write(frame, part, folder)
            held.parts.append(part)
    return taken


def _files(path: Path) -> Iterator[tuple[str, FileKind, bytes | Path]]:
    kind = kind_of(path)
    if kind != "zip":
        yield path.name, kind, path
        return
    for name, data in members(path):
        yield f"{path.name}/{name}", kind_of_member(name, as_file(data)), data


def _part(frame: "pl.DataFrame", parquet: str, name: str, sha256: str, sheet: str | None) -> Part:
    first, last = _days(frame)
    return Part(
        parquet=parquet,
        file=name,
        sha256=sha256,
        sheet=sheet,
        rows=frame.height,
        duplicates=int(frame["duplicate"].sum()),
        first=first,
        last=last,
    )


def _days(frame: "pl.DataFrame") -> tuple[date | None, date | None]:
    """The first day that rows tell of, and the last."""
    for column in ("day", "as_of"):
        if column in frame.columns:
            day = frame[column].drop_nulls().sort()
            return (day[0], day[-1]) if day.len() else (None, None)
    if "fiscal_year" in frame.columns:
        years = frame["fiscal_year"].drop_nulls().sort()
        return (first_day(years[0]), last_day(years[-1])) if years.len() else (None, None)
    return None, None


def _unmatched(frame: "pl.DataFrame", layout: Layout) -> Counter[str]:
    """Names of countries without a code, with how many rows have them; totals are none."""
    import polars as pl

    found: Counter[str] = Counter()
    for name, code in COUNTRY_COLUMNS.items():
        if name in frame.columns:
            lost = frame.filter(pl.col(name).is_not_null() & pl.col(code).is_null())
            totals = layout.totals.get(name, ())
            counts = lost[name].value_counts().rows()
            found.update({value: count for value, count in counts if value not in totals})
    return found


def _write(frame: "pl.DataFrame", part: Part, folder: Path) -> None:
    """As Parquet, with file and sheet beside the number of each row."""
    import polars as pl

    frame.with_columns(
        pl.lit(part.sha256).cast(pl.Categorical).alias("_file"),
        pl.lit(part.sheet, dtype=pl.String).cast(pl.Categorical).alias("_sheet"),
    ).write_parquet(folder / part.parquet, row_group_size=ROWS_TOGETHER)
