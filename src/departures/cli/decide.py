"""`departures decide …`: one decision, from the command line.

Invariant: a decision is of a person whom the record knows, and changes one thing or nothing.
"""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from departures.cli.options import examples
from departures.errors import BadInputError
from departures.settings import Settings

if TYPE_CHECKING:
    from pydantic import JsonValue

REVIEWER_VARIABLE = "DEPARTURES_REVIEWER"

app = typer.Typer(
    help="Accept, correct, reject, merge, split, withhold, lift or undo.", rich_markup_mode=None
)
By = Annotated[str, typer.Option(metavar="NAME", envvar=REVIEWER_VARIABLE, help="Who decides it.")]
Why = Annotated[str, typer.Option(metavar="WORDS", help="The reason, for everybody to read.")]
Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="As in claim:0123456789abcdef0123.")]
Claims = Annotated[list[str], typer.Argument(metavar="CLAIM…", help="Claims of operations.")]
Field = Annotated[
    str | None, typer.Option(metavar="NAME", help="One field of the claim, such as count.")
]
Document = Annotated[str, typer.Argument(metavar="DOCUMENT", help="sha256: and its hash.")]
Words = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Words of the document; without them, all of it."),
]
CLAIM = "claim:5d1c3e0f2b7a49688c41"
OTHER = "claim:90e2f7b6a1d34c5f8e77"


def _decide(context: typer.Context, by: str, made: "dict[str, JsonValue]") -> None:
    from departures.record import Record
    from departures.review import decide, people

    settings: Settings = context.obj
    with Record.open(settings.record, create=False) as record:
        person = next((each for each in people(record) if each.name == by), None)
        if person is None:
            raise BadInputError(
                f"nobody is called {by}; `departures user add {by}` lets them decide"
            )
        decision = decide(record, person, made)
        record.refresh()
    print(
        f"Decision {decision.id}: {decision.act}. `departures decide undo {decision.id}` undoes it."
    )


@app.command(epilog=examples(f"departures decide accept {CLAIM} --field count --by ada"))
def accept(
    context: typer.Context, claim: Claim, by: By, field: Field = None, why: Why = ""
) -> None:
    """Say that the document says what the claim, or one field of it, says."""
    _decide(context, by, {"act": "accept", "claim": claim, "field": field, "why": why})


@app.command(epilog=examples(f"departures decide reject {CLAIM} --by ada --why 'A rehearsal.'"))
def reject(
    context: typer.Context, claim: Claim, by: By, field: Field = None, why: Why = ""
) -> None:
    """Say that the document does not say it; it is shown no longer."""
    _decide(context, by, {"act": "reject", "claim": claim, "field": field, "why": why})


@app.command(
    epilog=examples(
        f"departures decide correct {CLAIM} mode '\"sea\"' --by ada --why 'It was a ferry.'",
        f"departures decide correct {CLAIM} carrier null --by ada --why 'That flew the way back.'",
    )
)
def correct(
    context: typer.Context,
    claim: Claim,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Such as count.")],
    value: Annotated[
        str, typer.Argument(metavar="JSON", help="The value as a claim has it, or null.")
    ],
    by: By,
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason; it is needed.")],
) -> None:
    """Give one field of a claim another value, or other words."""
    try:
        meant: JsonValue = json.loads(value)
    except (ValueError, RecursionError):
        raise BadInputError(
            f"{value} is no JSON; words need quotation marks of their own"
        ) from None
    _decide(
        context, by, {"act": "correct", "claim": claim, "field": field, "value": meant, "why": why}
    )


@app.command(epilog=examples(f"departures decide merge {CLAIM} {OTHER} --by ada"))
def merge(context: typer.Context, claims: Claims, by: By, why: Why = "") -> None:
    """Say that claims tell of one operation."""
    _decide(context, by, {"act": "merge", "claims": list(claims), "why": why})


@app.command(
    epilog=examples(f"departures decide split {CLAIM} --from {OTHER} --by ada --why 'Two planes.'")
)
def split(
    context: typer.Context,
    claims: Claims,
    others: Annotated[
        list[str], typer.Option("--from", metavar="CLAIM", help="A claim of the other operation.")
    ],
    by: By,
    why: Why = "",
) -> None:
    """Say that claims tell of another operation than others do."""
    _decide(
        context, by, {"act": "split", "claims": list(claims), "others": list(others), "why": why}
    )


@app.command(
    epilog=examples("departures decide withhold sha256:56e9c9b1 --words 'A Name' --by ada")
)
def withhold(
    context: typer.Context, document: Document, by: By, words: Words = None, why: Why = ""
) -> None:
    """Keep words of a document from the public, or all of it."""
    _decide(context, by, {"act": "withhold", "why": why, **_stretch(context, document, words)})


@app.command(
    epilog=examples(
        "departures decide lift sha256:56e9c9b1 --words 'A Name' --by grace --why 'The minister.'"
    )
)
def lift(
    context: typer.Context,
    document: Document,
    by: By,
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason; it is needed.")],
    words: Words = None,
) -> None:
    """Let the public see what was withheld."""
    _decide(context, by, {"act": "lift", "why": why, **_stretch(context, document, words)})


@app.command(epilog=examples("departures decide undo 7 --by ada"))
def undo(
    context: typer.Context,
    decision: Annotated[int, typer.Argument(metavar="NUMBER", help="The number it was given.")],
    by: By,
    why: Why = "",
) -> None:
    """Undo an earlier decision; undoing an undo brings it back."""
    _decide(context, by, {"act": "undo", "decision": decision, "why": why})


def _stretch(context: typer.Context, document: str, words: str | None) -> "dict[str, JsonValue]":
    """The whole id of the document, and where the words first stand in it."""
    from departures.record import Record

    settings: Settings = context.obj
    with Record.open(settings.record, create=False) as record:
        kept = record.frozen(document)
    if words is None:
        return {"document": kept.id}
    start = kept.text.find(words) if words else -1
    if start < 0:
        raise BadInputError("the document does not have these words; give them letter by letter")
    return {"document": kept.id, "start": start, "end": start + len(words)}
