"""The rows of the shelf: orders, policies, agreements, terms, as its data files hold them.

Invariant: a row that is made is possible in itself: nothing ends before it begins or has effect
before it was made. What refers to another row is checked where all are at hand (`loading`).
"""

import calendar
import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BeforeValidator, Field, model_validator

from departures.words.values import Alpha2, Value

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Confidence = Literal["high", "medium-high", "medium", "low"]
Force = Literal[
    "constrains",
    "constrains in part",
    "permits",
    "permits with conditions",
    "limits relief",
    "neutral",
    "none",
]
Ended = Literal[
    "stayed", "vacated", "superseded", "dissolved", "reversed", "moot", "overtaken", "expired"
]
ActsHow = Literal[
    "stays",
    "stays in part",
    "vacates",
    "supersedes",
    "modifies",
    "clarifies",
    "leaves standing",
    "affirms",
    "reverses",
    "dissolves",
    "moots",
]
_MONTH = re.compile(r"(\d{4})-(\d\d)")


class Bound(Value):
    """A day, or the days between which it lies where the sources don't say which."""

    earliest: date
    latest: date

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.earliest > self.latest:
            raise ValueError(f"{self.earliest} is after {self.latest}")
        return self

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest


def _bound(given: Any) -> Any:
    """A day; some day of `"2025"` or `"2026-09"`; some day of `"2026-09-18/2026-09-29"`."""
    if isinstance(given, date) and not isinstance(given, datetime):
        return Bound(earliest=given, latest=given)
    if not isinstance(given, str):
        return given
    if month := _MONTH.fullmatch(given):
        year, number = int(month[1]), int(month[2])
        if not 1 <= number <= 12:
            raise ValueError(f"{given} is no month")
        last = calendar.monthrange(year, number)[1]
        return Bound(earliest=date(year, number, 1), latest=date(year, number, last))
    if given.isdecimal() and len(given) == 4:
        return Bound(earliest=date(int(given), 1, 1), latest=date(int(given), 12, 31))
    first, _, last_day = given.partition("/")
    return Bound(earliest=date.fromisoformat(first), latest=date.fromisoformat(last_day or first))


Day = Annotated[Bound, BeforeValidator(_bound)]


class Row(Value):
    """What every row of the shelf carries beside its facts."""

    sources: tuple[str, ...] = Field(min_length=1)
    confidence: Confidence = "medium"
    basis: str | None = None
    """How the facts came here: retrieved from a page, or from memory."""
    from_memory: tuple[str, ...] = ()
    """The fields that no page was found for."""
    unknown: tuple[str, ...] = ()
    note: str | None = None


class Covers(Value):
    """Whom an order reaches, as far as a report could tell; what is left out does not limit it."""

    authorities: tuple[Id, ...] = ()
    nationalities: tuple[Alpha2, ...] = ()
    destinations: tuple[Alpha2, ...] = ()
    third_country: bool = False
    """Only removals to a country that the person's own proceedings did not name."""
    individual: bool = False
    """Only the persons who asked for it."""
    needs: tuple[str, ...] = ()
    """What would have to be known of each person beside this."""


class Moment(Value):
    """An hour at which an order was made, or given in another form."""

    what: Literal["oral", "written"]
    at: AwareDatetime


class Hold(Value):
    """A time in which an order that was made had no effect: a withheld mandate, a stay."""

    why: str
    since: Day
    until: Day | None = None
    by: Id | None = None
    in_part: bool = False
    """Whether it held back a part of the order only, and it isn't known which."""

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.until and self.until.latest < self.since.earliest:
            raise ValueError(f"the hold {self.why!r} ends before it begins")
        return self


class ActsOn(Value):
    """What an order does to another."""

    order: Id
    how: ActsHow


