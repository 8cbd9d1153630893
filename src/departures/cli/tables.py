"""The list of operations, as a board for a terminal and as CSV.

Invariant: the CSV is the table of operations that every export has.
"""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table

from departures.cli.terminal import safe, shortened
from departures.exports.cells import csv_lines
from departures.exports.columns import tables
from departures.exports.rows import counts_told, operation_row, source_names
from departures.record import DocumentSummary
from departures.tongue.phrases import MODALITIES
from departures.words import Operation, Place
from departures.words.countries import country_name

BOARD = ("Operation", "Day", "From", "To", "People, as told", "Carrier", "Sources", "Open")
FEW = 3
LONGEST_NAME = 30
WIDEST = 400


def csv_of(
    operations: Sequence[Operation],
    sources: Mapping[str, DocumentSummary],
    questions: Mapping[str, int],
) -> str:
    """The operations as CSV, with a heading."""
    rows = (operation_row(each, sources, questions.get(each.id, 0)) for each in operations)
    names = tables()["operations"].names
    return "".join(csv_lines(names, ([row[name] for name in names] for row in rows)))


def show_board(
    console: Console,
    operations: Sequence[Operation],
    sources: Mapping[str, DocumentSummary],
    questions: Mapping[str, int],
) -> None:
    """Print the operations as a departures board."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for heading in BOARD:
        whole = heading in ("Operation", "Open")
        table.add_column(heading, no_wrap=whole, overflow="fold" if whole else "ellipsis")
    for operation in operations:
        when = operation.date
        day = str(when.earliest) if when and when.earliest else when.text if when else "not stated"
        if operation.modality != "happened":
            day = f"{day} ({MODALITIES[operation.modality]})"
        cells = (
            operation.id,
            day,
            _where(operation.origin),
            _where(operation.destination),
            ", ".join(counts_told(operation)),
            operation.carrier.name if operation.carrier else "",
            _few(source_names(operation, sources)),
            str(questions.get(operation.id, 0) or ""),
        )
        table.add_row(*map(safe, cells))
    if not console.is_terminal:
        unbounded = console.options.update(max_width=WIDEST)
        console.width = max(console.width, Measurement.get(console, unbounded, table).maximum)
    console.print(table)


def _where(place: Place | None) -> str:
    """`New York US`; a country by its name alone."""
    if place is None:
        return "not stated"
    named = place.country is None or place.name == country_name(place.country)
    return place.name if named else f"{place.name} {place.country}"


def _few(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    told = ", ".join(shortened(name, LONGEST_NAME) for name in names[:FEW])
    return f"{told} and {len(names) - FEW} more" if len(names) > FEW else told
