"""Options that several commands share, and how examples are set in help."""

from typing import Annotated

import typer

Published = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="The day of publication, as YYYY-MM-DD."),
]
SourceName = Annotated[
    str | None,
    typer.Option("--source", metavar="NAME", help="Who published it, such as 'Reuters'."),
]
Address = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", help="The address at which it was published."),
]
Title = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Its headline, if it is not the first line."),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The text's encoding, where it is not UTF-8."),
]


def examples(*commands: str) -> str:
    """Example commands as the last part of a command's help, one on each line."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in commands)))
