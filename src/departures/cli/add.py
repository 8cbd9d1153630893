"""`departures add`: reports read and kept in the record.

Invariant: each report is kept whole before the next is read; one that can't be used is told of in
one line and keeps no other from being added.
"""

from collections import Counter
from collections.abc import Sized
from typing import TYPE_CHECKING, Annotated

import typer

from departures.cli.options import Address, Encoding, Published, SourceName, Title
from departures.cli.telling import progress, tell_error
from departures.errors import BadInputError
from departures.settings import Settings

if TYPE_CHECKING:
    from departures.cli.reports import About

EXAMPLES = (
    "departures add report.txt --published 2025-05-01 --source 'A newspaper'",
    "departures add reports/*.txt",
    "departures --home ~/deportations add page.html --url https://example.org/page",
)
ADDED, KEPT, REFUSED = "added", "already in the record", "refused"


def command(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE|-", help="Text or HTML files; - is standard input.")
    ],
    published: Published = None,
    source: SourceName = None,
    url: Address = None,
    title: Title = None,
    encoding: Encoding = None,
) -> None:
    """Read reports and keep them in the record.

    Each is kept whole or not at all; one that the record holds already changes nothing. The
    options are said of every file.
    """
    from departures.cli.reports import About
    from departures.record import Record

    if len(files) > 1 and (url or title):
        raise BadInputError("--url and --title are of one report; add that one by itself")
    settings: Settings = context.obj
    about = About.of(published, source, url, title, encoding)
    ended: Counter[str] = Counter()
    try:
        with progress("Adding", len(files)) as step:
            for file in files:
                ended[_add(file, about, settings.record)] += 1
                step()
    finally:
        if len(files) > 1:
            print(", ".join(f"{number} {how}" for how, number in ended.items()))
    if ended[ADDED]:
        with Record.open(settings.record) as record:
            record.refresh()
    if ended[REFUSED]:
        raise typer.Exit(BadInputError.exit_code)


def _add(file: str, about: "About", address: str) -> str:
    """Read one file and keep it; what became of it."""
    from departures.cli.reports import read_report
    from departures.record import Record

    try:
        reading = read_report(file, about)
        with Record.open(address) as record:
            added = record.add(reading)
    except BadInputError as error:
        tell_error(error)
        return REFUSED
    told = f"{_of(reading.claims, 'claim')}, {_of(reading.operations, 'operation')}"
    print(f"{file}: {told if added else KEPT}")
    return ADDED if added else KEPT


def _of(things: Sized, name: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"
