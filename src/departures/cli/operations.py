"""`departures operations`: all operations of the record."""

from typing import Annotated, Literal

import typer

from departures.settings import Settings

EXAMPLES = (
    "departures operations",
    "departures operations --format csv > operations.csv",
    "departures --home ~/deportations operations --format json",
)


def command(
    context: typer.Context,
    format: Annotated[
        Literal["table", "json", "csv"],
        typer.Option(help="table is for people, json and csv for programs."),
    ] = "table",
) -> None:
    """List the operations, newest first."""
    from departures.cli.tables import csv_of, show_board
    from departures.cli.terminal import console
    from departures.exports.rows import open_questions
    from departures.record import Record
    from departures.record.queries import OPERATIONS

    settings: Settings = context.obj
    with Record.open(settings.record, create=False) as record:
        operations = record.operations()
        if format == "json":
            print(OPERATIONS.dump_json(operations, indent=2).decode())
            return
        sources = {document.id: document for document in record.documents()}
        questions = open_questions(record.findings())
    if format == "csv":
        print(csv_of(operations, sources, questions), end="")
    elif operations:
        show_board(console(settings.color), operations, sources, questions)
    else:
        print("The record holds no operation yet.")
