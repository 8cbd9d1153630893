"""The formats of the exports: which files a download has in each, and how they are written.

Invariant: the same extract gives the same bytes; what is written is read row by row, so that
memory does not grow with the record.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, Final, Literal

from departures.errors import BadInputError
from departures.exports.cells import csv_lines
from departures.exports.columns import Row, Table, tables
from departures.exports.entities import document_entity, operation_entities
from departures.exports.rows import (
    claim_row,
    document_row,
    finding_row,
    open_questions,
    operation_row,
    value_rows,
)
from departures.record.exporting import Extract
from departures.tongue import later

Format = Literal["csv", "parquet", "jsonl", "ftm"]
FORMATS: Final[Mapping[Format, str]] = {
    "csv": later("tables of comma-separated values, for spreadsheets"),
    "parquet": later("the same tables as Apache Parquet, for statistics"),
    "jsonl": later("everything whole, one JSON object in a line, as the API gives it"),
    "ftm": later("operations, organisations and documents as entities of FollowTheMoney"),
}
"""What each format is for."""
Write = Callable[[BinaryIO], None]
_DECLARED: Final = {"text": "String", "number": "Int64", "day": "Date", "yes-no": "Boolean"}


def files(extract: Extract, format: Format) -> Iterator[tuple[str, Write]]:
    """The files of a download by name, each with what writes it."""
    match format:
        case "csv" | "parquet":
            for name, table in tables().items():
                yield f"{name}.{format}", _table(extract, name, table, format)
        case "jsonl":
            yield "record.jsonl", lambda file: _lines(extract.lines(), file)
        case "ftm":
            yield "entities.ftm.json", lambda file: _lines(_entities(extract), file)


def rows_of(extract: Extract, name: str) -> Iterator[Row]:
    """The rows of one of the tables."""
    match name:
        case "operations":
            sources = {document.id: document for document in extract.documents()}
            questions = open_questions(extract.findings())
            for held in extract.operations():
                yield operation_row(held, sources, questions.get(held.id, 0))
        case "values":
            for held in extract.operations():
                yield from value_rows(held)
        case "claims":
            yield from map(claim_row, extract.claims())
        case "findings":
            yield from map(finding_row, extract.findings())
        case "documents":
            yield from map(document_row, extract.documents())


def _table(extract: Extract, name: str, table: Table, format: Format) -> Write:
    def written(file: BinaryIO) -> None:
        rows = rows_of(extract, name)
        if format == "parquet":
            _parquet(table, rows, file)
            return
        for line in csv_lines(table.names, ([row[name] for name in table.names] for row in rows)):
            file.write(line.encode())

    return written


def _parquet(table: Table, rows: Iterable[Row], file: BinaryIO) -> None:
    try:
        import polars
    except ImportError:
        raise BadInputError(
            "Parquet needs Polars; install it with: pip install 'departures[releases]'"
        ) from None
    schema = {column.name: getattr(polars, _DECLARED[column.type]) for column in table.columns}
    polars.DataFrame(list(rows), schema=schema, orient="row").write_parquet(file)


def _lines(lines: Iterable[str], file: BinaryIO) -> None:
    for line in lines:
        file.write(f"{line}\n".encode())


def _entities(extract: Extract) -> Iterator[str]:
    """Each entity once, in the order in which they are first told of."""
    seen: set[object] = set()
    entities = (entity for held in extract.operations() for entity in operation_entities(held))
    for entity in (*map(document_entity, extract.documents()), *entities):
        if entity["id"] not in seen:
            seen.add(entity["id"])
            yield json.dumps(entity, ensure_ascii=False, sort_keys=True)
