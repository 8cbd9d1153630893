"""Readings and decisions beside the documents, and what is shown apart from what was read.

Claims of before belong to a first reading whose `withheld` is null: private people were not
looked for in it, so that its document is not shown until it is read again.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"

_BODY = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Move the claims into readings; make the derived tables anew."""
    for name in ("findings", "operations", "derivation"):
        op.drop_table(name)
    _readings()
    _decisions()
    _shown_documents()
    _shown_operations()
    _state()


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}")


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("document", sa.String(71), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("withheld", _BODY),
        _key("readings", "id"),
        _points("readings", "document", "documents.id"),
    )
    op.create_index("ix_readings_document", "readings", ["document"])
    op.execute(
        'INSERT INTO readings (id, document, "by", at) '
        "SELECT row_number() OVER (ORDER BY added, id), id, 'before readings were kept', added "
        "FROM documents"
    )
    op.drop_index("ix_claims_document", "claims")
    op.rename_table("claims", "claims_before")
    op.create_table(
        "claims",
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("id", sa.String(26), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("body", _BODY, nullable=False),
        sa.PrimaryKeyConstraint("reading", "id", name="pk_claims_of_readings"),
        _points("claims", "reading", "readings.id"),
    )
    op.create_index("ix_claims_id", "claims", ["id"])
    op.execute(
        "INSERT INTO claims (reading, id, position, body) "
        "SELECT r.id, c.id, c.position, c.body "
        "FROM claims_before AS c JOIN readings AS r ON r.document = c.document"
    )
    op.drop_table("claims_before")


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("body", _BODY, nullable=False),
        _key("decisions", "id"),
    )
    op.create_table(
        "concerns",
        sa.Column("decision", sa.Integer, nullable=False),
        sa.Column("what", sa.String(71), nullable=False),
        _key("concerns", "decision", "what"),
        _points("concerns", "decision", "decisions.id"),
    )
    op.create_index("ix_concerns_what", "concerns", ["what"])


def _shown_documents() -> None:
    op.create_table(
        "shown_documents",
        sa.Column("id", sa.String(71), nullable=False),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("source", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("previous", sa.String(71)),
        sa.Column("added", _MOMENT, nullable=False),
        sa.Column("withheld", _BODY, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("report", _BODY, nullable=False),
        sa.Column("decisions", _BODY, nullable=False),
        sa.Column("undecided", _BODY),
        _key("shown_documents", "id"),
        _points("shown_documents", "id", "documents.id"),
        _points("shown_documents", "reading", "readings.id"),
    )
    op.create_index("ix_shown_documents_published", "shown_documents", ["published"])
    op.create_index("ix_shown_documents_source", "shown_documents", ["source"])
    op.create_table(
        "shown_claims",
        sa.Column("id", sa.String(26), nullable=False),
        sa.Column("document", sa.String(71), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("body", _BODY, nullable=False),
        _key("shown_claims", "id"),
        _points("shown_claims", "document", "documents.id"),
    )
    op.create_index("ix_shown_claims_document", "shown_claims", ["document", "position"])


def _shown_operations() -> None:
    op.create_table(
        "movements",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("document", sa.String(71), nullable=False),
        sa.Column("claim", sa.String(26), nullable=False),
        sa.Column("component", sa.Text, nullable=False),
        _key("movements", "key"),
        _points("movements", "document", "documents.id"),
    )
    op.create_index("ix_movements_document", "movements", ["document"])
    op.create_index("ix_movements_claim", "movements", ["claim"])
    op.create_index("ix_movements_component", "movements", ["component"])
    op.create_table(
        "blocks",
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("movement", sa.Text, nullable=False),
        _key("blocks", "block", "movement"),
        _points("blocks", "movement", "movements.key"),
    )
    op.create_index("ix_blocks_movement", "blocks", ["movement"])
    op.create_table(
        "doubts",
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("second", sa.Text, nullable=False),
        sa.Column("body", _BODY, nullable=False),
        _key("doubts", "first", "second"),
        _points("doubts", "first", "movements.key"),
        _points("doubts", "second", "movements.key"),
    )
    op.create_index("ix_doubts_second", "doubts", ["second"])
    op.create_table(
        "operations",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("base", sa.Text, nullable=False),
        sa.Column("component", sa.Text, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("modality", sa.String(16), nullable=False),
        sa.Column("body", _BODY, nullable=False),
        _key("operations", "id"),
    )
    op.create_index("ix_operations_base", "operations", ["base"])
    op.create_index("ix_operations_component", "operations", ["component"])
    op.create_index("ix_operations_day", "operations", ["day", "id"])
    op.create_table(
        "told",
        sa.Column("claim", sa.String(26), nullable=False),
        sa.Column("operation", sa.Text, nullable=False),
        _key("told", "claim"),
        _points("told", "operation", "operations.id"),
    )
    op.create_index("ix_told_operation", "told", ["operation"])
    op.create_table(
        "facets",
        sa.Column("operation", sa.Text, nullable=False),
        sa.Column("name", sa.String(16), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        _key("facets", "operation", "name", "value"),
        _points("facets", "operation", "operations.id"),
    )
    op.create_index("ix_facets_name", "facets", ["name", "value"])
    op.create_table(
        "findings",
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("body", _BODY, nullable=False),
        _key("findings", "about", "position"),
    )


def _state() -> None:
    op.create_table(
        "pending",
        sa.Column("document", sa.String(71), nullable=False),
        _key("pending", "document"),
        _points("pending", "document", "documents.id"),
    )
    derivation = op.create_table(
        "derivation",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("by", sa.Text),
        _key("derivation", "id"),
    )
    op.bulk_insert(derivation, [{"id": 1, "by": None}])
    op.create_table(
        "addresses",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("claim", sa.String(26), nullable=False),
        _key("addresses", "id"),
    )
