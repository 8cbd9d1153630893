"""Feeds: well-formed Atom of what changed, text as text, the same bytes for the same record."""

from datetime import UTC, datetime, tzinfo
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from departures.reading import read_document
from departures.record import Record
from departures.web import create_app
from departures.web.feeds import ATOM, Entry, Feed, atom
from departures.words import Document

A = f"{{{ATOM}}}"
MOMENT = datetime(2026, 5, 1, 12, tzinfo=UTC)
TO_TASHKENT = "A charter flight carried 131 deportees from New York to Tashkent on 30 April 2025."
TO_ACCRA = "The United States deported 14 people to Accra, Ghana, on 6 September 2025 by air."


class Earlier(datetime):
    """A clock that stood still before anybody decided anything."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime(2026, 1, 1, tzinfo=tz)


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Record:
    monkeypatch.setattr("departures.record.intake.datetime", Earlier)
    record = Record.open(tmp_path / "record.db")
    for text in (TO_TASHKENT, TO_ACCRA):
        record.add(read_document(Document.of(text, title="<script>alert(1)</script>", source="A")))
    return record


@pytest.fixture
def site(record: Record) -> TestClient:
    return TestClient(create_app(str(record.address)))


def entries(content: bytes) -> list[Element]:
    return fromstring(content).findall(f"{A}entry")


def test_operations_are_told_with_their_numbers_and_can_be_narrowed(site: TestClient) -> None:
    everything = site.get("/feeds/operations.atom")
    assert everything.headers["content-type"] == "application/atom+xml"
    assert len(entries(everything.content)) == 2
    [only] = entries(site.get("/feeds/operations.atom?country=UZ").content)
    assert only.findtext(f"{A}title") == "New York to Tashkent, 30 April 2025"
    assert "131" in (only.findtext(f"{A}summary") or "")
    address = only.find(f"{A}link").attrib["href"]
    assert site.get(address).status_code == 200
    assert only.findtext(f"{A}id") == address


def test_a_decision_moves_the_operation_that_it_is_about_and_no_other(
    record: Record, site: TestClient
) -> None:
    def times() -> dict[str | None, str | None]:
        found = entries(site.get("/feeds/operations.atom").content)
        return {each.findtext(f"{A}id"): each.findtext(f"{A}updated") for each in found}

    before = times()
    (held,) = (each for each in record.operations() if "uz" in each.id)
    record.decide("ada", {"act": "accept", "claim": held.claims[0], "why": "It says so."})
    moved = {id for id, when in times().items() if when != before[id]}
    assert {str(id).rpartition("/")[2] for id in moved} == {held.id}
    [correction] = entries(site.get("/feeds/corrections.atom").content)
    assert correction.findtext(f"{A}summary") == "It says so."


def test_a_feed_that_did_not_change_is_not_sent_again(site: TestClient) -> None:
    first = site.get("/feeds/operations.atom", headers={"accept-language": "ru"})
    again = site.get("/feeds/operations.atom")
    assert first.content == again.content
    held = site.get("/feeds/operations.atom", headers={"if-none-match": first.headers["etag"]})
    assert held.status_code == 304


def test_a_case_has_its_events(site: TestClient) -> None:
    found = entries(site.get("/feeds/cases/dvd.atom").content)
    assert any("2025-04-18" in (each.findtext(f"{A}updated") or "") for each in found)
    assert site.get("/feeds/cases/none.atom").status_code == 404


@given(st.text())
def test_any_words_stand_in_a_feed_as_text(words: str) -> None:
    entry = Entry("https://record.example/1", words, MOMENT, words, words)
    feed = Feed("https://record.example/f", "https://record.example/", words, words, (entry,))
    root = fromstring(atom(feed))
    assert [child.tag for child in root] == [
        *(f"{A}{name}" for name in ("id", "title", "updated", "rights", "author")),
        *(f"{A}link", f"{A}link", f"{A}entry"),
    ]
    assert atom(feed) == atom(feed)
