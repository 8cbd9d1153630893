"""What waits for a person: conflicts, how many people are concerned, which claims are decided."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Widen the derived tables, which are then derived anew."""
    for table in ("findings", "facets", "told", "doubts", "operations", "shown_claims"):
        op.execute(sa.delete(sa.table(table)))
    with op.batch_alter_table("operations") as operations:
        operations.add_column(sa.Column("people", sa.BigInteger, nullable=False))
        operations.create_index("ix_operations_people", ["people"])
    with op.batch_alter_table("shown_claims") as claims:
        claims.add_column(sa.Column("decided", sa.Boolean, nullable=False))
    op.create_table(
        "conflicts",
        sa.Column("operation", sa.Text, nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("operation", "field", name="pk_conflicts"),
        sa.ForeignKeyConstraint(["operation"], ["operations.id"], name="fk_conflicts_operation"),
    )
    op.execute('UPDATE derivation SET "by" = NULL')
