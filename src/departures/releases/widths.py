"""How far apart the cells of a sheet lie: its reader makes room for the whole rectangle.

Invariant: two cells in far corners of a sheet can't make the reader take all memory.
"""

import re
import zipfile
from typing import IO

from departures.errors import BadInputError

CHUNK = 2**20
KEPT = 64
"""What may stand across two chunks."""
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
FAR_ROW = re.compile(rb' r="[A-Z]{0,3}([1-9]\d{5,6})"')
FAR_COLUMN = re.compile(rb' r="(?:[D-Z][A-Z]|[A-Z]{3})\d')
NEAR_ROWS, NEAR_COLUMNS = 100_000, 104
"""Sheets with more rows than this must have no more columns than this (up to CZ)."""


def bounded(name: str, archive: zipfile.ZipFile) -> None:
    """Refuse a workbook with a sheet that is both very long and very wide."""
    for member in archive.infolist():
        if SHEET.fullmatch(member.filename):
            with archive.open(member) as sheet:
                if _too_far(sheet):
                    raise BadInputError(
                        f"{name} has a sheet of more than {NEAR_ROWS:,} rows and {NEAR_COLUMNS} "
                        "columns; clear the cells far from its table"
                    )


def _too_far(sheet: IO[bytes]) -> bool:
    long = wide = False
    before = b""
    while not (long and wide) and (chunk := sheet.read(CHUNK)):
        block = before + chunk
        long = long or FAR_ROW.search(block) is not None
        wide = wide or FAR_COLUMN.search(block) is not None
        before = chunk[-KEPT:]
    return long and wide
