"""Archives of the record, made when they are first asked for.

Invariant: an archive is kept only while the record stays as it is, one is made at a time, and
there are never more than `MOST` of them.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import BinaryIO, Final

from departures.exports import Format, bundle_name, write_bundle
from departures.record.facets import Facet
from departures.web.shelf import Shelf

MOST: Final = 12
_PIECE: Final = 2**16


class Downloads:
    """The archives that one server keeps, in a folder that goes when it does."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="departures-", ignore_cleanup_errors=True)
        self._lock = Lock()
        self._made: dict[str, tuple[str, Path]] = {}

    def open(
        self, shelf: Shelf, format: Format, having: Sequence[Facet], address: str
    ) -> tuple[str, BinaryIO]:
        """The name of an archive without its ending, and its bytes to be read."""
        with self._lock, shelf.extract(having) as extract:
            asked = repr((extract.state.tag, format, having, address))
            key = hashlib.sha256(asked.encode()).hexdigest()
            if key not in self._made:
                target = Path(self._folder.name) / key
                with target.open("wb") as file:
                    write_bundle(extract, format, file, address)
                self._made[key] = (bundle_name(extract, format), target)
                self._let_go()
            name, held = self._made[key]
            return name, held.open("rb")

    def _let_go(self) -> None:
        while len(self._made) > MOST:
            _, oldest = self._made.pop(next(iter(self._made)))
            with suppress(OSError):  # somebody may still read it
                oldest.unlink()


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file in pieces; it is closed at the end."""
    with file:
        while piece := file.read(_PIECE):
            yield piece
