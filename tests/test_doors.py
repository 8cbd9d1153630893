"""Nobody gets a private person's name, number or birthday out, whichever door they try."""

import json
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from departures.reading import read_document
from departures.record import Record
from departures.review import add_person
from departures.web import create_app
from departures.words import Document

NAME, SURNAME = "Yusuf Karimjonov", "Karimjonov"
TEXT = f"""Father of two deported to Tashkent

The United States deported 47 Uzbek nationals from New York to Tashkent on 30 April 2025 on a
charter flight, Homeland Security Secretary Kristi Noem said.

Among them was {NAME}, 34, a construction worker from Queens, born on 4 May 1990. His file, A 123
456 789, had been pending for years. “They took me at work,” {SURNAME} said by telephone. His wife,
Malika {SURNAME}, said that {SURNAME} had no lawyer.
"""
SECRETS = (SURNAME, "karimjonov", "Yusuf", "Malika", "456 789", "4 May 1990")
TITLE = f"{NAME} was on the plane"
URL = "https://paper.example/yusuf-karimjonov-deported"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    record = Record.open(tmp_path / "record.db")
    document = Document.of(TEXT, title=TITLE, url=URL, source="A paper")
    assert record.add(read_document(document))
    return record


@pytest.fixture
def site(record: Record) -> TestClient:
    return TestClient(create_app(str(record.address)), raise_server_exceptions=False)


def leaks(words: str) -> list[str]:
    """Which secrets stand in words, as they are or as JSON and HTML write them."""
    return [secret for secret in SECRETS if secret.casefold() in words.casefold()]


def test_the_text_is_read_and_its_officials_are_named(record: Record) -> None:
    (operation,) = record.operations()
    assert operation.count is not None and operation.count.lower == 47
    assert "Kristi Noem" in record.document(record.kept()[0]).text


DOORS = {
    "/": [""],
    "/operations": [""],
    "/operations/{id}": ["operation"],
    "/documents": [""],
    "/documents/{id}": ["document", "short"],
    "/search": ["?q=tashkent", "?q=tashkent&country=UZ"],
    "/corrections": [""],
    "/about": [""],
    "/methodology": [""],
    "/data-dictionary": [""],
    "/releases": [""],
    "/releases/{id}": ["none"],
    "/countries": [""],
    "/countries/{code}": ["UZ"],
    "/carriers": [""],
    "/carriers/{name:path}": ["none"],
    "/sources": [""],
    "/sources/{name:path}": ["A paper"],
    "/law": ["?day=2025-04-30&destination=UZ"],
    "/law/cases": [""],
    "/law/cases/{id}": ["jgg"],
    "/law/agreements": [""],
    "/law/agreements/{country}": ["UZ"],
    "/login": [""],
    "/audit": [""],
    "/review": [""],
    "/review/operations/{id}": ["operation"],
    "/review/documents/{id}": ["document"],
    "/review/proven": ["?reader=rules-en&field=count"],
    "/downloads": [""],
    "/api/exports/{format}": ["csv", "jsonl", "ftm"],
    "/feeds/operations.atom": ["", "?country=UZ"],
    "/feeds/corrections.atom": [""],
    "/feeds/cases/{id}.atom": ["jgg"],
    "/api/docs": [""],
    "/api/openapi.json": [""],
    "/api/operations": [""],
    "/api/operations/{id}": ["operation"],
    "/api/operations/{id}/releases": ["operation"],
    "/api/documents": [""],
    "/api/documents/{id}": ["document"],
    "/api/decisions": [""],
    "/api/search": ["?q=tashkent"],
    "/api/law/on/{day}": ["2025-04-30"],
    "/api/law/cases/{id}": ["jgg"],
    "/api/law/agreements": [""],
    "/api/releases": [""],
    "/api/releases/count": ["?table=removals"],
    "/api/releases/{id}": ["none"],
}
"""Every address that answers a GET, with what to ask it for; a new one needs a line here."""

