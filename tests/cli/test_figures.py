"""Reported figures beside the official releases, on the command line."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Departures

MADE_UP = Path(__file__).parents[2] / "evals" / "releases"
REPORT = """Deportations to Central Asia rise

The United States has stepped up deportation flights to Central Asia, lawyers said on Monday.

Immigration and Customs Enforcement deported 638 people to Uzbekistan in fiscal year 2024.
"""


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    path = tmp_path / "figures.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def rules(ended_out: str) -> dict[str, dict]:
    return {
        found["rule"]: found
        for found in json.loads(ended_out)["findings"]
        if found["rule"].startswith("R")
    }


def test_a_figure_is_read_beside_the_releases_of_the_home(
    departures: Departures, figures: Path
) -> None:
    departures("releases", "add", MADE_UP / "removals-made-up.csv")
    found = rules(departures("read", figures, "--format", "json").out)
    assert set(found) == {"R04"}
    [released] = [rest for rest in found["R04"]["evidence"] if rest["kind"] == "release"]
    asked = released["query"].removeprefix("departures ").split()
    assert json.loads(departures(*asked, "--format", "json").out)["figure"] == 638
    told = " ".join(departures("read", figures).out.split())
    assert "“638” is told of people sent to Uzbekistan." in told


def test_without_releases_the_answer_is_unknown_and_nothing_is_made(
    departures: Departures, figures: Path, tmp_path: Path
) -> None:
    [(rule, found)] = rules(departures("read", figures, "--format", "json").out).items()
    assert (rule, found["answer"]) == ("R01", "unknown")
    assert found["missing"]
    assert not (tmp_path / "departures-data").exists()


def test_an_operation_of_many_weeks_is_shown_beside_the_releases(
    departures: Departures, tmp_path: Path
) -> None:
    text = "Kazakh citizens were sent home\n\n402 Kazakh citizens were sent home on deportation "
    text += "flights in August 2024, according to ICE.\n"
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    departures("releases", "add", MADE_UP / "docket-made-up.csv")
    departures("add", "report.txt", "--published", "2024-09-20")
    [held] = json.loads(departures("operations", "--format", "json").out)
    shown = departures("show", held["id"], "--format", "json")
    assert set(rules(shown.out)) == {"R03"}
