"""`departures releases …`: the official tables: added, listed, asked, compared.

Invariant: a file is on the shelf whole or not at all, however the command ends; adding it again
changes nothing, so that what was interrupted is resumed by typing the same.
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from departures.cli import releases_asking as asking
from departures.cli.options import examples
from departures.cli.releases_shelf import Plain, day_of, print_json, shelf_of
from departures.cli.telling import progress, tell_error

app = typer.Typer(
    help="Hold official tables, and ask them for figures with all that belongs to them.",
    rich_markup_mode=None,
)

Layouts = Annotated[
    list[Path] | None,
    typer.Option("--layout", metavar="FILE", help="A layout of your own, or a folder of them."),
]


@app.command(
    "add",
    epilog=examples(
        "departures releases add removals.xlsx",
        "departures releases add seattle/*.csv --release removals-seattle-2019",
        "departures releases add table.csv --layout my-table.toml --released 2026-03-11",
    ),
)
def add_releases(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="XLSX, XLSB, CSV, TSV, Parquet, or zip.")
    ],
    layout: Layouts = None,
    release: Annotated[
        str | None, typer.Option(metavar="ID", help="The release that these files are part of.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="What the release is called.")] = None,
    agency: Annotated[str | None, typer.Option(help="Who released it.")] = None,
    released: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day it was released.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="URL", help="Where it was got.")] = None,
    licence: Annotated[str | None, typer.Option(help="On what terms it may be used.")] = None,
) -> None:
    """Import official tables. A table is recognised by its columns, whatever its file is called.

    A file becomes a release of its own unless --release names one. With several files, one that
    can't be used is told and passed over.
    """
    from departures.errors import DeparturesError
    from departures.releases import about

    said = about(
        release=release,
        title=title,
        agency=agency,
        released=day_of(released),
        source=source,
        licence=licence,
    )
    shelf = shelf_of(context, layout)
    failed = 0
    with progress("Importing", len(files)) as step:
        for file in files:
            try:
                for held in shelf.add(file, said):
                    print(f"{held.id}: {held.rows:,} rows, {held.first} to {held.last}")
            except DeparturesError as error:
                if len(files) == 1:
                    raise
                failed += 1
                tell_error(error)
            step()
    if failed:
        raise typer.Exit(2)


@app.command(
    "list", epilog=examples("departures releases list", "departures releases list --format json")
)
def list_releases(context: typer.Context, format: Plain = "text") -> None:
    """List the releases on the shelf, the newest first."""
    held = shelf_of(context).releases()
    if format == "json":
        print_json(held)
        return
    if not held:
        print("The shelf is empty; see departures releases add --help.")
    for each in held:
        print(f"{each.id:<34} {each.table:<26} {each.rows:>10,} rows  {each.first} to {each.last}")


@app.command("show", epilog=examples("departures releases show removals-2025-07"))
def show_release(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The release.")],
    format: Plain = "text",
) -> None:
    """Show a release: what it is, its files, its columns, and what is wrong with it."""
    from departures.cli.show_release import told

    shelf = shelf_of(context)
    release = shelf.release(id)
    if format == "json":
        print_json(release)
        return
    print("\n".join(told(release, shelf.layout(id))))


app.command("count", epilog=examples(*asking.COUNT))(asking.count)
app.command("compare", epilog=examples(*asking.COMPARE))(asking.compare)
app.command("trace", epilog=examples(*asking.TRACE))(asking.trace)


@app.command("remove", epilog=examples("departures releases remove removals-2025-07"))
def remove_release(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The release.")],
) -> None:
    """Take a release off the shelf. The files that it was made from stay where they are."""
    print(f"{shelf_of(context).remove(id).id} is off the shelf.")


@app.command("definitions", epilog=examples("departures releases definitions --format json"))
def list_definitions(format: Plain = "text") -> None:
    """Say what the words of the official tables mean, and where that is written."""
    from departures.releases import definitions

    held = list(definitions().values())
    if format == "json":
        print_json(held)
        return
    for each in held:
        print(f"{each.term} ({each.id})\n  {each.meaning}")
        for source in each.sources:
            print(f"  Source: {source}")


@app.command("layouts", epilog=examples("departures releases layouts"))
def list_layouts(context: typer.Context, layout: Layouts = None) -> None:
    """List the layouts by which tables are recognised."""
    for each in shelf_of(context, layout).layouts:
        print(f"{each.id:<34} {len(each.columns):>3} columns  {each.title}")
