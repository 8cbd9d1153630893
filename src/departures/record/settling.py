"""Movements into operations, in the tables: only those that what changed can touch.

Invariant: after it, operations, findings and doubts are those that all shown claims and all
decisions in force give, whichever way and order they came in.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from departures.record.held import Held
from departures.record.intake import among
from departures.record.outcome import replace
from departures.record.tables import (
    blocks,
    doubts,
    movements,
    shown_claims,
    shown_documents,
    told,
)
from departures.resolve import Movement, claims_of, linked, settle
from departures.words import Decision, Merge, Split


def settle_all(connection: Connection) -> None:
    """Make all operations anew from everything that is shown."""
    held = Held(connection)
    held.load(connection.scalars(select(shown_documents.c.id)))
    members = list(held.movements.values())
    replace(connection, members, settle(members, held.decisions), (), ())


def settle_around(
    connection: Connection,
    documents: Sequence[str],
    components: Collection[str],
    doubted: Collection[str],
) -> None:
    """Settle what documents shown anew can touch. `components` held their movements before, and
    those of `doubted` were in doubt with them.
    """
    held = Held(connection)
    fresh = held.load(documents)
    changed = {*components, *components_of(connection, documents)}
    changed |= components_of(connection, _tied(connection, held.decisions))
    changed |= _linked(held, fresh, changed)
    members = held.members(changed)
    # A doubt is about two whole operations: those beside what changes are looked at, but stay.
    beside = _beside(held, members, changed)
    settled = settle(members, held.decisions, beside)
    replace(connection, members, settled, changed, doubted)


def components_of(connection: Connection, documents: Sequence[str]) -> set[str]:
    """The components to which movements of these documents belong."""
    query = select(movements.c.component)
    of = movements.c.document
    return set(connection.scalars(query.where(of.in_(among(connection, documents)))))


def in_doubt_with(connection: Connection, components: Collection[str]) -> set[str]:
    """The components of which a movement may be one with a movement of these."""
    one, other = movements.alias(), movements.alias()
    found: set[str] = set()
    for here, there in ((doubts.c.first, doubts.c.second), (doubts.c.second, doubts.c.first)):
        query = (
            select(other.c.component)
            .join_from(one, doubts, here == one.c.key)
            .join(other, there == other.c.key)
        )
        of = one.c.component
        found.update(connection.scalars(query.where(of.in_(among(connection, components)))))
    return found


def _tied(connection: Connection, decisions: Iterable[Decision]) -> list[str]:
    """The documents whose claims are merged with, or split from, others."""
    named = [
        claim
        for decision in decisions
        if isinstance(decision, Merge | Split)
        for claim in claims_of(decision)
    ]
    of = shown_claims.c
    query = select(of.document).where(of.id.in_(among(connection, named))).distinct()
    return list(connection.scalars(query))


def _linked(held: Held, some: Sequence[Movement], known: Collection[str]) -> set[str]:
    """The components with a movement that one of these is, but for those that are known."""
    near = {row.key: row for row in _sharing_blocks(held.connection, some, known)}
    held.load(row.document for row in near.values())
    found: set[str] = set()
    for key, row in near.items():
        other = held.movements.get(key)
        if other and row.component not in found and any(linked(one, other) for one in some):
            found.add(row.component)
    return found


def _beside(
    held: Held, members: Sequence[Movement], changed: Collection[str]
) -> list[list[Movement]]:
    """The operations outside the components that change with a movement near one of these."""
    near = [row.key for row in _sharing_blocks(held.connection, members, changed)]
    of = movements.c
    telling = select(told.c.operation).join_from(movements, told, told.c.claim == of.claim)
    query = select(told.c.operation, of.key, of.document).join_from(
        movements, told, told.c.claim == of.claim
    )
    keys: dict[str, list[str]] = {}
    documents: set[str] = set()
    wanted = telling.where(of.key.in_(among(held.connection, near)))
    for row in held.connection.execute(query.where(told.c.operation.in_(wanted))):
        keys.setdefault(row.operation, []).append(row.key)
        documents.add(row.document)
    held.load(sorted(documents))
    return [[held.movements[key] for key in sorted(some)] for _, some in sorted(keys.items())]


class _Place(NamedTuple):
    key: str
    document: str
    component: str


def _sharing_blocks(
    connection: Connection, some: Iterable[Movement], known: Collection[str]
) -> list[_Place]:
    """Where movements stand that share a block with one of these, but for known components."""
    wanted = {block for movement in some for block in movement.blocks}
    of = movements.c
    query = select(of.key, of.document, of.component).join_from(blocks, movements).distinct()
    rows = connection.execute(query.where(blocks.c.block.in_(among(connection, wanted))))
    return [_Place(*row) for row in rows if row.component not in known]
