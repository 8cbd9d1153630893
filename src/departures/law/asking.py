"""The question the shelf is for: which orders had effect on a day, for whom.

Invariant: every answer says its data day and that it is context; an order is left out only where
it was not made yet or had ended, and each that stands in it says why it stands there.
"""

from collections.abc import Collection
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from departures.errors import BadInputError
from departures.law.covering import People
from departures.law.force import Answer
from departures.law.periods import StandingOrder
from departures.law.rows import Agreement, Notice, Policy
from departures.law.shelf import Shelf
from departures.words import Value
from departures.words.countries import country_name
from departures.words.values import Alpha2

NOTICE = "This is context, not a legal finding."


class Law(Value):
    """What the shelf holds for one day."""

    as_of: date
    """The law data are as of this day."""
    day: date
    at: datetime | None = None
    nationality: Alpha2 | None = None
    destination: Alpha2 | None = None
    authority: str | None = None
    third_country_by_nationality: Answer
    orders: tuple[StandingOrder, ...]
    policies: tuple[Policy, ...]
    notice_rule: Notice | None
    agreement: Agreement | None
    beyond_data: bool
    """Whether the day is later than the data."""
    notice: str = NOTICE


def in_force(
    day: date,
    *,
    shelf: Shelf,
    at: time | None = None,
    nationality: str | None = None,
    destination: str | None = None,
    authority: str | None = None,
) -> Law:
    """The orders that had effect on `day`, at the hour `at`, for people who are sent.

    `at` without a zone is understood in the zone of the jurisdiction, that of Washington.
    Raises `BadInputError` where `authority` is none that the shelf knows.
    """
    power = _authority(shelf, authority)
    instant = _instant(shelf, day, at)
    there = day_of_orders(shelf, day, instant)
    people = People.of([nationality] if nationality else [], destination, power)
    return Law(
        as_of=shelf.as_of,
        day=day,
        at=instant,
        nationality=nationality,
        destination=destination,
        authority=power,
        third_country_by_nationality=third_country(people.nationalities, destination),
        orders=shelf.periods.standing(there, instant, people),
        policies=tuple(policy for policy in shelf.policies if policy.day <= there),
        notice_rule=shelf.notice_on(there),
        agreement=shelf.agreement_with.get(destination) if destination else None,
        beyond_data=day > shelf.as_of,
    )


def country_code(given: str | None) -> str | None:
    """A country's code as the shelf writes it. Raises `BadInputError` where there is none such."""
    if given is None or given == "":
        return None
    code = given.strip().upper()
    if country_name(code) == code:
        raise BadInputError(f"{given!r} is no country; write its two letters, such as UZ")
    return code


def third_country(nationalities: Collection[str], destination: str | None) -> Answer:
    """Whether the destination is another country than that of anybody's nationality."""
    if not nationalities or destination is None:
        return "unknown"
    return "yes" if any(country != destination for country in nationalities) else "no"


def _authority(shelf: Shelf, words: str | None) -> str | None:
    if not words:
        return None
    if found := shelf.authority(words):
        return found
    known = ", ".join(sorted(shelf.authority_names))
    raise BadInputError(f"authority {words!r} is not known; use one of: {known}")


def _instant(shelf: Shelf, day: date, at: time | None) -> datetime | None:
    """The hour as an instant, in its own zone or that of the first jurisdiction with orders."""
    if at is None:
        return None
    if at.tzinfo is not None:
        return datetime.combine(day, at)
    return datetime.combine(day, at, tzinfo=_zone(shelf))


def day_of_orders(shelf: Shelf, day: date, instant: datetime | None) -> date:
    """The day on which an hour falls where the orders are dated; without an hour, `day`."""
    if instant is None:
        return day
    try:
        return instant.astimezone(_zone(shelf)).date()
    except OverflowError as error:
        raise BadInputError(f"{day} with that hour is outside the calendar") from error


def _zone(shelf: Shelf) -> ZoneInfo:
    """The zone of the jurisdiction with orders. Raises `BadInputError` where none can be had."""
    us = shelf.jurisdiction("US")
    try:
        return ZoneInfo(us.zone if us else "UTC")
    except ZoneInfoNotFoundError as error:
        raise BadInputError(
            "this computer has no table of zones; give a day without an hour"
        ) from error
