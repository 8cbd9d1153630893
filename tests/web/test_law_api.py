"""The law shelf through the API."""


def test_a_day_a_case_and_an_arrangement(client) -> None:
    asked = {"nationality": "KZ", "destination": "UZ"}
    answer = client.get("/api/law/on/2025-04-30", params=asked).json()
    assert answer["as_of"] == "2026-11-24"
    assert "dvd-pi-20250418" in {held["order"]["id"] for held in answer["orders"]}
    assert client.get("/api/law/cases/jgg").json()["case"]["id"] == "jgg"
    held = client.get("/api/law/agreements", params={"country": "uz"}).json()["agreements"]
    assert [row["country"] for row in held] == ["UZ"]


def test_bad_questions_are_told_what_to_do(client) -> None:
    assert client.get("/api/law/on/2025-02-30").status_code == 422
    assert client.get("/api/law/on/2025-04-30", params={"destination": "QQ"}).status_code == 422
    assert client.get("/api/law/cases/nobody").status_code == 404
