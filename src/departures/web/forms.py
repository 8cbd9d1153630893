"""Forms with which a reviewer corrects a field: their inputs, and what was written into them.

Invariant: a value's words are words of the document, found there and not typed again; what can't
be found, or is no value of the field, is refused in one sentence.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue

from departures.errors import BadInputError
from departures.tongue import _, later, phrases
from departures.words import Claim, Count, Date, Document, Nationality, Party, Place, Span

Written = Mapping[str, str]
KINDS: Final[dict[str, str]] = {
    "count": "count",
    "flights": "count",
    "date": "date",
    "origin": "place",
    "destination": "place",
    "carrier": "party",
    "funder": "party",
    "agency": "party",
    "authority": "named",
    "mode": "term",
    "modality": "term",
    "act": "term",
    "via": "places",
    "onward": "places",
    "nationalities": "nationalities",
}
"""The fields of an operation that a form corrects, by the kind of their values."""
TERMS: Final[Mapping[str, Mapping[str, str]]] = {
    "mode": phrases.MODES,
    "modality": phrases.MODALITIES,
    "act": phrases.ACTS,
}
LEVELS: Final = {
    "city": later("city"),
    "airport": later("airport"),
    "state": later("state"),
    "country": later("country"),
    "territory": later("territory"),
    "region": later("region"),
}
MOST_ROWS: Final = 20
SPARE_ROWS: Final = 2
"""Empty rows after those of a list, for values that the reader missed."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a form; `options` are those of a choice."""

    name: str
    label: str
    value: str = ""
    type: str = "text"
    options: tuple[tuple[str, str], ...] = ()


Row = tuple[Input, ...]


def inputs(field: str, value: object) -> tuple[Row, ...]:
    """The inputs of a field, filled with its value where it has one; a row for each of a list."""
    kind = KINDS[field]
    if kind == "term":
        options = tuple((term, _(words)) for term, words in TERMS[field].items())
        return ((Input("term", _("Value"), str(value or ""), "choice", options),),)
    if kind not in _LISTS:
        return ((*_INPUTS[kind](value, ""), _words_input(value, "")),)
    held = value if isinstance(value, tuple) else ()
    rows = [*held, *[None] * SPARE_ROWS][:MOST_ROWS]
    one = _LISTS[kind]
    return tuple(
        (*_INPUTS[one](item, f".{at}"), _words_input(item, f".{at}"))
        for at, item in enumerate(rows)
    )


def _words_input(value: object, at: str) -> Input:
    words = value.text if isinstance(value, Span) else ""
    return Input(f"words{at}", _("Words of the document"), words)


def _count_inputs(value: object, at: str) -> Iterator[Input]:
    held = value if isinstance(value, Count) else None
    yield Input(f"lower{at}", _("At least"), _figure(held.lower if held else None), "number")
    yield Input(f"upper{at}", _("At most"), _figure(held.upper if held else None), "number")
    yield Input(f"approximate{at}", _("about"), "1" if held and held.approximate else "", "check")


def _figure(number: int | None) -> str:
    return "" if number is None else str(number)


def _date_inputs(value: object, at: str) -> Iterator[Input]:
    held = value if isinstance(value, Date) else None
    first, last = (held.earliest, held.latest) if held else (None, None)
    yield Input(f"earliest{at}", _("First day"), first.isoformat() if first else "", "date")
    yield Input(f"latest{at}", _("Last day"), last.isoformat() if last else "", "date")


def _place_inputs(value: object, at: str) -> Iterator[Input]:
    held = value if isinstance(value, Place) else None
    options = tuple((level, _(words)) for level, words in LEVELS.items())
    yield Input(f"name{at}", _("Name"), held.name if held else "")
    yield Input(f"country{at}", _("Country code"), (held.country or "") if held else "")
    yield Input(f"airport{at}", _("Airport code"), (held.airport or "") if held else "")
    yield Input(f"level{at}", _("What it is"), held.level if held else "city", "choice", options)


def _named_inputs(value: object, at: str) -> Iterator[Input]:
    yield Input(f"name{at}", _("Name"), str(getattr(value, "name", "") or ""))


