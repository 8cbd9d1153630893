"""Sheets as text: every cell a string, every row with its number in the file.

Invariant: nothing is interpreted here, and nothing dropped but rows without a single cell.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from departures.errors import BadInputError
from departures.releases.opening import FileKind, as_file, opened_archive, whole
from departures.releases.streaming import ROW, plain_sheets
from departures.releases.widths import bounded

if TYPE_CHECKING:
    import polars as pl

HEAD_ROWS = 30
"""A header stands among so many first rows."""
SEPARATORS = ",\t|;"
HEAD_BYTES = 2**16


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or the whole of a text table."""

    name: str | None
    first: "pl.DataFrame"
    """Its first rows, or all of them: strings, and in the column `ROW` the number of each row."""
    rest: "Iterable[pl.DataFrame]" = ()
    """Further rows; a column without a cell in them may be missing."""

    @property
    def head(self) -> list[tuple[str | None, ...]]:
        """The first rows, among which the header is."""
        return self.first.drop(ROW).head(HEAD_ROWS).rows()


def _numbered(cells: "pl.DataFrame", offset: int = 1) -> "pl.DataFrame":
    return cells.with_row_index(ROW, offset=offset)


def sheets(
    name: str, kind: FileKind, data: bytes | Path, *, at_once: bool = False
) -> Iterator[Sheet]:
    """The sheets of a file, one after the other. Raises `BadInputError`.

    Workbooks come in blocks of rows, which may raise `NotPlainError`; then ask for them `at_once`.
    """
    if kind == "xlsx" and not at_once:
        yield from _workbook(name, data)
    elif kind in ("xlsx", "xlsb"):
        yield from _whole_workbook(name, data)
    elif kind == "text":
        text = data if isinstance(data, bytes) else data.read_bytes()
        yield Sheet(None, _numbered(_text(name, text)))
    else:
        yield Sheet(None, _numbered(_parquet(name, data), offset=0))


def _workbook(name: str, data: bytes | Path) -> Iterator[Sheet]:
    """The sheets in blocks. Raises `NotPlainError`, at the latest with the last block."""
    with opened_archive(name, data if isinstance(data, Path) else as_file(data)) as archive:
        for title, blocks in plain_sheets(archive):
            if (first := next(blocks, None)) is not None:
                yield Sheet(title, first, blocks)


def _whole_workbook(name: str, data: bytes | Path) -> Iterator[Sheet]:
    """The sheets, each at once: slower, but whatever a workbook may hold."""
    import fastexcel

    with opened_archive(name, data if isinstance(data, Path) else as_file(data)) as archive:
        whole(name, archive)
        bounded(name, archive)
    try:
        book = fastexcel.read_excel(data)
        for title in book.sheet_names:
            loaded = book.load_sheet(title, header_row=None, skip_rows=0, dtypes="string")
            yield Sheet(title, _numbered(loaded.to_polars()))
    except fastexcel.FastExcelError as error:
        raise BadInputError(f"{name} is damaged, or no workbook; save it again") from error


def _parquet(name: str, data: bytes | Path) -> "pl.DataFrame":
    import polars as pl

    try:
        frame = pl.read_parquet(data if isinstance(data, Path) else as_file(data))
        header = pl.DataFrame([[column] for column in frame.columns], schema=frame.columns)
        return pl.concat([header, frame.select(pl.all().cast(pl.String))])
    except (pl.exceptions.PolarsError, OSError) as error:
        raise BadInputError(f"{name} is damaged, or no table of plain columns") from error


def _text(name: str, data: bytes) -> "pl.DataFrame":
    import polars as pl

    text = _decoded(data)
    separator, width = _shape(text)
    try:
        return pl.read_csv(
            text.encode(),
            separator=separator,
            has_header=False,
            schema={f"column_{k}": pl.String for k in range(width)},
            infer_schema=False,
            missing_columns="insert",
        )
    except pl.exceptions.PolarsError as error:
        raise BadInputError(
            f"{name} has a row with more cells than its header, or quotes that don't close"
        ) from error


def _decoded(data: bytes) -> str:
    """UTF-8 (or 16, where it says so); else as a spreadsheet in the West writes it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _shape(text: str) -> tuple[str, int]:
    """The separator that makes the widest rows of the first ones, and how wide they are."""
    lines = text[:HEAD_BYTES].splitlines(keepends=True)[:HEAD_ROWS]
    shapes = {each: _widest(lines, each) for each in SEPARATORS}
    separator = max(SEPARATORS, key=lambda each: shapes[each])
    return separator, shapes[separator][0]


def _widest(lines: list[str], separator: str) -> tuple[int, int]:
    """How wide the widest rows are with a separator, and how many rows are so wide."""
    try:
        widths = [len(row) for row in csv.reader(io.StringIO("".join(lines)), delimiter=separator)]
    except csv.Error:
        return 1, 0
    widest = max(widths, default=1)
    return widest, widths.count(widest)
