"""The documentation says what is true: commands, options, targets and links exist."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

import cli_reference

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("evals/*.md"))
)
BLOCK = re.compile(r"```(?:sh|console|bash)\n(.*?)```", re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s#]+)[^)]*\)")
OPTION = re.compile(r"--[a-z][a-z-]*")


def lines(page: Path) -> list[str]:
    """The lines of a page's shell blocks, comments cut off."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.strip() for block in BLOCK.findall(text) for line in block.splitlines()]


def typed(page: Path, command: str) -> list[list[str]]:
    """The words behind `command` wherever it is typed on a page."""
    found = re.compile(rf"(?:^|[|;&] *|\$ |\.venv/bin/){command} +(.+)")
    words = (found.search(line) for line in lines(page))
    return [shlex.split(match[1], comments=True) for match in words if match]


def command_of(words: list[str]) -> str | None:
    """The command that is typed: `show`, or `user add` of a group."""
    known = cli_reference.commands()
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return next((pair for pair in pairs if pair in known), None) or next(
        (word for word in words if word in known), None
    )


def test_the_command_reference_is_what_help_prints() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == cli_reference.reference(), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_on_a_page_exists_with_its_options(page: Path) -> None:
    before = set(OPTION.findall(cli_reference.help_of()))
    for words in typed(page, "departures"):
        name = command_of(words)
        known = set(OPTION.findall(cli_reference.help_of(*name.split()))) if name else set()
        used = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert name or used <= before, f"{page.name}: departures {shlex.join(words)}"
        assert used <= known | before, f"{page.name}: departures {shlex.join(words)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_target_on_a_page_can_be_made(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for target, *_ in typed(page, "make"):
        assert target in targets, f"{page.name}: make {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in link and not link.startswith("mailto:"):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
