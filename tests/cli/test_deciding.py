"""Deciding, searching, copying and people on the command line, on a record of the examples."""

import io
import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Departures

EXAMPLES = Path(__file__).parents[2] / "examples"
FLIGHT = "2025-04-30-us-uz-tashkent"


@pytest.fixture
def reviewed(departures: Departures, monkeypatch: pytest.MonkeyPatch) -> Departures:
    for name in ("meridian-wire.txt", "harbor-courier.txt"):
        assert departures("add", EXAMPLES / name, "--published", "2025-05-01").status == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("correct horse battery\n"))
    assert departures("user", "add", "ada").status == 0
    return departures


def operation(run: Departures) -> dict[str, object]:
    (found,) = [
        each
        for each in json.loads(run("operations", "--format", "json").out)
        if each["id"].startswith(FLIGHT)
    ]
    return found


def test_a_decision_and_its_undoing(reviewed: Departures) -> None:
    before = operation(reviewed)
    (claim,) = [
        entry["claims"][0]
        for entry in before["values"]["count"]["asserted"]  # type: ignore[index]
        if entry["value"]["text"] == "131"
    ]
    told = reviewed("decide", "reject", claim, "--field", "count", "--by", "ada")
    assert told.status == 0
    assert "decide undo 1" in told.out
    assert operation(reviewed) != before
    assert reviewed("decide", "undo", "1", "--by", "ada").status == 0
    assert operation(reviewed) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("accept", "claim:" + "0" * 20, "--by", "ada"),
        ("accept", "claim:" + "0" * 20, "--by", "nobody"),
        ("correct", "claim:" + "0" * 20, "count", "{", "--by", "ada", "--why", "x"),
        ("undo", "4", "--by", "ada"),
        ("withhold", "ffffffff", "--by", "ada"),
    ],
)
def test_what_can_not_be_decided_is_told_in_one_line(
    reviewed: Departures, arguments: tuple[str, ...]
) -> None:
    told = reviewed("decide", *arguments)
    assert (told.status, told.out, told.err.count("\n")) == (2, "", 1)


def test_search_finds_operations_and_documents(reviewed: Departures) -> None:
    told = reviewed("search", "TASHKÉNT")
    assert FLIGHT in told.out
    assert "document" in told.out
    assert json.loads(reviewed("search", "nowhere", "--format", "json").out)["operations"] == []


def test_a_record_goes_into_a_file_and_comes_back(reviewed: Departures, tmp_path: Path) -> None:
    before = operation(reviewed)
    file = tmp_path / "backup.db"
    assert reviewed("record", "backup", str(file)).status == 0
    assert reviewed("record", "restore", str(file)).status == 2
    assert reviewed("record", "restore", str(file), "--replace").status == 0
    assert operation(reviewed) == before
    assert reviewed("record", "copy", str(file), str(tmp_path / "copy.db")).status == 0
    assert "0 of them otherwise" in reviewed("record", "reread").out
    assert reviewed("record", "rebuild").status == 0
    assert operation(reviewed) == before
    assert "ada" in reviewed("user", "list").out


def test_a_reviewer_goes_through_the_queue_by_keys(
    reviewed: Departures, monkeypatch: pytest.MonkeyPatch
) -> None:
    (item,) = json.loads(reviewed("review", "--format", "json").out)
    assert (item["kind"], item["about"], item["people"]) == ("new", FLIGHT, 131)
    monkeypatch.setattr(sys, "stdin", io.StringIO("?\na 1\nr 99\nm\nu\na\nq\n"))
    told = reviewed("review", "--by", "ada")
    assert told.status == 0
    assert "Decision 1: accept." in told.out
    assert "Decision 2: undo." in told.out
    assert "Decision 3: accept." in told.out
    assert "3 decided." in told.out
    assert json.loads(reviewed("review", "--format", "json").out) == []


def test_reviewing_needs_somebody_who_may_decide(reviewed: Departures) -> None:
    told = reviewed("review", "--by", "nobody")
    assert (told.status, told.err.count("\n")) == (2, 1)
