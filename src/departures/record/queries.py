"""What is shown, asked for: documents, claims, operations, findings, doubts and decisions.

Invariant: only derived tables are read, and decisions through the masks of their documents, so
that nothing that is withheld can be answered.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, func, select

from departures.errors import NotFoundError
from departures.record import intake
from departures.record.deciding import decisions_about
from departures.record.facets import Facet
from departures.record.showing import masks
from departures.record.suggest import near_ids, one_document
from departures.record.summary import DocumentSummary
from departures.record.tables import (
    addresses,
    claims,
    concerns,
    doubts,
    facets,
    findings,
    operations,
    readings,
    shown_claims,
    shown_documents,
    told,
)
from departures.record.tables import decisions as decisions_made
from departures.record.walking import (
    LATEST_DOCUMENT,
    NEWEST_OPERATION,
    DocumentPlace,
    OperationPlace,
    documents_after,
    operations_after,
)
from departures.resolve import Doubt, stranded
from departures.words import Claim, Decision, Finding, Operation, ShownDocument

OPERATIONS: TypeAdapter[list[Operation]] = TypeAdapter(list[Operation])
FINDINGS: TypeAdapter[list[Finding]] = TypeAdapter(list[Finding])
DOUBTS: TypeAdapter[list[Doubt]] = TypeAdapter(list[Doubt])
_DOCUMENT = [shown_documents.c[name] for name in ShownDocument.model_fields]
_SUMMARY = [shown_documents.c[name] for name in DocumentSummary.__slots__]


def document(connection: Connection, id: str) -> ShownDocument:
    """A document by its id or the first digits of its hash. Raises `NotFoundError`."""
    query = select(*_DOCUMENT).where(shown_documents.c.id == one_document(connection, id))
    return ShownDocument.model_validate(dict(connection.execute(query).mappings().one()))


def documents(
    connection: Connection,
    ids: Collection[str] | None,
    limit: int | None,
    offset: int,
    after: DocumentPlace | None = None,
) -> list[DocumentSummary]:
    """Documents without their texts; latest published first."""
    query = select(*_SUMMARY).order_by(*LATEST_DOCUMENT)
    if ids is not None:
        query = query.where(shown_documents.c.id.in_(intake.among(connection, ids)))
    if after is not None:
        query = query.where(documents_after(after))
    rows = connection.execute(query.limit(limit).offset(offset)).mappings()
    return [DocumentSummary(**row) for row in rows]


def documents_read_lately(connection: Connection, limit: int) -> list[DocumentSummary]:
    """The documents that were read last, the latest first."""
    query = (
        select(*_SUMMARY)
        .join_from(readings, shown_documents, shown_documents.c.id == readings.c.document)
        .where(shown_documents.c.reading == readings.c.id)
        .order_by(readings.c.id.desc())
    )
    return [DocumentSummary(**row) for row in connection.execute(query.limit(limit)).mappings()]


def count_documents(connection: Connection) -> int:
    """How many documents are shown."""
    return connection.scalar(select(func.count()).select_from(shown_documents)) or 0


def texts(connection: Connection, ids: Collection[str]) -> list[ShownDocument]:
    """These documents with their texts, latest published first."""
    of = shown_documents.c
    query = select(*_DOCUMENT).where(of.id.in_(intake.among(connection, ids)))
    query = query.order_by(*LATEST_DOCUMENT)
    return [ShownDocument.model_validate(dict(r)) for r in connection.execute(query).mappings()]


def claims_in(connection: Connection, document: str | None) -> list[Claim]:
    """The claims of a document, in the order of its text, or those of all documents."""
    of = shown_claims.c
    query = select(of.body).order_by(of.document, of.position)
    if document is not None:
        query = query.where(of.document == document)
    return intake.CLAIMS.validate_python(connection.scalars(query).all())


def claims_by_id(connection: Connection, ids: Sequence[str]) -> list[Claim]:
    """The claims with these ids, by document and in the order of its text."""
    of = shown_claims.c
    bodies: list[object] = []
    for some in intake.in_parts(ids):
        query = select(of.body).where(of.id.in_(some)).order_by(of.document, of.position)
        bodies.extend(connection.scalars(query))
    return intake.CLAIMS.validate_python(bodies)


def all_operations(
    connection: Connection,
    having: Iterable[Facet],
    limit: int | None,
    offset: int,
    after: OperationPlace | None = None,
) -> list[Operation]:
    """Operations with all of these facets, newest first; those that come after a place."""
    query = having_all(select(operations.c.body), having).order_by(*NEWEST_OPERATION)
    if after is not None:
        query = query.where(operations_after(after))
    return OPERATIONS.validate_python(connection.scalars(query.limit(limit).offset(offset)).all())


def operations_by_id(connection: Connection, ids: Sequence[str]) -> list[Operation]:
    """These operations, in this order."""
    of = operations.c
    found = {
        row.id: Operation.model_validate(row.body)
        for some in intake.in_parts(ids)
        for row in connection.execute(select(of.id, of.body).where(of.id.in_(some)))
    }
    return [found[id] for id in ids if id in found]


def count_operations(connection: Connection, having: Iterable[Facet]) -> int:
    """How many operations have all of these facets."""
    query = having_all(select(func.count()).select_from(operations), having)
    return connection.scalar(query) or 0


def having_all(query: Select[Any], having: Iterable[Facet]) -> Select[Any]:
    """A query of operations, narrowed to those that have all of these facets."""
    for name, value in having:
        with_facet = select(facets.c.operation).where(
            facets.c.name == name, facets.c.value == value
        )
        query = query.where(operations.c.id.in_(with_facet))
    return query


def count_facets(connection: Connection, having: Iterable[Facet]) -> dict[str, dict[str, int]]:
    """How many of the operations with these facets have each other facet, by name and value."""
    query = select(facets.c.name, facets.c.value, func.count()).group_by(
        facets.c.name, facets.c.value
    )
    chosen = list(having)
    if chosen:
        query = query.where(facets.c.operation.in_(having_all(select(operations.c.id), chosen)))
    counted: dict[str, dict[str, int]] = {}
    for name, value, number in connection.execute(query.order_by(facets.c.name, facets.c.value)):
        counted.setdefault(name, {})[value] = number
    return counted


def narrowed(
    connection: Connection, ids: Sequence[str], having: Iterable[Facet]
) -> tuple[list[str], dict[str, dict[str, int]]]:
    """Those of the operations that have all of these facets, in their order; and how many of them
    have each other facet, by name and value.
    """
    of: dict[str, set[Facet]] = {id: set() for id in ids}
    query = select(facets.c.operation, facets.c.name, facets.c.value)
    for some in intake.in_parts(ids):
        for row in connection.execute(query.where(facets.c.operation.in_(some))):
            of[row.operation].add((row.name, row.value))
    wanted = set(having)
    left = [id for id in ids if wanted <= of[id]]
    counted: dict[str, dict[str, int]] = {}
    for name, value in sorted(facet for id in left for facet in of[id]):
        values = counted.setdefault(name, {})
        values[value] = values.get(value, 0) + 1
    return left, counted


def operation(connection: Connection, id: str) -> Operation:
    """The operation with this id, or the one that is called otherwise by now.

    Raises `NotFoundError`, which names ids that are like this one.
    """
    body = connection.scalar(select(operations.c.body).where(operations.c.id == id))
    body = body or _renamed(connection, id)
    if body is None:
        raise NotFoundError(f"The record holds no operation {id}; {near_ids(connection, id)}")
    return Operation.model_validate(body)


def _renamed(connection: Connection, id: str) -> object:
    """The operation that now holds the claim after which an operation was once named."""
    claim = connection.scalar(select(addresses.c.claim).where(addresses.c.id == id))
    if claim is None:
        return None
    named = select(told.c.operation).where(told.c.claim == claim)
    return connection.scalar(select(operations.c.body).where(operations.c.id.in_(named)))


def all_findings(connection: Connection, about: Collection[str] | None) -> list[Finding]:
    """The findings about these operations and claims, or all."""
    query = select(findings.c.body).order_by(findings.c.about, findings.c.position)
    if about is not None:
        query = query.where(findings.c.about.in_(intake.among(connection, about)))
    return FINDINGS.validate_python(connection.scalars(query).all())


def all_doubts(connection: Connection, limit: int | None) -> list[Doubt]:
    """Pairs of movements of which a person should say whether they are one."""
    query = select(doubts.c.body).order_by(doubts.c.first, doubts.c.second).limit(limit)
    return DOUBTS.validate_python(connection.scalars(query).all())


def readers(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Who read these claims, the rejected and the vanished too."""
    query = select(claims.c.id, claims.c.body["reader"].as_string().label("reader"))
    return {
        row.id: row.reader
        for some in intake.in_parts(sorted(set(ids)))
        for row in connection.execute(query.where(claims.c.id.in_(some)))
    }


