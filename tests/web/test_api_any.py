"""Any call that the description allows, and many that it does not: no server error, and no answer
that the description does not declare.
"""

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from tests.web.conftest import bulletin, courier, note, wire

from departures.record import Record
from departures.web import create_app
from departures.words import Reading

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]


@pytest.fixture(scope="session")
def description(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    """The API over a record on disk that holds the example reports."""
    file: Path = tmp_path_factory.mktemp("api") / "record.db"
    with Record.open(file) as record:
        for document, claims in (wire(), courier(), bulletin(), note()):
            record.add(Reading(document=document, claims=tuple(claims)))
        record.refresh()
    return schemathesis.openapi.from_asgi("/api/openapi.json", create_app(file))


PATHS = sorted(create_app("sqlite://").openapi()["paths"])
ANY_WORD_WILL_DO = "/{id}"
"""A part of paths with which nothing can be wrong before it is looked up."""
BOUNDED = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.parametrize("path", PATHS)
def test_what_is_allowed_is_answered_as_declared(
    description: schemathesis.BaseSchema, path: str
) -> None:
    _call(description, path, GenerationMode.POSITIVE)


@pytest.mark.parametrize("path", [path for path in PATHS if ANY_WORD_WILL_DO not in path])
def test_what_is_not_allowed_is_answered_as_declared(
    description: schemathesis.BaseSchema, path: str
) -> None:
    _call(description, path, GenerationMode.NEGATIVE)


def _call(description: schemathesis.BaseSchema, path: str, mode: GenerationMode) -> None:
    @BOUNDED
    @given(case=description[path]["GET"].as_strategy(generation_mode=mode))
    def each(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    each()
