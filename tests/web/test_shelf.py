"""The pages over a real record."""

from pathlib import Path

from fastapi.testclient import TestClient

from departures.record import Record
from departures.web import create_app
from departures.words import Reading

FLIGHT = "/operations/2025-04-30-us-uz-tashkent"


def test_a_record_in_a_file_is_shown(tmp_path: Path, record) -> None:
    file = tmp_path / "record.db"
    with Record.open(file) as kept:
        for document in record.held:
            claims = tuple(record.claims(document.id))
            kept.add(Reading(document=document, claims=claims))
    client = TestClient(create_app(file))
    assert "Kristi Noem" in client.get("/").text
    assert "carried <mark>131</mark> deportees" in client.get(FLIGHT).text
    for document in record.texts([held.id for held in record.held]):
        assert client.get(f"/documents/{document.id}").status_code == 200
        answer = client.get(f"/api/documents/{document.id[:30]}").json()
        assert answer["document"]["text"] == document.text
        assert len(answer["claims"]) == len(record.claims(document.id))


def test_a_record_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    file = tmp_path / "none" / "record.db"
    client = TestClient(create_app(file))
    assert client.get("/").status_code == 503
    assert "departures add" in client.get("/").text
    assert client.get("/api/operations").json()["status"] == 503
    assert not file.parent.exists()
