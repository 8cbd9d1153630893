"""Documents with their claims, and the operations and findings derived from them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

_BODY = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the first tables."""
    _documents_and_claims()
    _operations_and_findings()


def _documents_and_claims() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(71), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("source", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("previous", sa.String(71)),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
    )
    op.create_index("ix_documents_published", "documents", ["published"])
    op.create_table(
        "claims",
        sa.Column("id", sa.String(26), nullable=False),
        sa.Column("document", sa.String(71), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("body", _BODY, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_claims_document"),
    )
    op.create_index("ix_claims_document", "claims", ["document"])


def _operations_and_findings() -> None:
    op.create_table(
        "operations",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("body", _BODY, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_operations"),
    )
    op.create_table(
        "findings",
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("body", _BODY, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_findings"),
    )
    op.create_index("ix_findings_about", "findings", ["about"])
    derivation = op.create_table(
        "derivation",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("added", sa.Integer, nullable=False),
        sa.Column("derived", sa.Integer),
        sa.Column("by", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_derivation"),
    )
    op.bulk_insert(derivation, [{"id": 1, "added": 0, "derived": None, "by": None}])
