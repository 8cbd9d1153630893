"""How Alembic runs the migrations: on the connection, and in the transaction, of its caller."""

from alembic import context

from departures.record.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
