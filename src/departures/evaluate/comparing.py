"""When a labelled value and a read one agree.

Invariant: both sides are brought to one shape first, and every comparison is symmetric.
"""

import re
from typing import NamedTuple

from departures.words import Count, Date

_WORDS = re.compile(r"\w+")
_VAGUE = re.compile(r"\b(dozens|scores|hundreds|thousands|millions)\b", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

Day = tuple[int, int, int]
"""Year, month and day; a month that is labelled as a whole ends on its 31st."""


class Bounds(NamedTuple):
    """A count: the least and the most, either of them open."""

    lower: int | None
    upper: int | None

    def __str__(self) -> str:
        if self.lower == self.upper:
            return str(self.lower)
        return f"{'…' if self.lower is None else self.lower}–{self.upper or '…'}"


class Interval(NamedTuple):
    """First and last day."""

    first: Day
    last: Day

    def __str__(self) -> str:
        first, last = ("{:04}-{:02}-{:02}".format(*day) for day in self)
        return first if first == last else f"{first}/{last}"

    @property
    def width(self) -> int:
        """Days from first to last, counted in months of 31 days."""
        years, months, days = (last - first for first, last in zip(*self, strict=True))
        return years * 372 + months * 31 + days


def names_agree(one: str | None, other: str | None) -> bool:
    """Whether at least half of the shorter name's words are in the longer one."""
    first, second = _words(one), _words(other)
    return bool(first and second) and len(first & second) * 2 >= min(len(first), len(second))


def _words(text: str | None) -> set[str]:
    return {word.lower() for word in _WORDS.findall(text or "")}


def bounds_of(lower: int | None, upper: int | None, text: str | None) -> Bounds | None:
    """The bounds of a count. How far "hundreds" reaches is a convention: only its start counts."""
    if lower is not None and _VAGUE.search(text or ""):
        upper = None
    return None if lower is None and upper is None else Bounds(lower, upper)


def bounds_of_count(count: Count | None) -> Bounds | None:
    """The bounds of a count that was read."""
    return bounds_of(count.lower, count.upper, count.text) if count else None


def bounds_agree(one: Bounds | None, other: Bounds | None) -> bool:
    """Whether both ends agree, within one unit: "more than 100" may be 100 or 101 and up."""
    if one is None or other is None:
        return False
    return _near(one.lower, other.lower) and _near(one.upper, other.upper)


def _near(one: int | None, other: int | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(1, 0.001 * max(one, other))


def interval_of_label(value: str) -> Interval:
    """The interval of `2025`, `2025-04`, `2025-04-30` or two of these as `a/b`.

    Raises ValueError for anything else.
    """
    first, _, last = value.partition("/")
    interval = Interval(_day(first, value, (1, 1)), _day(last or first, value, (12, 31)))
    if interval.first > interval.last:
        raise ValueError(f"{value!r} runs backwards")
    return interval


def _day(written: str, value: str, rest: tuple[int, int]) -> Day:
    found = _DAY.fullmatch(written)
    if not found:
        raise ValueError(f"{value!r} is no day, month or year, nor two of them as a/b")
    year, month, day = (int(part) if part else None for part in found.groups())
    whole = (year or 0, month or rest[0], day or rest[1])
    if not (1 <= whole[1] <= 12 and 1 <= whole[2] <= 31):
        raise ValueError(f"{value!r} is in no calendar")
    return whole


def interval_of_date(date: Date | None) -> Interval | None:
    """The interval of a date that was read; null where it is not resolved."""
    if date is None or not (date.earliest or date.latest):
        return None
    ends = (date.earliest or date.latest, date.latest or date.earliest)
    first, last = ((end.year, end.month, end.day) for end in ends if end)
    return Interval(first, last)


def dates_agree(one: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals overlap and the wider is not much wider than the other."""
    if one is None or other is None or one.first > other.last or other.first > one.last:
        return False
    narrow, wide = sorted((one.width, other.width))
    return wide <= max(2, 3 * (narrow + 1))
