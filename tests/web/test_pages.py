"""The pages of the example reports."""

from fastapi.testclient import TestClient

FLIGHT = "/operations/2025-04-30-us-uz-tashkent"


def test_the_board_shows_each_number_with_whoever_says_it(client: TestClient) -> None:
    board = client.get("/").text
    for words in ("131", "Kristi Noem", "More than 100", "Uzbek officials", "Uzbekistan Airways"):
        assert words in board


def test_the_board_leads_to_the_operation(client: TestClient) -> None:
    assert f'href="{FLIGHT}"' in client.get("/").text


def test_an_operation_shows_every_value_in_its_sentence(client: TestClient) -> None:
    page = client.get(FLIGHT).text
    assert "carried <mark>131</mark> deportees to Uzbekistan" in page
    assert "<mark>More than 100</mark> people from Uzbekistan" in page
    assert "This is context, not a legal finding." in page
