"""`departures review`: what there is to decide, one at a time, the sentence beside the fields.

Invariant: Ctrl-C or `q` leaves what was decided until then.
"""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from departures.cli.decide import REVIEWER_VARIABLE
from departures.errors import BadInputError
from departures.settings import Settings

if TYPE_CHECKING:
    from departures.review.queue import Kind

EXAMPLES = (
    "departures review --by ada",
    "departures review --kind conflicting --format json",
)


def command(
    context: typer.Context,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", envvar=REVIEWER_VARIABLE, help="Who decides.")
    ] = None,
    kind: Annotated[
        Literal["conflicting", "uncertain", "gone", "changed-source", "new"] | None,
        typer.Option(help="Only what is asked for this reason."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="So many things at most.")] = 50,
    format: Annotated[
        Literal["table", "json"], typer.Option(help="json lists the queue for programs.")
    ] = "table",
) -> None:
    """Go through what conflicts, is in doubt or is new; what concerns most people first.

    A line holds one key: a accept, r reject, c correct, w withhold, m merge, s split, u undo,
    n next, q stop, ? help. `a 2` accepts field 2, `c 2` corrects its value, its words, or both.
    """
    from departures.cli.reviewing import Round
    from departures.cli.terminal import console
    from departures.record import Record
    from departures.review import people
    from departures.review.queue import queue

    settings: Settings = context.obj
    wanted: Kind | None = kind
    with Record.open(settings.record, create=False) as record:
        items = queue(record, limit, wanted)
        if format == "json":
            print(json.dumps([asdict(item) for item in items], indent=2, ensure_ascii=False))
            return
        person = next((each for each in people(record) if each.name == by), None)
        if person is None:
            raise BadInputError("--by names nobody who may decide; `departures user list` does")
        Round(record, person, console(settings.color)).go(items)
