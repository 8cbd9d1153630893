"""Hostile documents: whatever they hold is shown as text, and nothing of it runs or leads away."""

import re
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from departures.resolve import gather
from departures.words import Document, OperationClaim, Span, StatementClaim, claim_id
from departures.words.visible import visible

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "</mark></p></main><style>*{display:none}</style>",
    "\u202etxt.exe\u202c",
    "مرحبا 131 שלום",
    "w" * 100_000,
    "a\x00b\x1b[31mc\x7f",
    "e\u0301" * 50 + "👩‍👩‍👧‍👦" * 20,
    "&lt;b&gt; &amp;amp;",
)


def put(shelf, text: str, **known: str) -> str:
    """A document whose every word is hostile, with claims whose every word is; its id."""
    document = Document.of(text, **known)
    quote = Span(start=0, end=len(text), text=text)
    named = {**quote.model_dump(), "name": text}
    base = {"document": document.id, "quote": quote, "reader": text[:50]}
    by = {"speaker": text, "role": text, "manner": "direct", "start": 0, "end": len(text)}
    operation = OperationClaim.model_validate(
        {
            **base,
            "id": claim_id(document.id, "operation", quote, "1"),
            "destination": named,
            "carrier": named,
            "count": {**quote.model_dump(), "lower": 131, "upper": 131},
            "asserted_by": by,
        }
    )
    statement = StatementClaim.model_validate(
        {**base, "id": claim_id(document.id, "statement", quote, "2"), "asserted_by": by}
    )
    shelf.held, shelf.told = [document], [operation, statement]
    shelf.moved = gather(shelf.told)
    return document.id


def pages(client, shelf, document: str) -> list[str]:
    """Every page on which the document's words can stand."""
    addresses = ["/", "/documents", f"/documents/{document}", f"/operations/{shelf.moved[0].id}"]
    answers = [client.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200] * 4
    return [answer.text for answer in answers]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:24])
def test_hostile_words_are_shown_as_text_everywhere(empty, shelf, text: str) -> None:
    document = put(shelf, text, source=text, title=text, language=text[:20], url=text)
    for page in pages(empty, shelf, document):
        for tag in re.findall(r"<[^>]*>", page):
            assert not re.match(r"<(svg|style|script(?! src=\"/static)|img(?! src=\"/static))", tag)
            assert not re.search(r"""\son\w+\s*=(?=(?:[^"]*"[^"]*")*[^"]*$)""", tag)
        assert "\u202e" not in page
        assert "\x00" not in page
        assert "49" not in re.sub(r"[0-9a-f]{12,}|\d+-\d+", "", page) or "7" not in text
    shown = unescape(re.sub(r"</?mark[^>]*>", "", empty.get(f"/documents/{document}").text))
    assert visible(text) in shown


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "http:",
        "https://[",
        "java\nscript:alert(1)",
    ],
)
def test_an_address_that_is_not_of_the_web_is_no_link(empty, shelf, url: str) -> None:
    document = put(shelf, "131 people", url=url)
    for page in pages(empty, shelf, document):
        links = [unescape(link) for link in re.findall(r'href="([^"]*)"', page)]
        assert all(link.startswith(("/", "#")) for link in links)


def test_a_web_address_is_a_link_that_tells_nothing_of_its_origin(empty, shelf) -> None:
    document = put(shelf, "131 people", url='https://paper.example/?a=1&b="2"')
    page = empty.get(f"/documents/{document}").text
    assert 'href="https://paper.example/?a=1&amp;b=&#34;2&#34;" rel="noopener' in page


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_any_text_is_answered(empty, shelf, text: str) -> None:
    pages(empty, shelf, put(shelf, text, source=text, title=text))


@pytest.mark.parametrize(
    "id", ["..%2f..%2fetc%2fpasswd", "%00", "a" * 5000, "<script>", "😀", "'--"]
)
def test_any_id_is_answered_with_a_page_or_json(empty, id: str) -> None:
    for address in (
        "/operations/",
        "/documents/",
        "/api/operations/",
        "/api/documents/",
        "/static/",
    ):
        answer = empty.get(address + id)
        assert answer.status_code == 404
        assert "<script>" not in answer.text or "json" in answer.headers["content-type"]
