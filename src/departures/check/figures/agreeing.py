"""How a reported number agrees with an official one.

Invariant: a number that is told exactly agrees with itself alone; one that is told with zeros at
its end, or as about so many, agrees with what rounds to it, and never by more than 15 percent.
"""

from typing import Literal

from departures.words import Count

Agreement = Literal["exact", "rounded", "within", "above", "misplaced"]
"""The same; rounds to it; lies between the told bounds; rounds to a bound that it doesn't reach;
the same digits with another number of places.
"""
FARTHEST = 0.15
ROWS = 0.03
"""By so much may a table of rows differ from what an agency counts of it: rows are corrected and
come twice.
"""
PLACES = (10, 100, 1000)
DIGITS = 3
"""With fewer digits than this, two numbers have the same ones by chance."""


def agreement(count: Count, official: int) -> Agreement | None:
    """How `count` agrees with `official`; not at all: null."""
    lower, upper = count.lower, count.upper
    if lower is not None and lower == upper:
        return _of_number(lower, count.approximate, official)
    if lower is None and upper is not None and count.approximate:
        return "rounded" if official <= upper and _near(upper + 1, official) else None
    if (lower is None or official >= lower) and (upper is None or official <= upper):
        return "within"
    if lower is not None and official < lower:
        bound = _bound(lower)
        if bound - official < _unit(bound) and _near(bound, official):
            return "above"
    return None


def rows_agree(count: Count, official: int) -> bool:
    """Whether a number told exactly is a table's number of rows, within `ROWS`."""
    told = count.upper
    return told == count.lower and told is not None and abs(told - official) <= ROWS * official


def _of_number(told: int, approximate: bool, official: int) -> Agreement | None:
    if told == official:
        return "exact"
    if _rounds(official, told) and _near(told, official):
        return "rounded"
    if approximate and abs(told - official) <= ROWS * official:
        return "rounded"
    if any(told == official * places or told * places == official for places in PLACES):
        return "misplaced" if len(str(official).rstrip("0")) >= DIGITS else None
    return None


def _bound(lower: int) -> int:
    """The number in "more than 600", of which the lower bound is 601; in "at least 600", 600."""
    return max(lower - 1, lower, key=_unit)


def _unit(number: int) -> int:
    """The place of the last digit that is no zero: 1,000 of 272,000."""
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    return 10**zeros if number else 1


def _rounds(official: int, told: int) -> bool:
    """Whether `official` rounds to `told` at the last place that is told."""
    unit = _unit(told)
    return unit > 1 and 2 * abs(official - told) <= unit


def _near(told: int, official: int) -> bool:
    return abs(told - official) <= FARTHEST * official