def _nationality_inputs(value: object, at: str) -> Iterator[Input]:
    held = value if isinstance(value, Nationality) else None
    number = held.count.text if held and held.count else ""
    yield Input(f"country{at}", _("Country code"), held.country if held else "")
    yield Input(f"number{at}", _("Their number, in the document's figures"), number)


_INPUTS: Final[dict[str, Callable[[object, str], Iterator[Input]]]] = {
    "count": _count_inputs,
    "date": _date_inputs,
    "place": _place_inputs,
    "party": _named_inputs,
    "named": _named_inputs,
    "nationality": _nationality_inputs,
}
_LISTS: Final = {"places": "place", "nationalities": "nationality"}


class Correction:
    """What was written into the form of one field of a claim."""

    def __init__(self, written: Written, claim: Claim, document: Document) -> None:
        self.written = written
        self.claim = claim
        self.document = document

    def value(self, field: str) -> JsonValue:
        """The value; null, or an empty list, where the document is said to give none."""
        kind = KINDS.get(field)
        if kind is None:
            raise BadInputError(_("This field can be rejected, but not corrected in a form."))
        before = getattr(self.claim, field, None)
        if kind == "term":
            return self._of("term") or None
        if kind not in _LISTS:
            return None if self._of("none") else self._one(kind, before, "")
        held = before if isinstance(before, tuple) else ()
        rows = [at for at in range(MOST_ROWS) if self._of(f"words.{at}")]
        return [
            self._one(_LISTS[kind], held[at] if at < len(held) else None, f".{at}") for at in rows
        ]

    def _of(self, name: str) -> str:
        return self.written.get(name, "").strip()

    def _one(self, kind: str, before: object, at: str) -> dict[str, JsonValue]:
        words = self._words(self._of(f"words{at}"), before)
        match kind:
            case "count":
                parts = self._count(at)
            case "date":
                parts = self._date(at)
            case "place":
                parts = self._place(at)
            case "nationality":
                parts = self._nationality(at, before)
            case _:
                parts = self._named(at, before)
        return {**words, **parts}

    def _words(self, words: str, before: object) -> dict[str, JsonValue]:
        """Where the words stand: where they stood, else in the claim's sentence, behind it, or
        anywhere.
        """
        text = self.document.text
        if isinstance(before, Span) and words == before.text.strip():
            start, end = before.start, before.end
            return {"start": start, "end": end, "text": text[start:end]}
        start = text.find(words, self.claim.quote.start) if words else -1
        start = text.find(words) if words and start < 0 else start
        if start < 0:
            raise BadInputError(_("The document does not have these words; copy them from it."))
        return {"start": start, "end": start + len(words), "text": words}

    def _count(self, at: str) -> dict[str, JsonValue]:
        return {
            "lower": _number(self._of(f"lower{at}")),
            "upper": _number(self._of(f"upper{at}")),
            "approximate": bool(self._of(f"approximate{at}")),
        }

    def _date(self, at: str) -> dict[str, JsonValue]:
        first, last = self._of(f"earliest{at}") or None, self._of(f"latest{at}") or None
        return {"earliest": first, "latest": last or first}

    def _place(self, at: str) -> dict[str, JsonValue]:
        return {
            "name": self._of(f"name{at}"),
            "country": self._of(f"country{at}").upper() or None,
            "airport": self._of(f"airport{at}").upper() or None,
            "level": self._of(f"level{at}") or "city",
        }

    def _named(self, at: str, before: object) -> dict[str, JsonValue]:
        name = self._of(f"name{at}")
        if isinstance(before, Party) and before.name == name:
            return {"name": name, "country": before.country}
        return {"name": name}

    def _nationality(self, at: str, before: object) -> dict[str, JsonValue]:
        number = self._of(f"number{at}")
        held = before.count if isinstance(before, Nationality) else None
        count: JsonValue = None
        if held and number == held.text:
            count = held.model_dump(mode="json")
        elif number:
            figure = _number(number)
            count = {**self._words(number, None), "lower": figure, "upper": figure}
        return {"country": self._of(f"country{at}").upper(), "count": count}


def _number(written: str) -> int | None:
    bare = written.replace(",", "").replace(" ", "")
    if not bare:
        return None
    if not bare.isascii() or not bare.isdigit() or len(bare) > 12:
        raise BadInputError(_("A number has figures only, such as 131."))
    return int(bare)
