"""Formats: which bytes are a web page, and which are no text at all.

Invariant: known formats are told by their first bytes, never by their name alone; a name decides
only that a text is a web page. The formats are listed in `formats.toml`.
"""

import codecs
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from departures.collect.fetching import Captured
from departures.errors import BadInputError

_PAGE_NAMES = (".html", ".htm", ".xhtml")
_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|div|h1|p)\b",
    re.IGNORECASE,
)
_HEAD = 4096


class _Format(NamedTuple):
    name: str
    starts: tuple[bytes, ...]
    advice: str


@cache
def _formats() -> tuple[_Format, ...]:
    table = tomllib.loads((files("departures.collect") / "formats.toml").read_text("utf-8"))
    return tuple(
        _Format(row["name"], tuple(map(bytes.fromhex, row["starts"])), row["advice"])
        for row in table["format"]
    )


def refuse_other_formats(captured: Captured) -> None:
    """Raise BadInputError, with advice, for bytes that are of a known format other than text."""
    for known in _formats():
        if captured.data.startswith(known.starts):
            raise BadInputError(f"{captured.name} is {known.name}; {known.advice}")


def is_page(captured: Captured) -> bool:
    """Whether the bytes are HTML: by the file's name, or by how they begin."""
    if captured.name.lower().endswith(_PAGE_NAMES):
        return True
    head = captured.data[:_HEAD].removeprefix(codecs.BOM_UTF8)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.replace(b"\0", b"")[2:]
    return bool(_PAGE_START.match(head))
