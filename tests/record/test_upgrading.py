"""A record of the first version is brought up to date, and hides what it did not yet mask."""

import sqlite3
from pathlib import Path

from alembic.command import upgrade
from alembic.config import Config
from sqlalchemy import create_engine
from tests.record.conftest import reading_of

from departures.record import Record
from departures.record.migrate import SCRIPTS

FORTY = reading_of("40", 40, 40, "The ministry")


def first_version(file: Path) -> None:
    """A record as the first version made it, with one document."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with create_engine(f"sqlite:///{file}").begin() as connection:
        config.attributes["connection"] = connection
        upgrade(config, "0001")
    document = FORTY.document
    with sqlite3.connect(file) as database:
        database.execute(
            "INSERT INTO documents (id, text, language, source, added) VALUES (?, ?, 'en', ?, ?)",
            (document.id, document.text, document.source, "2025-05-04 10:00:00"),
        )
        for position, claim in enumerate(FORTY.claims):
            database.execute(
                "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)",
                (claim.id, document.id, position, claim.kind, "r", claim.model_dump_json()),
            )


def test_a_document_read_before_names_were_masked_is_hidden_until_it_is_read_again(
    tmp_path: Path,
) -> None:
    file = tmp_path / "record.db"
    first_version(file)
    record = Record.open(file)
    assert record.kept() == [FORTY.document.id]
    assert record.frozen(FORTY.document.id).text == FORTY.document.text
    assert (record.documents(), record.operations(), record.claims()) == ([], [], [])
    assert record.read_again(FORTY)
    assert [held.id for held in record.documents()] == [FORTY.document.id]
    assert len(record.operations()) == 1
