"""Questions to the official releases: `departures releases count`, `compare` and `trace`.

Invariant: an answer is printed with all that belongs to it, whatever shape is asked for.
"""

from datetime import datetime
from typing import Annotated, Literal

import typer

from departures.cli.releases_shelf import Plain, day_of, print_json, shelf_of
from departures.settings import Settings

Shape = Annotated[
    Literal["text", "json", "csv"],
    typer.Option("--format", help="text is for people, json and csv for programs."),
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
COUNT = (
    "departures releases count --table removals-by-citizenship --citizenship UZ --fiscal-year 2024",
    "departures releases count --table removals --fiscal-year 2024 "
    "--by departure_country,month --format csv",
    "departures releases count --table arts-flights --where dropoff=UTTT",
)
COMPARE = (
    "departures releases compare removals-2025-07 removals-2026-03 --fiscal-year 2024 "
    "--by citizenship",
)
TRACE = ("departures releases trace 2025-04-30-us-uz-tashkent",)


def count(
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

    answer = shelf_of(context).count(
        table,
        citizenship=citizenship,
        departure=departure,
        fiscal_year=fiscal_year,
        first=day_of(first),
        last=day_of(last),
        where=conditions(where or ()),
        by=columns_named(by),
        release=release,
        floor=FLOOR if floor is None else floor,
    )
    if format == "json":
        print_json(answer)
    else:
        print(csv_of(answer) if format == "csv" else "\n".join(told_answer(answer)))


def compare(
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

    compared = shelf_of(context).compare(
        left,
        right,
        citizenship=citizenship,
        departure=departure,
        fiscal_year=fiscal_year,
        first=day_of(first),
        last=day_of(last),
        where=conditions(where or ()),
        by=columns_named(by),
        floor=FLOOR if floor is None else floor,
    )
    if format == "json":
        print_json(compared)
    else:
        print("\n".join(told_comparison(compared)))


def trace(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="As `departures operations` lists it.")],
    floor: Floor = None,
    format: Plain = "text",
) -> None:
    """Look for an operation in the tables: who was sent there on that day, by port or airport.

    A proxy: no table says who was on which flight, and what is in no table may have happened.
    """
    from departures.cli.show_release import told_trace
    from departures.record import Record
    from departures.releases import FLOOR
    from departures.releases import trace as traced

    settings: Settings = context.obj
    with Record.open(settings.record, create=False) as record:
        operation = record.operation(id)
    found = traced(operation, shelf_of(context), FLOOR if floor is None else floor)
    if format == "json":
        print_json(found)
    else:
        print("\n".join(told_trace(found)))
