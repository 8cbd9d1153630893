"""Claims and speakers in a few words, for tables.

Invariant: nothing is told that the claim does not hold.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from departures.tongue.phrases import (
    CHALLENGES,
    EFFECTS,
    MANNERS,
    MEASURES,
    MODES,
    spoken,
    spoken_span,
)
from departures.words import (
    AgreementClaim,
    AnyValue,
    Claim,
    Count,
    Document,
    OperationClaim,
    OrderClaim,
    Speaker,
    StatisticClaim,
)
from departures.words.countries import country_name

if TYPE_CHECKING:
    from departures.record import DocumentSummary


def as_told(value: AnyValue) -> str:
    """What a value says; a count in the report's own words, which keep its bound."""
    return value.text if isinstance(value, Count) else spoken(value)


def told(claim: Claim) -> str:
    """What a claim says, its values joined by dots; empty for a statement."""
    return " · ".join(_parts(claim))


def _parts(claim: Claim) -> Iterator[str]:
    match claim:
        case OperationClaim():
            yield from _operation(claim)
        case StatisticClaim():
            yield f"{claim.count.text} {MEASURES[claim.measure]}"
            if claim.population:
                yield "of " + ", ".join(map(country_name, claim.population))
            if claim.destination:
                yield "to " + ", ".join(map(country_name, claim.destination))
            yield from map(spoken_span, filter(None, (claim.period, claim.agency)))
        case OrderClaim():
            subject = f" {claim.subject.text}" if claim.subject else ""
            yield f"{EFFECTS[claim.effect]}{subject}"
            named = (claim.court, claim.judge, claim.case, claim.docket, claim.date)
            yield from map(spoken_span, filter(None, named))
            if claim.challenge:
                yield CHALLENGES[claim.challenge]
        case AgreementClaim():
            spans = (*claim.parties, claim.what, claim.date, *claim.terms)
            yield from map(spoken_span, filter(None, spans))


def _operation(claim: OperationClaim) -> Iterator[str]:
    if claim.count:
        yield f"{claim.count.text} people"
    if claim.flights:
        yield f"{claim.flights.text} flights"
    ends = (claim.origin, *claim.via, claim.destination, *claim.onward)
    if any(ends):
        yield " → ".join(place.name if place else "?" for place in ends)
    yield from map(spoken_span, filter(None, (claim.date, claim.carrier)))
    if claim.funder:
        yield f"paid for by {claim.funder.name}"
    if claim.mode:
        yield MODES[claim.mode].lower()
    if claim.nationalities:
        yield "nationals of " + ", ".join(map(spoken_span, claim.nationalities))
    if claim.authority:
        yield claim.authority.name


def speaker(who: Speaker | None) -> str:
    """`Jane Roe, minister (in quotation marks)`; the report itself where no speaker is named."""
    if who is None:
        return "the report"
    names = dict.fromkeys(filter(None, (who.speaker, who.role, who.organization)))
    return f"{', '.join(names)} ({MANNERS[who.manner]})"


def source(document: "Document | DocumentSummary") -> str:
    """`A newspaper, 2025-05-01`; its title or its hash where no source is known."""
    name = document.source or document.title or document.id[:19]
    return f"{name}, {document.published}" if document.published else name
