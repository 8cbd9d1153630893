"""Forms with which a reviewer corrects a field: their inputs, filled with what was read.

Invariant: each value has an input for its words beside those for what they say, so that either is
corrected without the other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from departures.review.fields import Kind, Shape
from departures.tongue import _, later, phrases
from departures.words import Count, Date, Nationality, Party, Place, Span, Speaker

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


def inputs(shape: Shape, value: object, text: str) -> tuple[Row, ...]:
    """The inputs of a field, filled with its value where it has one; a row for each of a list.

    `text` is the document's, as it is shown.
    """
    if shape.kind == "term":
        options = tuple((term, _(phrases.TERMS[term])) for term in shape.terms)
        return ((Input("term", _("Value"), str(value or ""), "choice", options),),)
    if shape.kind == "countries":
        held = " ".join(value) if isinstance(value, tuple) else ""
        return ((Input("countries", _("Country codes, such as KZ UZ"), held),),)
    if not shape.several:
        return (_row(shape.kind, value, text, ""),)
    held_values = value if isinstance(value, tuple) else ()
    rows = [*held_values, *[None] * SPARE_ROWS][:MOST_ROWS]
    return tuple(_row(shape.kind, item, text, f".{at}") for at, item in enumerate(rows))


def _row(kind: Kind, value: object, text: str, at: str) -> Row:
    words = ""
    if isinstance(value, Span):
        words = value.text
    elif isinstance(value, Speaker):
        words = text[value.start : value.end]
    return (*_INPUTS[kind](value, at), Input(f"words{at}", _("Words of the document"), words))


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


def _party_inputs(value: object, at: str) -> Iterator[Input]:
    held = value if isinstance(value, Party) else None
    yield Input(f"name{at}", _("Name"), held.name if held else "")
    yield Input(f"country{at}", _("Country code"), (held.country or "") if held else "")


def _named_inputs(value: object, at: str) -> Iterator[Input]:
    yield Input(f"name{at}", _("Name"), str(getattr(value, "name", "") or ""))


def _nationality_inputs(value: object, at: str) -> Iterator[Input]:
    held = value if isinstance(value, Nationality) else None
    number = held.count.text if held and held.count else ""
    yield Input(f"country{at}", _("Country code"), held.country if held else "")
    yield Input(f"number{at}", _("Their number, in the document's figures"), number)


def _speaker_inputs(value: object, at: str) -> Iterator[Input]:
    held = value if isinstance(value, Speaker) else None
    options = tuple((manner, _(words)) for manner, words in phrases.MANNERS.items())
    manner = held.manner if held else "indirect"
    yield Input(f"name{at}", _("Name"), held.speaker if held else "")
    yield Input(f"role{at}", _("Office"), (held.role or "") if held else "")
    organization = (held.organization or "") if held else ""
    yield Input(f"organization{at}", _("Organisation"), organization)
    yield Input(f"manner{at}", _("How it is told"), manner, "choice", options)


def _no_inputs(value: object, at: str) -> Iterator[Input]:
    yield from ()


_INPUTS: Final[dict[Kind, Callable[[object, str], Iterator[Input]]]] = {
    "count": _count_inputs,
    "date": _date_inputs,
    "place": _place_inputs,
    "party": _party_inputs,
    "named": _named_inputs,
    "nationality": _nationality_inputs,
    "speaker": _speaker_inputs,
    "span": _no_inputs,
}
