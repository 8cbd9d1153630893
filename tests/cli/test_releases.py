"""`departures releases …`, typed as a person types it."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Departures

from departures.releases.synthetic import layout_of, write_csv

COUNTS = "CountryOfCitizenship,2017,2018\nMEXICO, 128765, 141045\nUZBEKISTAN, 28, 41\n"


@pytest.fixture
def counts(tmp_path: Path) -> Path:
    path = tmp_path / "removals.csv"
    path.write_text(COUNTS, encoding="utf-8")
    return path


def test_added_listed_counted_removed(departures: Departures, tmp_path: Path, counts: Path) -> None:
    added = departures("releases", "add", counts)
    assert added.status == 0, added.err
    assert "removals-by-citizenship" in departures("releases", "list").out
    asked = ("releases", "count", "--table", "removals-by-citizenship", "--fiscal-year", "2018")
    answer = json.loads(departures(*asked, "--citizenship", "uz", "--format", "json").out)
    assert answer["figure"] == 41
    assert answer["definition"]["id"] == "removal"
    assert answer["period"] == {"first": "2017-10-01", "last": "2018-09-30", "basis": "fiscal_year"}
    assert answer["caveats"]
    assert "fiscal_year = 2018" in answer["query"]
    assert "41 removals" in departures(*asked, "--citizenship", "UZ").out
    assert departures("releases", "remove", "removals-by-citizenship").status == 0
    assert json.loads(departures("releases", "list", "--format", "json").out) == []


def test_csv_runs_nothing(departures: Departures, tmp_path: Path) -> None:
    path = tmp_path / "hostile.csv"
    link = '"=HYPERLINK(""http://x.example"")"'
    path.write_text(f"CountryOfCitizenship,2018\n{link},7\n@SUM(1),8\n", encoding="utf-8")
    departures("releases", "add", path)
    by = ("--by", "citizenship_country", "--format", "csv")
    printed = departures("releases", "count", "--table", "removals-by-citizenship", *by).out
    names = [row[0] for row in csv.reader(io.StringIO(printed))][1:]
    assert sorted(names) == ['\'=HYPERLINK("http://x.example")', "'@SUM(1)"]


def test_one_bad_file_stops_no_other(departures: Departures, tmp_path: Path, counts: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n", encoding="utf-8")
    ended = departures("releases", "add", bad, counts)
    assert ended.status == 2
    assert "bad.csv has no table" in ended.err
    assert "removals-by-citizenship" in departures("releases", "list").out


def test_small_numbers_of_people_are_withheld(departures: Departures, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    write_csv(layout_of("removals-2025-07"), path, 60)
    departures("releases", "add", path)
    by = ("releases", "count", "--table", "removals", "--by", "citizenship_country")
    printed = departures(*by).out
    assert "other groups, small ones among them" in printed
    assert "other groups" not in departures(*by, "--floor", "1").out
    one = departures("releases", "count", "--table", "removals", "--where", "birth_year=1950").out
    assert one.startswith("withheld")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("count", "--table", "none"), "no table"),
        (("show", "none"), "no release"),
        (("remove", "../x"), "no release"),
        (("count", "--table", "x", "--where", "gender"), "COLUMN=VALUE"),
        (("count", "--table", "x", "--citizenship", "Uzbek"), "two letters"),
        (("add", "nowhere.csv"), "can't be read"),
        (("add", "nowhere.csv", "--release", "A b"), "small letters"),
    ],
)
def test_what_makes_no_sense_is_one_line(
    departures: Departures, words: tuple[str, ...], why: str
) -> None:
    ended = departures("releases", *words)
    assert ended.status == 2
    assert why in ended.err
    assert len(ended.err.splitlines()) == 1


def test_definitions_and_layouts(departures: Departures) -> None:
    held = json.loads(departures("releases", "definitions", "--format", "json").out)
    assert {"removal", "return", "expulsion", "fiscal-year"} <= {each["id"] for each in held}
    assert "removals-2026-03" in departures("releases", "layouts").out
