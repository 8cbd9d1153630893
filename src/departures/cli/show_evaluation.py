"""An evaluation for people, as tables, and for programs, as JSON."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table

from departures.cli.terminal import console, safe
from departures.evaluate import NAMES, Evaluation, Score
from departures.evaluate.tally import NONE, Tally

PARTS = ("operation ", "statistic ")


@contextmanager
def progress(steps: int) -> Iterator[Callable[[], None]]:
    """A function to call after each document: it moves a bar on standard error, if it is shown."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=steps)
        yield lambda: bar.advance(task)


def json_of(evaluation: Evaluation, *, misses: bool, below: list[str]) -> str:
    """Everything that was counted; the misses where they are asked for."""
    tally = evaluation.tally
    told: dict[str, object] = {
        "documents": evaluation.documents,
        "seconds": round(evaluation.seconds, 3),
        "failed": evaluation.failed,
        "below_floor": below,
        "scores": {name: _figures(tally.score(name)) for name in NAMES},
        "readers": [
            {"reader": reader, "kind": kind, "right": score.right, "claimed": score.claimed}
            for (reader, kind), score in sorted(tally.by_reader.items())
        ],
        "confusions": [
            {**cell._asdict(), "count": count} for cell, count in sorted(tally.confusions.items())
        ],
    }
    if misses:
        told["misses"] = [miss._asdict() for miss in tally.misses]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _figures(score: Score) -> dict[str, float]:
    return {
        "precision": round(score.precision, 6),
        "recall": round(score.recall, 6),
        "f1": round(score.f1, 6),
        "right": score.right,
        "labelled": score.labelled,
        "claimed": score.claimed,
    }


def show_evaluation(
    evaluation: Evaluation, *, misses: bool, below: list[str], color: bool | None
) -> None:
    """Print the misses where they are asked for, then the scores and the confusions."""
    out, tally = console(color), evaluation.tally
    if misses:
        _show_misses(out, tally)
    texts = f"{evaluation.documents} documents in {evaluation.seconds:.1f} s"
    out.print(f"{texts}; the reader broke off on {len(evaluation.failed)}")
    for failure in evaluation.failed:
        out.print(safe(f"  {failure}", style="red"), soft_wrap=True)
    out.print()
    out.print(_scores(tally))
    out.print()
    out.print(_readers(tally))
    for table in sorted({cell.table for cell in tally.confusions}):
        for reader in sorted({cell.reader for cell in tally.confusions if cell.table == table}):
            out.print()
            out.print(_confusion(tally, table, reader))
    for line in below:
        out.print(safe(line, style="red"))


def _show_misses(out: Console, tally: Tally) -> None:
    document = None
    for miss in tally.misses:
        if miss.document != document:
            document = miss.document
            out.print(safe(document, style="bold"))
        out.print(safe(f"    {miss.kind}: {miss.what}"), soft_wrap=True)
    if tally.misses:
        out.print()


def _table(*headings: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for index, heading in enumerate(headings):
        table.add_column(safe(heading), justify="right" if index else "left", no_wrap=True)
    return table


def _scores(tally: Tally) -> Table:
    table = _table("", "precision", "recall", "F1", "right", "labelled", "claimed")
    for name in NAMES:
        score = tally.score(name)
        part = name.startswith(PARTS) and not name.endswith("fields")
        table.add_row(
            f"  {name.partition(' ')[2]}" if part else name,
            *(f"{figure:.3f}" for figure in (score.precision, score.recall, score.f1)),
            *(str(figure) for figure in (score.right, score.labelled, score.claimed)),
        )
    return table


def _readers(tally: Tally) -> Table:
    table = _table("by reader", "", "precision", "right", "claimed")
    for (reader, kind), score in sorted(tally.by_reader.items()):
        figures = (f"{score.precision:.3f}", str(score.right), str(score.claimed))
        table.add_row(safe(reader), safe(kind), *figures)
    return table


def _confusion(tally: Tally, name: str, reader: str) -> Table:
    """Labelled down, read across, numbered alike; what is on one side only stands under —."""
    cells = {
        (cell.labelled, cell.read): count
        for cell, count in tally.confusions.items()
        if cell.table == name and cell.reader == reader
    }
    words = sorted({word for pair in cells for word in pair}, key=lambda word: (word == NONE, word))
    keys = {word: NONE if word == NONE else str(at) for at, word in enumerate(words, start=1)}
    table = _table(f"{name}, {reader}", *keys.values())
    for labelled, key in keys.items():
        row = (str(cells.get((labelled, read), "")) for read in words)
        table.add_row(labelled if key == NONE else f"{key:>2} {labelled}", *row)
    return table
