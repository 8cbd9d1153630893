"""The orders on one day: which stood, how, for whom; and the operations of the same days.

Invariant: an order is told with its standing and the reason for it, never with a verdict on what
was done; every page says the day of its data.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from departures import law
from departures.law import Law, Order, StandingOrder
from departures.law.covering import People
from departures.law.force import State
from departures.law.stretches import stretches
from departures.tongue import _, later, phrases
from departures.web.drawing.timeline import Bar, Lane, Lettering, Look, timeline
from departures.web.views.sources import Source
from departures.words import Claim, Operation
from departures.words.links import web_link

AROUND = timedelta(days=45)
LOOKS: Mapping[State, Look] = {
    "in force": "force",
    "made, not effective": "held",
    "effect not established": "unsure",
    "began that day": "unsure",
    "ended that day": "unsure",
    "end not established": "unsure",
}
STATES: Mapping[State, str] = {
    "in force": later("in force"),
    "made, not effective": later("made, without effect"),
    "effect not established": later("whether it had effect is not established"),
    "began that day": later("began that day"),
    "ended that day": later("ended that day"),
    "end not established": later("when it ended is not established"),
}
ANSWERS = {"yes": later("yes"), "no": later("no"), "unknown": later("unknown")}


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a row comes from: the address, where there is one to follow, and its words."""

    link: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An order as a row of a table."""

    case: str
    order: Order
    state: str
    look: Look
    why: str
    missing: tuple[str, ...]
    covers: str
    covers_why: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The sentence in which a document tells of an operation."""

    words: str
    anchor: str
    source: Source


def around(day: date) -> tuple[date, date]:
    """The days that are drawn around one day."""
    first = max(day, date.min + AROUND) - AROUND
    return first, min(day, date.max - AROUND) + AROUND


def standing_rows(answer: Law) -> list[Standing]:
    """The orders of a day: those that had effect first."""
    rows = [_standing(held) for held in answer.orders]
    return sorted(rows, key=lambda row: ("force", "unsure", "held").index(row.look))


@dataclass(frozen=True, slots=True)
class OnTheDay:
    """The law of the day of an operation that began in a country of which the shelf holds any."""

    day: date
    destination: str | None
    orders: tuple[Standing, ...]
    """Those that don't shut out the people of the operation."""
    arrangement: bool


def standing_on(operation: Operation) -> OnTheDay | None:
    """What stood on the day of an operation; none where the day or the law isn't known."""
    when, origin, destination = operation.date, operation.origin, operation.destination
    day = when.earliest if when and when.earliest == when.latest else None
    if day is None or origin is None or law.shelf().jurisdiction(origin.country) is None:
        return None
    to = destination.country if destination else None
    people = People.of([each.country for each in operation.nationalities or ()], to)
    held = law.shelf().periods.standing(day, None, people)
    rows = sorted(
        (_standing(each) for each in held if each.covers.answer != "no"),
        key=lambda row: ("force", "unsure", "held").index(row.look),
    )
    return OnTheDay(day, to, tuple(rows), to in law.shelf().agreement_with)


def _standing(held: StandingOrder) -> Standing:
    covers, stands = held.covers, held.standing
    return Standing(
        case=held.case,
        order=held.order,
        state=_(STATES[stands.state]),
        look=LOOKS[stands.state],
        why=stands.why,
        missing=tuple(dict.fromkeys((*stands.missing, *covers.missing))),
        covers=_(ANSWERS[covers.answer]),
        covers_why=covers.why or "",
    )


def day_drawing(
    rows: Sequence[Standing], operations: Mapping[date, int], day: date, title: str
) -> Markup:
    """The orders of a day over the weeks around it, with the operations of the same days."""
    first, last = around(day)
    return orders_drawing([row.order for row in rows], operations, first, last, day, title)


def orders_drawing(
    orders: Iterable[Order],
    operations: Mapping[date, int],
    first: date,
    last: date,
    day: date | None,
    title: str,
) -> Markup:
    """Bars of force from `first` to `last`."""
    lanes = [_lane(order, first, last) for order in orders]
    return timeline(lanes, operations, first, last, day, _lettering(title))


def _lane(order: Order, first: date, last: date) -> Lane:
    effective = order.effective
    return Lane(
        label=f"{order.name} · {order.kind} · {order.court}",
        bars=tuple(
            Bar(each.first, each.last, LOOKS[each.state]) for each in stretches(order, first, last)
        ),
        made=order.made,
        effective=effective.earliest if effective and effective.exact else None,
    )


def _lettering(title: str) -> Lettering:
    return Lettering(
        title=title,
        said=_("The table under the drawing says the same."),
        operations=_("Operations that began on each day, as reported"),
        legend={
            "force": _("in force"),
            "held": _("made, without effect"),
            "unsure": _("not established"),
            "made": _("made"),
            "effective": _("took effect"),
        },
        months=phrases.short_months(),
    )


def cited(sources: Iterable[str]) -> list[Cited]:
    """The sources of a row: an address that may be followed apart from the words behind it."""
    found = []
    for source in sources:
        address, _space, rest = source.partition(" ")
        link = web_link(address)
        found.append(Cited(link, rest if link else source))
    return found


def quoted(
    operations: Iterable[Operation], claims: Collection[Claim], sources: Mapping[str, Source]
) -> dict[str, list[Quoted]]:
    """By operation, the first sentence in which each of its documents tells of it."""
    known = {claim.id: claim for claim in claims}
    found: dict[str, list[Quoted]] = {}
    for operation in operations:
        first: dict[str, Claim] = {}
        for claim in (known[id] for id in operation.claims if id in known):
            first.setdefault(claim.document, claim)
        found[operation.id] = [
            Quoted(claim.quote.text, f"w{claim.quote.start}-{claim.quote.end}", sources[document])
            for document, claim in first.items()
            if document in sources
        ]
    return found
