"""The documentation tells every field, every call and every term that there is."""

import importlib
import re
import tomllib
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel

from departures import words
from departures.exports.columns import tables

DOCS = Path(__file__).parents[2] / "docs"
TYPES = sorted(
    (held for held in vars(words).values() if isinstance(held, type)), key=lambda t: t.__name__
)
MODELS = [held for held in TYPES if issubclass(held, BaseModel) and held is not words.Value]
TERMS = {name: get_args(held) for name, held in vars(words).items() if get_origin(held) is Literal}


def sections(page: str) -> dict[str, str]:
    """The text under each heading of a page, by the heading."""
    text = (DOCS / page).read_text(encoding="utf-8")
    parts = re.split(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_dictionary_tells_every_field(model: type[BaseModel]) -> None:
    told = set(re.findall(r"`([^`]+)`", sections("data-dictionary.md")[model.__name__]))
    assert set(model.model_fields) <= told


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_dictionary_tells_no_field_that_is_not_there(model: type[BaseModel]) -> None:
    rows = re.findall(
        r"^\| (`.+?) \|", sections("data-dictionary.md")[model.__name__], re.MULTILINE
    )
    told = {field for row in rows for field in re.findall(r"`([^`]+)`", row)}
    assert told <= set(model.model_fields)


@pytest.mark.parametrize("name", TERMS)
def test_the_dictionary_tells_every_term(name: str) -> None:
    told = set(re.findall(r"`([^`]+)`", (DOCS / "data-dictionary.md").read_text(encoding="utf-8")))
    assert set(TERMS[name]) <= told


@pytest.mark.parametrize("name", tables())
def test_the_dictionary_tells_every_column_of_the_exports(name: str) -> None:
    section = sections("data-dictionary.md")[f"Table `{name}`"]
    rows = re.findall(r"^\| `(.+?)` \| (.+) \|$", section, re.MULTILINE)
    assert rows == [(column.name, column.means) for column in tables()[name].columns]


def test_the_api_page_tells_every_call_and_no_other(client: TestClient) -> None:
    called = set(client.get("/api/openapi.json").json()["paths"])
    assert {name.strip("`") for name in sections("api.md") if name.startswith("`/")} == called


def test_every_link_in_the_documents_leads_to_a_file() -> None:
    root = DOCS.parent
    pages = [*DOCS.glob("*.md"), *root.glob("*.md")]
    for page in pages:
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert link.startswith("https://") or (page.parent / link).exists(), (page, link)


def test_the_readme_tells_commands_that_there_are() -> None:
    app = importlib.import_module("departures.cli.app").app
    commands = {each.name for each in (*app.registered_commands, *app.registered_groups)}
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^departures (?:--\w+ \S+ )*(\w+)", readme, re.MULTILINE))
    assert {"read", "add", "operations", "show", "serve"} <= told
    assert told <= commands


def test_the_readme_reads_files_that_there_are() -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"examples/[\w-]+\.txt", readme):
        assert (DOCS.parent / name).is_file(), name


def test_every_example_says_first_that_it_is_one() -> None:
    examples = DOCS.parent / "examples"
    told = tomllib.loads((examples / "reports.toml").read_text(encoding="utf-8"))
    assert set(told) == {file.name for file in examples.glob("*.txt")}
    for name, known in told.items():
        text = (examples / name).read_text(encoding="utf-8")
        assert text.startswith("Written for the Departures demonstration. Not a news report.\n")
        assert known["source"]
        assert known["published"]
        assert ".example/" in known.get("url", ".example/")
