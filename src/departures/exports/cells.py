"""Cells of tables that people open in a spreadsheet.

Invariant: no cell can run as a formula, and none can hide what it says or turn the order of its
words.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from departures.words.visible import visible

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell_of(value: object) -> str:
    """A value as a cell of CSV that no spreadsheet runs."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(visible(str(value)))
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_STARTS) else text


def csv_lines(heading: Sequence[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The lines of a CSV file, each with its end."""
    line = io.StringIO()
    writer = csv.writer(line)  # ends lines with CR LF (RFC 4180), so that either alone is quoted
    for row in chain([heading], rows):
        writer.writerow(map(cell_of, row))
        yield line.getvalue()
        line.seek(0)
        line.truncate()
