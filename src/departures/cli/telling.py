"""What the command line says beside its answer: errors, and how far it is.

Invariant: an error is one line on standard error.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

MANY = 5
"""From so many steps on, a bar is shown."""


class Step(Protocol):
    """Moves a bar on by some steps."""

    def __call__(self, steps: int = 1, /) -> None:
        """One step was taken, or several."""


def tell_error(message: object) -> None:
    """Print an error as one line, in which nothing can move the cursor of the terminal."""
    shown = "".join(letter if letter.isprintable() else " " for letter in str(message))
    print(f"departures: {' '.join(shown.split())}", file=sys.stderr)


@contextmanager
def progress(what: str, steps: int) -> Iterator[Step]:
    """A function to call after each step: it moves a bar on a terminal, and nothing elsewhere."""
    if steps < MANY or not sys.stdout.isatty():
        yield lambda steps=1: None
        return
    from rich.progress import Progress

    with Progress(redirect_stderr=sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=steps)
        yield lambda steps=1: bar.advance(task, steps)