class Order(Row):
    """One court order: when it was made, when it had effect, whom it covers, what it requires."""

    id: Id
    name: str
    """The case as this order's caption has it."""
    court: str
    docket: str | None = None
    judge: str | None = None
    kind: str
    made: date
    first_made: date | None = None
    """The day of the earlier order that this one confirmed, where `effective` counts from it."""
    effective: Day | None = None
    """Null: the day from which it had effect was not established."""
    until: Day | None = None
    """Null: no end was found. That does not say that it is in force today."""
    effect: Force
    who: str
    where: str
    requires: str
    end: str | None = None
    ended: Ended | None = None
    ended_by: Id | None = None
    citation: str | None = None
    courtlistener_court: str | None = None
    courtlistener_docket: int | None = None
    covers: Covers = Covers()
    moments: tuple[Moment, ...] = ()
    holds: tuple[Hold, ...] = ()
    acts_on: tuple[ActsOn, ...] = ()

    @property
    def first_day(self) -> date:
        """The first day on which there was an order at all."""
        return self.first_made or self.made

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.first_made and self.first_made > self.made:
            raise ValueError(f"first_made {self.first_made} is after made {self.made}")
        if self.effective and self.effective.latest < self.first_day:
            raise ValueError(f"it has effect ({self.effective.latest}) before it was made")
        if self.until and self.until.latest < (self.effective or _day(self.first_day)).earliest:
            raise ValueError(f"it ends ({self.until.latest}) before it begins")
        if self.ended and not self.until:
            raise ValueError(f"it is {self.ended}, but no `until` says when")
        for hold in self.holds:
            if hold.since.latest < self.first_day:
                raise ValueError(f"the hold {hold.why!r} begins before the order was made")
        for moment in self.moments:
            if moment.at.date() not in (self.made, self.first_day):
                raise ValueError(f"{moment.at} is not on the day on which it was made")
        return self


def _day(day: date) -> Bound:
    return Bound(earliest=day, latest=day)


class Event(Value):
    """Something that happened beside the orders of a case."""

    what: str
    at: AwareDatetime | date
    sources: tuple[str, ...] = Field(min_length=1)


class Case(Value):
    """One matter with its orders, through all its courts."""

    id: Id
    name: str
    subject: str
    orders: tuple[Order, ...] = Field(min_length=1)
    events: tuple[Event, ...] = ()


class Policy(Row):
    """A paper of the government that orders are about."""

    id: Id
    name: str
    day: date
    published: date | None = None


class Reported(Value):
    """How many people a source reports, and of what."""

    people: int = Field(ge=0)
    what: str


class Agreement(Row):
    """What is known of an arrangement with one country."""

    country: Alpha2
    kind: str
    concluded: bool = True
    """Whether anything was agreed, as far as sources say; not where there are talks or a plan."""
    announced: Day | None = None
    first_flight: Day | None = None
    nationalities: tuple[Alpha2, ...] = ()
    nationalities_told: str | None = None
    """The sources' own words where countries alone don't say it."""
    money: str | None = None
    terms: str | None = None
    reported: tuple[Reported, ...] = ()


class Notice(Value):
    """The rule on notice before a removal to a third country, from one day to another."""

    id: Id
    since: date | None = None
    until: date | None = None
    order: Id | None = None
    says: str
    screening: str
    unknown: tuple[str, ...] = ()
    sources: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.since and self.until and self.until <= self.since:
            raise ValueError(f"it ends ({self.until}) before it begins ({self.since})")
        return self


class Visa(Row):
    """A measure on the visas of one country's citizens."""

    id: Id
    country: Alpha2
    day: Day
    did: str


class Term(Row):
    """What a word means in one body of law; `key` tells it from the same word in another."""

    key: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z]+(-[a-z]+)*$")]
    term: str
    means: str


class Authority(Value):
    """A legal power under which people are sent, and the words that name it."""

    id: Id
    name: str
    words: tuple[str, ...] = Field(min_length=1)
    note: str | None = None


class Jurisdiction(Value):
    """Whose law: that of removals which begin in `countries`."""

    id: Id
    name: str
    countries: tuple[Alpha2, ...] = Field(min_length=1)
    zone: str
    """The zone in which hours are understood that are given without one."""
    unknown: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    authorities: tuple[Authority, ...] = ()
