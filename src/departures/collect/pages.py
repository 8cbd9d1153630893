"""Web pages: the text of the article, and what the page says of itself.

Invariant: nothing of scripts, styles or forms is ever text, and work is linear in the length of
the page however deeply its elements are nested.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DOMContext, ElementNode, HTMLTree, traverse_dom

from departures.collect.details import day_of, is_web_address, one_line
from departures.collect.linked_data import published_in

_GOOD_PART = 0.25
"""The share of a page's words that an element must hold to be taken for the article."""
_MOST_STEPS = 20_000_000
"""Elements times their depth: what the heuristics for pages without an article may cost."""
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]")
_FOOTNOTE = re.compile(r"\s*[\[(]?\d{1,3}[\])]?\s*")


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article's text, its paragraphs parted by blank lines, headline first."""

    text: str
    title: str | None
    published: date | None
    source: str | None
    url: str | None


@cache
def _selectors() -> dict[str, list[str]]:
    return tomllib.loads((files("departures.collect") / "pages.toml").read_text("utf-8"))


def read_page(markup: str) -> WebPage:
    """The article in `markup`, with its title, day, source and address where the page tells."""
    tree = HTMLTree.parse(markup)
    title = next(_told(tree, "title"), None)
    text = _article(tree)
    if text and title and not _starts_with(text, title, tree):
        text = f"{title}\n\n{text}"
    return WebPage(
        text=text,
        title=title,
        published=_published(tree),
        source=next(_told(tree, "source"), None),
        url=next(filter(is_web_address, _told(tree, "url")), None),
    )


def _article(tree: HTMLTree) -> str:
    """The words of the element that holds the article, or what the heuristics leave of the page."""
    _drop_footnote_marks(tree)
    whole = _plain(tree)
    for selector in _selectors()["article"]:
        found = _all(tree, selector)
        longest = max(found, key=lambda element: len(element.text or ""), default=None)
        if longest is not None:
            text = _plain(HTMLTree.parse(longest.html))
            if len(text) >= _GOOD_PART * len(whole):
                return text
    if _steps(tree) > _MOST_STEPS:
        return whole
    return _plain(tree, main_content=True) or whole


def _plain(tree: HTMLTree, main_content: bool = False) -> str:
    text = extract_plain_text(
        tree,
        preserve_formatting=True,
        main_content=main_content,
        list_bullets=False,
        alt_texts=False,
        skip_elements=_selectors()["skip"],
    )
    lines = (line.strip() for line in _INVISIBLE.sub("", text).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _drop_footnote_marks(tree: HTMLTree) -> None:
    """Without this, the mark of footnote 1 behind "131 people" would make them 1,311."""
    for mark in _all(tree, "sup"):
        if _FOOTNOTE.fullmatch(mark.text or ""):
            mark.decompose()


def _steps(tree: HTMLTree) -> int:
    steps = 0

    def count(context: DOMContext) -> None:
        nonlocal steps
        steps += context.depth

    if tree.body:
        traverse_dom(tree.body, count, elements_only=True)
    return steps


def _told(tree: HTMLTree, what: str) -> Iterator[str]:
    """What the page's elements say, in the order of the selectors, each on one line."""
    for selector in _selectors()[what]:
        for element in _all(tree, selector):
            words = one_line(_words(element))
            if words:
                yield words


def _all(tree: HTMLTree, selector: str) -> list[ElementNode]:
    return list(tree.document.query_selector_all(selector)) if tree.document else []


def _words(element: ElementNode) -> str:
    for attribute in ("content", "datetime", "href"):
        if element.hasattr(attribute):
            return str(element.getattr(attribute))
    return element.text or ""


def _starts_with(text: str, title: str, tree: HTMLTree) -> bool:
    """Whether the text already begins with a headline."""
    start = " ".join(text[:2000].casefold().split())
    headlines = [title, *(one_line(h1.text or "") for h1 in _all(tree, "h1"))]
    return any(start.find(headline.casefold()) in range(200) for headline in headlines if headline)


def _published(tree: HTMLTree) -> date | None:
    """The first day that the page gives as its own; bare times only when they agree."""
    for words in _told(tree, "published"):
        if day := day_of(words):
            return day
    for script in _all(tree, 'script[type="application/ld+json"]'):
        if day := published_in(script.text or ""):
            return day
    for selector in _selectors()["times"]:
        times = _all(tree, selector)
        days = {day for time in times if (day := day_of(_words(time)))}
        if len(days) == 1:
            return days.pop()
    return None
