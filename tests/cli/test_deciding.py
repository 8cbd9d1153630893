"""Deciding, searching, copying and people on the command line, on a record of the examples."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Departures, Ended

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


Typing = Callable[..., Ended]


@pytest.fixture
def typing(reviewed: Departures, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """`typing("a 1", "q")`: what ada's round of review says to these lines."""

    def go(*lines: str) -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return reviewed("review", "--by", "ada")

    return go


def test_a_reviewer_goes_through_the_queue_by_keys(reviewed: Departures, typing: Typing) -> None:
    item, *others = json.loads(reviewed("review", "--format", "json").out)
    assert (item["kind"], item["about"], item["people"]) == ("new", FLIGHT, 131)
    assert all(other["about"].startswith("sha256:") for other in others)
    told = typing("?", "a 1", "r 99", "m", "u", "a", "q")
    assert told.status == 0
    assert "Decision 1: accept." in told.out
    assert "Decision 2: undo of 1." in told.out
    assert "Decision 3: accept." in told.out
    assert "3 decided." in told.out
    assert json.loads(reviewed("review", "--format", "json").out) == others


def test_undoing_walks_back_through_ones_own_decisions(
    reviewed: Departures, typing: Typing
) -> None:
    before = operation(reviewed)
    typing("r 1", "r 2", "q")
    told = typing("u", "u", "u", "q")
    assert ("undo of 2" in told.out, "undo of 1" in told.out) == (True, True)
    assert "None of your decisions holds" in told.err
    assert operation(reviewed) == before


def counts_of(run: Departures) -> set[tuple[str, int | None]]:
    entries = operation(run)["values"]["count"]["asserted"]  # type: ignore[index]
    return {(entry["value"]["text"], entry["value"]["lower"]) for entry in entries}


@pytest.mark.parametrize(
    ("written", "then"),
    [
        (("100", "", "", ""), {("131", 100)}),
        (("", "", "", "carried 131 deportees"), {("carried 131 deportees", 131)}),
    ],
)
def test_a_value_and_its_words_are_corrected_apart(
    reviewed: Departures, typing: Typing, written: tuple[str, ...], then: set[tuple[str, int]]
) -> None:
    shown = typing(*"nnnnq").out
    passed = shown[: shown.index("131 deportees")].count("? ")
    told = typing(*"n" * passed, "c count", *written, "Looked again.", "q")
    assert "Decision 1: correct." in told.out
    assert then <= counts_of(reviewed)


def test_a_correction_that_can_not_be_meant_changes_nothing(
    reviewed: Departures, typing: Typing
) -> None:
    before = counts_of(reviewed)
    no_words = ("c count", "", "", "", "nowhere to be found", "A reason.")
    no_reason = ("c count", "5", "5", "", "", "")
    told = typing(*no_words, *no_reason, "c nothing", "c 99", "q")
    assert [line.split(": ")[1][:20] for line in told.err.splitlines()] == [
        "The document does no",
        "The decision's why c",
        "A claim of kind oper",
        "A claim of kind oper",
    ]
    assert "0 decided." in told.out
    assert counts_of(reviewed) == before


def test_words_are_withheld_from_the_terminal(reviewed: Departures, typing: Typing) -> None:
    told = typing("w", "Tashkent", "A test.", "q")
    assert "Decision 1: withhold." in told.out
    assert "Tashkent" not in reviewed("search", "Tashkent", "--format", "json").out[:40]


def test_reviewing_needs_somebody_who_may_decide(reviewed: Departures) -> None:
    told = reviewed("review", "--by", "nobody")
    assert (told.status, told.err.count("\n")) == (2, 1)
