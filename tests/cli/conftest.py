"""Running the command line inside the test's process, as a person would type it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from departures.cli.app import run

REPORT = """Deportation flight from New York lands in Tashkent

The United States deported more than 100 migrants, all citizens of Uzbekistan, from New York to
Tashkent on 30 April 2025. A deportation flight carried 131 people, the Department of Homeland
Security said.
"""


class Ended(NamedTuple):
    status: int
    out: str
    err: str


Departures = Callable[..., Ended]


@pytest.fixture
def departures(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> Departures:
    """`departures("read", "x.txt")` in an empty folder, with no settings from outside."""
    monkeypatch.chdir(tmp_path)
    for variable in ("DEPARTURES_HOME", "DEPARTURES_RECORD", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def go(*arguments: str | Path) -> Ended:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["departures", *map(str, arguments)])
        status = run()
        return Ended(status, *capfd.readouterr())

    return go


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
