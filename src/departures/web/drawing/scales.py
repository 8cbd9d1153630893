"""From days and numbers to places on a drawing.

Invariant: a scale never falls: a later day, a larger number, never stands before a smaller one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to the end of `last`, laid out from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date, *, end: bool = False) -> float:
        """Where a day begins, or ends; a day outside stands at the edge."""
        day = min(max(day, self.first), self.last)
        days = (self.last - self.first).days + 1
        return self.left + ((day - self.first).days + end) / days * (self.right - self.left)

    def months(self) -> Iterator[date]:
        """The firsts of months within, or of so many months that they don't crowd."""
        firsts = list(_firsts(self.first, self.last))
        step = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if len(firsts) / n <= 12)
        return (day for day in firsts if (day.year * 12 + day.month - 1) % step == 0)


def _firsts(first: date, last: date) -> Iterator[date]:
    number = first.year * 12 + first.month - 1 + (first.day > 1)
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        yield day
        number += 1


def round_steps(most: int, count: int = 4) -> tuple[int, ...]:
    """Round numbers from 0 to at least `most`, about `count` steps apart."""
    step = next(
        size * 10**power
        for power in range(20)
        for size in (1, 2, 5)
        if size * 10**power * count >= most
    )
    steps = max(1, -(-most // step))
    return tuple(step * number for number in range(steps + 1))
