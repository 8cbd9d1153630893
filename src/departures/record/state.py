"""How far a record is: what was read and decided last.

Invariant: two states with one tag show the same; what is shown changes only with a reading, a
decision, or with the program and its data (`stamp`), and each of them changes the tag.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Table, select

from departures.record.stamp import stamp
from departures.record.tables import decisions, readings


@dataclass(frozen=True, slots=True)
class State:
    """The state of a record: a `tag` that changes with it, and when it was last `changed`."""

    tag: str
    changed: datetime | None

    @property
    def day(self) -> date | None:
        """The day of the data, in UTC; null where the record is empty."""
        return self.changed.date() if self.changed else None


def state(connection: Connection) -> State:
    """The state of the record now."""
    last = [_last(connection, table) for table in (readings, decisions)]
    words = "\n".join((stamp(), *(f"{id} {at}" for id, at in last)))
    moments = [at for _, at in last if at is not None]
    tag = hashlib.blake2b(words.encode(), digest_size=12).hexdigest()
    return State(tag, max(moments, default=None))


def _last(connection: Connection, table: Table) -> tuple[int, datetime | None]:
    row = connection.execute(
        select(table.c.id, table.c.at).order_by(table.c.id.desc()).limit(1)
    ).first()
    return (row.id, row.at) if row else (0, None)
