"""The board: one row for each operation.

Invariant: where sources give different numbers of people, the row shows each of them with
whoever says it; the shown value stands first and hides none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from departures.tongue import _, phrases
from departures.web.views.sources import Source
from departures.words import Asserted, Count, Date, Finding, Operation, Place

LONGEST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class Day:
    """A day for a board: `30 Apr`, `2025`; or the words for a longer or open period."""

    iso: str | None
    short: str
    year: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One end of a journey: its code, and its name."""

    code: str
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Told:
    """A number of people in the words of whoever gives it."""

    number: str
    by: str


@dataclass(frozen=True, slots=True)
class Row:
    """One operation on the board."""

    id: str
    label: str
    status: str
    day: Day
    origin: Stop | None
    destination: Stop | None
    people: tuple[Told, ...]
    carrier: str | None
    sources: tuple[str, ...]
    questions: int
    disputed: bool


def rows(
    operations: Iterable[Operation],
    sources: Mapping[str, Source],
    findings: Iterable[Finding],
) -> list[Row]:
    """The board's rows, in the order of the operations."""
    open_questions = Counter(found.about for found in findings if found.weight != "note")
    return [row(operation, sources, open_questions[operation.id]) for operation in operations]


def row(operation: Operation, sources: Mapping[str, Source], questions: int) -> Row:
    """One operation as a row."""
    names = (sources[document].name for document in operation.documents if document in sources)
    return Row(
        id=operation.id,
        label=headline(operation),
        status=""
        if operation.modality == "happened"
        else _(phrases.MODALITIES[operation.modality]),
        day=board_day(operation.date),
        origin=stop(operation.origin),
        destination=stop(operation.destination),
        people=people(operation, sources),
        carrier=operation.carrier.name if operation.carrier else None,
        sources=tuple(dict.fromkeys(names)),
        questions=questions,
        disputed=any(field.verdict == "disputed" for field in operation.values.values()),
    )


def headline(operation: Operation) -> str:
    """`New York to Tashkent, 30 April 2025`."""
    origin = operation.origin.name if operation.origin else _("origin not stated")
    destination = (
        operation.destination.name if operation.destination else _("destination not stated")
    )
    when = phrases.spoken_date(operation.date) if operation.date else _("day not stated")
    return _("{origin} to {destination}, {day}").format(
        origin=origin, destination=destination, day=when
    )


def board_day(when: Date | None) -> Day:
    """The day as the board's first column shows it."""
    if when is None:
        return Day(None, _("not stated"), "")
    first = when.earliest
    if first is None or first != when.latest:
        return Day(None, phrases.spoken_date(when), "")
    return Day(first.isoformat(), phrases.short_day(first), str(first.year))


def stop(place: Place | None) -> Stop | None:
    """A place with the shortest code it has: the airport's, else the country's."""
    if place is None:
        return None
    country = phrases.country_named(place)
    code = place.airport or place.country or ""
    if country and place.level in ("country", "territory"):
        return Stop(code, country, "")
    return Stop(code, place.name, "" if country == place.name else country)


def people(operation: Operation, sources: Mapping[str, Source]) -> tuple[Told, ...]:
    """Every number of people that is told, the shown one first."""
    field = operation.values.get("count")
    if field is None:
        return ()
    shown = field.asserted[field.shown]
    others = [asserted for asserted in field.asserted if asserted is not shown]
    return tuple(_told(asserted, sources) for asserted in [shown, *others])


def in_a_sentence(operation: Operation) -> str:
    """`Removal, reported to have happened. People: 131; more than 100. Documents: 4.`"""
    act, modality = _(phrases.ACTS[operation.act]), _(phrases.MODALITIES[operation.modality])
    numbers = "; ".join(told.number for told in people(operation, {}))
    told_of = numbers or _("no number given")
    return _("{act}, {modality}. People: {numbers}. Documents: {documents}.").format(
        act=act, modality=modality, numbers=told_of, documents=len(operation.documents)
    )


def _told(asserted: Asserted, sources: Mapping[str, Source]) -> Told:
    value = asserted.value
    words = value if isinstance(value, str) else getattr(value, "text", "")
    if isinstance(value, Count) and len(words) > LONGEST_NUMBER:
        words = phrases.spoken_count(value)
    source = sources.get(asserted.document)
    return Told(words, ", ".join(asserted.said_by) or (source.name if source else ""))
