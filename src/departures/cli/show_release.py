"""Releases and their answers as lines for a terminal, and as CSV.

Invariant: no cell of the CSV can run as a formula in a spreadsheet, and no figure is printed
without its release, period and caveats.
"""

import csv
import io
from collections.abc import Iterator

from departures.cli.terminal import safe
from departures.exports.cells import cell_of
from departures.releases import (
    Answer,
    Caveat,
    Cell,
    ComparedCell,
    Comparison,
    Layout,
    Part,
    Period,
    Release,
    Trace,
)

MERGED = "other groups, small ones among them"


def told(release: Release, layout: Layout) -> list[str]:
    """A release with its data dictionary."""
    lines = [
        f"{release.title} ({release.id})",
        f"  {release.agency}; table {release.table}, layout {release.layout}",
        f"  released {_released(release)}",
        f"  {release.rows:,} rows, {release.first} to {release.last}; "
        f"{release.duplicates:,} flagged as duplicates",
        f"  source: {release.source or 'not told'}; licence: {release.licence or 'not told'}",
        "Files",
        *(_part(part) for part in release.parts),
        *(f"  {name}: no table, passed over" for name in release.skipped),
        "Columns",
        *(f"  {column.name:<34} {column.type:<9} {column.given}" for column in layout.columns),
        *_caveats((*release.caveats, *layout.caveats)),
    ]
    return [_safe(line) for line in lines]


def told_answer(answer: Answer) -> list[str]:
    """An answer with all that belongs to it."""
    lines = [f"{_figure(answer.figure, withheld=answer.withheld)} {answer.unit}"]
    for cell in answer.cells:
        lines.append(f"  {_figure(cell.figure):>12}  {_keys(cell)}")
    lines += [
        f"Period: {_period(answer.period)}",
        f"Release: {answer.release.title} ({answer.release.id}), {answer.release.agency}",
        f"What is counted: {answer.definition.term}. {answer.definition.meaning}",
        *_caveats(answer.caveats),
    ]
    if answer.withheld:
        lines.append(
            f"  Groups of fewer than {answer.floor} people, and what gives one away, are not shown."
        )
    return [_safe(line) for line in (*lines, f"Query: {answer.query}")]


def told_trace(found: Trace) -> list[str]:
    """What each table says about the days of an operation, and what is not known."""
    lines = [
        f"{found.operation}: sent to {found.destination or 'no known country'}, "
        f"{_period(found.period)}"
    ]
    for answer in found.answers:
        lines += [f"Table {answer.release.table}", *(f"  {line}" for line in told_answer(answer))]
    lines += [f"Unknown: {why}" for why in found.unknown]
    return [_safe(line) for line in (*lines, found.note)]


def told_comparison(compared: Comparison) -> list[str]:
    """Two answers side by side, and then what is to be said about each."""
    sides = (compared.left, compared.right)
    lines = [
        f"{side.release.id}: {_figure(side.figure, withheld=side.withheld)} {side.unit}, "
        f"{_period(side.period)}"
        for side in sides
    ]
    if compared.difference is not None:
        lines.append(f"Difference: {compared.difference:+,}")
    for cell in compared.cells:
        lines.append(f"  {_figure(cell.left):>12} {_figure(cell.right):>12}  {_keys(cell)}")
    for side in sides:
        lines += [side.release.id, *_caveats(side.caveats), f"  Query: {side.query}"]
    return [_safe(line) for line in lines]


def csv_of(answer: Answer) -> str:
    """The groups of an answer, each with release, period and query beside it."""
    names = [*answer.cells[0].keys] if answer.cells else []
    period = answer.period
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow([*names, answer.unit, "note", "release", "first", "last", "query"])
    beside = (answer.release.id, period and period.first, period and period.last, answer.query)
    if not answer.cells:
        note = "withheld" if answer.withheld else None
        rows.writerow(map(cell_of, (answer.figure, note, *beside)))
    for cell in answer.cells:
        note = MERGED if cell.merged else None
        values = (*(cell.keys.get(name) for name in names), cell.figure, note, *beside)
        rows.writerow(map(cell_of, values))
    return written.getvalue().rstrip("\n")


def _released(release: Release) -> str:
    if release.released is None:
        return "on a day not known"
    return f"{release.released}{'' if release.dated else ', as its layout has it'}"


def _part(part: Part) -> str:
    sheet = f" · {part.sheet}" if part.sheet else ""
    return f"  {part.file}{sheet}: {part.rows:,} rows, sha256 {part.sha256[:12]}"


def _figure(figure: int | None, *, withheld: bool = False) -> str:
    return f"{figure:,}" if figure is not None else "withheld" if withheld else "unknown"


def _keys(cell: Cell | ComparedCell) -> str:
    if cell.merged:
        return MERGED
    return "  ".join(str("not stated" if v is None else v) for v in cell.keys.values())


def _period(period: Period | None) -> str:
    if period is None:
        return "not stated"
    if period.basis == "as_of":
        return f"on {period.first}"
    name = f"fiscal year {period.last.year}, " if period.basis == "fiscal_year" else ""
    return f"{name}{period.first} to {period.last}"


def _caveats(caveats: tuple[Caveat, ...]) -> Iterator[str]:
    if caveats:
        yield "Caveats"
    for each in caveats:
        since = f" (known since {each.since})" if each.since else ""
        source = f" Source: {each.source}" if each.source else ""
        yield f"  {each.text}{since}{source}"


def _safe(line: str) -> str:
    return safe(line).plain
