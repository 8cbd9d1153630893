"""What was written into the form of one field of a claim, as the value of a correction.

Invariant: a value's words are words of the document, found there and not typed again; what can't
be found, or is no value of the field, is refused in one sentence.
"""

from collections.abc import Mapping

from pydantic import JsonValue

from departures.errors import BadInputError
from departures.review.fields import Kind, shapes
from departures.review.forms import MOST_ROWS
from departures.tongue import _
from departures.words import Claim, Date, Document, Nationality, Span, Speaker

Written = Mapping[str, str]


class Correction:
    """What was written into the form of one field of a claim.

    `shown` is the text with its blocks, as the form had it; `document` the one without them.
    """

    def __init__(self, written: Written, claim: Claim, document: Document, shown: str) -> None:
        self.written = written
        self.claim = claim
        self.document = document
        self.shown = shown

    def value(self, field: str) -> JsonValue:
        """The value; null, or an empty list, where the document is said to give none."""
        shape = shapes(type(self.claim)).get(field)
        if shape is None:
            raise BadInputError(_("A claim of this kind has no such field to correct."))
        before = getattr(self.claim, field)
        if shape.kind == "term":
            return self._of("term") or None
        if shape.kind == "countries":
            return [*self._of("countries").upper().replace(",", " ").split()]
        if not shape.several:
            return None if self._of("none") else self._one(shape.kind, before, "")
        rows = [at for at in range(MOST_ROWS) if self._of(f"words.{at}")]
        return [
            self._one(shape.kind, before[at] if at < len(before) else None, f".{at}") for at in rows
        ]

    def _of(self, name: str) -> str:
        return self.written.get(name, "").strip()

    def _one(self, kind: Kind, before: object, at: str) -> dict[str, JsonValue]:
        words = self._words(self._of(f"words{at}"), before)
        match kind:
            case "count":
                return words | self._count(at)
            case "date":
                return words | self._date(at, before)
            case "place":
                return words | self._place(at)
            case "party":
                return words | {"name": self._of(f"name{at}"), "country": self._country(at)}
            case "named":
                return words | {"name": self._of(f"name{at}")}
            case "nationality":
                return words | self._nationality(at, before)
            case "speaker":
                return self._speaker(at, words)
        return words

    def _words(self, words: str, before: object) -> dict[str, JsonValue]:
        """Where the words stand: where they stood, else in the claim's sentence, behind it, or
        anywhere.
        """
        text = self.document.text
        if isinstance(before, Span | Speaker):
            start, end = before.start, before.end
            if words == self.shown[start:end].strip():
                return self._stretch(start, end)
        start = text.find(words, self.claim.quote.start) if words else -1
        start = text.find(words) if words and start < 0 else start
        if start < 0:
            raise BadInputError(_("The document does not have these words; copy them from it."))
        return self._stretch(start, start + len(words))

    def _stretch(self, start: int, end: int) -> dict[str, JsonValue]:
        return {"start": start, "end": end, "text": self.document.text[start:end]}

    def _count(self, at: str) -> dict[str, JsonValue]:
        return {
            "lower": _number(self._of(f"lower{at}")),
            "upper": _number(self._of(f"upper{at}")),
            "approximate": bool(self._of(f"approximate{at}")),
        }

    def _date(self, at: str, before: object) -> dict[str, JsonValue]:
        """The days, with the basis that they had; other days are stated by the reviewer."""
        first, last = self._of(f"earliest{at}") or None, self._of(f"latest{at}") or None
        days: dict[str, JsonValue] = {"earliest": first, "latest": last or first}
        if isinstance(before, Date):
            held = before.model_dump(mode="json", include={"earliest", "latest", "basis"})
            if days == {"earliest": held["earliest"], "latest": held["latest"]}:
                return held
        return days

    def _place(self, at: str) -> dict[str, JsonValue]:
        return {
            "name": self._of(f"name{at}"),
            "country": self._country(at),
            "airport": self._of(f"airport{at}").upper() or None,
            "level": self._of(f"level{at}") or "city",
        }

    def _country(self, at: str) -> str | None:
        return self._of(f"country{at}").upper() or None

    def _nationality(self, at: str, before: object) -> dict[str, JsonValue]:
        number = self._of(f"number{at}")
        held = before.count if isinstance(before, Nationality) else None
        count: JsonValue = None
        if held and number == held.text:
            count = held.model_dump(mode="json")
        elif number:
            figure = _number(number)
            count = {**self._words(number, None), "lower": figure, "upper": figure}
        return {"country": self._country(at), "count": count}

    def _speaker(self, at: str, words: dict[str, JsonValue]) -> dict[str, JsonValue]:
        return {
            "speaker": self._of(f"name{at}"),
            "role": self._of(f"role{at}") or None,
            "organization": self._of(f"organization{at}") or None,
            "manner": self._of(f"manner{at}") or "indirect",
            "start": words["start"],
            "end": words["end"],
        }


def _number(written: str) -> int | None:
    bare = written.replace(",", "").replace(" ", "")
    if not bare:
        return None
    if not bare.isascii() or not bare.isdigit() or len(bare) > 12:
        raise BadInputError(_("A number has figures only, such as 131."))
    return int(bare)
