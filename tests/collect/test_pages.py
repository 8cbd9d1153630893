"""Web pages: the article's words, in paragraphs, and nothing else of the page."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.collect import collect
from departures.collect.pages import read_page
from departures.errors import BadInputError

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plane lands | The Paper</title>
<meta property="og:title" content="Plane with 40 people lands in Almaty">
<meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2025-05-01T00:30:00+05:00">
<link rel="canonical" href="https://example.org/plane">
<style>p { color: red }</style>
<script>var told = "900 people were deported";</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>Plane with 40 people lands in Almaty</h1>
<p onclick="alert('800 people were deported')">The plane carried <b>40</b> people<sup>1</sup>,
the ministry&nbsp;said &mdash; &ldquo;all citizens&rdquo;.</p>
<p>They came from two cities:</p>
<ul><li>30 people from Frankfurt</li><li>10 people from Vienna</li></ul>
<script>document.write("700 people were deported")</script>
<form><input value="600 people were deported"><button>Send</button></form>
<p hidden>500 people were deported</p>
</article>
<aside>Related: 400 people were deported</aside>
<section class="comments"><p>I counted 300 people deported</p></section>
<footer>Copyright</footer></body></html>"""


def test_the_article_is_read_in_paragraphs() -> None:
    page = read_page(PAGE)
    assert page.text.split("\n\n") == [
        "Plane with 40 people lands in Almaty",
        "The plane carried 40 people, the ministry\u00a0said — “all citizens”.",
        "They came from two cities:",
        "30 people from Frankfurt\n10 people from Vienna",
    ]


def test_the_page_says_its_title_day_source_and_address() -> None:
    page = read_page(PAGE)
    assert page.title == "Plane with 40 people lands in Almaty"
    assert page.published == date(2025, 5, 1)
    assert (page.source, page.url) == ("The Paper", "https://example.org/plane")


def test_what_the_caller_says_goes_before_what_the_page_says(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    document = collect(path, published=date(2025, 5, 2), source="Another")
    assert (document.published, document.source) == (date(2025, 5, 2), "Another")
    assert document.url == "https://example.org/plane"
    assert "deported" not in document.text


def test_a_page_is_known_by_its_content_too(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(PAGE.encode("utf-16"))
    assert collect(path).title == "Plane with 40 people lands in Almaty"


def test_a_declared_encoding_is_used(tmp_path: Path) -> None:
    markup = '<html><head><meta charset="windows-1251"></head><body><p>Ташкент принял рейс</p>'
    path = tmp_path / "page.htm"
    path.write_bytes(markup.encode("cp1251"))
    assert collect(path).text == "Ташкент принял рейс"


def test_a_headline_outside_the_article_is_put_first() -> None:
    body = "<p>" + "The plane carried 40 people to Almaty. " * 5 + "</p>"
    page = read_page(f"<title>Plane lands</title><body><article>{body}</article>")
    assert page.text.startswith("Plane lands\n\nThe plane carried")


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph":[{"datePublished":"2025-05-01"}]}</script>',
        '<meta name="DC.date.issued" content="2025-05-01">',
        '<meta name="date" content="2025-99-01"><time datetime="2025-05-01T10:00">May</time>',
    ],
)
def test_the_day_is_found_where_pages_give_it(head: str) -> None:
    assert read_page(f"<html><head>{head}</head><body><p>Words</p>").published == date(2025, 5, 1)


def test_times_that_disagree_and_broken_data_give_no_day() -> None:
    markup = (
        '<script type="application/ld+json">{"datePublished": ' + "[" * 100_000 + "</script>"
        '<time datetime="2025-05-01">a</time><time datetime="2025-05-02">b</time><p>Words</p>'
    )
    assert read_page(markup).published is None


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text('<html><body><div id="app"></div><script>load()</script></body></html>')
    with pytest.raises(BadInputError, match="no article text"):
        collect(path)


def test_deep_nesting_costs_no_more_than_its_length() -> None:
    started = time.perf_counter()
    page = read_page("<p>Before" + "<div>" * 100_000 + "deep words")
    assert "deep words" in page.text
    assert time.perf_counter() - started < 5


@given(st.text(alphabet=st.sampled_from("<>/&;\"'= apdivscripthtml!-\n\0\x1b\ud800"), max_size=300))
def test_any_markup_is_read(markup: str) -> None:
    try:
        markup.encode()
    except UnicodeEncodeError:
        return
    text = read_page(markup).text
    assert "\x1b" not in text
    assert "\0" not in text
