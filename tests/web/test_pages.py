"""The pages of the example reports, of an empty record, and of a long one."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from departures.record import Record
from departures.web import create_app
from departures.web.shelf import open_shelf
from departures.words import Document, OperationClaim, Reading, Span, Withheld, claim_id

FLIGHT = "/operations/2025-04-30-us-uz-tashkent"
READER = "by-hand/1"


class Outline(HTMLParser):
    """What a page is made of: its elements' attributes, ids and headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [value for _, attrs in self.elements if (value := attrs.get(attribute))]

    def headings(self) -> list[int]:
        """The levels of the headings, in order."""
        return [int(tag[1]) for tag, _ in self.elements if re.fullmatch("h[1-6]", tag)]


@pytest.fixture(scope="module")
def site(app: FastAPI, record) -> dict[str, Response]:
    """Every page that links of the site lead to, and one that leads nowhere, by address."""
    app.dependency_overrides[open_shelf] = lambda: record
    client = TestClient(app, raise_server_exceptions=False)
    found: dict[str, Response] = {}
    waiting = ["/", "/nowhere"]
    for address in waiting:
        found[address] = client.get(address)
        for tag, attrs in Outline(found[address].text).elements:
            path = (attrs.get("href") or "").partition("#")[0]
            if tag != "a" or "nofollow" in (attrs.get("rel") or "") or "lang=" in path:
                continue  # from day to day there is no end; languages have tests of their own
            page = path.startswith("/") and not path.startswith(("/static", "/api/exports/"))
            if page and path not in waiting:
                waiting.append(path)
    return found


def html(site: dict[str, Response]) -> Iterator[tuple[str, Outline]]:
    """The outlines of the pages among the answers."""
    for address, answer in site.items():
        if answer.headers["content-type"].startswith("text/html"):
            yield address, Outline(answer.text)


def test_the_board_shows_each_number_with_whoever_says_it(client: TestClient) -> None:
    board = client.get("/").text
    for words in ("131", "Kristi Noem", "More than 100", "Uzbek officials", "Uzbekistan Airways"):
        assert words in board


def test_the_sentence_behind_131_is_two_clicks_from_the_board(client: TestClient) -> None:
    assert f'href="{FLIGHT}"' in client.get("/").text
    operation = client.get(FLIGHT).text
    assert "carried <mark>131</mark> deportees to Uzbekistan" in operation
    link = re.search(r'href="(/documents/[^"]*)#(w[0-9-]+)">See it in the text', operation)
    assert link
    assert re.search(rf'<mark[^>]*id="{link[2]}">131</mark>', client.get(link[1]).text)


def test_an_operation_shows_every_value_in_its_sentence(client: TestClient) -> None:
    page = client.get(FLIGHT).text
    assert "<mark>More than 100</mark> people from <" not in page
    assert "<mark>More than 100</mark> people from Uzbekistan" in page
    assert "deported <mark>at least 100</mark> people" in page
    assert "Sources differ, and can both be right" in page
    assert "This is context, not a legal finding." in page


def test_values_of_one_sentence_are_marked_in_it_together(client: TestClient) -> None:
    page = client.get(FLIGHT).text
    together = "<mark>Uzbekistan</mark>, <mark>Kazakhstan</mark> and <mark>Kyrgyzstan</mark>"
    assert together in page


def test_every_link_inside_the_site_leads_to_something(site) -> None:
    for address, answer in site.items():
        assert answer.status_code == (404 if address == "/nowhere" else 200), address


def test_every_fragment_is_on_the_page_that_it_leads_to(site) -> None:
    outlines = dict(html(site))
    ids = {address: set(outline.all("id")) for address, outline in outlines.items()}
    for address, outline in outlines.items():
        for link in outline.all("href"):
            path, _, fragment = link.partition("#")
            if fragment and not path.startswith(("http:", "https:")):
                assert unquote(fragment) in ids[path or address], (address, link)


def test_no_page_asks_another_server_for_anything(site) -> None:
    for _address, page in html(site):
        assert all(source.startswith("/static/") for source in page.all("src"))
        for tag, attrs in page.elements:
            assert tag not in ("iframe", "object", "embed", "style", "base")
            assert not [name for name in attrs if name.startswith("on") or name == "style"]
            if tag == "link":
                followed = attrs["rel"] == "alternate"  # asked for by nobody but a feed reader
                assert (attrs["href"] or "").startswith("/feeds/" if followed else "/static/")
            if (attrs.get("href") or "").startswith("http"):
                assert attrs["rel"] == "noopener noreferrer nofollow"


