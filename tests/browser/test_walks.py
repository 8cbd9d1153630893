"""What a reader does: from the board to the sentence, by mouse, by keyboard, without scripts."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

WAYS = {
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True},
    "without scripts": {"java_script_enabled": False},
    "dark": {"color_scheme": "dark"},
}
MOST_KEYS = 60


@pytest.fixture(params=WAYS)
def reader(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A page as one kind of reader has it."""
    context = browser.new_context(base_url=site, **WAYS[request.param])
    yield context.new_page()
    context.close()


def test_the_sentence_behind_a_figure_is_two_clicks_from_home(reader: Page) -> None:
    reader.goto("/")
    _flight(reader).click()
    expect(_sentences(reader, "131").first).to_be_visible()
    reader.get_by_role("link", name="See it in the text").first.click()
    expect(reader.locator("mark").first).to_be_visible()


def test_a_conflict_shows_both_sentences(reader: Page) -> None:
    reader.goto("/")
    _flight(reader).click()
    people = reader.get_by_role("region", name="People")
    expect(people.get_by_text("Sources d", exact=False)).to_be_visible()
    expect(_sentences(people, "131").first).to_be_visible()
    expect(_sentences(people, "ore than 100").first).to_be_visible()


def test_an_order_in_force_is_followed_from_the_operation(reader: Page) -> None:
    reader.goto("/")
    _flight(reader).click()
    reader.get_by_role("row").filter(has_text="preliminary injunction").get_by_role(
        "link"
    ).first.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("D.V.D.")
    expect(reader.locator("tr", has_text="2025").first).to_be_visible()


def test_a_download_holds_its_citation(reader: Page) -> None:
    reader.goto("/")
    reader.get_by_role("link", name="Downloads").click()
    with reader.expect_download() as started:
        reader.get_by_role("link", name="csv").click()
    with ZipFile(started.value.path()) as archive:
        readme = archive.read(next(name for name in archive.namelist() if "README" in name))
    assert "Departures, the public record of deportations. Data as of" in readme.decode()


@pytest.mark.parametrize("words", ["Tashkent", "Táshként", "TASHK"])
def test_a_search_folds_accents_and_case(reader: Page, words: str) -> None:
    reader.goto("/search")
    reader.get_by_role("searchbox").last.fill(words)
    reader.get_by_role("button", name="Search").last.click()
    expect(_flight(reader)).to_be_visible()


def test_the_language_changes_and_the_address_stays(reader: Page) -> None:
    reader.goto("/operations")
    reader.get_by_role("link", name="Español").click()
    assert reader.get_attribute("html", "lang") == "es"
    reader.goto("/operations")
    assert reader.get_attribute("html", "lang") == "es"
    reader.get_by_role("link", name="English").click()
    assert reader.get_attribute("html", "lang") == "en"


def test_the_keyboard_leads_to_the_sentence(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    _tab_to(page, _flight(page))
    page.keyboard.press("Enter")
    expect(_sentences(page, "131").first).to_be_visible()
    _tab_to(page, page.get_by_role("link", name="See it in the text").first)
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()


def test_a_page_prints_as_an_exhibit(page: Page, shots: Path) -> None:
    page.goto("/")
    _flight(page).click()
    page.emulate_media(media="print")
    expect(page.locator("header.top nav")).to_be_hidden()
    expect(_sentences(page, "131").first).to_be_visible()
    (shots / "operation.pdf").write_bytes(page.pdf())


def _flight(page: Page) -> Locator:
    return page.get_by_role("link", name="New York to Tashkent, 30 April 2025").first


def _sentences(within: Page | Locator, words: str) -> Locator:
    return within.locator("blockquote").filter(has_text=words)


def _tab_to(page: Page, target: Locator) -> None:
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{MOST_KEYS} presses of Tab do not reach {target}")
