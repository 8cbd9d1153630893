"""The web face: pages and an API over a record. In: the record's address; out: an ASGI app.

`create_app(record, releases)` is the front door. The pages work without JavaScript and ask no other
server for anything. Importing this package loads no web library, so that its phrases serve the
command line too.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["create_app"]


def create_app(record: str | Path, releases: str | Path | None = None) -> "FastAPI":
    """The web face of a record, and of the official releases in a folder or the usual place."""
    from departures.web import app

    return app.create_app(record, releases)
