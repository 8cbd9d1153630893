"""The list of operations as rows, for a terminal and for CSV.

Invariant: no cell of the CSV can run as a formula in a spreadsheet.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table

from departures.cli.terminal import safe, shortened
from departures.cli.wording import as_told
from departures.record import DocumentSummary
from departures.tongue.phrases import MODALITIES
from departures.words import Count, Finding, Operation, Place
from departures.words.countries import country_name

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BOARD = ("Operation", "Day", "From", "To", "People, as told", "Carrier", "Sources", "Open")
FEW = 3
LONGEST_NAME = 30
WIDEST = 400
COLUMNS = (
    "id",
    "act",
    "modality",
    "earliest",
    "latest",
    "origin",
    "origin_country",
    "destination",
    "destination_country",
    "people",
    "people_lower",
    "people_upper",
    "people_as_told",
    "nationalities",
    "carrier",
    "disputed",
    "open_questions",
    "sources",
)


def csv_of(
    operations: Sequence[Operation],
    sources: Mapping[str, DocumentSummary],
    questions: Mapping[str, int],
) -> str:
    """The operations as CSV, with a heading."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(COLUMNS)
    for operation in operations:
        rows.writerow(map(cell_of, _row(operation, sources, questions.get(operation.id, 0))))
    return written.getvalue()


def cell_of(value: object) -> str:
    """A value as a cell of CSV that no spreadsheet runs."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _row(
    operation: Operation, sources: Mapping[str, DocumentSummary], questions: int
) -> tuple[object, ...]:
    when, count = operation.date, operation.count
    disputed = (name for name, field in operation.values.items() if field.verdict == "disputed")
    return (
        operation.id,
        operation.act,
        operation.modality,
        when and when.earliest,
        when and when.latest,
        *_place(operation.origin),
        *_place(operation.destination),
        count and count.text,
        count and count.lower,
        count and count.upper,
        "; ".join(_counts(operation)),
        " ".join(held.country for held in operation.nationalities),
        operation.carrier and operation.carrier.name,
        " ".join(disputed),
        questions,
        "; ".join(_names(operation, sources)),
    )


def _place(place: Place | None) -> tuple[str | None, str | None]:
    return (place.name, place.country) if place else (None, None)


def _counts(operation: Operation) -> list[str]:
    """All numbers of people that are told, the shown one first."""
    field = operation.values.get("count")
    if not field:
        return []
    shown = field.asserted[field.shown]
    others = [entry for entry in field.asserted if entry is not shown]
    return [as_told(entry.value) for entry in (shown, *others) if isinstance(entry.value, Count)]


def _names(operation: Operation, sources: Mapping[str, DocumentSummary]) -> list[str]:
    held = (sources[id] for id in operation.documents if id in sources)
    return list(dict.fromkeys(one.source or one.title or one.id[:19] for one in held))


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
            ", ".join(_counts(operation)),
            operation.carrier.name if operation.carrier else "",
            _few(_names(operation, sources)),
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


def open_questions(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings about each operation leave a question open."""
    open_ones = [found.about for found in findings if found.weight != "note"]
    return {about: open_ones.count(about) for about in open_ones}
