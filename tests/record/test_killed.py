"""A kill at any moment leaves the whole document or nothing of it, and loses nothing confirmed."""

import importlib.util
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.record.conftest import reading_of

from departures.record import Record
from departures.record.engine import engine_for

KILLS = 25
SCRIPT = Path(__file__).parents[2] / "evals" / "killed.py"


def killed_after(seconds: float, work: Callable[[int], None]) -> set[str]:
    """Run `work` in a process of its own and kill it; the lines that it wrote until then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        engine_for.cache_clear()  # the parent's connections are not the child's to use
        work(writing)
        os._exit(0)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return {line.decode().strip() for line in pipe if line.endswith(b"\n")}


def test_a_kill_leaves_whole_documents(record: Record, file: Path) -> None:
    moments = random.Random(7)
    confirmed: set[str] = set()
    for round_ in range(KILLS):

        def add(told: int, source: str = f"Paper {round_}") -> None:
            for number in range(1, 10_000):
                reading = reading_of(f"{number}", number, number, source)
                record.add(reading)
                os.write(told, reading.document.id.encode() + b"\n")
                if number % 3 == 0:
                    record.refresh()

        confirmed |= killed_after(moments.uniform(0.0, 0.3), add)
    kept = record.documents()
    assert confirmed
    assert confirmed <= {document.id for document in kept}
    assert {document.claims for document in kept} == {2}
    told = {claim for operation in record.operations() for claim in operation.claims}
    assert told == {claim.id for claim in record.claims() if claim.kind == "operation"}


def test_a_kill_while_deciding_or_copying_leaves_nothing_half(
    record: Record, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = importlib.util.spec_from_file_location("killed_eval", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    killing = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(killing)
    assert killing.kill(record, tmp_path, 9, random.Random(7)) == 0, capsys.readouterr().out


def test_a_record_whose_making_was_killed_is_made(tmp_path: Path, record: Record) -> None:
    moments = random.Random(7)
    for number in range(12):
        file = tmp_path / f"{number}.db"
        killed_after(moments.uniform(0.0, 0.06), lambda _, file=file: Record.open(file))
        assert Record.open(file).operations() == []
