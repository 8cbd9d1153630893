"""Starting is instant, and leaving is quiet."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("fastapi", "starlette", "sqlalchemy", "alembic", "polars", "jinja2", "rich", "resiliparse")
COMMAND = [sys.executable, "-m", "departures"]


def python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("module", ["departures", "departures.cli.app"])
def test_importing_loads_no_web_store_or_table_library(module: str) -> None:
    loaded = python(f"import sys, {module}; print(*sys.modules)").split()
    assert not [name for name in loaded if name.partition(".")[0] in HEAVY]


def test_the_vocabulary_is_loaded_only_by_a_command_that_reads() -> None:
    loaded = python("import sys, departures.cli.app; print(*sys.modules)").split()
    assert "departures.words" not in loaded


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_are_instant(option: str) -> None:
    taken = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*COMMAND, option], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(taken) < 0.3, "seconds of the processor's time; what other tests take is not in it"


def test_an_output_that_is_full_or_closed_is_no_traceback() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    closed = subprocess.run(
        ["sh", "-c", '"$@" <&- >&-', "sh", *COMMAND, "read", "-"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert closed.returncode == 2
    assert closed.stderr.startswith("departures: standard input is closed")


def test_a_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*COMMAND, "schema"], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, "")
