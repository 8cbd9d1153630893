"""Updating against answers of the recorded shape, served on loopback: whole, broken and refused."""

import json
import shutil
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner

from departures import law
from departures.errors import BadInputError, DeparturesError, NotFoundError, TooOftenError
from departures.law import LawDataError, Shelf, read_shelf, updating
from departures.law.updating.client import LONGEST, Client, Entry, LawUpdateError
from departures.law.updating.fetching import may_rule
from departures.law.updating.progress import paced

TOKEN = "0123456789abcdef"
Answer = tuple[int, dict[str, str], bytes]


def entry(number: int, description: str, **changed: Any) -> dict[str, Any]:
    return {
        "resource_uri": f"https://www.courtlistener.com/api/rest/v4/docket-entries/{number}/",
        "id": number,
        "docket": "https://www.courtlistener.com/api/rest/v4/dockets/69775896/",
        "date_filed": "2026-12-01",
        "time_filed": None,
        "entry_number": number - 1000,
        "recap_sequence_number": "2026-12-01.001",
        "pacer_sequence_number": None,
        "description": description,
        "tags": [],
        "recap_documents": [],
        "date_created": "2026-12-01T10:00:00.000000-08:00",
        "date_modified": f"2026-12-01T10:{number % 60:02}:00.000000-08:00",
        **changed,
    }


def docket(**changed: Any) -> dict[str, Any]:
    return {
        "id": 69775896,
        "case_name": "D.V.D. v. U.S. Department of Homeland Security",
        "docket_number": "1:25-cv-10676",
        "date_terminated": None,
        "date_modified": "2026-12-01T10:00:00-08:00",
        **changed,
    }


def told(body: Any, status: int = 200, **headers: str) -> Answer:
    return status, headers, json.dumps(body).encode()


