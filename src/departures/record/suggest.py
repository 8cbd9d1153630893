"""Finding what a person means by an id that is short or slightly wrong.

Invariant: an id that fits two things is never taken for one of them.
"""

import re
from difflib import get_close_matches

from sqlalchemy import Column, Connection, select

from departures.errors import NotFoundError
from departures.record.tables import operations, shown_documents

_HASH = re.compile(r"(?:sha256:)?([0-9a-f]{6,64})")
_MOST = 3


def one_document(connection: Connection, id: str, of: Column[str] = shown_documents.c.id) -> str:
    """The id of the only document whose hash begins like `id`. Raises `NotFoundError`."""
    digits = _HASH.fullmatch(id.strip().lower())
    if not digits:
        raise NotFoundError(
            f"{id} names no document; give sha256: and at least 6 digits of its hash."
        )
    query = select(of).where(of.startswith(f"sha256:{digits[1]}"))
    found = connection.scalars(query.limit(2)).all()
    if not found:
        raise NotFoundError(f"The record holds no document {id}.")
    if len(found) > 1:
        raise NotFoundError(f"{id} names several documents; give more digits of the hash.")
    return str(found[0])


def near_ids(connection: Connection, id: str) -> str:
    """The ids of operations that are like `id`, as the end of a sentence."""
    known = list(connection.scalars(select(operations.c.id)))
    near = get_close_matches(id.lower()[:200], known, n=_MOST, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return "`departures operations` lists those it holds."
