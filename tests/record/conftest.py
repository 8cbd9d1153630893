"""Readings laid out by hand, and a record in a folder of the test's own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine
from tests.postgresql import binaries, server

from departures.record import Record
from departures.record.address import Address
from departures.words import (
    Claim,
    Count,
    Date,
    Document,
    OperationClaim,
    Place,
    Reading,
    Span,
    Speaker,
    StatementClaim,
    claim_id,
)


def reading_of(
    people: str, lower: int | None, upper: int | None, source: str, on: int = 3
) -> Reading:
    """A report of one flight of May 2025 from Vienna to Almaty, with a statement in it."""
    text = f"{people} people flew from Vienna to Almaty on {on} May, {source} ✈ said."
    document = Document.of(text, source=source, published=date(2025, 5, 4))

    def span(words: str) -> dict[str, object]:
        start = text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    quote = Span.model_validate(span(text))
    day = date(2025, 5, on)
    told: list[Claim] = [
        OperationClaim(
            id=claim_id(document.id, "operation", quote, people),
            document=document.id,
            quote=quote,
            reader="by-hand/1",
            count=Count.model_validate({**span(people), "lower": lower, "upper": upper}),
            date=Date.model_validate({**span(f"{on} May"), "earliest": day, "latest": day}),
            origin=Place.model_validate({**span("Vienna"), "name": "Vienna", "country": "AT"}),
            destination=Place.model_validate({**span("Almaty"), "name": "Almaty", "country": "KZ"}),
        ),
        StatementClaim(
            id=claim_id(document.id, "statement", quote, source),
            document=document.id,
            quote=quote,
            reader="by-hand/1",
            asserted_by=Speaker.model_validate(
                {
                    "speaker": source,
                    "manner": "indirect",
                    "start": text.index(source),
                    "end": text.index(source) + len(source),
                }
            ),
        ),
    ]
    return Reading(document=document, claims=tuple(told))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "record.db"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    if binaries() is None:
        pytest.skip("no PostgreSQL on this machine")
    with server() as address:
        yield address


def new_database(server: str) -> str:
    """The address of an empty database of the server."""
    name = f"record_{uuid4().hex}"
    with create_engine(Address.of(server).url, isolation_level="AUTOCOMMIT").connect() as made:
        made.exec_driver_sql(f"CREATE DATABASE {name}")
    return server.replace("/postgres", f"/{name}")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, file: Path) -> str:
    """Where a record may be made, on each database."""
    if request.param == "sqlite":
        return str(file)
    return new_database(request.getfixturevalue("postgresql"))


@pytest.fixture
def record(address: str) -> Record:
    return Record.open(address)
