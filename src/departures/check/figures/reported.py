"""A figure as a report tells it, put the way that an official table would be asked.

Invariant: what the report doesn't say is `None` here. A figure of several countries, or of people
moved out of another country than the United States, is no question to these tables.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from departures.check.figures.phrasing import part_named, states_acting
from departures.releases.answers import Whom
from departures.words import Claim, Count, Date, OperationClaim, Party, Place, StatisticClaim

STOCKS = frozenset(("docket", "detained"))
"""Measures of how many people there are on a day; the others count what happens in a period."""
AHEAD = frozenset(("planned", "possible"))
ONE_MOVEMENT = 27
"""Who left within so few days left in one movement, of which no table has the number."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a report gives for a figure, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    def shared(self, other: "Span") -> int:
        """How many days both have."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return max(0, (last - first).days + 1)


@dataclass(frozen=True)
class Reported:
    """One figure of one claim."""

    claim: str
    measure: str
    count: Count
    citizens: str | None
    """The country whose citizens are counted."""
    sent_to: str | None
    """The country to which people were sent, where that isn't their own."""
    span: Span | None
    ahead: bool
    """Whether it is told of what may come."""
    by: str | None
    """Which part of government acts, as its id in `wording.toml`."""
    words: str
    """The sentence that tells it."""
    movement: bool
    """Whether it is told of one operation."""

    @property
    def stock(self) -> bool:
        """Whether it is told as a number of people on a day."""
        return self.measure in STOCKS

    @cached_property
    def groups(self) -> tuple[Whom | None, ...]:
        """Whom a table may count under this figure: first as it is told, then otherwise."""
        sent_to, citizens = self.sent_to or self.citizens, self.citizens or self.sent_to
        if not sent_to or not citizens:
            return (None,)
        either = (Whom("departure", sent_to), Whom("citizenship", citizens))
        return either if self.sent_to else either[::-1]

    @property
    def whom(self) -> Whom | None:
        """Whom it counts, as it is told."""
        return self.groups[0]


def reported(claims: Iterable[Claim]) -> list[Reported]:
    """The figures of claims that an official table could have."""
    found = (_of(claim) for claim in claims if isinstance(claim, StatisticClaim | OperationClaim))
    return [figure for figure in found if figure]


def _of(claim: StatisticClaim | OperationClaim) -> Reported | None:
    citizens, sent_to, states = _countries(claim)
    if claim.count is None or max(len(citizens), len(sent_to)) > 1 or set(states) - {"US"}:
        return None
    span = _span(claim.period if isinstance(claim, StatisticClaim) else claim.date)
    movement, ahead = isinstance(claim, OperationClaim), claim.modality in AHEAD
    if movement and (not ahead if span is None else span.days <= ONE_MOVEMENT):
        return None
    words = _without_speaker(claim)
    if states_acting(words) - {"US", *citizens, *sent_to}:
        return None
    return Reported(
        claim=claim.id,
        measure=claim.measure if isinstance(claim, StatisticClaim) else "removals",
        count=claim.count,
        citizens=next(iter(citizens), None),
        sent_to=next((country for country in sent_to if country not in citizens), None),
        span=span,
        ahead=ahead,
        by=part_named(words),
        words=words,
        movement=movement,
    )


def _countries(
    claim: StatisticClaim | OperationClaim,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Whose citizens, sent where, and by or from which states."""
    states = _country(claim.agency)
    if isinstance(claim, StatisticClaim):
        return claim.population, claim.destination, (*claim.origin, *states)
    citizens = tuple(dict.fromkeys(each.country for each in claim.nationalities))
    return citizens, _country(claim.destination), (*_country(claim.origin), *states)


def _country(named: Place | Party | None) -> tuple[str, ...]:
    return (named.country,) if named and named.country else ()


def _span(when: Date | None) -> Span | None:
    if when is None or when.earliest is None or when.latest is None:
        return None
    return Span(when.earliest, when.latest)


def _without_speaker(claim: StatisticClaim | OperationClaim) -> str:
    """The claim's words but for those that name who says it: a speaker is not who acts."""
    by, quote = claim.asserted_by, claim.quote
    if by is None or not quote.start <= by.start < by.end <= quote.end:
        return quote.text
    return quote.text[: by.start - quote.start] + " " + quote.text[by.end - quote.start :]
