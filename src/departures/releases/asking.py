"""What a person types to ask for figures, as the shelf takes it.

Invariant: the command line and the API read columns and conditions alike.
"""

from collections.abc import Iterable

from departures.errors import BadInputError


def columns_named(typed: str) -> tuple[str, ...]:
    """The columns of `departure_country, month`."""
    return tuple(name for each in typed.split(",") if (name := each.strip()))


def conditions(typed: Iterable[str]) -> dict[str, str]:
    """Each column of `gender=Female` with its value. Raises `BadInputError`."""
    pairs = [each.partition("=") for each in typed]
    if any(not sign for _, sign, _ in pairs):
        raise BadInputError("where: wants COLUMN=VALUE, such as gender=Female")
    return {name.strip(): value for name, _, value in pairs}
