"""Reported figures beside the official releases, on the pages and in the API."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.test_pages import Outline

from departures.reading import read_claims
from departures.record import Record
from departures.releases import open_shelf
from departures.web import create_app
from departures.web.contract import DocumentRecord, OperationRecord
from departures.words import Document

MADE_UP = Path(__file__).parents[2] / "evals" / "releases"
REPORT = Document.of(
    """Deportations to Central Asia rise

Immigration and Customs Enforcement deported 638 people to Uzbekistan in fiscal year 2024. Lawyers
say that deportation flights leave every month.

402 Kazakh citizens were sent home on deportation flights in August 2024, according to ICE.
""",
    published=date(2024, 10, 20),
    source="A paper",
)
ASKED = "departures releases count --table removals-by-citizenship"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Record.open(tmp_path / "record.db") as record:
        record.add(read_claims(REPORT))
        record.refresh()
    return tmp_path


def site(folder: Path) -> TestClient:
    return TestClient(create_app(folder / "record.db", folder / "releases"))


def with_releases(folder: Path) -> TestClient:
    shelf = open_shelf(folder / "releases")
    shelf.add(MADE_UP / "removals-made-up.csv")
    shelf.add(MADE_UP / "docket-made-up.csv")
    return site(folder)


def test_a_document_shows_what_releases_say_of_its_figures(folder: Path) -> None:
    page = with_releases(folder).get(f"/documents/{REPORT.id}").text
    assert "“638” is told of people sent to Uzbekistan." in page
    assert f"<code>{ASKED}" in page
    assert "Citizens of a country, or people sent there?" in page
    levels = Outline(page).headings()
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_api_answers_with_the_same(folder: Path) -> None:
    client = with_releases(folder)
    answer = client.get(f"/api/documents/{REPORT.id}")
    found = {
        each.rule: each for each in DocumentRecord.model_validate_json(answer.content).findings
    }
    assert {"R03", "R04"} <= set(found)
    queries = [rest.query for rest in found["R04"].evidence if rest.query]
    assert queries
    assert queries[0].startswith(ASKED)


def test_an_operation_of_a_month_shows_them_too(folder: Path) -> None:
    client = with_releases(folder)
    operations = client.get("/api/operations").json()["operations"]
    [id] = [each["id"] for each in operations if "kz" in each["id"]]
    answer = OperationRecord.model_validate_json(client.get(f"/api/operations/{id}").content)
    assert "R03" in {each.rule for each in answer.findings}
    assert "a number of people on one day" in client.get(f"/operations/{id}").text


def test_a_release_that_is_added_while_the_site_runs_is_seen(folder: Path) -> None:
    client = site(folder)
    page = client.get(f"/documents/{REPORT.id}").text
    assert "no official release of such figures is on the shelf" in page
    assert "Missing: an official release that counts people sent to Uzbekistan" in page
    open_shelf(folder / "releases").add(MADE_UP / "removals-made-up.csv")
    assert "“638” is told of" in client.get(f"/documents/{REPORT.id}").text
