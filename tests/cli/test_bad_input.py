"""Bad input: one line that says what to do, status 2, and nothing left behind."""

from pathlib import Path

import pytest
from tests.cli.conftest import Departures


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "folder").mkdir()
    (folder / "binary.txt").write_bytes(b"\x7fELF\0\1\2" * 50)
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 50)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "spaces.txt").write_bytes(b" \n\t\n")
    (folder / "latin.txt").write_bytes("Le Sénégal a reçu 40 personnes".encode("latin-1"))
    (folder / "scripts.html").write_text("<html><script>var deported = 131</script></html>")
    with (folder / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    return folder


FILES = [
    "missing.txt",
    "folder",
    "binary.txt",
    "picture.jpg",
    "empty.txt",
    "spaces.txt",
    "latin.txt",
    "scripts.html",
    "large.txt",
]


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_report(
    departures: Departures, bad: Path, command: str, name: str
) -> None:
    ended = departures(command, bad / name)
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.startswith("departures: ")
    assert name in ended.err
    assert ended.err.count("\n") == 1
    assert not Path("departures-data").exists()


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize(
    "options",
    [
        ("--published", "2025-02-30"),
        ("--published", "yesterday"),
        ("--published", ""),
        ("--url", "javascript:alert(1)"),
        ("--encoding", "klingon"),
        ("--nonsense",),
    ],
)
def test_an_option_that_is_nonsense(
    departures: Departures, report: Path, command: str, options: tuple[str, ...]
) -> None:
    ended = departures(command, report, *options)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("departures: ")
    assert ended.err.count("\n") == 1
    assert not Path("departures-data").exists()


def test_a_name_cannot_reach_the_terminal(departures: Departures, tmp_path: Path) -> None:
    for name in ("line\nbreak", "\x1b[2Jcleared", "half \udcff character"):
        (tmp_path / name).write_bytes(b"")
        ended = departures("read", name)
        assert (ended.status, ended.err.count("\n")) == (2, 1)
        assert "\x1b" not in ended.err


@pytest.mark.parametrize("arguments", [("nonsense",), ("read",), ("read", "a", "b"), ("--home",)])
def test_a_command_that_is_nonsense(departures: Departures, arguments: tuple[str, ...]) -> None:
    ended = departures(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
