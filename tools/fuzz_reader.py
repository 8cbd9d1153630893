"""Throw hostile texts at the reader, led by the branches that they reach.

    make fuzz SECONDS=60

Needs atheris, which `make fuzz` brings for the run. A text on which the reader raises an
exception, or gives a span that does not reproduce its words, is printed and ends the run; other
arguments go to libFuzzer (`-max_total_time=60`, a folder that keeps the texts found so far).
"""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import atheris

with atheris.instrument_imports(include=["departures.read", "departures.resolve"]):
    import departures.read.reader
    from departures.reading import read_document

from departures.read.gate import GROUPS
from departures.read.language import grammar
from departures.words import Document, spans_of

OPENING = "Germany deported 47 Uzbeks who had been refused asylum to Tashkent on Tuesday.\n\n"
MARKS = [*"\"'“”‘’«»()[]—–-,.;:?!…/%$€\n\t ", "\n\n", "\r\n", "\u00a0", "e\u0301", "\u200f", "🛬"]
FIRST_DAY = date(1990, 1, 1)


def _words() -> list[str]:
    """The reader's own words, so that chance soon reaches its grammar."""
    gate = grammar("en", "gate")
    found = [phrase for group in GROUPS for phrase in gate[group]["phrases"]]
    for name in ("numbers", "dates", "speech", "frames", "orders"):
        _gather(grammar("en", name), found)
    return sorted({word for word in found if 0 < len(word) < 40})


def _gather(table: object, found: list[str]) -> None:
    if isinstance(table, str):
        found.append(table)
    elif isinstance(table, dict):
        for name, inner in table.items():
            found.append(name)
            _gather(inner, found)
    elif isinstance(table, list):
        for inner in table:
            _gather(inner, found)


WORDS = _words()


def text_of(data: Any) -> str:
    """A text from a `FuzzedDataProvider`: the reader's words, marks, figures and anything else."""
    parts = [OPENING]
    pieces: list[Callable[[], str]] = [
        lambda: WORDS[data.ConsumeIntInRange(0, len(WORDS) - 1)],
        lambda: WORDS[data.ConsumeIntInRange(0, len(WORDS) - 1)].title(),
        lambda: MARKS[data.ConsumeIntInRange(0, len(MARKS) - 1)],
        lambda: str(data.ConsumeIntInRange(0, 10**9)),
        lambda: data.ConsumeUnicodeNoSurrogates(8),
    ]
    while data.remaining_bytes():
        parts.append(pieces[data.ConsumeIntInRange(0, len(pieces) - 1)]())
        parts.append(" " if data.ConsumeBool() else "")
    return "".join(parts)


def read_one(raw: bytes) -> None:
    """Read one text, and hold every span to its words."""
    data = atheris.FuzzedDataProvider(raw)
    days = data.ConsumeIntInRange(-1, 20_000)
    published = FIRST_DAY + timedelta(days=days) if days >= 0 else None
    document = Document.of(text_of(data), published=published)
    try:
        for claim in read_document(document).claims:
            for span in spans_of(claim):
                assert document.text[span.start : span.end] == span.text
    except Exception:
        print(f"published {published}, text {document.text!r}", file=sys.stderr)
        raise


def main() -> None:
    """Run until something breaks or the time is up."""
    departures.read.reader.read(Document.of(OPENING))
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
