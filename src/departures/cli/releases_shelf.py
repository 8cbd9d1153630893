"""What the commands of `departures releases` share: the shelf, days, and JSON.

Invariant: the shelf is the one in the home folder; nothing is made by opening it.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from departures.settings import Settings

if TYPE_CHECKING:
    from pydantic import BaseModel

    from departures.releases import Shelf

Plain = Annotated[
    Literal["text", "json"],
    typer.Option("--format", help="text is for people, json for programs."),
]


def shelf_of(context: typer.Context, layouts: list[Path] | None = None) -> "Shelf":
    """The shelf in the home folder, with layouts of one's own."""
    from departures.releases import open_shelf

    settings: Settings = context.obj
    return open_shelf(settings.releases, layouts or ())


def day_of(given: datetime | None) -> date | None:
    """The day that somebody typed."""
    return given.date() if given else None


def print_json(held: "BaseModel | Sequence[BaseModel]") -> None:
    """One model, or several as a list."""
    import json

    if isinstance(held, Sequence):
        print(json.dumps([each.model_dump(mode="json") for each in held], indent=2))
    else:
        print(json.dumps(held.model_dump(mode="json"), indent=2))
