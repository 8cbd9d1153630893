"""`departures record …`: the record as a whole: copied, backed up, read again, rebuilt.

Invariant: what fails leaves the record, and where it was to go, as they were.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Literal

import typer

from departures.cli.options import examples
from departures.cli.telling import progress
from departures.settings import Settings

if TYPE_CHECKING:
    from departures.record import Record
    from departures.record.copying import Held

app = typer.Typer(
    help="Copy the record, back it up, read its documents again.", rich_markup_mode=None
)
Replace = Annotated[
    bool, typer.Option("--replace", help="Put it in the place of what is there already.")
]


@app.command(
    "copy",
    epilog=examples(
        "departures record copy departures-data/record.db postgresql://me@db.example/record",
        "departures record copy postgresql://me@db.example/record laptop.db",
    ),
)
def copy_record(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A file or a database address.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where it is to go; empty or new.")],
    replace: Replace = False,
) -> None:
    """Copy a record to another place, and compare the two by number and hash."""
    from departures.record import Record
    from departures.record.copying import copy

    with Record.open(source, create=False) as given, Record.open(target) as taken:
        with progress("Copying", _rows(given)) as step:
            held = copy(given, taken, replace=replace, step=step)
        _tell(held)
        taken.refresh()


@app.command("backup", epilog=examples("departures record backup record-2026-01-31.db"))
def back_up_record(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to write; it is itself a record.")],
) -> None:
    """Write the record as it is now into a file, while others may go on using it."""
    from departures.record.copying import back_up

    with _open(context) as record, progress("Writing", _rows(record)) as step:
        _tell(back_up(record, file, step=step))


@app.command("restore", epilog=examples("departures record restore record-2026-01-31.db --replace"))
def restore_record(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file that `backup` wrote.")],
    replace: Replace = False,
) -> None:
    """Bring the record back from a backup."""
    from departures.record import Record
    from departures.record.copying import restore

    settings: Settings = context.obj
    with Record.open(file, create=False) as given, Record.open(settings.record) as record:
        with progress("Restoring", _rows(given)) as step:
            _tell(restore(file, record, replace=replace, step=step))
        record.refresh()


@app.command(
    "export",
    epilog=examples(
        "departures record export record.jsonl",
        "departures record export - | wc -l",
        "departures record export departures.zip --format csv",
    ),
)
def export_record(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The file to write; - prints.")],
    format: Annotated[
        Literal["csv", "parquet", "jsonl", "ftm"] | None,
        typer.Option(help="An archive in this format, with a README; without: plain JSON Lines."),
    ] = None,
    site: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the record is published, to cite it.")
    ] = None,
) -> None:
    """Write all that is shown: documents, claims, operations, findings, doubts.

    The same record gives the same bytes. What is withheld is masked. An archive tells its licence,
    its citation and the day of its data.
    """
    from departures.exports import write_bundle

    with _open(context) as record, record.extract() as extract, _target(file) as target:
        if format:
            write_bundle(extract, format, target, site)
            return
        for line in extract.lines():
            target.write(f"{line}\n".encode())


@app.command("reread", epilog=examples("departures record reread"))
def reread_record(context: typer.Context) -> None:
    """Read all documents again with this version's reader. Every decision is kept.

    Decisions whose claim is no longer read are listed, for a person to look at.
    """
    from departures.reading import read_claims

    changed = 0
    with _open(context) as record:
        kept = record.kept()
        with progress("Reading", len(kept)) as step:
            for id in kept:
                changed += record.read_again(read_claims(record.frozen(id)))
                step()
        record.refresh()
        lost = record.stranded()
    print(f"{len(kept)} documents read, {changed} of them otherwise than before.")
    for decision in lost:
        print(f"Decision {decision.id} ({decision.act}, {decision.who}) is about a claim now gone.")


@app.command("rebuild", epilog=examples("departures record rebuild"))
def rebuild_record(context: typer.Context) -> None:
    """Derive all operations and findings anew from what was read and decided."""
    with _open(context) as record:
        record.rebuild()
        print(f"{record.count_operations()} operations from {len(record.kept())} documents.")


def _open(context: typer.Context) -> "Record":
    from departures.record import Record

    settings: Settings = context.obj
    return Record.open(settings.record, create=False)


@contextmanager
def _target(file: str) -> Iterator[BinaryIO]:
    """What is to be written to: standard output, or a file that is there only once it is whole."""
    if file == "-":
        yield sys.stdout.buffer
        return
    target = Path(file)
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as written:
            yield written
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _rows(record: "Record") -> int:
    from departures.record.copying import rows_of

    return rows_of(record)


def _tell(held: "Sequence[Held]") -> None:
    for each in held:
        print(f"{each.table:<12}{each.rows:>9}  {each.hash}")
