"""`departures read`: one report read, and nothing kept."""

from typing import Annotated, Literal

import typer

from departures.cli.options import Address, Encoding, Published, SourceName, Title
from departures.settings import Settings

EXAMPLES = (
    "departures read report.txt --published 2025-05-01 --source 'A newspaper'",
    "departures read page.html --format json > reading.json",
    "pdftotext report.pdf - | departures read -",
)


def command(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="A text or HTML file; - is standard input.")
    ],
    published: Published = None,
    source: SourceName = None,
    url: Address = None,
    title: Title = None,
    encoding: Encoding = None,
    format: Annotated[
        Literal["text", "json"],
        typer.Option(help="text is for people, json for programs."),
    ] = "text",
) -> None:
    """Read one report, and keep nothing.

    Shows its claims with their words, its operations, and what the checks noticed. Figures are held
    against the official releases in the home folder.
    """
    from departures.cli.reports import About, read_report
    from departures.releases.published import figures_in

    settings: Settings = context.obj
    about = About.of(published, source, url, title, encoding)
    reading = read_report(file, about, figures_in(settings.releases))
    if format == "json":
        typer.echo(reading.model_dump_json(indent=2))
        return
    from departures.cli.show_reading import show_reading

    show_reading(reading, settings.color)
