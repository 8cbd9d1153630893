"""What settling comes to, written in place of what stood there before.

Invariant: every operation has an id of its own, and ids of one base are numbered by content, so
that an operation is called the same whichever way it came about.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Table, bindparam, delete, insert, or_, select, update

from departures.check import examine
from departures.record.facets import COUNTRIES, DOUBTED, facets_of, told_of
from departures.record.intake import CLAIMS, among
from departures.record.search import Entry, keep_entries, remove_entries
from departures.record.tables import (
    addresses,
    conflicts,
    doubts,
    facets,
    findings,
    movements,
    operations,
    shown_claims,
    shown_documents,
    told,
)
from departures.record.weighing import conflicts_of, people_of
from departures.resolve import Doubt, Movement, Settled, base_id, distinct
from departures.words import Claim, Finding, Operation, ResolvedField
from departures.words.countries import country_name

DOUBT: TypeAdapter[Doubt] = TypeAdapter(Doubt)
Placed = tuple[Operation, str]
"""An operation and the component to which its movements belong."""


def replace(
    connection: Connection,
    members: Sequence[Movement],
    settled: Settled,
    components: Collection[str],
    doubted: Collection[str],
) -> None:
    """Write what `members` came to; `components` are those that held them until now, and those of
    `doubted` were in doubt with them.
    """
    component_of = {
        claim.id: settled.components[member.key] for member in members for claim in member.claims
    }
    new: list[Placed] = [(each, component_of[each.claims[0]]) for each in settled.operations]
    bases = _remove_components(connection, components)
    bases |= {base_id(operation) for operation, _ in new}
    others = _with_bases(connection, bases)
    ids = {id: _anchor(operation) for id, (operation, _) in others.items()}
    named = _named([*new, *others.values()])
    renamed = [ids[id] for id in ids if named[ids[id]][0].id != id]
    _remove(connection, [id for id in ids if named[ids[id]][0].id != id])
    _keep_components(connection, settled)
    beside = _keep_doubts(connection, settled)
    written = [named[_anchor(operation)] for operation, _ in new]
    written += [named[anchor] for anchor in renamed]
    claims = {claim.id: claim for member in members for claim in member.claims}
    _keep(connection, written, claims)
    _keep_open(connection, beside, doubted)


def _anchor(operation: Operation) -> str:
    """What an operation is known by while its id may change: a claim is of one operation only."""
    return min(operation.claims)


def _named(told: Iterable[Placed]) -> dict[str, Placed]:
    """The operations with their ids, by anchor; those with one base id are numbered together."""
    of_base: dict[str, list[Operation]] = {}
    component: dict[str, str] = {}
    for operation, of in told:
        of_base.setdefault(base_id(operation), []).append(operation)
        component[_anchor(operation)] = of
    return {
        _anchor(operation): (operation, component[_anchor(operation)])
        for same in of_base.values()
        for operation in distinct(same)
    }


def _remove_components(connection: Connection, components: Collection[str]) -> set[str]:
    """Remove the operations of these components; the base ids that they had."""
    query = select(operations.c.id, operations.c.base)
    of = operations.c.component.in_(among(connection, components))
    rows = connection.execute(query.where(of)).all()
    _remove(connection, [row.id for row in rows])
    return {row.base for row in rows}


def _remove(connection: Connection, ids: Sequence[str]) -> None:
    remove_entries(connection, ids)
    gone = among(connection, ids)
    about = (findings.c.about, *(table.c.operation for table in (facets, conflicts, told)))
    for of in (*about, operations.c.id):
        connection.execute(delete(of.table).where(of.in_(gone)))


def _with_bases(connection: Connection, bases: Collection[str]) -> dict[str, Placed]:
    """The operations with these base ids that still stand, by id."""
    query = select(operations.c.id, operations.c.component, operations.c.body)
    return {
        row.id: (Operation.model_validate(row.body), row.component)
        for row in connection.execute(query.where(operations.c.base.in_(among(connection, bases))))
    }


def _keep_components(connection: Connection, settled: Settled) -> None:
    rows = [{"movement": key, "in": component} for key, component in settled.components.items()]
    if rows:
        place = update(movements).where(movements.c.key == bindparam("movement"))
        connection.execute(place.values(component=bindparam("in")), rows)


def _keep_doubts(connection: Connection, settled: Settled) -> set[str]:
    """The doubts about the settled movements; the other movements that are, or were, in them."""
    keys = among(connection, settled.components)
    about = or_(doubts.c.first.in_(keys), doubts.c.second.in_(keys))
    rows = connection.execute(select(doubts.c.first, doubts.c.second).where(about)).all()
    connection.execute(delete(doubts).where(about))
    in_doubt = {key for row in rows for key in row}
    in_doubt |= {key for doubt in settled.doubts for key in (doubt.first, doubt.second)}
    if settled.doubts:
        connection.execute(
            insert(doubts),
            [
                {
                    "first": doubt.first,
                    "second": doubt.second,
                    "body": DOUBT.dump_python(doubt, mode="json"),
                }
                for doubt in settled.doubts
            ],
        )
    return in_doubt - settled.components.keys()


def _keep_open(connection: Connection, keys: Collection[str], components: Collection[str]) -> None:
    """Note of operations that stand as they were whether one is still in doubt, or now is."""
    of = movements.c
    near = or_(of.key.in_(among(connection, keys)), of.component.in_(among(connection, components)))
    query = select(told.c.operation).join_from(movements, told, told.c.claim == of.claim)
    ids = sorted(set(connection.scalars(query.where(near))))
    doubted = (facets.c.name == DOUBTED[0]) & (facets.c.value == DOUBTED[1])
    gone = facets.c.operation.in_(among(connection, ids)) & doubted
    connection.execute(delete(facets).where(gone))
    claims = select(told.c.claim).where(told.c.operation.in_(among(connection, ids)))
    still = query.where(of.claim.in_(_doubted(connection, connection.scalars(claims).all())))
    rows = [
        {"operation": id, "name": DOUBTED[0], "value": DOUBTED[1]}
        for id in sorted(set(connection.scalars(still)))
    ]
    if rows:
        connection.execute(insert(facets), rows)


def _keep(connection: Connection, written: Sequence[Placed], claims: Mapping[str, Claim]) -> None:
    known = {**claims, **_claims(connection, written, claims)}
    noticed: dict[str, list[Finding]] = {}
    for finding in examine([operation for operation, _ in written], known.values()):
        noticed.setdefault(finding.about, []).append(finding)
    sources = _sources(connection, {id for each, _ in written for id in each.documents})
    doubted = _doubted(connection, {id for each, _ in written for id in each.claims})
    tables = (operations, told, facets, conflicts, findings)
    rows: dict[Table, list[dict[str, Any]]] = {table: [] for table in tables}
    for operation, component in written:
        about = noticed.get(operation.id, [])
        open_ = not doubted.isdisjoint(operation.claims)
        named = sorted(facets_of(operation, about, sources, doubted=open_))
        id = operation.id
        rows[operations].append(_row(operation, component))
        rows[told] += [{"claim": claim, "operation": id} for claim in operation.claims]
        rows[facets] += [{"operation": id, "name": name, "value": of} for name, of in named]
        rows[conflicts] += [{"operation": id, "field": of} for of in conflicts_of(operation)]
        rows[findings] += [
            {"about": id, "position": at, "body": each.model_dump(mode="json")}
            for at, each in enumerate(about)
        ]
    for table, some in rows.items():
        if some:
            connection.execute(insert(table), some)
    keep_entries(connection, (_entry(each, known) for each, _ in written))
    _remember(connection, [operation for operation, _ in written])


def _entry(operation: Operation, claims: Mapping[str, Claim]) -> Entry:
    """What of an operation can be found: its names, its countries, and the words of its claims."""
    quotes = [claims[id].quote.text for id in operation.claims if id in claims]
    countries = {value for name, value in told_of(operation) if name in COUNTRIES}
    named = [country_name(country) for country in sorted(countries)]
    said = [name for field in operation.values.values() for name in _speakers(field)]
    title = [operation.id, *(value for name, value in told_of(operation) if name == "carrier")]
    return Entry("operation", operation.id, " ".join([*title, *named]), "\n".join(quotes + said))


def _speakers(field: ResolvedField) -> list[str]:
    """Who gives the values of a field."""
    return [name for entry in field.asserted for name in entry.said_by]


def _row(operation: Operation, component: str) -> dict[str, Any]:
    return {
        "id": operation.id,
        "base": base_id(operation),
        "component": component,
        "day": operation.date.earliest if operation.date else None,
        "modality": operation.modality,
        "people": people_of(operation),
        "body": operation.model_dump(mode="json"),
    }


def _claims(
    connection: Connection, written: Iterable[Placed], known: Mapping[str, Claim]
) -> dict[str, Claim]:
    """The claims of these operations that are not yet at hand."""
    wanted = [id for each, _ in written for id in each.claims if id not in known]
    query = select(shown_claims.c.body).where(shown_claims.c.id.in_(among(connection, wanted)))
    bodies = connection.scalars(query).all() if wanted else ()
    return {claim.id: claim for claim in CLAIMS.validate_python(bodies)}


def _doubted(connection: Connection, claims: Collection[str]) -> set[str]:
    """Those of the claims whose movement may be one with another."""
    of = movements.c
    pair = or_(doubts.c.first == of.key, doubts.c.second == of.key)
    query = select(of.claim).join_from(movements, doubts, pair)
    return set(connection.scalars(query.where(of.claim.in_(among(connection, claims)))))


def _sources(connection: Connection, documents: Collection[str]) -> dict[str, str | None]:
    """Who published these documents."""
    of = shown_documents.c
    query = select(of.id, of.source).where(of.id.in_(among(connection, documents)))
    return {row.id: row.source for row in connection.execute(query)}


def _remember(connection: Connection, written: Sequence[Operation]) -> None:
    """Keep the ids under which operations are shown, so that an old address leads somewhere."""
    ids = [operation.id for operation in written]
    query = select(addresses.c.id).where(addresses.c.id.in_(among(connection, ids)))
    known = set(connection.scalars(query))
    rows = [{"id": each.id, "claim": _anchor(each)} for each in written if each.id not in known]
    if rows:
        connection.execute(insert(addresses), rows)
