"""The doors for reviewers: none until somebody may decide, none for other sites."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import courier, note, wire

from departures.record import Record
from departures.review import add_person
from departures.web import create_app
from departures.words import Reading

PASSWORD = "correct horse battery"
FLIGHT = "2025-04-30-us-uz-tashkent"
DOORS = ("/login", "/review", f"/review/operations/{FLIGHT}", "/audit")


@pytest.fixture
def kept(tmp_path: Path) -> Record:
    record = Record.open(tmp_path / "record.db")
    for document, claims in (wire(), courier(), note()):
        record.add(Reading(document=document, claims=tuple(claims)))
    return record


@pytest.fixture
def site(kept: Record) -> TestClient:
    return TestClient(create_app(str(kept.address)), follow_redirects=True)


@pytest.fixture
def reviewer(kept: Record, site: TestClient) -> TestClient:
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    assert site.post("/login", data={"name": "ada", "password": PASSWORD}).status_code == 200
    return site


def token(site: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', site.get("/review").text)
    assert found
    return found[1]


def test_no_door_to_write_is_there_until_somebody_may_decide(site: TestClient) -> None:
    assert [site.get(door).status_code for door in DOORS] == [404] * len(DOORS)
    assert site.post("/review/decide", data={"act": "undo"}).status_code == 404
    for page in ("/", f"/operations/{FLIGHT}", "/corrections", "/search?q=tashkent"):
        answer = site.get(page)
        assert answer.status_code == 200
        assert 'href="/review"' not in answer.text
        assert 'method="post"' not in answer.text


def test_reviewing_needs_a_login(kept: Record, site: TestClient) -> None:
    add_person(kept, "ada", "reviewer", PASSWORD, by="tests")
    assert site.get("/login").status_code == 200
    assert site.get("/review").status_code == 403
    refused = site.post("/login", data={"name": "ada", "password": "wrong"})
    assert refused.status_code == 403
    assert "The name or the password is wrong." in refused.text
    for _ in range(5):
        refused = site.post("/login", data={"name": "ada", "password": "wrong"})
    assert refused.status_code == 429


def test_a_session_is_signed_and_ends(kept: Record, reviewer: TestClient) -> None:
    assert reviewer.get("/review").status_code == 200
    cookie = reviewer.cookies["departures-session"]
    reviewer.cookies.set("departures-session", cookie[:-2] + "xx")
    reviewer.cookies.clear()
    reviewer.cookies.set("departures-session", cookie)
    assert reviewer.get("/review").status_code == 200
    add_person(kept, "ada", "reviewer", "another password", by="tests")
    assert reviewer.get("/review").status_code == 403


def decide(site: TestClient, **written: str) -> int:
    answer = site.post("/review/decide", data={"token": token(site), **written})
    return answer.status_code


def test_a_form_of_another_site_or_session_decides_nothing(
    kept: Record, reviewer: TestClient
) -> None:
    claim = kept.claims()[0].id
    form = {"act": "accept", "claim": claim, "back": "/review"}
    assert reviewer.post("/review/decide", data=form).status_code == 403
    assert reviewer.post("/review/decide", data={**form, "token": "x"}).status_code == 403
    other = {"origin": "https://elsewhere.example"}
    answer = reviewer.post("/review/decide", data={**form, "token": token(reviewer)}, headers=other)
    assert answer.status_code == 403
    assert kept.decisions() == []


def test_a_field_is_corrected_and_the_decision_undone(kept: Record, reviewer: TestClient) -> None:
    (claim,) = [
        claim
        for claim in kept.claims()
        if claim.kind == "operation" and claim.count and claim.count.text == "131"
    ]
    page = reviewer.get(f"/review/operations/{FLIGHT}").text
    assert claim.id in page
    written = {
        "act": "correct", "claim": claim.id, "field": "count", "lower": "100", "upper": "131",
        "words": "131", "why": "They say up to.", "back": "/review", "seen": "0",
    }  # fmt: skip
    assert decide(reviewer, **written) == 200
    operation = kept.operation(FLIGHT)
    assert operation.count is not None and operation.count.lower == 100
    assert "They say up to." in reviewer.get("/corrections").text
    assert decide(reviewer, **written) == 409
    assert decide(reviewer, act="undo", decision="1", back="/review") == 200
    operation = kept.operation(FLIGHT)
    assert operation.count is not None and operation.count.lower == 131


@pytest.mark.parametrize(
    "written",
    [
        {"act": "dance"},
        {"act": "accept", "claim": "claim:" + "0" * 20},
        {"act": "undo", "decision": "x"},
        {"act": "withhold", "document": "sha256:" + "0" * 64, "words": "a"},
        {"act": "merge", "first": FLIGHT, "second": "nowhere"},
    ],
)
def test_a_form_that_can_not_be_meant_changes_nothing(
    kept: Record, reviewer: TestClient, written: dict[str, str]
) -> None:
    assert decide(reviewer, **written) in (404, 422)
    assert kept.decisions() == []


def test_words_are_withheld_from_every_page(kept: Record, reviewer: TestClient) -> None:
    (document,) = [held for held in kept.documents() if held.source == "Harbor Courier"]
    form = {"act": "withhold", "document": document.id, "words": "Noem"}
    assert decide(reviewer, **form) == 200
    reader = TestClient(reviewer.app)
    for page in (f"/documents/{document.id}", f"/api/documents/{document.id}"):
        assert "Noem" not in reader.get(page).text, page
    assert document.id not in reader.get("/search?q=noem").text


def test_a_search_shows_the_place_of_the_words(site: TestClient) -> None:
    page = site.get("/search?q=TASHKÉNT").text
    assert f"/operations/{FLIGHT}" in page
    assert "<mark>Tashkent</mark>" in page
    assert "0 operations" in site.get("/search?q=nowhere").text


def test_an_audit_tells_of_logins(reviewer: TestClient) -> None:
    assert "login" in reviewer.get("/audit").text
