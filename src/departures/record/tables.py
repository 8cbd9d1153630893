"""The tables of a record, as they stand after the newest migration (a test compares the two).

Three kinds. What was read and decided — `documents`, `readings`, `claims`, `decisions` with
`concerns`, the `audit` — only grows; `people` and `keys` say who may decide. What is shown is
derived from it and can be rebuilt at any time: `shown_documents`, `shown_claims`, `movements`,
`blocks`, `operations`, `told`, `facets`, `conflicts`, `findings`, `doubts`, `search_entries`;
`pending` and `derivation` say what of it is out of date. `addresses` remembers every name under
which an operation was shown.

Invariant: no text that is withheld stands in a derived table.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.dialects.postgresql import JSONB

NEWEST = "0005"
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


Body = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# What was read and decided.

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

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("withheld", Body),
)
"""One reading of a document; the one with the highest id holds. `withheld` null: it was read
before private people were looked for, and is not shown until it is read again.
"""

claims = Table(
    "claims",
    metadata,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("id", String(26), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("body", Body, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", String(16), nullable=False),
    Column("body", Body, nullable=False),
)

concerns = Table(
    "concerns",
    metadata,
    Column("decision", ForeignKey("decisions.id"), primary_key=True),
    Column("what", String(71), primary_key=True, index=True),
)
"""The claims and documents that a decision is about; of an undo, those of what it undoes."""

people = Table(
    "people",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("added", UtcDateTime, nullable=False),
)
"""Who may decide; `password` is its argon2 hash."""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("act", String(32), nullable=False),
    Column("about", Text, nullable=False),
    Column("client", Text, nullable=False),
)
"""What was done at the doors beside decisions: people added, logins, refusals. Only grows."""

keys = Table(
    "keys",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("key", Text, nullable=False),
)
"""What signs sessions. A copy of a record does not take it along."""

# What is shown.

shown_documents = Table(
    "shown_documents",
    metadata,
    Column("id", ForeignKey("documents.id"), primary_key=True),
    Column("reading", ForeignKey("readings.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("title", Text),
    Column("published", Date, index=True),
    Column("source", Text, index=True),
    Column("url", Text),
    Column("previous", String(71)),
    Column("added", UtcDateTime, nullable=False),
    Column("withheld", Body, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("report", Body, nullable=False),
    Column("decisions", Body, nullable=False),
    Column("undecided", Body),
)
"""Documents, masked; with what resolving asks of them, the decisions in force about them, and
where there are any, the claims of operations as they were before (`undecided`).
"""

shown_claims = Table(
    "shown_claims",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("decided", Boolean, nullable=False),
    Column("body", Body, nullable=False),
    Index("ix_shown_claims_document", "document", "position"),
)
"""`decided`: a decision about the claim is in force."""

movements = Table(
    "movements",
    metadata,
    Column("key", Text, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("claim", String(26), nullable=False, index=True),
    Column("component", Text, nullable=False, index=True),
)
"""What one document tells of one movement, and a claim of it; those that may be one operation
share a component.
"""

blocks = Table(
    "blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("movement", ForeignKey("movements.key"), primary_key=True, index=True),
)

operations = Table(
    "operations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("base", Text, nullable=False, index=True),
    Column("component", Text, nullable=False, index=True),
    Column("day", Date),
    Column("modality", String(16), nullable=False),
    Column("people", BigInteger, nullable=False, index=True),
    Column("body", Body, nullable=False),
    Index("ix_operations_day", "day", "id"),
)
"""`people`: how many are concerned at most, as reported; 0 where that is not known."""

told = Table(
    "told",
    metadata,
    Column("claim", String(26), primary_key=True),
    Column("operation", ForeignKey("operations.id"), nullable=False, index=True),
)
"""The claims that tell of each operation."""

facets = Table(
    "facets",
    metadata,
    Column("operation", ForeignKey("operations.id"), primary_key=True),
    Column("name", String(16), primary_key=True),
    Column("value", Text, primary_key=True),
    Index("ix_facets_name", "name", "value"),
)
"""What operations are looked for by: `country`, `month`, `source`, `carrier`, `open`, …"""

conflicts = Table(
    "conflicts",
    metadata,
    Column("operation", ForeignKey("operations.id"), primary_key=True),
    Column("field", String(40), primary_key=True),
)
"""The fields of which sources give values that can't all be right, and nobody chose one."""

findings = Table(
    "findings",
    metadata,
    Column("about", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("body", Body, nullable=False),
)

doubts = Table(
    "doubts",
    metadata,
    Column("first", ForeignKey("movements.key"), primary_key=True),
    Column("second", ForeignKey("movements.key"), primary_key=True, index=True),
    Column("body", Body, nullable=False),
)
"""Pairs of movements of which a person should say whether they are one."""

search_entries = Table(
    "search_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("ref", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),
)
"""What can be found, in folded words. The index over it, `search_index`, is each database's own."""

pending = Table(
    "pending",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
)
"""Documents of which something was read or decided that what is shown does not know yet."""

derivation = Table(
    "derivation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("by", Text),
)
"""One row: by which program, rules and data what is shown was derived; null: not yet."""

addresses = Table(
    "addresses",
    metadata,
    Column("id", Text, primary_key=True),
    Column("claim", String(26), nullable=False),
)
"""Every id under which an operation was shown, with the claim that it was then named after."""

DERIVED = (
    doubts,
    findings,
    conflicts,
    facets,
    told,
    operations,
    blocks,
    movements,
    shown_claims,
    shown_documents,
)
"""The derived tables, those that refer to others first."""

KEPT = (documents, readings, claims, decisions, concerns, people, audit, addresses)
"""What a copy of a record takes along, those tables that others refer to first."""
