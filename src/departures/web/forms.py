"""What a reviewer writes into a form, as the value of a claim's field.

Invariant: a value's words are words of the document, found there and not typed again; what can't
be found, or is no value of the field, is refused in one sentence.
"""

from collections.abc import Callable, Mapping
from typing import Final

from pydantic import JsonValue

from departures.errors import BadInputError
from departures.web.tongue import _
from departures.words import Claim, Document

Written = Mapping[str, str]
KINDS: Final[dict[str, str]] = {
    "count": "count",
    "flights": "count",
    "date": "date",
    "period": "date",
    "origin": "place",
    "destination": "place",
    "carrier": "party",
    "funder": "party",
    "agency": "party",
    "authority": "named",
    "mode": "term",
    "modality": "term",
    "act": "term",
    "measure": "term",
    "effect": "term",
}
"""The fields that a form can correct, by the kind of their values."""


def value_of(field: str, written: Written, claim: Claim, document: Document) -> JsonValue:
    """The value that was written; null where the document is said to give none."""
    kind = KINDS.get(field)
    if kind is None:
        raise BadInputError(_("This field can be rejected, but not corrected in a form."))
    if written.get("none"):
        return None
    if kind == "term":
        return written.get("term", "")
    words = _words(written.get("words", ""), claim, document)
    return {**words, **_PARTS[kind](written)}


def _words(words: str, claim: Claim, document: Document) -> dict[str, JsonValue]:
    """Where the words stand: in the claim's sentence, or behind it, else anywhere."""
    words = words.strip()
    start = document.text.find(words, claim.quote.start) if words else -1
    start = document.text.find(words) if words and start < 0 else start
    if start < 0:
        raise BadInputError(_("The document does not have these words; copy them from it."))
    return {"start": start, "end": start + len(words), "text": words}


def _count(written: Written) -> dict[str, JsonValue]:
    return {
        "lower": _number(written.get("lower", "")),
        "upper": _number(written.get("upper", "")),
        "approximate": bool(written.get("approximate")),
    }


def _number(written: str) -> int | None:
    bare = written.strip().replace(",", "").replace(" ", "")
    if not bare:
        return None
    if not bare.isascii() or not bare.isdigit() or len(bare) > 12:
        raise BadInputError(_("A number has figures only, such as 131."))
    return int(bare)


def _date(written: Written) -> dict[str, JsonValue]:
    first = written.get("earliest", "").strip()
    return {"earliest": first or None, "latest": written.get("latest", "").strip() or first or None}


def _place(written: Written) -> dict[str, JsonValue]:
    country = written.get("country", "").strip().upper()
    level = written.get("level") or "city"
    return {"name": written.get("name", "").strip(), "country": country or None, "level": level}


def _named(written: Written) -> dict[str, JsonValue]:
    return {"name": written.get("name", "").strip()}


_PARTS: Final[dict[str, Callable[[Written], dict[str, JsonValue]]]] = {
    "count": _count,
    "date": _date,
    "place": _place,
    "party": _named,
    "named": _named,
}
