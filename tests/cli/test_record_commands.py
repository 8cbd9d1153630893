"""`add`, `operations` and `show`: what is added is listed, and shown with its words."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import REPORT, Departures

from departures.cli import reports
from departures.words import Operation, Reading

OTHER = """Ministry counts deported people

On 3 May 2025 at least 38 migrants were deported from Austria to Kazakhstan.
"""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


def test_a_report_is_added_once(departures: Departures, report: Path) -> None:
    first = departures("add", report, "--published", "2025-05-04", "--source", "A paper")
    assert (first.status, first.err) == (0, "")
    assert "claims" in first.out
    assert Path("departures-data/record.db").exists()
    listed = departures("operations", "--format", "json")
    again = departures("add", report, "--published", "2025-05-05")
    assert (again.status, "already in the record" in again.out) == (0, True)
    assert departures("operations", "--format", "json") == listed


def test_a_bad_file_keeps_no_other_from_being_added(
    departures: Departures, report: Path, other: Path
) -> None:
    ended = departures("add", report, "missing.txt", other)
    assert ended.status == 2
    assert ended.err.count("\n") == 1
    assert "missing.txt does not exist" in ended.err
    assert "2 added, 1 refused" in ended.out


def test_an_interruption_keeps_what_was_added(
    departures: Departures, report: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(reference: str, about: reports.About) -> Reading:
        if reference == str(other):
            raise KeyboardInterrupt
        return read(reference, about)

    read = reports.read_report
    monkeypatch.setattr(reports, "read_report", interrupted)
    ended = departures("add", report, other)
    assert (ended.status, ended.err) == (130, "")
    assert "1 added" in ended.out
    monkeypatch.setattr(reports, "read_report", read)
    assert "already in the record" in departures("add", report).out


def test_an_address_is_of_one_report(departures: Departures, report: Path, other: Path) -> None:
    ended = departures("add", report, other, "--url", "https://example.org/one")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_a_record_elsewhere_is_used(
    departures: Departures, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    departures("--record", "elsewhere.db", "add", report)
    assert Path("elsewhere.db").exists()
    assert not Path("departures-data").exists()
    monkeypatch.setenv("DEPARTURES_RECORD", "sqlite:///elsewhere.db")
    assert "Tashkent" in departures("operations").out
    monkeypatch.delenv("DEPARTURES_RECORD")
    monkeypatch.setenv("DEPARTURES_HOME", "another-home")
    departures("add", report)
    assert Path("another-home/record.db").exists()


@pytest.mark.parametrize("command", [("operations",), ("show", "an-id")])
def test_without_a_record_nothing_is_made(departures: Departures, command: tuple[str, ...]) -> None:
    ended = departures(*command)
    assert (ended.status, ended.out) == (2, "")
    assert "departures add FILE" in ended.err
    assert not Path("departures-data").exists()


def test_operations_are_listed_for_people_and_for_programs(
    departures: Departures, report: Path
) -> None:
    departures("add", report, "--published", "2025-05-04", "--source", "=A paper")
    table = departures("operations").out
    assert "more than 100" in table
    operations = [
        Operation.model_validate(held)
        for held in json.loads(departures("operations", "--format", "json").out)
    ]
    rows = list(csv.DictReader(io.StringIO(departures("operations", "--format", "csv").out)))
    assert [row["id"] for row in rows] == [operation.id for operation in operations]
    assert {row["sources"] for row in rows} == {"'=A paper"}


def test_an_operation_is_shown_with_its_words_and_sources(
    departures: Departures, report: Path
) -> None:
    departures("add", report, "--published", "2025-05-04", "--source", "A paper")
    id = json.loads(departures("operations", "--format", "json").out)[0]["id"]
    shown = departures("show", id).out
    assert "more than 100" in shown
    assert "A paper, 2025-05-04" in shown
    assert "deported more than 100 migrants" in " ".join(shown.split())
    held = json.loads(departures("show", id, "--format", "json").out)
    assert set(held) == {"operation", "findings", "claims", "documents"}
    assert {claim["id"] for claim in held["claims"]} == set(held["operation"]["claims"])
    assert "text" not in held["documents"][0]
    assert all(claim["quote"]["text"] in REPORT for claim in held["claims"])


def test_an_unknown_operation_is_one_line(departures: Departures, report: Path) -> None:
    departures("add", report)
    ended = departures("show", "2025-04-30-us-uz-nowhere")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