def changed_since_review(connection: Connection) -> list[tuple[str, str | None]]:
    """Documents that changed, or were read otherwise, after somebody decided about them."""
    newest = (
        select(readings.c.document, func.max(readings.c.at).label("at"))
        .group_by(readings.c.document)
        .having(func.count() > 1)
        .subquery()
    )
    last = (
        select(concerns.c.what, func.max(decisions_made.c.at).label("at"))
        .join_from(concerns, decisions_made)
        .group_by(concerns.c.what)
        .subquery()
    )
    read_anew = select(newest.c.document).join_from(
        newest, last, (last.c.what == newest.c.document) & (last.c.at < newest.c.at)
    )
    replaced = (
        select(shown_documents.c.id, shown_documents.c.previous)
        .join_from(shown_documents, last, last.c.what == shown_documents.c.previous)
        .order_by(shown_documents.c.id)
    )
    found: list[tuple[str, str | None]] = [(id, None) for id in connection.scalars(read_anew)]
    return found + [(row.id, row.previous) for row in connection.execute(replaced)]


def decisions(
    connection: Connection, documents: Sequence[str] | None, limit: int | None
) -> list[Decision]:
    """Decisions about these documents, or all; the latest first, masked like their documents."""
    return masks(connection, decisions_about(connection, documents, latest=limit)[::-1])


def count_decisions(connection: Connection) -> int:
    """How many decisions were made, the undone too."""
    return connection.scalar(select(func.count()).select_from(decisions_made)) or 0


def stranded_decisions(connection: Connection) -> list[Decision]:
    """Decisions in force about claims that the latest readings no longer hold."""
    of = claims.c
    holding = select(of.id).where(of.reading.in_(intake.latest_readings()))
    standing = set(connection.scalars(holding))
    return masks(connection, stranded(decisions_about(connection), standing))
