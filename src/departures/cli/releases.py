"""`departures releases …`: the official tables: added, listed, asked, compared.

Invariant: a file is on the shelf whole or not at all, however the command ends; adding it again
changes nothing, so that what was interrupted is resumed by typing the same.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from departures.cli.options import examples
from departures.cli.telling import progress, tell_error
from departures.settings import Settings

if TYPE_CHECKING:
    from pydantic import BaseModel

    from departures.releases import Shelf

app = typer.Typer(
    help="Hold official tables, and ask them for figures with all that belongs to them.",
    rich_markup_mode=None,
)

Shape = Annotated[
    Literal["text", "json", "csv"],
    typer.Option("--format", help="text is for people, json and csv for programs."),
]
Plain = Annotated[
    Literal["text", "json"],
    typer.Option("--format", help="text is for people, json for programs."),
]
Layouts = Annotated[
    list[Path] | None,
    typer.Option("--layout", metavar="FILE", help="A layout of your own, or a folder of them."),
]
Citizenship = Annotated[
    str | None, typer.Option(metavar="CODE", help="Citizens of a country, such as UZ.")
]
Departure = Annotated[
    str | None, typer.Option(metavar="CODE", help="Sent to a country, such as PA.")
]
FiscalYear = Annotated[
    int | None, typer.Option(metavar="YEAR", help="1 October of the year before to 30 September.")
]
First = Annotated[
    datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day.")
]
Last = Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day.")]
Where = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN=VALUE", help="Only rows with this value; may be repeated."),
]
By = Annotated[
    str, typer.Option(metavar="COLUMNS", help="Group by these, such as departure_country,month.")
]
Floor = Annotated[
    int | None,
    typer.Option(
        min=1, help="Withhold smaller numbers of people of individual-level tables; 5 if not given."
    ),
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
        released=_day(released),
        source=source,
        licence=licence,
    )
    shelf = _open(context, layout)
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
    held = _open(context).releases()
    if format == "json":
        _print_json(held)
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

    shelf = _open(context)
    release = shelf.release(id)
    if format == "json":
        _print_json(release)
        return
    print("\n".join(told(release, shelf.layout(id))))


@app.command(
    "count",
    epilog=examples(
        "departures releases count --table removals-by-citizenship --citizenship UZ "
        "--fiscal-year 2024",
        "departures releases count --table removals --fiscal-year 2024 "
        "--by departure_country,month --format csv",
        "departures releases count --table arts-flights --where dropoff=UTTT",
    ),
)
def count_rows(
    context: typer.Context,
    table: Annotated[str, typer.Option(help="Such as removals; see releases list.")],
    citizenship: Citizenship = None,
    departure: Departure = None,
    fiscal_year: FiscalYear = None,
    first: First = None,
    last: Last = None,
    where: Where = None,
    by: By = "",
    release: Annotated[
        str | None, typer.Option(metavar="ID", help="Ask this release, not the newest.")
    ] = None,
    floor: Floor = None,
    format: Shape = "text",
) -> None:
    """Count, with definition, release, period, caveats and query.

    One release answers: the newest that has an answer, unless --release names one. Releases are
    never added up.
    """
    from departures.cli.show_release import csv_of, told_answer
    from departures.releases import FLOOR, columns_named, conditions

    answer = _open(context).count(
        table,
        citizenship=citizenship,
        departure=departure,
        fiscal_year=fiscal_year,
        first=_day(first),
        last=_day(last),
        where=conditions(where or ()),
        by=columns_named(by),
        release=release,
        floor=FLOOR if floor is None else floor,
    )
    if format == "json":
        _print_json(answer)
    else:
        print(csv_of(answer) if format == "csv" else "\n".join(told_answer(answer)))


@app.command(
    "compare",
    epilog=examples(
        "departures releases compare removals-2025-07 removals-2026-03 --fiscal-year 2024 "
        "--by citizenship"
    ),
)
def compare_releases(
    context: typer.Context,
    left: Annotated[str, typer.Argument(metavar="ID", help="One release.")],
    right: Annotated[str, typer.Argument(metavar="ID", help="Another.")],
    citizenship: Citizenship = None,
    departure: Departure = None,
    fiscal_year: FiscalYear = None,
    first: First = None,
    last: Last = None,
    where: Where = None,
    by: By = "",
    floor: Floor = None,
    format: Plain = "text",
) -> None:
    """Ask two releases the same, and put their answers side by side."""
    from departures.cli.show_release import told_comparison
    from departures.releases import FLOOR, columns_named, conditions

    compared = _open(context).compare(
        left,
        right,
        citizenship=citizenship,
        departure=departure,
        fiscal_year=fiscal_year,
        first=_day(first),
        last=_day(last),
        where=conditions(where or ()),
        by=columns_named(by),
        floor=FLOOR if floor is None else floor,
    )
    if format == "json":
        _print_json(compared)
    else:
        print("\n".join(told_comparison(compared)))


@app.command("remove", epilog=examples("departures releases remove removals-2025-07"))
def remove_release(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The release.")],
) -> None:
    """Take a release off the shelf. The files that it was made from stay where they are."""
    print(f"{_open(context).remove(id).id} is off the shelf.")


@app.command("definitions", epilog=examples("departures releases definitions --format json"))
def list_definitions(format: Plain = "text") -> None:
    """Say what the words of the official tables mean, and where that is written."""
    from departures.releases import definitions

    held = list(definitions().values())
    if format == "json":
        _print_json(held)
        return
    for each in held:
        print(f"{each.term} ({each.id})\n  {each.meaning}")
        for source in each.sources:
            print(f"  Source: {source}")


@app.command("layouts", epilog=examples("departures releases layouts"))
def list_layouts(context: typer.Context, layout: Layouts = None) -> None:
    """List the layouts by which tables are recognised."""
    for each in _open(context, layout).layouts:
        print(f"{each.id:<34} {len(each.columns):>3} columns  {each.title}")


def _open(context: typer.Context, layouts: list[Path] | None = None) -> "Shelf":
    from departures.releases import open_shelf

    settings: Settings = context.obj
    return open_shelf(settings.releases, layouts or ())


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _print_json(held: "BaseModel | Sequence[BaseModel]") -> None:
    import json

    if isinstance(held, Sequence):
        print(json.dumps([each.model_dump(mode="json") for each in held], indent=2))
    else:
        print(json.dumps(held.model_dump(mode="json"), indent=2))
