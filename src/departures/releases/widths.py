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
FAR = tuple(
    (re.compile(rb' r="[A-Z]{0,3}[1-9]\d{%d,6}"' % digits), re.compile(rb' r="(?:%s)\d' % columns))
    for digits, columns in ((3, rb"[A-Z]{3}"), (5, rb"[D-Z][A-Z]|[A-Z]{3}"))
)
"""Rows from 1,000 with columns beyond ZZ; rows from 100,000 with columns beyond CZ."""


def bounded(name: str, archive: zipfile.ZipFile) -> None:
    """Refuse a workbook with a sheet that is both very long and very wide."""
    for member in archive.infolist():
        if SHEET.fullmatch(member.filename):
            with archive.open(member) as sheet:
                if _too_far(sheet):
                    raise BadInputError(
                        f"{name} has a sheet with cells very far right and very far down; "
                        "clear the cells far from its table"
                    )


def _too_far(sheet: IO[bytes]) -> bool:
    seen = [[False, False] for _ in FAR]
    before = b""
    while chunk := sheet.read(CHUNK):
        block = before + chunk
        for found, patterns in zip(seen, FAR, strict=True):
            for side, pattern in enumerate(patterns):
                found[side] = found[side] or pattern.search(block) is not None
        if any(all(found) for found in seen):
            return True
        before = chunk[-KEPT:]
    return False
