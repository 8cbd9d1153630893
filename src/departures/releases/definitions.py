"""The words of the official tables, each with its meaning and where that is written.

Invariant: every definition has a source, and every term it points at exists.
"""

import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, ValidationError

from departures.errors import BadInputError, NotFoundError


class Definition(BaseModel):
    """One term."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    term: str
    meaning: str
    not_to_confuse: tuple[str, ...] = ()
    """The `id` of terms that reports take for this one."""
    stock: bool = False
    """A number of people on a day; otherwise a number of events in a period."""
    told_as: tuple[str, ...] = ()
    """The measures (see `departures.words`) by which reports tell such a figure, the plain one
    first. Reports say returned and expelled of people who were removed.
    """
    in_words: str = ""
    """How a figure is said: with `{figure}`, `{agency}`, `{whom}` and `{when}`."""
    sources: tuple[str, ...]


@cache
def definitions() -> dict[str, Definition]:
    """All of them by `id`. Raises `BadInputError` where the file is wrong."""
    file = resources.files("departures.releases") / "definitions.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        held = {id: Definition(id=id, **row) for id, row in rows.items()}
    except ValidationError as error:
        raise BadInputError(f"definitions.toml: {error.errors()[0]['msg']}.") from error
    for each in held.values():
        lost = set(each.not_to_confuse) - held.keys()
        if lost or not each.sources:
            raise BadInputError(f"definitions.toml: {each.id} lacks a source, or points nowhere.")
        if bool(each.told_as) != bool(each.in_words):
            raise BadInputError(f"definitions.toml: {each.id} needs told_as with in_words.")
    return held


def definition(id: str) -> Definition:
    """One of them. Raises `NotFoundError`."""
    try:
        return definitions()[id]
    except KeyError:
        raise NotFoundError(f"there is no definition {id!r}; see releases definitions") from None
