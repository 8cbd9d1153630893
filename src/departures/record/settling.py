"""Movements into operations, in the tables: only those that what changed can touch.

Invariant: after it, operations, findings and doubts are those that all shown claims and all
decisions in force give, whichever way and order they came in.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from departures.record.held import Held
from departures.record.intake import in_parts
from departures.record.outcome import replace
from departures.record.tables import blocks, doubts, movements, shown_claims, shown_documents
from departures.resolve import Movement, claims_of, score_alone, settle
from departures.words import Decision, Merge, Split


def settle_all(connection: Connection) -> None:
    """Make all operations anew from everything that is shown."""
    held = Held(connection)
    held.load(connection.scalars(select(shown_documents.c.id)))
    members = list(held.movements.values())
    replace(connection, members, settle(members, held.decisions), set())


def settle_around(
    connection: Connection, documents: Sequence[str], components: Collection[str]
) -> None:
    """Settle what documents shown anew can touch; `components` held their movements before."""
    held = Held(connection)
    fresh = held.load(documents)
    changed = {*components, *components_of(connection, documents)}
    changed |= components_of(connection, _tied(connection, held.decisions))
    same, beside = _near(held, fresh, changed)
    changed |= same
    # A doubt is about two whole operations: those beside what changes are settled with it.
    touched = changed | beside | in_doubt_with(connection, changed)
    touched |= set.union(*_near(held, held.members(changed), touched))
    members = held.members(touched)
    replace(connection, members, settle(members, held.decisions), touched)


def components_of(connection: Connection, documents: Sequence[str]) -> set[str]:
    """The components to which movements of these documents belong."""
    return {
        component
        for some in in_parts(documents)
        for component in connection.scalars(
            select(movements.c.component).where(movements.c.document.in_(some))
        )
    }


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
        for some in in_parts(sorted(components)):
            found.update(connection.scalars(query.where(one.c.component.in_(some))))
    return found


def _tied(connection: Connection, decisions: Iterable[Decision]) -> list[str]:
    """The documents whose claims are merged with, or split from, others."""
    named = [
        claim
        for decision in decisions
        if isinstance(decision, Merge | Split)
        for claim in claims_of(decision)
    ]
    return [
        document
        for some in in_parts(named)
        for document in connection.scalars(
            select(shown_claims.c.document).where(shown_claims.c.id.in_(some)).distinct()
        )
    ]


def _near(
    held: Held, some: Sequence[Movement], known: Collection[str]
) -> tuple[set[str], set[str]]:
    """The components with a movement that one of these is, and that one of these may be, but for
    those that are known already.
    """
    near, pairs = _sharing_blocks(held.connection, some, known)
    held.load(place.document for place in near.values())
    ours = {movement.key: movement for movement in some}
    found: dict[str, set[str]] = {"same": set(), "ask": set(), "different": set()}
    for one, other in pairs:
        if other in held.movements and near[other].component not in found["same"]:
            outcome, _ = score_alone(ours[one], held.movements[other])
            found[outcome].add(near[other].component)
    return found["same"], found["ask"]


class _Place(NamedTuple):
    document: str
    component: str


def _sharing_blocks(
    connection: Connection, some: Sequence[Movement], known: Collection[str]
) -> tuple[dict[str, _Place], set[tuple[str, str]]]:
    """Where movements stand that share a block with one of these, and the pairs that share one."""
    wanted: dict[str, list[str]] = {}
    for movement in some:
        for block in movement.blocks:
            wanted.setdefault(block, []).append(movement.key)
    ours = {movement.key for movement in some}
    near: dict[str, _Place] = {}
    pairs: set[tuple[str, str]] = set()
    query = select(blocks.c.block, movements.c.key, movements.c.document, movements.c.component)
    query = query.join_from(blocks, movements)
    for part in in_parts(list(wanted)):
        for row in connection.execute(query.where(blocks.c.block.in_(part))):
            if row.key not in ours and row.component not in known:
                near[row.key] = _Place(row.document, row.component)
                pairs.update((key, row.key) for key in wanted[row.block])
    return near, pairs
