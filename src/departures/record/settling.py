"""Movements into operations, in the tables: only those that what changed can touch.

Invariant: after it, operations, findings and doubts are those that all shown claims and all
decisions in force give, whichever way and order they came in.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from departures.record.deciding import DECISIONS
from departures.record.intake import CLAIMS, in_parts
from departures.record.outcome import replace
from departures.record.tables import blocks, doubts, movements, shown_claims, shown_documents
from departures.resolve import Movement, Report, claims_of, prepare, score, settle
from departures.words import Claim, Decision, Merge, OperationClaim, Split


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Movements of shown documents, and the decisions in force about these documents."""

    movements: Mapping[str, Movement]
    decisions: tuple[Decision, ...]


def components_of(connection: Connection, documents: Sequence[str]) -> set[str]:
    """The components to which movements of these documents belong."""
    return {
        component
        for some in in_parts(documents)
        for component in connection.scalars(
            select(movements.c.component).where(movements.c.document.in_(some))
        )
    }


def settle_all(connection: Connection) -> None:
    """Make all operations anew from everything that is shown."""
    everything = list(connection.scalars(select(shown_documents.c.id)))
    loaded = _load(connection, everything)
    members = list(loaded.movements.values())
    replace(connection, members, settle(members, loaded.decisions), set())


def settle_around(
    connection: Connection, documents: Sequence[str], components: Collection[str]
) -> None:
    """Settle what documents shown anew can touch; `components` held their movements before."""
    fresh = _load(connection, documents)
    touched = set(components) | components_of(connection, _tied(connection, fresh.decisions))
    touched |= _near(connection, fresh) | components_of(connection, documents)
    # A doubt is about two whole operations: those beside what is touched are settled with it.
    touched |= _near(connection, _held(connection, touched)) | in_doubt_with(connection, touched)
    loaded = _held(connection, touched)
    members = list(loaded.movements.values())
    replace(connection, members, settle(members, loaded.decisions), touched)


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


def _held(connection: Connection, components: Collection[str]) -> _Loaded:
    """The movements of these components, and no others of their documents."""
    keys = _members(connection, components)
    loaded = _load(connection, list(dict.fromkeys(keys.values())))
    held = {key: loaded.movements[key] for key in sorted(keys) if key in loaded.movements}
    return _Loaded(held, loaded.decisions)


def _load(connection: Connection, documents: Sequence[str]) -> _Loaded:
    """The movements that these documents tell of, from what is shown of them."""
    reports: list[Report] = []
    decided: dict[int, Decision] = {}
    told: list[Claim] = []
    of = shown_documents.c
    for some in in_parts(documents):
        query = select(of.id, of.report, of.decisions, of.undecided).where(of.id.in_(some))
        untouched = []
        for row in connection.execute(query):
            reports.append(Report.model_validate(row.report))
            decided |= {held.id: held for held in DECISIONS.validate_python(row.decisions)}
            if row.undecided is None:
                untouched.append(row.id)
            else:
                told += CLAIMS.validate_python(row.undecided)
        bodies = connection.scalars(
            select(shown_claims.c.body).where(
                shown_claims.c.document.in_(untouched), shown_claims.c.kind == "operation"
            )
        )
        told += CLAIMS.validate_python(bodies.all())
    claims = [claim for claim in told if isinstance(claim, OperationClaim)]
    decisions = tuple(decided[id] for id in sorted(decided))
    found = prepare(claims, decisions, reports)
    return _Loaded({movement.key: movement for movement in found}, decisions)


def _tied(connection: Connection, decisions: Iterable[Decision]) -> list[str]:
    """The documents whose claims are merged with, or split from, others."""
    named = [
        claim for held in decisions if isinstance(held, Merge | Split) for claim in claims_of(held)
    ]
    return [
        document
        for some in in_parts(named)
        for document in connection.scalars(
            select(shown_claims.c.document).where(shown_claims.c.id.in_(some)).distinct()
        )
    ]


def _near(connection: Connection, fresh: _Loaded) -> set[str]:
    """The components with a movement that one of these may be, by its own score."""
    wanted: dict[str, list[Movement]] = {}
    for movement in fresh.movements.values():
        for block in movement.blocks:
            wanted.setdefault(block, []).append(movement)
    pairs: dict[str, set[str]] = {}
    place: dict[str, tuple[str, str]] = {}
    query = select(blocks.c.block, movements.c.key, movements.c.document, movements.c.component)
    query = query.join_from(blocks, movements)
    for some in in_parts(list(wanted)):
        for row in connection.execute(query.where(blocks.c.block.in_(some))):
            if row.key not in fresh.movements:
                place[row.key] = row.document, row.component
                pairs.setdefault(row.key, set()).update(each.key for each in wanted[row.block])
    others = _load(connection, list({document for document, _ in place.values()}))
    return {
        place[key][1]
        for key, keys in pairs.items()
        if any(
            score(fresh.movements[each], others.movements[key]).outcome != "different"
            for each in keys
        )
    }


def _members(connection: Connection, components: Collection[str]) -> dict[str, str]:
    """The movements of these components, each with its document."""
    columns = movements.c
    return {
        row.key: row.document
        for some in in_parts(list(components))
        for row in connection.execute(
            select(columns.key, columns.document).where(columns.component.in_(some))
        )
    }
