"""Fetching: the bytes that a reference names.

Invariant: never more than `LIMIT` bytes are held, whatever the file or the pipe would give.
"""

import re
import stat
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from departures.collect.details import one_line
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
        return _piped(stdin)
    if _WEB_ADDRESS.match(str(reference)):
        raise BadInputError(
            f"{one_line(str(reference))} is a web address; "
            "save the page to a file and give that, with --url"
        )
    path = Path(reference)
    name = one_line(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BadInputError(f"{name} is a folder; give the files in it, such as {name}/*.txt")
        if status.st_size > LIMIT:
            raise _too_large(name, status.st_size)
        with path.open("rb") as file:
            return _bounded(name, file)
    except FileNotFoundError:
        raise BadInputError(
            f"{name} does not exist; check the name, or give - to read standard input"
        ) from None
    except PermissionError:
        raise BadInputError(f"{name} may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError(f"{name} can't be read ({why.lower()}); give another file") from None


def _piped(stdin: BinaryIO | None) -> Captured:
    if stdin is None and sys.stdin is None:
        raise BadInputError("standard input is closed; give a file, or pipe a report in")
    return _bounded("standard input", stdin or sys.stdin.buffer)


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
