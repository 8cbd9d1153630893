"""Cursors: where a list goes on, in letters that mean nothing to whoever hands them back.

Invariant: a cursor that this program did not give is refused in one line, whatever stands in it.
"""

from base64 import b64decode, urlsafe_b64encode
from typing import Annotated, TypeVar

from fastapi import Query
from pydantic import TypeAdapter, ValidationError

from departures.errors import BadInputError

LONGEST = 600
Place = TypeVar("Place")
Cursor = Annotated[
    str | None, Query(max_length=LONGEST, description="`next` of the answer before this one.")
]


def cursor_of(place: Place, shape: TypeAdapter[Place]) -> str:
    """A place in a list as a cursor."""
    return urlsafe_b64encode(shape.dump_json(place)).decode().rstrip("=")


def place_of(cursor: str | None, shape: TypeAdapter[Place]) -> Place | None:
    """The place that a cursor stands for. Raises `BadInputError`."""
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        return shape.validate_json(b64decode(padded, altchars=b"-_", validate=True))
    except (ValidationError, ValueError):
        raise BadInputError(
            "cursor: not one that this list gave; start again without it."
        ) from None
