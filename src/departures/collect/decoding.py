"""Decoding: bytes to text, or a message that names the encoding trouble.

Invariant: decoding is strict. A text in which characters were guessed or replaced would put words
on the record that nobody wrote.
"""

import codecs

from resiliparse.parse.encoding import detect_encoding

from departures.collect.fetching import Captured
from departures.errors import BadInputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 32), 127)))
_MOST_CONTROLS = 20
"""One control character in so many is still text: wires mark their fields with some."""


def decode(captured: Captured, encoding: str | None = None) -> str:
    """The text of a plain-text file: UTF-8, what its byte-order mark says, or `encoding`."""
    data, marked = _without_mark(captured.data)
    if encoding or marked:
        return _checked(captured.name, _decoded(captured.name, data, encoding or marked))
    if b"\0" in data:
        raise _binary(captured)
    try:
        return _checked(captured.name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _not_utf8(captured, error) from None


def decode_page(captured: Captured, encoding: str | None = None) -> str:
    """The markup of a web page, which may also declare its encoding in a `meta` element."""
    data, marked = _without_mark(captured.data)
    if encoding or marked:
        return _decoded(captured.name, data, encoding or marked)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = detect_encoding(data, from_html_meta=True)
        return _decoded(captured.name, data, declared)


def _without_mark(data: bytes) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :], encoding
    return data, ""


def _decoded(name: str, data: bytes, encoding: str | None) -> str:
    try:
        text = data.decode(encoding or "utf-8")
        text.encode("utf-8")
    except LookupError:
        raise BadInputError(
            f"{encoding!r} is no known text encoding; try utf-8, utf-16, windows-1252 or koi8-r"
        ) from None
    except (UnicodeError, ValueError) as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise BadInputError(
            f"{name} is not {encoding}{at}; save it as UTF-8, or name another --encoding"
        ) from None
    return text


def _checked(name: str, text: str) -> str:
    """`text`, unless it holds what no report holds."""
    controls = sum(map(text.count, _CONTROLS))
    if "\0" in text or controls * _MOST_CONTROLS > len(text):
        raise BadInputError(
            f"{name} holds {controls} control characters and is no plain text; "
            "give a plain-text or HTML file"
        )
    return text


def _binary(captured: Captured) -> BadInputError:
    zeros = captured.data[:4096]
    if zeros[1::2].count(0) > 0.7 * len(zeros[1::2]) or zeros[::2].count(0) > 0.7 * len(zeros[::2]):
        order = "utf-16-le" if zeros[1::2].count(0) > zeros[::2].count(0) else "utf-16-be"
        if any(zeros):
            return BadInputError(
                f"{captured.name} looks like UTF-16 without a byte-order mark; "
                f"save it as UTF-8, or try --encoding {order}"
            )
    return BadInputError(
        f"{captured.name} is binary data (byte {captured.data.index(0)} is zero); "
        "give a plain-text or HTML file"
    )


def _not_utf8(captured: Captured, error: UnicodeDecodeError) -> BadInputError:
    guess = detect_encoding(captured.data) or "windows-1252"
    return BadInputError(
        f"{captured.name} is not UTF-8 (byte 0x{captured.data[error.start]:02x} at {error.start}); "
        f"save it as UTF-8, or name its encoding, for example --encoding {guess}"
    )
