"""The tables of the exports and their columns, as `columns.toml` tells them.

Invariant: a row has a value, or none, for each column of its table and for no other.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import TypeAdapter

from departures.words import Value

Cell = str | int | bool | date | None
Row = Mapping[str, Cell]


class Column(Value):
    """One column: its name, what its cells are, and what they mean."""

    name: str
    type: Literal["text", "number", "day", "yes-no"]
    means: str


class Table(Value):
    """One table: what a row is, and its columns in their order."""

    holds: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


@cache
def tables() -> Mapping[str, Table]:
    """The tables by name."""
    written = (resources.files("departures.exports") / "columns.toml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Table]).validate_python(tomllib.loads(written))
