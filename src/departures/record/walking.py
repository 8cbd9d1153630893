"""Lists walked from one place to the next.

Invariant: a place is the sort key of what was seen last, not its number and not the thing itself,
so that what is added, renamed or taken away meanwhile neither repeats nor hides anything else.
"""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, false, or_

from departures.record.tables import operations, shown_documents


class OperationPlace(NamedTuple):
    """Where an operation stands among all, newest first."""

    day: date | None
    id: str


class DocumentPlace(NamedTuple):
    """Where a document stands among all, latest published first."""

    published: date | None
    added: datetime
    id: str


NEWEST_OPERATION = (operations.c.day.desc().nulls_last(), operations.c.id)
LATEST_DOCUMENT = (
    shown_documents.c.published.desc().nulls_last(),
    shown_documents.c.added.desc(),
    shown_documents.c.id,
)


def operations_after(place: OperationPlace) -> ColumnElement[bool]:
    """What comes after a place among operations."""
    of = operations.c
    return or_(_earlier(of.day, place.day), and_(_same(of.day, place.day), of.id > place.id))


def documents_after(place: DocumentPlace) -> ColumnElement[bool]:
    """What comes after a place among documents."""
    of = shown_documents.c
    behind = or_(of.added < place.added, and_(of.added == place.added, of.id > place.id))
    same = _same(of.published, place.published)
    return or_(_earlier(of.published, place.published), and_(same, behind))


def _earlier(column: ColumnElement[date | None], day: date | None) -> ColumnElement[bool]:
    """On an earlier day; no day at all comes last."""
    return or_(column < day, column.is_(None)) if day else false()


def _same(column: ColumnElement[date | None], day: date | None) -> ColumnElement[bool]:
    return column == day if day else column.is_(None)
