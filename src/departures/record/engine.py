"""Connections to the database of a record.

Invariant: a transaction that writes holds the only writing lock from its first statement on, so
that it never has to be given up halfway; a committed transaction survives a power cut.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from json import dumps
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from departures.errors import RecordError
from departures.record.address import Address

WAIT_SECONDS = 30
"""How long a transaction waits for another process that writes."""
WRITERS = 0x6465706172747572
"""The number of the lock that writers share on PostgreSQL; any number that nobody else takes."""


@lru_cache(maxsize=16)
def engine_for(url: URL) -> Engine:
    """The engine of this address, one for the process. Its connections are not kept open."""
    if url.get_backend_name() != "sqlite":
        return _postgresql(url)
    pool = NullPool if url.database not in (None, "", ":memory:") else StaticPool
    engine = create_engine(
        url,
        poolclass=pool,
        json_serializer=_json,
        connect_args={"check_same_thread": False, "timeout": WAIT_SECONDS},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql(url: URL) -> Engine:
    """Readers see one moment; writers wait for one another, as on SQLite, and never deadlock."""
    engine = create_engine(
        url,
        json_serializer=_json,
        pool_pre_ping=True,
        connect_args={"options": f"-c lock_timeout={WAIT_SECONDS}s"},
    )
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def _json(value: object) -> str:
    return dumps(value, ensure_ascii=False, separators=(",", ":"))


def _prepare_sqlite(connection: Any, _: object) -> None:
    """WAL lets people read while a report is added; FULL makes a commit outlive a power cut."""
    connection.isolation_level = None
    for statement in ("foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {statement}")
    if connection.execute("PRAGMA journal_mode").fetchone() == ("delete",):
        connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(address: Address) -> Iterator[Connection]:
    """A connection that sees the record as it is at its first statement."""
    engine = engine_for(address.url)
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with _told(address), engine.connect() as connection:
        yield connection


@contextmanager
def writing(address: Address) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or nothing."""
    # Writers come one after another, so that each may read what was last committed.
    engine = engine_for(address.url).execution_options(writes=True)
    with _told(address), engine.begin() as connection:
        yield connection


@contextmanager
def _told(address: Address) -> Iterator[None]:
    """Turns what the database says into one line that says what to do."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise RecordError(
            f"The record needs the Python package {error.name}; install 'departures[postgresql]'."
        ) from None
    except DBAPIError as error:
        raise RecordError(f"The record {address} {_trouble(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise RecordError(f"The record {address} can't be used: {_first_line(error)}") from error


def _trouble(said: str) -> str:
    if "locked" in said or "lock timeout" in said:
        return "is being written by another process; try again when that has ended."
    if "not a database" in said or "malformed" in said:
        return "is no record, or a damaged one; name another with --record."
    if "readonly" in said or "unable to open" in said:
        return f"can't be opened ({said}); check the folder and its permissions."
    return f"can't be used: {_first_line(said)}"


def _first_line(said: object) -> str:
    return next(iter(str(said).splitlines()), "the database gave no reason")
