"""Full-text search: FTS5 on SQLite, a tsvector on PostgreSQL, over the same folded words."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table of what can be found, and the index over it."""
    op.create_table(
        "search_entries",
        sa.Column("id", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_entries"),
    )
    op.create_index("ix_search_entries_ref", "search_entries", ["ref"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5("
            "title, words, content='search_entries', content_rowid='id', "
            "tokenize='unicode61', prefix='3 5')"
        )
    else:
        op.execute(
            "CREATE INDEX search_index ON search_entries "
            "USING gin (to_tsvector('simple', title || ' ' || words))"
        )
    op.execute('UPDATE derivation SET "by" = NULL')
