"""`departures law update`: what changed on the dockets of the shelf's cases, as suggestions.

Invariant: the shelf changes only by `--accept`, in a person's own words; the token is shown
nowhere.
"""

import os
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from departures.errors import BadInputError
from departures.settings import Settings

if TYPE_CHECKING:
    from departures.law.updating import Progress

TOKEN_VARIABLE = "DEPARTURES_COURTLISTENER_TOKEN"  # noqa: S105 — the name of a variable


def update(
    context: typer.Context,
    show: Annotated[bool, typer.Option("--show", help="Show what waits; ask nobody.")] = False,
    accept: Annotated[
        str | None, typer.Option(metavar="ID", help="Take a suggestion into the shelf.")
    ] = None,
    words: Annotated[
        str, typer.Option(metavar="WORDS", help="With --accept: what happened, in your own words.")
    ] = "",
    reject: Annotated[
        str | None, typer.Option(metavar="ID", help="Lay a suggestion aside for good.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The shelf's data files.")
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The token, in a file; - reads standard input."),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Another API, over https or on this computer."),
    ] = None,
) -> None:
    """Ask CourtListener what changed on the shelf's dockets, and suggest edits.

    The token is read from --token-file or DEPARTURES_COURTLISTENER_TOKEN.
    """
    from departures.law import updating

    settings: Settings = context.obj
    file, folder = settings.law_updates, data or shipped()
    if accept is not None:
        print(f"Written: {updating.accept(file, accept, words, folder)}")
    elif reject is not None:
        updating.reject(file, reject)
        print(f"Laid aside: {reject}")
    else:
        if not show:
            _fetch(file, folder, _token(token_file), base)
        _show(updating.load(file), settings.color)


def shipped() -> Path:
    """The folder of the data files that come with the program."""
    return Path(str(resources.files("departures.law") / "data"))


def _fetch(file: Path, folder: Path, token: str, base: str | None) -> None:
    from departures.cli.telling import progress
    from departures.law import read_shelf, updating

    shelf = read_shelf(folder)
    client = updating.Client(token, base=base or updating.BASE, pace=updating.pacing(file))
    with progress("Dockets", len(updating.dockets_of(shelf))) as step:
        updating.fetch(shelf, client, file, lambda _: step())


def _token(file: Path | None) -> str:
    """The token, without the white space around it. Raises `BadInputError`."""
    if file is None:
        token = os.environ.get(TOKEN_VARIABLE, "").strip()
        if not token:
            raise BadInputError(f"no CourtListener token; set {TOKEN_VARIABLE} or --token-file")
        return token
    try:
        given = sys.stdin.read(1000) if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"the token can't be read from {file}") from error
    return given.strip()


def _show(kept: "Progress", color: bool | None) -> None:
    from departures.cli.terminal import console, safe

    shown = console(color)
    waiting = kept.waiting()
    for held in waiting:
        shown.print(safe(f"{held.id}  {held.day}  {held.case}", "bold"))
        shown.print(safe(f"  {held.told}"))
        shown.print(safe(f"  {held.source}", "dim"))
    what = "suggestion waits" if len(waiting) == 1 else "suggestions wait"
    shown.print(f"{len(waiting)} {what}. The shelf changes only with --accept ID --words WORDS.")
