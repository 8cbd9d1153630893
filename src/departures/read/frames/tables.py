"""Tables in plain text: rows of numbers under columns that name periods.

Invariant: a row's numbers are given columns only where there are as many of one as of the other.
"""

from collections.abc import Sequence

from departures.read.dates import When
from departures.read.people import Group
from departures.read.scene import Line

ROW_WORDS = 6
HEAD_WORDS = 12
FARTHEST = 60
"""So many rows stand at most under a head."""


def is_row(line: Line) -> bool:
    """Whether a sentence is a row of a table: numbers, and hardly a word beside them."""
    if len(line.groups) < 2 or line.last - line.first - len(line.groups) > ROW_WORDS:
        return False
    return sum(group.noun is None for group in line.groups) > 1


def is_head(line: Line) -> bool:
    """Whether a line names the columns of a table by their periods: "Country 2025 2024"."""
    if len(line.dates) < 2 or line.groups or len({when.unit for when in line.dates}) > 1:
        return False
    if line.dates[0].unit == "day":
        return False
    dated = sum(when.last - when.first for when in line.dates)
    return line.last - line.first - dated <= HEAD_WORDS


def column_of(columns: Sequence[When], line: Line, group: Group) -> When | None:
    """The period of the column in which a number of a row stands."""
    numbers = [other for other in line.groups if other.noun is None]
    if len(numbers) != len(columns):
        return None
    at = next((index for index, one in enumerate(numbers) if one.number is group.number), None)
    return None if at is None else columns[at]
