"""Fetching: the bytes that a reference names.

Invariant: never more than `LIMIT` bytes are held, whatever the file or the pipe would give.
"""

import re
import stat
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from departures.errors import BadInputError

LIMIT = 20_000_000
"""Bytes. A report has some thousands; a book has a million."""

_WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Captured(NamedTuple):
    """Bytes with the name by which messages call them."""

    name: str
    data: bytes


def fetch(reference: str | Path, stdin: BinaryIO | None = None) -> Captured:
    """The bytes of a file, or of `stdin` when the reference is `-`."""
    if str(reference) == "-":
        stream = stdin or sys.stdin.buffer
        return _bounded("standard input", stream)
    path = Path(reference)
    if _WEB_ADDRESS.match(str(reference)):
        raise BadInputError(
            f"{reference} is a web address; save the page to a file and give that, with --url"
        )
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BadInputError(f"{path} is a folder; give the files in it, such as {path}/*.txt")
        if status.st_size > LIMIT:
            raise _too_large(str(path), status.st_size)
        with path.open("rb") as file:
            return _bounded(str(path), file)
    except FileNotFoundError:
        raise BadInputError(
            f"{path} does not exist; check the name, or give - to read standard input"
        ) from None
    except PermissionError:
        raise BadInputError(f"{path} may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError(
            f"{_printable(str(path))} can't be read ({why.lower()}); give another file"
        ) from None


def _bounded(name: str, stream: BinaryIO) -> Captured:
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise _too_large(name, None)
    return Captured(name, data)


def _too_large(name: str, size: int | None) -> BadInputError:
    told = f"{size / 1e6:.0f} MB large" if size else f"larger than {LIMIT // 1_000_000} MB"
    return BadInputError(
        f"{name} is {told}, and a report may have {LIMIT // 1_000_000} MB at most; "
        "split it into its reports"
    )


def _printable(name: str) -> str:
    return name.encode("unicode_escape").decode("ascii")
