"""One page of each kind, found by following links from the home page.

Invariant: pages whose addresses differ only in their last part are one kind, and taken once; so a
new kind of page is looked at as soon as something leads to it.
"""

from collections import deque
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Page

MOST = 60
"""Kinds of pages after which the search ends."""


def kinds_of_pages(page: Page, site: str) -> list[str]:
    """The address of one page of each kind."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    waiting = deque(["/"])
    while waiting and len(found) < MOST:
        address = waiting.popleft()
        if (kind := _kind(address)) in seen:
            continue
        seen.add(kind)
        answer = page.request.get(address)
        if "text/html" in answer.headers.get("content-type", ""):
            found[kind] = address
            page.goto(address)
            links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
            waiting.extend(_within(links, site))
    return list(found.values())


def _kind(address: str) -> str:
    folder, _, last = urlsplit(address).path.rpartition("/")
    return f"{folder}/*" if folder else f"/{last}"


def _within(links: list[str], site: str) -> list[str]:
    plain = (urldefrag(link).url for link in links)
    return [link.removeprefix(site) for link in plain if link.startswith(f"{site}/")]
