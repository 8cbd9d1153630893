"""The front door: claims and decisions in, operations out."""

from collections.abc import Iterable

from departures.resolve.movements import prepare
from departures.resolve.naming import distinct
from departures.resolve.reports import Report
from departures.resolve.settling import settle
from departures.words import Claim, Decision, Operation, in_force


def gather(
    claims: Iterable[Claim],
    decisions: Iterable[Decision] = (),
    reports: Iterable[Report] = (),
) -> list[Operation]:
    """The operations that the claims tell of, newest first. Statistics and others are passed over.

    The same claims, decisions and reports in any order give the same operations.
    """
    held = in_force(decisions)
    settled = settle(prepare(claims, held, reports), held)
    return sorted(distinct(settled.operations), key=newest_first)


def newest_first(operation: Operation) -> tuple[int, str]:
    """The key by which operations are listed."""
    when = operation.date
    day = when.earliest.toordinal() if when and when.earliest else 0
    return -day, operation.id
