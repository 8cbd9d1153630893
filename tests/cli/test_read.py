"""`departures read`: the contract as JSON, the same as text for people, and nothing kept."""

import json
from pathlib import Path

from tests.cli.conftest import REPORT, Departures

from departures.words import Reading


def test_json_is_the_contract(departures: Departures, report: Path) -> None:
    ended = departures("read", report, "--published", "2025-05-04", "--format", "json")
    assert (ended.status, ended.err) == (0, "")
    reading = Reading.model_validate_json(ended.out)
    assert json.loads(ended.out) == reading.model_dump(mode="json")
    assert reading.document.text == REPORT
    assert str(reading.document.published) == "2025-05-04"


def test_text_marks_the_claims_and_lists_them(departures: Departures, report: Path) -> None:
    ended = departures("read", report, "--source", "A paper", "--published", "2025-05-04")
    assert ended.status == 0
    assert "A paper, 2025-05-04" in ended.out
    assert "more than 100" in ended.out
    assert "\x1b" not in ended.out
    for heading in ("Claims", "Findings"):
        assert heading in ended.out


def test_colour_is_used_when_asked_for(departures: Departures, report: Path) -> None:
    assert "\x1b[" in departures("--color", "read", report).out
    assert "\x1b[" not in departures("--no-color", "read", report).out


def test_a_report_cannot_reach_the_terminal(departures: Departures, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(REPORT + "\x1b[2J\x1b]0;owned\x07 \u202e more\r\n", encoding="utf-8")
    ended = departures("read", path)
    assert ended.status == 0
    assert not {"\x1b", "\x07", "\u202e", "\r"} & set(ended.out)


def test_reading_keeps_nothing(departures: Departures, report: Path, tmp_path: Path) -> None:
    departures("read", report)
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]
