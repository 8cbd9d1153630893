"""An operation beside the official tables: who was recorded as sent there on that day.

Invariant: a number of removals stands for a flight and is none. Everybody who was removed from a
port that day counts, by whatever means; and no row, or no release, refutes nothing.
"""

from datetime import timedelta

from departures.releases.airports import HOME
from departures.releases.answers import FLOOR, Answer, Period
from departures.releases.manifest import Frozen, Release
from departures.releases.shelf import Shelf
from departures.words import Operation

MOST_DAYS = 14
"""A movement that is told less exactly is looked for on no day."""
MEASURES = ("removal", "passengers")
PLACES = ("day", "port_of_departure", "pickup", "dropoff")
"""What tells one movement from another, where a table has it."""
NOTE = (
    "No table says who was on which flight. Removals count everybody removed from a port that day, "
    "by whatever means, and passengers everybody left at an airport. Of several releases of a "
    "table, the one that is taken for the newest answers. What is in no table may have happened "
    "all the same."
)
NO_TABLE = "The shelf has no table of removals or flights by day and country."


class Trace(Frozen):
    """What the releases on the shelf say about the days and the destination of an operation."""

    operation: str
    period: Period | None
    """The days that were looked at."""
    destination: str | None
    """The country, ISO 3166-1 alpha-2."""
    answers: tuple[Answer, ...] = ()
    """One of each table that covers the days."""
    unknown: tuple[str, ...] = ()
    """Why nothing can be looked up, or which table doesn't cover the days."""
    note: str = NOTE


def trace(operation: Operation, shelf: Shelf, floor: int = FLOOR) -> Trace:
    """Look for an operation in each table of removals or flights, by day, port and country."""
    period, destination = _days(operation), operation.destination
    country = destination.country if destination else None
    asked = Trace(operation=operation.id, period=period, destination=country)
    if period is None or (why := _unaskable(operation, period, country)):
        return asked.model_copy(update={"unknown": (why if period else "The day is not known.",)})
    held = [each for each in shelf.releases() if _by_day(each, shelf)]
    if not held:
        return asked.model_copy(update={"unknown": (NO_TABLE,)})
    answers, unknown = [], []
    for table in sorted({each.table for each in held}):
        releases = [each for each in held if each.table == table]
        covering = next((each for each in releases if _covers(each, period)), None)
        if covering:
            answers.append(_count(covering, country, period, shelf, floor))
        else:
            unknown.append(_uncovered(releases, period))
    return asked.model_copy(update={"answers": tuple(answers), "unknown": tuple(unknown)})


def _days(operation: Operation) -> Period | None:
    told = operation.date
    if told is None or told.earliest is None or told.latest is None:
        return None
    return Period(first=told.earliest, last=told.latest, basis="days")


def _unaskable(operation: Operation, period: Period, country: str | None) -> str | None:
    origin = operation.origin.country if operation.origin else None
    if origin not in (None, HOME):
        return "The tables are of the United States; the operation began elsewhere."
    if country is None:
        return "The country of destination is not known."
    if country == HOME:
        return "A place in the United States is no destination in the tables."
    if period.last - period.first >= timedelta(days=MOST_DAYS):
        return f"The day is told as {period.first} to {period.last} only; no day can be looked at."
    return None


def _by_day(release: Release, shelf: Shelf) -> bool:
    columns = shelf.columns(release.id) if release.measure in MEASURES else []
    return "day" in columns and "departure_code" in columns


def _covers(release: Release, period: Period) -> bool:
    first, last = release.first, release.last
    return bool(first and last and first <= period.first and period.last <= last)


def _count(
    release: Release, country: str | None, period: Period, shelf: Shelf, floor: int
) -> Answer:
    return shelf.count(
        release.table,
        departure=country,
        first=period.first,
        last=period.last,
        by=[name for name in PLACES if name in shelf.columns(release.id)],
        release=release.id,
        floor=floor,
    )


def _uncovered(releases: list[Release], period: Period) -> str:
    listed = ", ".join(f"{each.id} ({each.first} to {each.last})" for each in releases)
    return f"No release of {releases[0].table} covers {period.first} to {period.last}: {listed}."
