"""The API: the vocabulary whole, lists in pieces, and errors as they are declared."""

import json

from fastapi.testclient import TestClient

from departures.web.contract import DocumentRecord, OperationList, OperationRecord, Problem
from departures.web.routers.pages import router as pages

FLIGHT = "2025-04-30-us-uz-tashkent"


def test_an_operation_comes_whole_with_its_findings_and_documents(client, record) -> None:
    content = client.get(f"/api/operations/{FLIGHT}").content
    answer = OperationRecord.model_validate_json(content)
    assert json.loads(content)["operation"] == record.operation(FLIGHT).model_dump(mode="json")
    assert list(answer.findings) == record.findings(FLIGHT)
    assert {document.id for document in answer.documents} == set(answer.operation.documents)


def test_a_document_comes_with_its_text_and_claims(client, record) -> None:
    for held in record.documents():
        content = client.get(f"/api/documents/{held.id}").content
        answer = DocumentRecord.model_validate_json(content)
        assert answer.document == held
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
        ("/api/operations", "/api/operations?cursor=" + "x" * 300, 422),
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
        "/api/operations",
        "/api/operations/{id}",
        "/api/documents/{id}",
        "/api/search",
        "/api/law/agreements",
        "/api/law/cases/{id}",
        "/api/law/on/{day}",
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
