"""Past days: dates as the days of what has been done.

Invariant: what has been done was not done after the day of publication.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from departures.read.dates import When
from departures.read.page import Page

_YEAR = 4
"""Digits of a year."""
_CLOSING = frozenset(".,;\n\n")
"""What may stand behind "the Thursday before"."""


def past(page: Page, dates: Sequence[When], published: date | None) -> Sequence[When]:
    """A page's dates as dates of what has been done: none lies after the day of publication."""
    return [_done(page, when, published) for when in dates]


def _done(page: Page, when: When, published: date | None) -> When:
    """A date of the future a year earlier; "the Thursday before" a week earlier."""
    if when.basis == "weekday" and page.words[when.last : when.last + 1] == ["before"]:
        closing = page.words[when.last + 1 : when.last + 2]
        if not closing or closing[0] in _CLOSING:
            return moved(when, -7)
    if published is None or when.earliest is None or when.earliest <= published:
        return when
    years = {word for word in page.words[when.first : when.last] if len(word) == _YEAR}
    return when if any(word.isdigit() for word in years) else moved(when, -365)


def moved(when: When, days: int) -> When:
    """A date so many days on."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return when
    step = timedelta(days)
    if min(first, last).toordinal() + days < 1 or max(first, last) > date.max - abs(step):
        return when
    return when._replace(earliest=first + step, latest=last + step)
