"""The OpenAPI description of the API, with the meaning of every field.

Invariant: the description is made from the calls and types themselves; `meanings.toml` adds words
and nothing else.
"""

import tomllib
from collections.abc import Iterator, Mapping, MutableMapping
from functools import cache
from importlib import resources
from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

Meanings = Mapping[str, Mapping[str, str]]
ANY = "any"
"""The table of fields that mean the same in every type."""
_TABLES: TypeAdapter[dict[str, dict[str, str]]] = TypeAdapter(dict[str, dict[str, str]])


@cache
def meanings() -> Meanings:
    """What fields mean, by the name of their type."""
    written = (resources.files("departures.web") / "meanings.toml").read_text(encoding="utf-8")
    return _TABLES.validate_python(tomllib.loads(written))


def install(app: FastAPI) -> None:
    """Let the app describe every field of its answers."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            for type, name, field in fields_of(plain()):
                meaning = meanings().get(type, {}).get(name) or meanings()[ANY].get(name)
                if meaning and "description" not in field:
                    field["description"] = meaning
        return plain()

    app.openapi = described  # type: ignore[method-assign]


def fields_of(
    description: Mapping[str, Any],
) -> Iterator[tuple[str, str, MutableMapping[str, Any]]]:
    """Every field of every type of answers: the type's name, the field's name, its schema."""
    for type, schema in description.get("components", {}).get("schemas", {}).items():
        if not type.endswith("ValidationError"):  # FastAPI's own, which no call answers with
            for name, field in schema.get("properties", {}).items():
                yield type, name, field
