"""Opening: a record is made, brought up to date, or left alone with one line that says why."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.record.conftest import reading_of

from departures.errors import RecordError
from departures.record import Record
from departures.record.engine import reading
from departures.record.migrate import SCRIPTS
from departures.record.tables import NEWEST, metadata

on_sqlite = pytest.mark.parametrize("address", ["sqlite"], indirect=True)


def is_ours(_: object, name: str | None, kind: str, *rest: object) -> bool:
    """The index of the search is each database's own, with tables of its own on SQLite."""
    return not (kind in ("table", "index") and str(name).startswith("search_index"))


def test_the_migrations_make_the_tables(record: Record) -> None:
    with reading(record.address) as connection:
        options = {"compare_type": True, "include_object": is_ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == NEWEST


@on_sqlite
def test_opening_again_loads_no_migration_library(record: Record, file: Path) -> None:
    code = (
        "import sys; from departures.record import Record; "
        f"Record.open({str(file)!r}).documents(); print('alembic' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "False\n"


@on_sqlite
def test_a_commit_outlives_a_power_cut_and_readers_need_not_wait(record: Record) -> None:
    with reading(record.address) as connection:
        pragma = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragma == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
    }


def test_a_record_is_made_only_when_asked_for(file: Path) -> None:
    with pytest.raises(RecordError, match="departures add"):
        Record.open(file, create=False)
    assert not file.parent.exists()
    Record.open(f"sqlite:///{file}")
    assert file.exists()


def refused(address: str | Path) -> str:
    with pytest.raises(RecordError) as caught:
        Record.open(address)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@on_sqlite
def test_a_newer_record_is_left_alone(record: Record, file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer Departures" in refused(file)


def test_what_is_no_record_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE birds (name)")
    assert "something else" in refused(other)
    words = tmp_path / "words.db"
    words.write_text("These are only words, and many of them. " * 50)
    assert "no record" in refused(words)
    assert refused(tmp_path)
    assert refused(words / "record.db")


@pytest.mark.parametrize(
    "address", ["mysql://host/name", "nonsense://", "://", "sqlite://[", "http://x"]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    assert "--record" in refused(address)


def test_a_password_is_never_told() -> None:
    assert "hunter2" not in refused("postgresql://me:hunter2@127.0.0.1:1/record")


def test_a_killed_making_of_a_record_is_made_up_for(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    assert Record.open(file).add(reading_of("40", 40, 40, "A paper"))
