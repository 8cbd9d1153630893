"""What the law shelf says of a reported order stands on the page of its document, beside it."""

from fastapi.testclient import TestClient


def test_a_reported_order_stands_beside_the_row_that_it_matches(client: TestClient, record) -> None:
    told = [found for found in record.findings() if found.rule == "L18"]
    assert told
    document_of = {claim.id: claim.document for claim in record.claims()}
    for found in told:
        page = client.get(f"/documents/{document_of[found.about]}").text
        assert "Which order on the shelf does the report mean?" in page
        assert "Law data as of" in page
