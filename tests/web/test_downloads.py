"""Archives over the web: named, kept while the record stays as it is, and made again after."""

import io
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import courier, wire

from departures.exports import FORMATS
from departures.record import Record
from departures.web import create_app
from departures.words import Reading


def put(record: Record, told) -> None:
    record.add(Reading(document=told[0], claims=tuple(told[1])))


@pytest.fixture
def record(tmp_path: Path) -> Record:
    record = Record.open(tmp_path / "record.db")
    put(record, wire())
    return record


@pytest.fixture
def site(record: Record) -> TestClient:
    return TestClient(create_app(str(record.address)), raise_server_exceptions=False)


def test_the_page_leads_to_every_format_and_tells_the_citation(site: TestClient) -> None:
    page = site.get("/downloads?country=uz").text
    for format in FORMATS:
        assert f'href="/api/exports/{format}?country=uz"' in page
    assert "CC-BY-4.0" in page


def test_an_archive_is_a_file_with_a_name_and_a_readme(site: TestClient, record: Record) -> None:
    answer = site.get("/api/exports/csv")
    assert f"departures-csv-{record.state().day}.zip" in answer.headers["content-disposition"]
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert any(name.endswith("/README.md") for name in names)
    assert site.get("/api/exports/exe").status_code == 422


def test_an_archive_is_made_again_only_when_the_record_changed(site, record: Record) -> None:
    first = site.get("/api/exports/jsonl")
    held = {"If-None-Match": first.headers["etag"]}
    assert site.get("/api/exports/jsonl", headers=held).status_code == 304
    assert site.get("/api/exports/jsonl?country=UZ", headers=held).status_code == 200
    put(record, courier())
    later = site.get("/api/exports/jsonl", headers=held)
    assert later.status_code == 200 and later.content != first.content
