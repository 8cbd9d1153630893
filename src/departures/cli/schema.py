"""`departures schema`: the JSON contract as JSON Schema."""

import json
from pathlib import Path
from typing import Annotated

import typer

from departures.errors import BadInputError

EXAMPLES = (
    "departures schema > reading.schema.json",
    "departures schema --out reading.schema.json",
)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def command(
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write to this file instead of standard output."),
    ] = None,
) -> None:
    """Print the JSON Schema of a reading.

    It describes what `departures read --format json` prints.
    """
    from departures.words import Reading

    schema = {"$schema": DIALECT, **Reading.model_json_schema(mode="serialization")}
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInputError(
            f"--out {out} can't be written ({error.strerror}); name another file"
        ) from None