class Server(BaseHTTPRequestHandler):
    """Answers from a script: by path, the answers in their order, the last one for ever."""

    script: ClassVar[dict[str, list[Answer]]] = {}
    asked: ClassVar[list[tuple[str, dict[str, list[str]], str]]] = []

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.asked.append(
            (parts.path, parse_qs(parts.query), self.headers.get("Authorization", ""))
        )
        answers = self.script[parts.path.split("/")[1]]
        status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Be quiet."""


@pytest.fixture
def base() -> Iterator[str]:
    Server.script = {"dockets": [told(docket())]}
    Server.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def shelf() -> Shelf:
    held = law.shelf()
    return Shelf(as_of=held.as_of, cases=(held.case("dvd"),))


@pytest.fixture
def run(base: str, shelf: Shelf, tmp_path: Path) -> Callable[[], updating.Progress]:
    client = Client(TOKEN, base=base, sleep=slept.append)
    slept.clear()
    return lambda: updating.fetch(shelf, client, tmp_path / "kept.json", lambda _: None)


slept: list[float] = []


def entries(*pages: Answer) -> None:
    Server.script["docket-entries"] = list(pages)


def test_an_order_on_a_docket_is_suggested_and_a_paper_of_a_party_is_not(run) -> None:
    papers = [entry(1001, "ORDER granting  stay."), entry(1002, "NOTICE of Appearance")]
    entries(told({"next": None, "previous": None, "results": papers}))
    [held] = run().waiting()
    assert (held.id, held.case, str(held.day)) == ("dvd-1001", "dvd", "2026-12-01")
    assert held.told == "entry 1: ORDER granting stay."
    path, query, authorization = Server.asked[-1]
    assert path == "/docket-entries/"
    assert query["docket"] == ["69775896"]
    assert query["date_modified__gt"] == ["2026-11-24T00:00:00+00:00"]
    assert authorization == f"Token {TOKEN}"


def test_pages_are_followed_by_their_cursor_whatever_address_they_name(run) -> None:
    first = {"next": "http://192.0.2.1/steal?cursor=abc%3D", "results": [entry(1001, "ORDER")]}
    entries(told(first), told({"next": None, "results": [entry(1002, "ORDER")]}))
    assert len(run().waiting()) == 2
    assert Server.asked[-1][1]["cursor"] == ["abc="]


def test_a_run_that_was_cut_off_goes_on_at_its_cursor(run) -> None:
    first = {"next": "https://x/?cursor=abc", "results": [entry(1001, "ORDER")]}
    entries(told(first), told({}, 404), told({"next": None, "results": []}))
    with pytest.raises(LawUpdateError, match="404"):
        run()
    assert [held.id for held in run().waiting()] == ["dvd-1001"]
    assert Server.asked[-1][1]["cursor"] == ["abc"]
    run()
    assert Server.asked[-1][1]["date_modified__gt"] == ["2026-12-01T10:41:00-08:00"]


def test_a_short_wait_is_waited_and_a_long_one_told(run) -> None:
    page = told({"next": None, "results": []})
    entries(told({}, 429, Retry_After="7"), page)
    run()
    assert slept == [7.0]
    entries(told({}, 429, Retry_After="3600"))
    with pytest.raises(TooOftenError, match="3600 seconds"):
        run()
    entries(told({}, 429))
    with pytest.raises(TooOftenError, match="later"):
        run()


def test_a_server_at_a_loss_is_asked_again_three_times(run) -> None:
    entries(told({}, 503), told({}, 502), told({"next": None, "results": []}))
    run()
    assert slept == [2.0, 4.0]
    entries(told({}, 500))
    with pytest.raises(LawUpdateError, match="500"):
        run()


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((200, {}, b'{"next": null, "results": [{"id": 1'), "no whole JSON"),
        ((200, {}, b"<html>down</html>"), "no whole JSON"),
        ((200, {}, b"[" * 100_000), "no whole JSON"),
        (told({"results": []}), "another shape"),
        (told({"next": None, "results": [{"id": "x"}]}), "another shape"),
        (told([]), "another shape"),
        ((200, {}, b" " * (LONGEST + 1)), "longer than"),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "302"),
        (told({}, 401), "the token is not known"),
    ],
)
def test_what_cant_be_used_is_one_line_and_loses_nothing(run, answer: Answer, says: str) -> None:
    entries(told({"next": "https://x/?cursor=a", "results": [entry(1001, "ORDER")]}), answer)
    with pytest.raises(DeparturesError, match=says) as caught:
        run()
    assert "\n" not in str(caught.value)
    assert TOKEN not in str(caught.value)
    entries(told({"next": None, "results": []}))
    assert [held.id for held in run().waiting()] == ["dvd-1001"]


def test_a_docket_that_was_closed_is_suggested(run) -> None:
    Server.script["dockets"] = [told(docket(date_terminated="2026-12-02"))]
    entries(told({"next": None, "results": []}))
    assert [held.id for held in run().waiting()] == ["dvd-69775896-closed"]


@pytest.mark.parametrize(
    "base", ["http://example.org/", "file://localhost/etc/", "ftp://127.0.0.1/"]
)
def test_a_token_goes_over_https_or_to_this_computer(base: str) -> None:
    with pytest.raises(BadInputError, match="https"):
        Client(TOKEN, base=base)


def test_a_token_that_would_forge_a_header_is_refused_and_not_shown() -> None:
    with pytest.raises(BadInputError) as caught:
        Client("secret\r\nHost: elsewhere")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("description", "rules"),
    [
        ("ORDER entered denying Motion to Stay", True),
        ("Minute Entry: hearing held", True),
        ("MOTION to Stay by Defendants", False),
        ("MEMORANDUM in Opposition to Motion for injunction", False),
        ("", False),
    ],
)
def test_papers_of_the_parties_are_told_from_orders(description: str, rules: bool) -> None:
    held = entry(1001, description)
    assert may_rule(Entry.model_validate(held)) == rules


def test_requests_are_paced_to_the_throttles() -> None:
    waited: list[float] = []
    asked: tuple[float, ...] = ()
    for _ in range(6):
        asked = paced(asked, now=lambda: 1000.0, sleep=waited.append)
    assert waited == [60.0]
    assert asked[-1] == 1060.0
    with pytest.raises(TooOftenError, match="go on after"):
        paced(tuple(1000.0 + 60 * each for each in range(50)), now=lambda: 4000.0)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with resources.as_file(resources.files("departures.law") / "data") as shipped:
        return Path(shutil.copytree(shipped, tmp_path / "data"))


def test_a_person_accepts_in_their_own_words(run, data: Path, tmp_path: Path) -> None:
    entries(told({"next": None, "results": [entry(1001, "ORDER as to John Doe")]}))
    run()
    kept = tmp_path / "kept.json"
    with pytest.raises(LawDataError, match="judges"):
        updating.accept(kept, "dvd-1001", "The court found it illegal.", data)
    with pytest.raises(BadInputError, match="one line"):
        updating.accept(kept, "dvd-1001", "", data)
    case = updating.accept(kept, "dvd-1001", 'A "short" order on dates.', data)
    assert "John Doe" not in case.read_text(encoding="utf-8")
    [event] = [each for each in read_shelf(data).case("dvd").events if "short" in each.what]
    assert str(event.at) == "2026-12-01"
    assert run().waiting() == []
    with pytest.raises(NotFoundError):
        updating.accept(kept, "dvd-1001", "Once more.", data)


def test_what_was_laid_aside_is_not_suggested_again(run, tmp_path: Path) -> None:
    entries(told({"next": None, "results": [entry(1001, "ORDER")]}))
    run()
    updating.reject(tmp_path / "kept.json", "dvd-1001")
    assert run().waiting() == []


def test_the_command_asks_shows_and_keeps_the_token_to_itself(
    base: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from departures.cli.app import app

    for file in data.glob("us/cases/*.toml"):
        if file.name != "dvd.toml":
            file.unlink()
    entries(told({"next": None, "results": [entry(1001, "ORDER \x1b[2J")]}))
    monkeypatch.setenv("DEPARTURES_COURTLISTENER_TOKEN", TOKEN)
    options = ["--home", str(tmp_path / "home"), "law", "update", "--data", str(data)]
    result = CliRunner().invoke(app, [*options, "--base", base])
    assert result.exit_code == 0, result.output
    assert "dvd-1001" in result.output
    assert "1 suggestion waits" in result.output
    assert "\x1b[2J" not in result.output
    assert TOKEN not in result.output
