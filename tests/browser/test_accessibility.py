"""Every kind of page: nothing grave to axe, nothing wider than its screen, a quiet log."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from crawling import kinds_of_pages
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

GRAVE = {"serious", "critical"}
SIZES = {"phone": (320, 640), "desk": (1280, 900), "wall": (2560, 1440)}


@pytest.fixture(scope="module")
def pages(browser: Browser, site: str) -> list[str]:
    """One address of each kind of page."""
    context = browser.new_context(base_url=site)
    found = kinds_of_pages(context.new_page(), site)
    context.close()
    assert len(found) >= 8
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_reports_nothing_grave(page: Page, pages: list[str], scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    grave = []
    for address in pages:
        page.goto(address)
        for found in Axe().run(page).response["violations"]:
            if found["impact"] in GRAVE:
                grave.append((address, found["id"], found["nodes"][0]["html"][:200]))
    assert not grave


@pytest.mark.parametrize("size", SIZES)
def test_pages_fit_their_screen(page: Page, pages: list[str], size: str, shots: Path) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    too_wide = []
    for address in pages:
        page.goto(address)
        page.screenshot(path=shots / f"{_name(address)}-{size}.png", full_page=True)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            too_wide.append(address)
    assert not too_wide


def test_pages_have_one_heading_a_language_and_a_quiet_log(
    context: BrowserContext, pages: list[str]
) -> None:
    page, loud = context.new_page(), []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            loud.append((page.url, message.text))

    page.on("console", listen)
    page.on("pageerror", lambda error: loud.append((page.url, str(error))))
    for address in pages:
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        assert page.get_attribute("html", "lang"), address
    assert not loud


def _name(address: str) -> str:
    return address.strip("/").replace("/", "-")[:60] or "home"
