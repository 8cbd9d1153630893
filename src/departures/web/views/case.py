"""One case by its days, and the arrangement with one country.

Invariant: what no source says is told as not known; nothing is worked out beyond the shelf.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from departures.law import Agreement, Case
from departures.law.events import CaseRecord, Dated
from departures.law.rows import Bound
from departures.tongue import _, phrases
from departures.web.views.law import Cited, cited, orders_drawing

MARGIN = timedelta(days=15)
LONGEST = timedelta(days=3 * 365)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list."""

    id: str
    name: str
    subject: str
    orders: int
    first: date
    last: date


def case_line(case: Case) -> CaseLine:
    """A case as a line of the list of cases."""
    made = [order.made for order in case.orders]
    return CaseLine(case.id, case.name, case.subject, len(case.orders), min(made), max(made))


def case_drawing(record: CaseRecord) -> Markup:
    """The orders of a case from the first to the last of its days."""
    ends = [event.latest for event in record.events]
    first = min(event.day for event in record.events) - MARGIN
    last = min(max(ends) + MARGIN, first + LONGEST)
    return orders_drawing(record.case.orders, {}, first, last, None, record.case.name)


def event_day(event: Dated) -> str:
    """The day of an event, or those between which it lies."""
    return phrases.period(event.day, event.latest)


def bound(held: Bound | None) -> str:
    """A day of the shelf; where it was not established, the days between which it lies."""
    if held is None:
        return _("not established")
    return phrases.period(held.earliest, held.latest)


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """Everything the page of an arrangement shows."""

    country: str
    code: str
    facts: tuple[tuple[str, str], ...]
    reported: tuple[tuple[str, str], ...]
    note: str
    sources: tuple[Cited, ...]
    unknown: tuple[str, ...]
    confidence: str


def agreement_page(held: Agreement) -> AgreementPage:
    """The arrangement with one country."""
    nationals = ", ".join(map(phrases.country, held.nationalities))
    told = (
        (_("Kind"), held.kind),
        (_("Announced"), bound(held.announced) if held.announced else ""),
        (_("First flight"), bound(held.first_flight) if held.first_flight else ""),
        (_("Nationals of"), held.nationalities_told or nationals),
        (_("Money"), held.money or ""),
        (_("Terms"), held.terms or ""),
    )
    return AgreementPage(
        country=phrases.country(held.country),
        code=held.country,
        facts=tuple((label, words or _("not known")) for label, words in told),
        reported=tuple((phrases.number(each.people), each.what) for each in held.reported),
        note=held.note or "",
        sources=tuple(cited(held.sources)),
        unknown=held.unknown,
        confidence=held.confidence,
    )
