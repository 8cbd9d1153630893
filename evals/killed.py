"""Kill `add`, `decide` and `record copy` at random moments, and see what is left.

    python evals/killed.py                      # 200 kills on SQLite
    python evals/killed.py --kills 50 postgresql://me@127.0.0.1/empty

After each kill: every claim has its document, every decision is whole, nothing that was confirmed
is missing, and what is shown is what a rebuild from nothing gives.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text

from departures.reading import read_document
from departures.record import Record
from departures.record.copying import copy
from departures.record.engine import engine_for, reading
from departures.words import Document, Reading

SEED = 20250430
LONGEST = 0.25


def report(number: int) -> Reading:
    """A report of one of forty flights, in words of its own."""
    day, people = 1 + number % 28, 20 + number
    told = f"{people} people were deported from Vienna to Almaty on {day} May 2025."
    return read_document(Document.of(f"{told} It was report {number}.", source=f"Paper {number}"))


def killed(seconds: float, work: Callable[[int], None]) -> list[str]:
    """What `work` confirmed, in a process of its own, until it was killed."""
    taking, giving = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(taking)
        engine_for.cache_clear()
        try:
            work(giving)
        finally:
            os._exit(0)
    os.close(giving)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(taking, "rb") as pipe:
        return [line.decode().strip() for line in pipe if line.endswith(b"\n")]


def faults(record: Record, added: set[str], decided: set[str]) -> list[str]:
    """What is wrong with the record after a kill."""
    found = []
    with reading(record.address) as connection:
        for what, query in _HALVES.items():
            if connection.scalar(text(query)):
                found.append(what)
    if added - set(record.kept()):
        found.append("a confirmed document is missing")
    if decided - {str(held.id) for held in record.decisions()}:
        found.append("a confirmed decision is missing")
    shown = list(record.export())
    record.rebuild()
    if list(record.export()) != shown:
        found.append("what is shown is not what a rebuild gives")
    return found


_HALVES = {
    "a reading without its document": (
        "SELECT count(*) FROM readings WHERE document NOT IN (SELECT id FROM documents)"
    ),
    "a document without a reading": (
        "SELECT count(*) FROM documents WHERE id NOT IN (SELECT document FROM readings)"
    ),
    "a claim without its reading": (
        "SELECT count(*) FROM claims WHERE reading NOT IN (SELECT id FROM readings)"
    ),
    "a decision that concerns nothing": (
        "SELECT count(*) FROM decisions WHERE id NOT IN (SELECT decision FROM concerns)"
    ),
}


def main() -> int:
    """Kill, look, and tell."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("address", nargs="?", help="an empty record; a new file by default")
    arguments.add_argument("--kills", type=int, default=200)
    given = arguments.parse_args()
    moments = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        record = Record.open(given.address or Path(folder) / "record.db")
        return kill(record, Path(folder), given.kills, moments)


def kill(record: Record, folder: Path, kills: int, moments: random.Random) -> int:
    """Kill so often, at these moments; tell what was left, and give 1 where it was wrong."""
    added: set[str] = set()
    decided: set[str] = set()
    wrong = 0
    for number in range(kills):
        work, confirmed = _work(number, record, folder, added, decided)
        told = killed(moments.uniform(0, LONGEST), work)
        if confirmed is not None:
            confirmed.update(told)
        problems = faults(record, added, decided)
        if confirmed is None:
            problems += _copied(record, folder / f"{number}.db", told)
        for problem in problems:
            print(f"kill {number}: {problem}")
        wrong += bool(problems)
    print(f"{kills} kills, {len(added)} documents and {len(decided)} decisions confirmed:", end=" ")
    print("nothing lost, nothing half" if not wrong else f"{wrong} kills left something wrong")
    return 1 if wrong else 0


def _work(
    number: int, record: Record, folder: Path, added: set[str], decided: set[str]
) -> tuple[Callable[[int], None], set[str] | None]:
    """What is to be killed this time, and where its confirmations belong; null for a copy."""
    if number % 3 == 0 or not added:
        readings = [report(number * 40 + each) for each in range(40)]

        def add(told: int) -> None:
            for read in readings:
                record.add(read)
                os.write(told, f"{read.document.id}\n".encode())
                record.refresh()

        return add, added
    if number % 3 == 1:
        claims = [claim.id for claim in record.claims()][:40]

        def decide(told: int) -> None:
            for claim in claims:
                made = record.decide("eval", {"act": "accept", "claim": claim})
                os.write(told, f"{made.id}\n".encode())

        return decide, decided

    def copied(told: int) -> None:
        with Record.open(folder / f"{number}.db") as target:
            held = copy(record, target)
            os.write(told, f"{sum(each.rows for each in held)}\n".encode())

    return copied, None


def _copied(record: Record, file: Path, told: list[str]) -> list[str]:
    """A copy is all there or not begun."""
    with Record.open(file) as target:
        there, here = len(target.kept()), len(record.kept())
        whole = there == here and target.decisions() == record.decisions()
        if there and not whole:
            return ["half a copy"]
        if told and not whole:
            return ["a confirmed copy is not there"]
    file.unlink()
    return []


if __name__ == "__main__":
    sys.exit(main())
