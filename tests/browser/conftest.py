"""A browser on the pages of the example reports, served on this machine's own address.

Needs the system's Chromium; the tests are skipped where it is absent.
"""

import os
import shutil
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from departures.collect import collect
from departures.reading import read_document
from departures.record import Record
from departures.web import create_app

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SHOTS = ROOT / ".artefacts" / "pages"
"""Where pictures of the pages are left for a person to look at."""
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example reports."""
    address = tmp_path_factory.mktemp("home") / "record.db"
    reports = tomllib.loads((EXAMPLES / "reports.toml").read_text(encoding="utf-8"))
    with Record.open(address) as record:
        for name, known in reports.items():
            record.add(read_document(collect(EXAMPLES / name, **known)))
    return address


@pytest.fixture(scope="session")
def app(home: Path) -> FastAPI:
    """The web face of that record."""
    return create_app(home)


@pytest.fixture(scope="session")
def site(app: FastAPI) -> Iterator[str]:
    """The address at which it is served."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        sandbox = os.geteuid() != 0
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=QUIET, chromium_sandbox=sandbox
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def shots() -> Path:
    """The folder for pictures of the pages."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    return SHOTS


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A reader's browser that fails the test when a page asks for anything from elsewhere."""
    context = browser.new_context(base_url=site)
    strangers: list[str] = []
    context.on(
        "request",
        lambda request: (
            request.url.startswith((site, "data:", "blob:")) or strangers.append(request.url)
        ),
    )
    yield context
    context.close()
    assert not strangers


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """One tab of that browser."""
    return context.new_page()