BEHIND = ("/login", "/audit", "/review", "/api/releases", "/releases/", "/carriers/")
"""Where this record has nothing to show."""


def routes(held: Iterable[object]) -> Iterator[str]:
    """The addresses of all routes for GET, those of included routers too."""
    for route in held:
        if inside := getattr(route, "original_router", None):
            yield from routes(inside.routes)
        elif "GET" in (getattr(route, "methods", None) or ()):
            yield str(getattr(route, "path", ""))


def doors(record: Record) -> Iterator[str]:
    """Addresses behind each of the doors, as they stand for this record."""
    (document,), (operation,) = record.kept(), record.operations()
    known = {"document": document, "short": document[:20], "operation": operation.id}
    for route, asked in DOORS.items():
        for each in asked:
            yield re.sub("{.*}", known.get(each, each), route) if "{" in route else route + each


def told(answer: Response) -> str:
    """All that an answer says: its head, and its text or that of every file in an archive."""
    if answer.headers.get("content-type") != "application/zip":
        return answer.text + str(answer.headers)
    with ZipFile(BytesIO(answer.content)) as archive:
        files = [archive.read(name).decode() for name in archive.namelist()]
    return "\n".join([*files, str(answer.headers), *archive.namelist()])


def test_every_door_is_tried(site: TestClient) -> None:
    assert isinstance(site.app, FastAPI)
    assert sorted(routes(site.app.routes)) == sorted(DOORS)


def test_no_page_and_no_answer_of_the_api_tells(record: Record, site: TestClient) -> None:
    for door in doors(record):
        answer = site.get(door)
        behind = door.startswith(BEHIND)
        assert answer.status_code == 200 or (behind and answer.status_code == 404), door
        assert leaks(told(answer)) == [], door


def test_no_page_tells_reviewers_either(record: Record, site: TestClient) -> None:
    add_person(record, "ada", "reviewer", "correct horse battery", by="tests")
    let_in = site.post("/login", data={"name": "ada", "password": "correct horse battery"})
    assert let_in.status_code == 200
    for door in doors(record):
        answer = site.get(door)
        assert answer.status_code in (200, 404), door
        assert leaks(told(answer)) == [], door


@pytest.mark.parametrize("secret", SECRETS)
def test_a_search_finds_nobody_by_what_is_withheld(
    record: Record, site: TestClient, secret: str
) -> None:
    assert record.search(f'"{secret}"') == {"operation": [], "document": []}
    assert record.kept()[0] not in site.get("/search", params={"q": secret}).text


def test_an_error_tells_nothing_that_was_not_asked_with(record: Record, site: TestClient) -> None:
    for door in ("/operations/2025-04-30-us-uz", "/documents/sha256:000000", "/api/documents/x"):
        answer = site.get(door)
        assert answer.status_code == 404
        assert leaks(answer.text) == []


def test_no_export_tells(record: Record) -> None:
    assert leaks("\n".join(record.export())) == []
    kept = [
        *record.claims(),
        *record.operations(),
        *record.findings(),
        *record.decisions(),
        *record.texts(record.kept()),
    ]
    assert leaks(json.dumps([held.model_dump(mode="json") for held in kept])) == []
    assert leaks(str(record.documents()) + str(record.facets())) == []


def test_the_file_of_a_decision_does_not_bring_it_back(record: Record) -> None:
    claim = record.claims()[0].id
    record.decide("ada", {"act": "accept", "claim": claim, "why": f"{NAME} says so."})
    assert leaks("\n".join(record.export()) + str(record.decisions())) == []


def test_a_lifted_name_is_shown_again_and_no_other(record: Record) -> None:
    (document,) = record.kept()
    start = TEXT.index("Malika")
    record.decide(
        "grace",
        {
            "act": "lift",
            "document": document,
            "start": start,
            "end": start + len("Malika Karimjonov"),
            "why": "She spoke as the head of a named organisation.",
        },
    )
    shown = record.document(document).text
    assert "Malika Karimjonov" in " ".join(shown.split())
    assert "Yusuf" not in shown
