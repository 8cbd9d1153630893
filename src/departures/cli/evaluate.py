"""`departures evaluate`: how well the reader reads texts that people have labelled."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from departures.errors import BadInputError
from departures.settings import Settings

EXAMPLES = (
    "departures evaluate my-texts",
    "departures evaluate my-texts --misses --only wire",
    "departures evaluate my-texts --ids 001-060 --format json > scores.json",
    "departures evaluate my-texts --floor operations=0.85 --floor statements=0.75",
)
BELOW_FLOOR = 1


def command(
    context: typer.Context,
    corpus: Annotated[
        Path, typer.Argument(metavar="CORPUS", help="A folder of NNN.txt and NNN.json.")
    ],
    format: Annotated[
        Literal["text", "json"],
        typer.Option(help="text is for people, json for programs."),
    ] = "text",
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed, made up or read wrongly.")
    ] = False,
    only: Annotated[
        str | None,
        typer.Option(metavar="GROUP|LANGUAGE", help="Score only texts of a group or language."),
    ] = None,
    ids: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Score only these texts, such as 001-060,075."),
    ] = None,
    jobs: Annotated[
        int, typer.Option(min=1, max=256, metavar="N", help="Processes that share the work.")
    ] = 1,
    floor: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=F1", help="End with status 1 if below; may be repeated."),
    ] = None,
) -> None:
    """Read labelled texts and score what was read.

    Precision, recall and F1 for each kind of claim and each field. How to label texts and what
    counts as right is told in docs/evaluate.md. Keeps nothing.
    """
    from departures.cli.show_evaluation import json_of, progress, show_evaluation
    from departures.evaluate import evaluate, load_corpus

    floors = _floors(floor or [])
    texts = load_corpus(corpus, only=only, ids=ids)
    with progress(len(texts)) as step:
        evaluation = evaluate(texts, jobs=jobs, step=step)
    below = [
        f"{name} is {evaluation.tally.score(name).f1:.3f}, below its floor of {least:g}"
        for name, least in floors.items()
        if evaluation.tally.score(name).f1 < least
    ]
    if format == "json":
        print(json_of(evaluation, misses=misses, below=below))
    else:
        settings: Settings = context.obj
        show_evaluation(evaluation, misses=misses, below=below, color=settings.color)
    if below or evaluation.failed:
        raise typer.Exit(BELOW_FLOOR)


def _floors(options: list[str]) -> dict[str, float]:
    """`operations=0.85` and so on. Raises `BadInputError` for a name or a number that is none."""
    from departures.evaluate import NAMES

    floors = {}
    for option in options:
        name, _, least = option.rpartition("=")
        if name not in NAMES:
            raise BadInputError(f"--floor {option!r}: name one of {', '.join(NAMES)}")
        try:
            floors[name] = float(least)
        except ValueError:
            raise BadInputError(f"--floor {option!r}: {least!r} is no number") from None
    return floors
