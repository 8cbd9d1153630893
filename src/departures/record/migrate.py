"""Bringing a record to the newest tables.

Invariant: a migration is one transaction; a record that is newer than this program, or no record
at all, is left as it is.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from departures.errors import RecordError
from departures.record.address import Address
from departures.record.engine import reading, writing
from departures.record.tables import NEWEST

SCRIPTS = Path(__file__).parent / "migrations"


def bring_up_to_date(address: Address) -> None:
    """Make the tables of a new record, or change those of an older one."""
    with reading(address) as connection:
        if _revision(connection, address) == NEWEST:
            return
    with writing(address) as connection:
        if _revision(connection, address) != NEWEST:
            _upgrade(connection)


def _revision(connection: Connection, address: Address) -> str | None:
    """The revision of the record; None where it has no tables yet."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    elif tables:
        raise RecordError(f"{address} is a database of something else; name another with --record.")
    else:
        return None
    if not isinstance(found, str) or found > NEWEST:
        raise RecordError(
            f"The record {address} was written by a newer Departures; update Departures to open it."
        )
    return found


def _upgrade(connection: Connection) -> None:
    from alembic.command import upgrade
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    upgrade(config, "head")
