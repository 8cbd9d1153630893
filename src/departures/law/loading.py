"""Reading the shelf from its data files.

One folder for each jurisdiction: `jurisdiction.toml`, `cases/*.toml`, `agreements/*.toml`,
`policies.toml`, `notice.toml`, `visas.toml`; `shelf.toml` beside the folders says the data day.

Invariant: a shelf that is read holds no row that is impossible, called twice, judging in its own
voice, or that refers to a row which is not there; the error names the file and the row.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import ValidationError

from departures.errors import BadInputError
from departures.law.neutral import judging
from departures.law.rows import (
    Agreement,
    Authority,
    Case,
    Event,
    Jurisdiction,
    Notice,
    Order,
    Policy,
    Term,
    Visa,
)
from departures.law.shelf import Shelf
from departures.words import Value

Made = TypeVar("Made", bound=Value)
Table = dict[str, Any]


class LawDataError(BadInputError):
    """A data file of the shelf that can't be used as it is."""


def read_shelf(folder: Traversable) -> Shelf:
    """The shelf in `folder`. Raises `LawDataError`, which names the file and the row."""
    about = _table(folder / "shelf.toml")
    if "as_of" not in about:
        raise LawDataError("shelf.toml: `as_of`, the data day, is missing; add it")
    parts = [_Part(each) for each in _sorted(folder) if each.is_dir()]
    shelf = Shelf(
        as_of=about["as_of"],
        jurisdictions=tuple(part.jurisdiction() for part in parts),
        cases=tuple(case for part in parts for case in part.cases()),
        policies=tuple(row for part in parts for row in part.rows("policies", "policy", Policy)),
        agreements=tuple(row for part in parts for row in part.agreements()),
        notices=tuple(row for part in parts for row in part.rows("notice", "notice", Notice)),
        visas=tuple(row for part in parts for row in part.rows("visas", "visa", Visa)),
    )
    _check_ids(shelf)
    _check_references(shelf)
    return shelf


class _Part:
    """The folder of one jurisdiction."""

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder

    def jurisdiction(self) -> Jurisdiction:
        file = self.folder / "jurisdiction.toml"
        table = _table(file)
        name = _named(file, self.folder)
        terms = _all(table.pop("term", []), Term, name)
        authorities = _all(table.pop("authority", []), Authority, name)
        return _made(Jurisdiction, {**table, "terms": terms, "authorities": authorities}, name)

    def cases(self) -> Iterator[Case]:
        for file in _files(self.folder / "cases"):
            yield read_case(_table(file), f"{self.folder.name}/cases/{file.name}")

    def agreements(self) -> Iterator[Agreement]:
        for file in _files(self.folder / "agreements"):
            yield _made(Agreement, _table(file), f"{self.folder.name}/agreements/{file.name}")

    def rows(self, stem: str, key: str, kind: type[Made]) -> tuple[Made, ...]:
        file = self.folder / f"{stem}.toml"
        if not file.is_file():
            return ()
        return _all(_table(file).get(key, []), kind, _named(file, self.folder))


def read_case(table: Table, name: str) -> Case:
    """A case from the table of its file, which messages call `name`. Raises `LawDataError`."""
    orders = _all(table.pop("order", []), Order, name)
    events = _all(table.pop("event", []), Event, name)
    return _made(Case, {**table, "orders": orders, "events": events}, name)


def _named(file: Traversable, folder: Traversable) -> str:
    return f"{folder.name}/{file.name}"


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda each: each.name)


def _files(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return [file for file in _sorted(folder) if file.name.endswith(".toml")]


def _table(file: Traversable) -> Table:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LawDataError(f"{file.name}: can't be read as TOML ({error}); mend it") from error


def _all(tables: list[Table], kind: type[Made], file: str) -> tuple[Made, ...]:
    return tuple(_made(kind, table, file) for table in tables)


def _made(kind: type[Made], table: Table, file: str) -> Made:
    row = next((table[key] for key in ("id", "key", "country", "what") if key in table), None)
    place = f"{file}: {row}" if row else file
    try:
        made = kind.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = first["msg"].removeprefix("Value error, ")
        raise LawDataError(f"{place}: {f'{where}: ' if where else ''}{reason}; mend it") from error
    if words := [word for text in _texts(table) for word in judging(text)]:
        raise LawDataError(f"{place}: {words[0]!r} judges; quote whoever says it, or leave it out")
    return made


def _texts(value: Any, key: str = "") -> Iterator[str]:
    """The prose of a row: its sources are addresses, its words are other people's."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("sources", "words"):
                yield from _texts(inner, name)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner, key)


def _check_ids(shelf: Shelf) -> None:
    rows = (
        *(case.id for case in shelf.cases),
        *(order.id for order in shelf.orders),
        *(policy.id for policy in shelf.policies),
        *(notice.id for notice in shelf.notices),
        *(visa.id for visa in shelf.visas),
    )
    seen: set[str] = set()
    for id in rows:
        if id in seen:
            raise LawDataError(f"two rows are called {id}; give one another id")
        seen.add(id)


def _check_references(shelf: Shelf) -> None:
    authorities = {each.id for held in shelf.jurisdictions for each in held.authorities}
    for case in shelf.cases:
        for order in case.orders:
            place = f"cases/{case.id}.toml: {order.id}"
            held_by = (hold.by for hold in order.holds)
            named = [order.ended_by, *held_by, *(each.order for each in order.acts_on)]
            for id in named:
                if id is not None and id not in shelf.order_by_id:
                    raise LawDataError(f"{place}: refers to {id}, which is no order; mend it")
            for id in order.covers.authorities:
                if id not in authorities:
                    raise LawDataError(f"{place}: {id} is no authority; see jurisdiction.toml")
    for notice in shelf.notices:
        if notice.order is not None and notice.order not in shelf.order_by_id:
            raise LawDataError(f"notice.toml: {notice.id}: refers to {notice.order}; mend it")
