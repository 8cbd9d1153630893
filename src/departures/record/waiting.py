"""What waits for a person: operations whose sources conflict, pairs in doubt, what is new.

Each question is one query over everything that is shown, and gives the most consequential first:
what concerns most people.

Invariant: only derived tables are read; what was decided does not wait.
"""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, case, exists, func, select

from departures.record.outcome import DOUBT
from departures.record.tables import conflicts, doubts, movements, operations, shown_claims, told


class Conflict(NamedTuple):
    """A field of an operation of which sources give values that can't all be right."""

    operation: str
    field: str
    people: int


class Pair(NamedTuple):
    """Two operations that may be one, and what speaks for it."""

    first: str
    second: str
    people: int
    why: str


class Unseen(NamedTuple):
    """An operation, or a document, of which nobody decided anything."""

    about: str
    number: int
    """Of the people whom the operation concerns; of such claims in the document."""


class Waiting(NamedTuple):
    """What waits for a person, by what is asked; the most consequential of each first."""

    conflicts: list[Conflict]
    doubts: list[Pair]
    operations: list[Unseen]
    documents: list[Unseen]


def waiting(connection: Connection, limit: int) -> Waiting:
    """So many things of each kind at most."""
    return Waiting(
        _conflicting(connection, limit),
        _in_doubt(connection, limit),
        _unseen_operations(connection, limit),
        _unseen_documents(connection, limit),
    )


def _conflicting(connection: Connection, limit: int) -> list[Conflict]:
    """The fields in conflict that nobody has decided, and how many people each concerns."""
    query = (
        select(conflicts.c.operation, conflicts.c.field, operations.c.people)
        .join_from(conflicts, operations)
        .order_by(operations.c.people.desc(), operations.c.id, conflicts.c.field)
    )
    return [Conflict(*row) for row in connection.execute(query.limit(limit))]


def _in_doubt(connection: Connection, limit: int) -> list[Pair]:
    """The pairs of operations that may be one, and how many people the smaller concerns."""
    return [_pair(row) for row in connection.execute(_pairs().limit(limit))]


def doubt_between(connection: Connection, first: str, second: str) -> Pair | None:
    """The doubt whether these two operations are one, where there is one."""
    pairs = _pairs().subquery()
    both = (first, second)
    query = select(pairs).where(pairs.c.first.in_(both), pairs.c.second.in_(both))
    row = connection.execute(query).first()
    return _pair(row) if row else None


def _pair(row: Row[Any]) -> Pair:
    return Pair(row.first, row.second, row.people, DOUBT.validate_python(row.body).comparison.why)


def _pairs() -> Select[Any]:
    """The pairs of operations in doubt, those that concern most people first."""
    here, there = movements.alias(), movements.alias()
    told_here, told_there = told.alias(), told.alias()
    one, other = operations.alias(), operations.alias()
    fewer = case((one.c.people < other.c.people, one.c.people), else_=other.c.people)
    return (
        select(
            one.c.id.label("first"),
            other.c.id.label("second"),
            fewer.label("people"),
            doubts.c.body,
        )
        .join_from(doubts, here, here.c.key == doubts.c.first)
        .join(there, there.c.key == doubts.c.second)
        .join(told_here, told_here.c.claim == here.c.claim)
        .join(told_there, told_there.c.claim == there.c.claim)
        .join(one, one.c.id == told_here.c.operation)
        .join(other, other.c.id == told_there.c.operation)
        .where(one.c.id != other.c.id)
        .order_by(fewer.desc(), one.c.id, other.c.id)
    )


def _unseen_operations(connection: Connection, limit: int) -> list[Unseen]:
    """The operations of which nobody decided anything."""
    seen = (
        select(told.c.claim)
        .join_from(told, shown_claims, shown_claims.c.id == told.c.claim)
        .where(told.c.operation == operations.c.id, shown_claims.c.decided)
    )
    query = (
        select(operations.c.id, operations.c.people)
        .where(~exists(seen))
        .order_by(operations.c.people.desc(), operations.c.id)
    )
    return [Unseen(*row) for row in connection.execute(query.limit(limit))]


def _unseen_documents(connection: Connection, limit: int) -> list[Unseen]:
    """The documents with claims, other than of operations, of which nobody decided anything."""
    of = shown_claims.c
    number = func.count()
    query = (
        select(of.document, number)
        .where(of.kind != "operation", ~of.decided)
        .group_by(of.document)
        .order_by(number.desc(), of.document)
    )
    return [Unseen(*row) for row in connection.execute(query.limit(limit))]
