"""The official releases through the API: as the command answers, and never below the floor."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from departures.releases import Answer, open_shelf
from departures.releases.synthetic import layout_of, write_csv
from departures.web import create_app
from departures.web.contract import ReleaseList, ReleaseRecord

COUNTS = "CountryOfCitizenship,2017,2018\nMEXICO, 128765, 141045\nUZBEKISTAN, 28, 41\n"
COUNT = "/api/releases/count"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder: Path = tmp_path_factory.mktemp("official")
    (folder / "counts.csv").write_text(COUNTS, encoding="utf-8")
    write_csv(layout_of("removals-2025-07"), folder / "people.csv", 60)
    shelf = open_shelf(folder / "releases")
    shelf.add(folder / "counts.csv")
    shelf.add(folder / "people.csv")
    return TestClient(create_app("sqlite://", folder / "releases"), raise_server_exceptions=False)


def test_the_shelf_and_one_release(site: TestClient) -> None:
    held = ReleaseList.model_validate_json(site.get("/api/releases").content).releases
    assert {each.release.table for each in held} == {"removals", "removals-by-citizenship"}
    (one,) = site.get("/api/releases", params={"table": "removals"}).json()["releases"]
    record = ReleaseRecord.model_validate_json(
        site.get(f"/api/releases/{one['release']['id']}").content
    )
    assert record.rows == 60
    assert record.files[0].file == "people.csv"
    assert record.caveats
    assert "unique_identifier" not in {column.name for column in record.columns}


def test_a_count_comes_with_all_that_belongs_to_it(site: TestClient) -> None:
    asked = {"table": "removals-by-citizenship", "citizenship": "uz", "fiscal_year": "2018"}
    answer = Answer.model_validate_json(site.get(COUNT, params=asked).content)
    assert answer.figure == 41
    assert answer.definition.id == "removal"
    assert answer.caveats
    assert "fiscal_year = 2018" in answer.query


def test_no_small_group_is_named_whatever_is_asked(site: TestClient) -> None:
    by = {"table": "removals", "by": "citizenship_country,gender"}
    cells = site.get(COUNT, params=by).json()["cells"]
    assert all(cell["figure"] >= 5 for cell in cells)
    assert site.get(COUNT, params={**by, "floor": "1"}).status_code == 422
    assert site.get(COUNT, params={**by, "floor": "30"}).json()["cells"][0]["merged"]


@pytest.mark.parametrize(
    ("asked", "status", "why"),
    [
        ({}, 422, "table"),
        ({"table": "none"}, 404, "no table"),
        ({"table": "removals", "release": "../x"}, 404, "no release"),
        ({"table": "removals", "where": "gender"}, 422, "COLUMN=VALUE"),
        ({"table": "removals", "where": "birth_year=x"}, 422, "is a number"),
        ({"table": "removals", "by": "unique_identifier"}, 422, "tells people apart"),
        ({"table": "removals", "by": '"; DROP'}, 422, "no column"),
        ({"table": "removals", "from": "2024-13-01"}, 422, "from"),
        ({"table": "removals", "from": "2024-02-01", "to": "2024-01-01"}, 422, "before it begins"),
    ],
)
def test_what_makes_no_sense_is_one_line(
    site: TestClient, asked: dict[str, str], status: int, why: str
) -> None:
    answer = site.get(COUNT, params=asked)
    assert answer.status_code == status
    assert why in answer.json()["message"]
    assert "/" not in answer.json()["message"].replace("../x", "")


def test_a_site_without_releases_has_an_empty_shelf(tmp_path: Path) -> None:
    site = TestClient(create_app("sqlite://", tmp_path / "none"))
    assert site.get("/api/releases").json() == {"releases": []}
    assert site.get("/api/releases/removals").status_code == 404
