"""What a reviewer wrote, on a page or at a terminal, as the JSON of a decision.

Invariant: nothing is decided here; what can't be meant is refused in one sentence.
"""

from pydantic import JsonValue

from departures.errors import BadInputError
from departures.record import Record
from departures.review.corrections import Correction, Written
from departures.tongue import _

Made = dict[str, JsonValue]


def made_of(record: Record, written: Written) -> Made:
    """The decision that a form holds, without its number, its maker and its moment."""
    act = written.get("act", "")
    made: Made = {"act": act, "why": written.get("why", "")}
    match act:
        case "accept" | "reject":
            return made | {"claim": written.get("claim"), "field": written.get("field") or None}
        case "correct":
            return made | _correction(record, written)
        case "merge":
            return made | {
                "claims": [*_side(record, written, "first"), *_side(record, written, "second")]
            }
        case "split":
            first, second = _side(record, written, "first"), _side(record, written, "second")
            return made | {"claims": first, "others": second}
        case "withhold" | "lift":
            return made | _stretch(record, written)
        case "undo":
            return made | {"decision": number(written, "decision") or 0}
    raise BadInputError(_("The form names nothing to decide; look again."))


def number(written: Written, name: str) -> int | None:
    """A number that the page put into the form; null where there is none."""
    held = written.get(name, "")
    return int(held) if held.isascii() and held.isdigit() and len(held) < 12 else None


def _correction(record: Record, written: Written) -> Made:
    id, field = written.get("claim", ""), written.get("field", "")
    claims = record.claims_by_id([id])
    if not claims:
        raise BadInputError(_("The claim is gone; look again."))
    document, shown = record.frozen(claims[0].document), record.document(claims[0].document)
    value = Correction(written, claims[0], document, shown.text).value(field)
    return {"claim": id, "field": field, "value": value}


def _side(record: Record, written: Written, side: str) -> list[JsonValue]:
    """All claims of the operation on one side, or those that are named one by one."""
    named = written.get(side, "")
    if named.startswith("claim:"):
        return list(named.split())
    return list(record.operation(named).claims)


def _stretch(record: Record, written: Written) -> Made:
    """A stretch by its place where the page knows it, else by its words; without, all of it."""
    document = record.frozen(written.get("document", ""))
    start, end = number(written, "start"), number(written, "end")
    words = written.get("words", "").strip()
    if start is None and words:
        start = document.text.find(words)
        end = start + len(words)
        if start < 0:
            raise BadInputError(_("The document does not have these words; copy them from it."))
    if start is None and not written.get("whole"):
        raise BadInputError(_("Write the words, or say that all of the document is meant."))
    return {"document": document.id, "start": start, "end": end}
