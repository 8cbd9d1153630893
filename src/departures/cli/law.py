"""`departures law …`: which orders had effect on a day, for whom, and what they required.

Invariant: every answer says the day of its data; only `update --accept` changes them.
"""

from datetime import date, time
from typing import Annotated, Literal

import typer

from departures.cli.law_update import update
from departures.cli.options import examples
from departures.errors import BadInputError
from departures.settings import Settings

app = typer.Typer(help="Ask which court orders had effect on a day.", rich_markup_mode=None)
Format = Annotated[
    Literal["text", "json"], typer.Option(help="text is for people, json for programs.")
]
Country = Annotated[str | None, typer.Option(metavar="CODE", help="A country, such as UZ.")]


@app.command(
    "on",
    epilog=examples(
        "departures law on 2025-04-30 --nationality KZ --destination UZ",
        "departures law on 2025-03-15 --time 17:25 --authority 'Alien Enemies Act'",
        "departures law on 2026-07-01 --format json",
    ),
)
def on(
    context: typer.Context,
    day: Annotated[str, typer.Argument(metavar="DAY", help="As YYYY-MM-DD.")],
    time: Annotated[
        str | None,
        typer.Option(metavar="HH:MM", help="The hour, in Washington's zone or as 17:25-04:00."),
    ] = None,
    nationality: Country = None,
    destination: Country = None,
    authority: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The legal power, as reports name it.")
    ] = None,
    format: Format = "text",
) -> None:
    """Show the orders that had effect on a day, for whom, and what they required."""
    from departures import law
    from departures.law.asking import country_code

    answer = law.in_force(
        _day(day),
        at=_hour(time),
        nationality=country_code(nationality),
        destination=country_code(destination),
        authority=authority,
    )
    if format == "json":
        print(answer.model_dump_json(indent=2))
        return
    from departures.cli.show_law import show_day
    from departures.cli.terminal import console

    settings: Settings = context.obj
    show_day(console(settings.color), answer)


@app.command("case", epilog=examples("departures law case dvd", "departures law case jgg"))
def case(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="A case, or one of its orders.")],
    format: Format = "text",
) -> None:
    """Show one case: its orders, and what happened to them, by day."""
    from departures import law
    from departures.law.events import case_record

    shown = case_record(law.case(id), law.shelf())
    if format == "json":
        print(shown.model_dump_json(indent=2))
        return
    from departures.cli.show_law import show_case
    from departures.cli.terminal import console

    settings: Settings = context.obj
    show_case(console(settings.color), shown)


@app.command("cases", epilog=examples("departures law cases"))
def cases() -> None:
    """List the cases of the shelf."""
    from departures import law

    shelf = law.shelf()
    for held in shelf.cases:
        print(f"{held.id:<12}{held.name:<46}{held.subject}")
    print(f"Law data as of {shelf.as_of}.")


@app.command(
    "agreements", epilog=examples("departures law agreements", "departures law agreements UZ")
)
def agreements(
    context: typer.Context,
    country: Annotated[str | None, typer.Argument(metavar="COUNTRY", help="Such as UZ.")] = None,
    format: Format = "text",
) -> None:
    """Show the arrangements with all countries, or with one."""
    from departures import law
    from departures.law.asking import country_code
    from departures.law.events import agreement_list

    shown = agreement_list(law.shelf(), country_code(country))
    if format == "json":
        print(shown.model_dump_json(indent=2))
        return
    from departures.cli.show_law import show_agreements
    from departures.cli.terminal import console

    settings: Settings = context.obj
    show_agreements(console(settings.color), shown)


app.command(
    "update",
    epilog=examples(
        "departures law update",
        "departures law update --show",
        "departures law update --accept dvd-123 --words 'The court heard the parties.'",
    ),
)(update)


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadInputError(f"{given} is no day; write it as 2025-04-30") from None


def _hour(given: str | None) -> time | None:
    try:
        return time.fromisoformat(given) if given else None
    except ValueError:
        raise BadInputError(f"--time {given} is no hour; write it as 17:25") from None
