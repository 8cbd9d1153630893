"""Synthetic tables in the real layouts, of any size: for tests and for measuring.

    python -m departures.releases.synthetic removals-2025-07 removals.xlsx --rows 528000

Invariant: the same layout, rows and seed make the same table, and nobody can take it for a real
one: its sheet is named SYNTHETIC, which stands in every row's provenance, and so is its release.
"""

import argparse
import csv
import random
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from string import ascii_uppercase
from xml.sax.saxutils import escape

from departures.errors import NotFoundError
from departures.releases.layouts import Column, Layout, known_layouts

SHEET = "SYNTHETIC"
PREAMBLE = "SYNTHETIC DATA: made by a program, about nobody"
SEED = 20241124
EMPTY_ONE_IN = 12
"""Which share of the cells of a column that is no key are empty."""
BLOCK = 10_000
FIRST, DAYS = date(2023, 10, 1), 366
EPOCH = date(1899, 12, 30)
"""Day 0 of a workbook."""

Value = str | int | date | None

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
_FIXED = {
    "[Content_Types].xml": _TYPES,
    "_rels/.rels": _RELATIONS.format(
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    ),
    "xl/_rels/workbook.xml.rels": _RELATIONS.format(
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    ),
    "xl/workbook.xml": (
        f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/styles.xml": (
        f"<styleSheet {_MAIN}><fonts><font/></fonts>"
        '<fills><fill><patternFill patternType="none"/></fill></fills>'
        '<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    ),
}


@cache
def _listed() -> dict[str, list[str]]:
    file = resources.files("departures.releases") / "synthetic.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def layout_of(id: str) -> Layout:
    """A layout that comes with Departures. Raises `NotFoundError`."""
    found = next((layout for layout in known_layouts() if layout.id == id), None)
    if found is None:
        raise NotFoundError(f"there is no layout {id!r}; see releases layouts")
    return found


def choices(layout: Layout, column: Column) -> list[Value]:
    """The values that a column is made of."""
    if column.type in ("date", "datetime"):
        days: list[Value] = [FIRST + timedelta(days=day) for day in range(DAYS)]
        return days if column.name == layout.period else [*days, *[None] * (DAYS // EMPTY_ONE_IN)]
    if column.type in ("integer", "number"):
        return list(range(1950, 2010)) if "year" in column.name else list(range(1, 60))
    listed = _listed().get(column.name)
    return [*listed] if listed else [*(f"SYNTHETIC {column.name} {k}" for k in range(40)), None]


def blocks(layout: Layout, rows: int, seed: int = SEED) -> Iterator[list[tuple[Value, ...]]]:
    """The rows, some thousands at a time."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    values = [choices(layout, column) for column in layout.columns]
    key = next((k for k, c in enumerate(layout.columns) if c.name in layout.duplicates), None)
    for begun in range(0, rows, BLOCK):
        count = min(BLOCK, rows - begun)
        columns = [chance.choices(each, k=count) for each in values]
        for k, column in enumerate(layout.columns):
            if column.name == "unique_identifier" or (k == key and column.type == "text"):
                columns[k] = [f"SYNTHETIC-{begun + row:09d}" for row in range(count)]
        yield list(zip(*columns, strict=True))


def write_csv(layout: Layout, path: Path, rows: int, seed: int = SEED) -> None:
    """A table as CSV, with the layout's lines above its header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([PREAMBLE] for _ in range(layout.preamble))
        writer.writerow(column.given for column in layout.columns)
        for block in blocks(layout, rows, seed):
            writer.writerows(block)


def write_workbook(layout: Layout, path: Path, rows: int, seed: int = SEED) -> None:
    """A table as a workbook, as Excel writes it: shared strings, dates as numbers with a style."""
    strings: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in _FIXED.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for piece in _sheet(layout, rows, seed, strings):
                sheet.write(piece.encode())
        with archive.open("xl/sharedStrings.xml", "w") as table:
            table.write(f"<sst {_MAIN}>".encode())
            for text in strings:
                table.write(f"<si><t>{escape(text)}</t></si>".encode())
            table.write(b"</sst>")


def _sheet(layout: Layout, rows: int, seed: int, strings: dict[str, int]) -> Iterator[str]:
    letters = [_letters(k) for k in range(len(layout.columns))]
    yield f"<worksheet {_MAIN}><sheetData>"
    for row in range(1, layout.preamble + 1):
        yield _row(row, letters, (PREAMBLE,), strings)
    number = layout.preamble + 1
    yield _row(number, letters, tuple(column.given for column in layout.columns), strings)
    for block in blocks(layout, rows, seed):
        lines = []
        for values in block:
            number += 1
            lines.append(_row(number, letters, values, strings))
        yield "".join(lines)
    yield "</sheetData></worksheet>"


def _row(
    number: int, letters: list[str], values: tuple[Value, ...], strings: dict[str, int]
) -> str:
    cells = [f'<row r="{number}">']
    for letter, value in zip(letters, values, strict=False):
        if isinstance(value, str):
            index = strings.setdefault(value, len(strings))
            cells.append(f'<c r="{letter}{number}" t="s"><v>{index}</v></c>')
        elif isinstance(value, date):
            cells.append(f'<c r="{letter}{number}" s="1"><v>{(value - EPOCH).days}</v></c>')
        elif value is not None:
            cells.append(f'<c r="{letter}{number}"><v>{value}</v></c>')
    return "".join((*cells, "</row>"))


def _letters(index: int) -> str:
    """The name of a column of a sheet: A, B … Z, AA."""
    first, last = divmod(index, 26)
    return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[last]


def main() -> None:
    """Write one table, as CSV or as a workbook after the name of the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("layout", help="such as removals-2025-07")
    parser.add_argument("file", type=Path, help="such as removals.xlsx or removals.csv")
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    write = write_csv if asked.file.suffix == ".csv" else write_workbook
    write(layout_of(asked.layout), asked.file, asked.rows, asked.seed)


if __name__ == "__main__":
    main()
