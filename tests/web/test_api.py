"""The API: the vocabulary whole, lists in pieces, and errors as they are declared."""

import json
from contextlib import suppress

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from departures.errors import BadInputError
from departures.web.contract import (
    DocumentList,
    DocumentRecord,
    OperationList,
    OperationRecord,
    Problem,
)
from departures.web.cursors import cursor_of, place_of
from departures.web.describing import ANY, fields_of, meanings
from departures.web.routers.api import OPERATION_PLACE
from departures.web.routers.pages import router as pages

FLIGHT = "2025-04-30-us-uz-tashkent"


def test_an_operation_comes_whole_with_its_findings_and_documents(client, record) -> None:
    content = client.get(f"/api/operations/{FLIGHT}").content
    answer = OperationRecord.model_validate_json(content)
    assert json.loads(content)["operation"] == record.operation(FLIGHT).model_dump(mode="json")
    assert list(answer.findings) == record.findings(FLIGHT)
    assert {document.id for document in answer.documents} == set(answer.operation.documents)


def test_a_document_comes_with_its_text_and_claims(client, record) -> None:
    for held in record.texts([document.id for document in record.documents()]):
        content = client.get(f"/api/documents/{held.id}").content
        answer = DocumentRecord.model_validate_json(content)
        assert answer.document == held
        kept = record.findings([claim.id for claim in answer.claims])
        assert list(answer.findings[: len(kept)]) == kept
        for claim in answer.claims:
            assert held.text[claim.quote.start : claim.quote.end] == claim.quote.text


def test_a_list_is_walked_with_the_cursor(empty, shelf, record) -> None:
    first = record.operations()[0]
    copies = [first.model_copy(update={"id": f"{first.id}-{n}"}) for n in range(7)]
    shelf.moved = copies
    walked: list[str] = []
    cursor = None
    while True:
        at = {"cursor": cursor} if cursor else {}
        content = empty.get("/api/operations", params={"limit": 3, **at}).content
        answer = OperationList.model_validate_json(content)
        walked += [operation.id for operation in answer.operations]
        assert answer.total == 7
        if (cursor := answer.next) is None:
            break
    assert walked == [operation.id for operation in copies]


def test_errors_are_json_and_declared(client: TestClient) -> None:
    declared = client.get("/api/openapi.json").json()["paths"]
    for template, address, status in (
        ("/api/operations/{id}", "/api/operations/none", 404),
        ("/api/documents/{id}", "/api/documents/none", 404),
        ("/api/operations", "/api/operations?limit=0", 422),
        ("/api/operations", "/api/operations?limit=x", 422),
        ("/api/operations", "/api/operations?cursor=none", 422),
        ("/api/documents", "/api/documents?cursor=e30", 422),
        ("/api/decisions", "/api/decisions?cursor=%00", 422),
        ("/api/operations", "/api/operations?cursor=" + "x" * 700, 422),
    ):
        answer = client.get(address)
        assert answer.status_code == status
        assert Problem.model_validate_json(answer.content).status == status
        assert str(status) in declared[template]["get"]["responses"]


def test_an_address_that_is_no_call_is_answered_in_json(client: TestClient) -> None:
    answer = client.get("/api/nowhere")
    assert (answer.status_code, answer.json()["status"]) == (404, 404)
    assert client.post("/api/operations").json()["status"] == 405


def test_the_description_has_the_calls_and_no_pages(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert set(described["paths"]) == {
        "/api/decisions",
        "/api/exports/{format}",
        "/api/documents",
        "/api/operations",
        "/api/operations/{id}",
        "/api/operations/{id}/releases",
        "/api/documents/{id}",
        "/api/search",
        "/api/law/agreements",
        "/api/law/cases/{id}",
        "/api/law/on/{day}",
        "/api/releases",
        "/api/releases/count",
        "/api/releases/{id}",
    }
    assert {"Operation", "Finding", "ShownDocument", "Problem"} <= set(
        described["components"]["schemas"]
    )
    assert pages.routes


def test_the_apis_page_tells_every_call_and_type(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    page = client.get("/api/docs").text
    for name in [*described["paths"], "OperationList", "ResolvedField", "Problem"]:
        assert name in page


def test_every_field_is_described_and_no_other(client: TestClient) -> None:
    description = client.get("/api/openapi.json").json()
    told = list(fields_of(description))
    assert not [(type, name) for type, name, field in told if not field.get("description")]
    known = {(type, name) for type, name, _ in told} | {(ANY, name) for _, name, _ in told}
    assert {(type, name) for type, of in meanings().items() for name in of} <= known


def test_documents_are_walked_with_the_cursor(client: TestClient, record) -> None:
    walked: list[str] = []
    asked: dict[str, str] = {}
    while True:
        content = client.get("/api/documents", params={"limit": "3", **asked}).content
        answer = DocumentList.model_validate_json(content)
        walked += [document.id for document in answer.documents]
        assert answer.total == record.count_documents()
        if answer.next is None:
            break
        asked = {"cursor": answer.next}
    assert walked == [document.id for document in record.documents()]


@given(cursor=st.text(max_size=80))
def test_a_cursor_that_nobody_gave_is_refused_in_words(cursor: str) -> None:
    with suppress(BadInputError):
        place = place_of(cursor, OPERATION_PLACE)
        assert place is not None
        assert place_of(cursor_of(place, OPERATION_PLACE), OPERATION_PLACE) == place
