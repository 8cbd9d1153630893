"""The API's own page, from its OpenAPI description.

Invariant: everything on the page comes from the description; nothing is told twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a call."""

    name: str
    place: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One status that a call may answer with."""

    status: str
    description: str
    type: str


@dataclass(frozen=True, slots=True)
class Call:
    """One address of the API."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class TypeDescription:
    """One type of the answers, with its fields."""

    name: str
    description: str
    fields: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class ApiPage:
    """Everything the API's page shows."""

    calls: tuple[Call, ...]
    types: tuple[TypeDescription, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of the types."""
        return frozenset(type.name for type in self.types)


def described(openapi: Mapping[str, Any]) -> ApiPage:
    """The page of an OpenAPI description."""
    schemas: Mapping[str, Any] = openapi.get("components", {}).get("schemas", {})
    own = (name for name in schemas if not name.startswith(("HTTPValidation", "Validation")))
    return ApiPage(
        calls=tuple(_calls(openapi["paths"])),
        types=tuple(_type(name, schemas[name]) for name in own),
    )


def _calls(paths: Mapping[str, Any]) -> Iterator[Call]:
    for path, methods in paths.items():
        for method, call in methods.items():
            yield Call(
                method=method.upper(),
                path=path,
                summary=call.get("summary", ""),
                description=call.get("description", ""),
                parameters=tuple(map(_parameter, call.get("parameters", ()))),
                answers=tuple(
                    Answer(status, answer.get("description", ""), _answer_type(answer))
                    for status, answer in call["responses"].items()
                ),
            )


def _parameter(given: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name=given["name"],
        place=given["in"],
        type=type_name(given["schema"]),
        required=given.get("required", False),
        description=given.get("description", given["schema"].get("description", "")),
    )


def _answer_type(answer: Mapping[str, Any]) -> str:
    content: Mapping[str, Any] = answer.get("content", {}).get("application/json", {})
    return type_name(content.get("schema", {}))


def _type(name: str, schema: Mapping[str, Any]) -> TypeDescription:
    required = schema.get("required", ())
    fields = (
        Parameter(field, "", type_name(given), field in required, given.get("description", ""))
        for field, given in schema.get("properties", {}).items()
    )
    return TypeDescription(name, schema.get("description", ""), tuple(fields))


def type_name(schema: Mapping[str, Any]) -> str:
    """A schema in a few words: `Count or null`, `list of Place`, `removal | return`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return " or ".join(dict.fromkeys(map(type_name, schema[choice])))
    if schema.get("type") == "array":
        return f"list of {type_name(schema.get('items', {}))}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"map of {type_name(schema['additionalProperties'])}"
    return str(schema.get("format") or schema.get("type") or "any")
