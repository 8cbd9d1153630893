"""The people who may decide, and their passwords.

Invariant: a password is kept only as its argon2 hash, and whether a name exists can't be told
from how long a refusal takes or from what it says.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, get_args

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from departures.errors import BadInputError, NotFoundError, RefusedError, TooOftenError
from departures.record import Record
from departures.record.engine import reading, writing
from departures.record.tables import audit
from departures.record.tables import people as held_people

if TYPE_CHECKING:
    from argon2 import PasswordHasher

Role = Literal["reviewer", "admin"]
ROLES: Final = get_args(Role)
SHORTEST_PASSWORD: Final = 10
LONGEST_PASSWORD: Final = 200
LONGEST_NAME: Final = 40
WINDOW: Final = timedelta(minutes=15)
MOST_FOR_NAME: Final = 5
MOST_FROM_CLIENT: Final = 20
"""Refused logins within the window after which a name, or a client, has to wait."""
REFUSED: Final = "login refused"
LOGOUT: Final = "logout"
LASTS: Final = timedelta(hours=12)
"""How long a session lasts at most."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may decide; an admin also lifts, withholds, and adds people."""

    name: str
    role: Role
    added: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the audit."""

    id: int
    at: datetime
    who: str
    act: str
    about: str
    client: str


def people(record: Record) -> list[Person]:
    """Everybody who may decide, by name."""
    of = held_people.c
    query = select(of.name, of.role, of.added).order_by(of.name)
    with reading(record.address) as connection:
        return [Person(*row) for row in connection.execute(query)]


def anybody(record: Record) -> bool:
    """Whether anybody may decide; without, no door to write is shown."""
    with reading(record.address) as connection:
        return bool(connection.scalar(select(exists(select(held_people.c.name)))))


def add_person(record: Record, name: str, role: Role, password: str, *, by: str) -> Person:
    """Let somebody decide, or give a known name another password and role."""
    name = name.strip()
    _check(name, role, password)
    added = datetime.now(UTC)
    row = {"role": role, "password": _hasher().hash(password), "added": added}
    with writing(record.address) as connection:
        known = connection.scalar(select(held_people.c.name).where(held_people.c.name == name))
        if known is None:
            connection.execute(insert(held_people), {"name": name, **row})
        else:
            connection.execute(update(held_people).where(held_people.c.name == name), row)
        note(connection, by, "person added" if known is None else "person changed", name)
    return Person(name, role, added)


def remove_person(record: Record, name: str, *, by: str) -> None:
    """Let somebody decide no longer; what was decided stays. Raises `NotFoundError`."""
    with writing(record.address) as connection:
        found = connection.execute(delete(held_people).where(held_people.c.name == name))
        if not found.rowcount:
            raise NotFoundError(f"Nobody is called {name}; `departures user list` names everybody.")
        note(connection, by, "person removed", name)


def log_in(record: Record, name: str, password: str, client: str) -> tuple[Person, str]:
    """The person with this name and password, and a mark of the password for the session.

    Raises `RefusedError`, and `TooOftenError` after too many refusals.
    """
    name = name.strip()[:LONGEST_NAME]
    with reading(record.address) as connection:
        _throttle(connection, name, client)
        row = connection.execute(select(held_people).where(held_people.c.name == name)).first()
    right = _matches(row.password if row else _nobody(), password[:LONGEST_PASSWORD])
    with writing(record.address) as connection:
        _throttle(connection, name, client)  # of many guesses at once only the first few count
        note(connection, name, "login" if row is not None and right else REFUSED, "", client)
    if row is None or not right:
        raise RefusedError("The name or the password is wrong.")
    return Person(row.name, row.role, row.added), mark_of(row.password)


def log_out(record: Record, person: Person, session: str, client: str) -> None:
    """End a session for good: a copy of its cookie is believed no longer."""
    with writing(record.address) as connection:
        note(connection, person.name, LOGOUT, _ended(session), client)


def known(record: Record, name: str, mark: str, session: str) -> Person | None:
    """The person of a session, unless it was ended, or they were removed or given another
    password since.
    """
    query = select(held_people).where(held_people.c.name == name)
    ended = select(
        exists().where(
            audit.c.at > datetime.now(UTC) - LASTS,
            audit.c.act == LOGOUT,
            audit.c.about == _ended(session),
        )
    )
    with reading(record.address) as connection:
        row = connection.execute(query).first()
        if row is None or mark_of(row.password) != mark or connection.scalar(ended):
            return None
    return Person(row.name, row.role, row.added)


def _ended(session: str) -> str:
    """What the audit calls a session: enough to know it again, too little to take it over."""
    return f"session {hashlib.sha256(session.encode()).hexdigest()[:12]}"


def mark_of(hashed: str) -> str:
    """The end of a password's hash: it changes with the password and tells nothing of it."""
    return hashed[-12:]


def note(connection: Connection, who: str, act: str, about: str, client: str = "") -> None:
    """Add a line to the audit."""
    last = connection.scalar(select(func.max(audit.c.id))) or 0
    row = {"id": last + 1, "at": datetime.now(UTC), "who": who, "act": act}
    connection.execute(insert(audit), {**row, "about": about, "client": client[:100]})


def events(record: Record, limit: int) -> list[Event]:
    """The latest lines of the audit."""
    with reading(record.address) as connection:
        query = select(audit).order_by(audit.c.id.desc()).limit(limit)
        return [Event(**row) for row in connection.execute(query).mappings()]


def count_events(record: Record) -> int:
    """How many lines the audit has."""
    with reading(record.address) as connection:
        return connection.scalar(select(func.count()).select_from(audit)) or 0


def _throttle(connection: Connection, name: str, client: str) -> None:
    refused = select(func.count()).where(
        audit.c.at > datetime.now(UTC) - WINDOW, audit.c.act == REFUSED
    )
    for column, value, most in (
        (audit.c.who, name, MOST_FOR_NAME),
        (audit.c.client, client, MOST_FROM_CLIENT),
    ):
        if (connection.scalar(refused.where(column == value)) or 0) >= most:
            raise TooOftenError("Too many logins were refused; wait a quarter of an hour.")


def _check(name: str, role: str, password: str) -> None:
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise BadInputError(f"A name has 1 to {LONGEST_NAME} printable characters.")
    if role not in ROLES:
        raise BadInputError(f"A role is {' or '.join(ROLES)}, not {role}.")
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadInputError(
            f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters; choose a longer."
        )


def _matches(hashed: str, password: str) -> bool:
    from argon2.exceptions import VerificationError

    try:
        return _hasher().verify(hashed, password)
    except VerificationError:
        return False


@cache
def _nobody() -> str:
    """A hash that takes as long to compare with as anybody's."""
    return _hasher().hash("nobody has this password")


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()
