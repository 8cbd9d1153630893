"""The web face: pages and an API over a record. In: the record's address; out: an ASGI app.

`create_app(record)` is the front door. The pages work without JavaScript and ask no other server
for anything.
"""

from departures.web.app import create_app

__all__ = ["create_app"]
