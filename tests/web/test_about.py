"""The pages about the record say what the documentation says."""

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("address", "file"),
    [("/methodology", "method.md"), ("/data-dictionary", "data-dictionary.md")],
)
def test_every_heading_of_the_documentation_is_on_its_page(
    client: TestClient, address: str, file: str
) -> None:
    page = client.get(address).text
    headings = re.findall(r"^#+ (.+)$", (DOCS / file).read_text(), re.MULTILINE)
    told = re.findall(r"<h\d>(.*?)</h\d>", page)
    assert headings
    assert [heading.replace("`", "") for heading in headings] == [
        unescape(re.sub("<[^>]+>", "", each)) for each in told
    ]
    assert ".md" not in "".join(re.findall('href="([^"]*)"', page))


def test_a_shelf_without_releases_says_how_to_add_one(client: TestClient) -> None:
    assert "departures releases add" in client.get("/releases").text
    assert client.get("/releases/none").status_code == 404
