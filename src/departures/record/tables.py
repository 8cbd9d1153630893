"""The tables of a record, as they stand after the newest migration (a test compares the two).

Invariant: `documents` and `claims` hold what was read and only grow; `operations` and `findings`
are derived from them, and `derivation` says from which state of them.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.dialects.postgresql import JSONB

NEWEST = "0001"
"""The revision of the newest migration."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, aware of it on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Kept as UTC; a moment without a zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite gives moments back without their zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Body = JSON().with_variant(JSONB(), "postgresql")
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", String(71), primary_key=True),
    Column("text", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("title", Text),
    Column("published", Date, index=True),
    Column("source", Text),
    Column("url", Text),
    Column("previous", String(71)),
    Column("added", UtcDateTime, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("reader", Text, nullable=False),
    Column("body", Body, nullable=False),
)

operations = Table(
    "operations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Body, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("about", Text, nullable=False, index=True),
    Column("body", Body, nullable=False),
)

derivation = Table(
    "derivation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("added", Integer, nullable=False),
    Column("derived", Integer),
    Column("by", Text),
)
"""One row: how many documents were added, and how many of them the derived tables know."""
