"""Languages of the pages: chosen by query, cookie or browser; one address for all."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("query", "cookie", "preferred", "code"),
    [
        ("", "", "", "en"),
        ("?lang=es", "", "ru", "es"),
        ("", "ru", "es", "ru"),
        ("", "", "es-MX, en;q=0.5", "es"),
        ("?lang=<script>", "ru\x7f", "", "en"),
    ],
)
def test_the_language_asked_for(
    client: TestClient, query: str, cookie: str, preferred: str, code: str
) -> None:
    headers = {"accept-language": preferred, "cookie": f"lang={cookie}"}
    answer = client.get(f"/{query}", headers=headers)
    assert f'<html lang="{code}" dir="ltr">' in answer.text
    assert answer.headers["content-language"] == code
    assert {"Accept-Language", "Cookie"} <= set(answer.headers["vary"].split(", "))


def test_a_choice_is_remembered_and_english_can_be_had_back(client: TestClient) -> None:
    spanish = client.get("/documents?lang=es&page=1")
    assert "Documentos del registro" in spanish.text
    assert 'href="/documents?page=1&amp;lang=en"' in spanish.text
    assert "Documentos del registro" in client.get("/documents").text
    assert "Documents of the record" in client.get("/documents?lang=en").text


def test_the_api_says_the_same_to_everybody(client: TestClient) -> None:
    plain = client.get("/api/operations")
    spanish = client.get("/api/operations", headers={"accept-language": "es"})
    assert plain.content == spanish.content
    assert "content-language" not in spanish.headers
