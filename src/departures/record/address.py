"""Where a record is: an SQLite file or a database address.

Invariant: a password in an address never stands in a message.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from departures.errors import RecordError

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a record, and the file of one that is a file."""

    url: URL
    file: Path | None

    @classmethod
    def of(cls, written: str | Path) -> Self:
        """The address that a person wrote: `record.db`, `sqlite:///…` or `postgresql://…`."""
        if isinstance(written, Path) or "://" not in written:
            return cls(_of_file(Path(written)), Path(written))
        try:
            url = make_url(written)
        except (ArgumentError, ValueError):
            raise _no_address() from None
        kind = url.drivername.partition("+")[0]
        if kind == "sqlite" and url.host:
            raise _no_address()
        if kind not in DRIVERS:
            raise RecordError(f"--record {kind}:// is not supported; use sqlite or postgresql")
        url = url.set(drivername=DRIVERS[kind])
        if kind != "sqlite" or url.database in (None, "", ":memory:"):
            return cls(url, None)
        file = Path(str(url.database))
        return cls(_of_file(file), file)

    def __str__(self) -> str:
        return str(self.file) if self.file else self.url.render_as_string(hide_password=True)


def _of_file(file: Path) -> URL:
    """The address does not change with the folder in which the process works."""
    return URL.create("sqlite", database=str(file.absolute()))


def _no_address() -> RecordError:
    return RecordError(
        "--record is no address; write a file name, sqlite:///FILE or postgresql://HOST/NAME"
    )
