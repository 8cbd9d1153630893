"""A case by its days, and the arrangements by country: what else the shelf is asked for.

Invariant: each event comes from one row, and every answer says its data day.
"""

from datetime import date, datetime

from departures.law.asking import NOTICE
from departures.law.rows import Agreement, Bound, Case, Order
from departures.law.shelf import Shelf
from departures.words import Value


class Dated(Value):
    """Something that happened in a case. `latest` differs where the day is not known."""

    day: date
    latest: date
    at: datetime | None = None
    what: str
    order: str | None = None


class CaseRecord(Value):
    """One case, with its dated events."""

    as_of: date
    case: Case
    events: tuple[Dated, ...]
    notice: str = NOTICE


class AgreementList(Value):
    """The arrangements with other countries that were found."""

    as_of: date
    agreements: tuple[Agreement, ...]
    notice: str = NOTICE


def case_record(case: Case, shelf: Shelf) -> CaseRecord:
    """The case with everything that happened in it, by day and hour."""
    found = [event for order in case.orders for event in _events(order)]
    for event in case.events:
        at = event.at if isinstance(event.at, datetime) else None
        day = event.at.date() if isinstance(event.at, datetime) else event.at
        found.append(Dated(day=day, latest=day, at=at, what=event.what))
    ordered = sorted(found, key=lambda each: (each.day, each.at.timestamp() if each.at else 0))
    return CaseRecord(as_of=shelf.as_of, case=case, events=tuple(ordered))


def agreement_list(shelf: Shelf, country: str | None = None) -> AgreementList:
    """The arrangements with all countries, or that with `country`."""
    found = (held for held in shelf.agreements if country in (None, held.country))
    return AgreementList(as_of=shelf.as_of, agreements=tuple(found))


def _events(order: Order) -> list[Dated]:
    title = f"{order.kind} ({order.court})"
    events = [_dated(order, _exact(order.made), f"made: {title}")]
    for moment in order.moments:
        what = f"{moment.what} order: {title}"
        day = moment.at.date()
        events.append(Dated(day=day, latest=day, at=moment.at, what=what, order=order.id))
    if order.effective and order.effective != _exact(order.made):
        events.append(_dated(order, order.effective, f"took effect: {title}"))
    for hold in order.holds:
        events.append(_dated(order, hold.since, f"held back: {hold.why}: {title}"))
    if order.until:
        events.append(
            _dated(order, order.until, f"ended: {title}: {order.end or 'no reason found'}")
        )
    return events


def _dated(order: Order, when: Bound, what: str) -> Dated:
    return Dated(day=when.earliest, latest=when.latest, what=what, order=order.id)


def _exact(day: date) -> Bound:
    return Bound(earliest=day, latest=day)
