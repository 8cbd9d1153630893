"""Every answer carries the security headers, and those worth keeping an entity tag."""

import pytest
from fastapi.testclient import TestClient

from departures.web import create_app
from departures.web.guard import HEADERS
from departures.web.shelf import open_shelf

ADDRESSES = ["/", "/documents", "/api/operations", "/api/docs", "/static/site.css", "/nowhere"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_security_headers(client: TestClient, address: str) -> None:
    sent = client.get(address).headers
    assert {name: sent.get(name) for name in HEADERS} == HEADERS


def test_the_policy_lets_nothing_inline_or_foreign_run() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("address", ["/", "/documents", "/api/operations", "/static/site.css"])
def test_what_a_client_holds_is_not_sent_again(client: TestClient, address: str) -> None:
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")


def test_a_tag_changes_with_the_record(empty: TestClient, shelf, record) -> None:
    before = empty.get("/").headers["etag"]
    shelf.moved = record.operations()
    assert empty.get("/").headers["etag"] != before


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_answers_like_get_without_the_body(client: TestClient, address: str) -> None:
    answer = client.head(address)
    assert answer.status_code == client.get(address).status_code
    assert answer.content == b""


def test_static_files_may_be_kept_since_their_address_changes(client: TestClient) -> None:
    page = client.get("/").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "?v=" in address
    assert "immutable" in client.get(address).headers["cache-control"]


def test_an_unforeseen_error_shows_no_traceback() -> None:
    app = create_app("sqlite://")

    def broken() -> None:
        raise RuntimeError("secret")

    app.dependency_overrides[open_shelf] = broken
    with TestClient(app, raise_server_exceptions=False) as client:
        for address in ("/", "/api/operations"):
            answer = client.get(address)
            assert answer.status_code == 500
            assert "secret" not in answer.text
            assert "Traceback" not in answer.text
            assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_page_with_its_styles_fonts_and_script_is_light(client: TestClient) -> None:
    page = client.get("/", headers={"accept-encoding": "gzip"})
    weight = int(page.headers["content-length"])
    for part in ("tokens.css", "site.css", "board.css", "reading.css", "print.css", "light.js"):
        weight += int(client.get(f"/static/{part}").headers["content-length"])
    for font in ("ibm-plex-sans-latin-wght-normal", "ibm-plex-serif-latin-400-normal"):
        weight += len(client.get(f"/static/fonts/{font}.woff2").content)
    assert weight < 150_000