def test_every_page_has_landmarks_ordered_headings_and_no_id_twice(site) -> None:
    for address, page in html(site):
        tags = [tag for tag, _ in page.elements]
        assert tags.count("main") == tags.count("h1") == 1
        assert {"header", "nav", "footer"} <= set(tags)
        assert tags.count("table") == tags.count("caption")
        levels = page.headings()
        assert levels[0] == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert len(page.all("id")) == len(set(page.all("id"))), address
        assert page.elements[0] == ("html", {"lang": "en", "dir": "ltr"})


def test_the_first_digits_of_a_hash_lead_to_the_document(client: TestClient, record) -> None:
    id = record.documents()[0].id
    answer = client.get(f"/documents/{id[:20]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/documents/{id}")


def test_the_front_page_is_short_and_says_what_was_read_lately(empty, shelf) -> None:
    shelf.__dict__.update(type(shelf).of(*flights(40)).__dict__)
    home = empty.get("/").text
    assert len(re.findall(r'href="/operations/', home)) == 12
    lately = home.split('id="read"')[1]
    assert re.findall(r"<bdi>(Log \d+)<", lately) == [f"Log {n}" for n in range(39, 33, -1)]
    assert "40 operations, as reported" in home


def test_an_empty_record_says_how_to_begin(empty: TestClient) -> None:
    assert "departures add" in empty.get("/").text
    assert empty.get("/documents").status_code == 200


@pytest.mark.parametrize(
    "address", ["/operations/none", "/documents/none", "/none", "/operations?page=2"]
)
def test_what_is_not_there_has_a_page_that_says_so(empty: TestClient, address: str) -> None:
    answer = empty.get(address)
    assert answer.status_code == 404
    assert "Back to the board" in answer.text


@pytest.mark.parametrize("page", ["0", "-1", "x", "1e9", "9" * 30, "%00", ""])
def test_an_impossible_page_number_has_a_page_that_says_so(empty: TestClient, page: str) -> None:
    answer = empty.get(f"/operations?page={page}")
    assert answer.status_code == 422
    assert "Back to the board" in answer.text


def flights(number: int) -> list[tuple[Document, list[OperationClaim]]]:
    """One short document and claim for each flight, on days of their own."""
    read = []
    for index in range(number):
        when = date(2025, 1, 1) + timedelta(days=3 * index)
        text = f"On {when} people were flown to Kigali."
        document = Document.of(text, source=f"Log {index}")
        quote = Span(start=0, end=len(text), text=text)
        claim = OperationClaim.model_validate(
            {
                "id": claim_id(document.id, "operation", quote, str(when)),
                "document": document.id,
                "quote": quote,
                "reader": READER,
                "date": {
                    "start": 3,
                    "end": 13,
                    "text": str(when),
                    "earliest": when,
                    "latest": when,
                },
                "destination": {
                    "start": len(text) - 7,
                    "end": len(text) - 1,
                    "text": "Kigali",
                    "name": "Kigali",
                    "country": "RW",
                },
            }
        )
        read.append((document, [claim]))
    return read


def test_a_long_board_comes_in_pages_that_hold_each_operation_once(empty, shelf) -> None:
    shelf.__dict__.update(type(shelf).of(*flights(201)).__dict__)
    pages = [empty.get(f"/operations?page={number}").text for number in (1, 2, 3)]
    ids = [id for page in pages for id in re.findall(r'href="/operations/([^"]+)"', page)]
    assert len(ids) == len(set(ids)) == 201
    assert 'rel="next"' in pages[0]
    assert 'rel="prev"' in pages[1]
    assert 'rel="next"' not in pages[2]
    assert "Page 1 of 3" in empty.get("/documents").text


def test_what_is_withheld_is_a_block_that_says_what_it_hides(tmp_path) -> None:
    text = "Ana Ruiz Soto was deported to Kigali, her sister said.\n"
    document = Document.of(text, source="Log", title="A flight")
    hidden = (Withheld(start=0, end=13, kind="name"),)
    record = Record.open(tmp_path / "record.db")
    record.add(Reading(document=document, withheld=hidden))
    site = TestClient(create_app(str(record.address)))
    page = site.get(f"/documents/{document.id}").text
    assert 'role="img" aria-label="withheld: a private person&#39;s name"' in page
    assert "Ruiz" not in page
    assert '<h1 dir="auto" lang="en">A flight</h1>' in page


def test_what_is_said_is_not_told_to_have_happened(client: TestClient, record) -> None:
    courier = next(held for held in record.documents() if held.source == "Harbor Courier")
    page = client.get(f"/documents/{courier.id}").text
    statement = page.split('claim-row statement"')[1].split("</tr>")[0]
    assert "in reported speech; read by" in statement
    assert "reported to have happened" in page.split('claim-row operation"')[1].split("</tr>")[0]
