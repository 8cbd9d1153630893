"""The calendar: spans of months, seasons, weeks and fiscal years, and shifts between days.

Invariant: pure arithmetic; a result outside the calendar is None, never an error.
"""

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

FAR_AHEAD = 60
"""A day without a year is at most this many days after publication; else it is last year's."""
LEAP_GAP = 9
"""Within so many years there is a 29 February."""
OLDEST = 30
"""How many years back a 29 February is looked for."""
_KEPT = 1024
"""So many answers are kept: texts of one day ask for the same days again and again."""


class Span(NamedTuple):
    """A period, both days included."""

    earliest: date
    latest: date


def day(year: int, month: int, number: int) -> date | None:
    """That day, where there is one."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def shift_days(start: date, days: int) -> date | None:
    """The day so many days later."""
    try:
        return start + timedelta(days)
    except OverflowError:
        return None


@lru_cache(_KEPT)
def shift_months(start: date, months: int) -> date | None:
    """The same day of the month so many months later, or the last one that month has."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def shift(start: date, number: int, unit: str) -> date | None:
    """The day `number` units of time later; None for units shorter than a day."""
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit)
    if days is not None:
        return shift_days(start, number * days)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}.get(unit)
    return None if months is None else shift_months(start, number * months)


@lru_cache(_KEPT)
def month_span(year: int, month: int) -> Span:
    """All days of a month."""
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def months_span(year: int, month: int, count: int) -> Span | None:
    """`count` months from the first of `month` on."""
    start = day(year, month, 1)
    after = shift_months(start, count) if start else None
    return Span(start, after - timedelta(1)) if start and after else None


def year_span(year: int) -> Span:
    """All days of a calendar year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def fiscal_span(year: int, starts: int) -> Span:
    """The fiscal year that ends in calendar year `year` and starts in month `starts`."""
    if starts == 1 or year < 2:
        return year_span(year)
    return Span(date(year - 1, starts, 1), month_span(year, starts - 1).latest)


def week_span(within: date) -> Span | None:
    """Monday to Sunday around a day."""
    monday = shift_days(within, -within.weekday())
    sunday = shift_days(monday, 6) if monday else None
    return Span(monday, sunday) if monday and sunday else None


def unit_span(within: date, unit: str) -> Span | None:
    """The calendar week, month, quarter, half, year or decade that holds a day."""
    if unit in ("day", "night", "morning"):
        return Span(within, within)
    if unit == "week":
        return week_span(within)
    if unit == "weekend":
        week = week_span(within)
        return Span(week.latest - timedelta(1), week.latest) if week else None
    if unit == "month":
        return month_span(within.year, within.month)
    if unit in ("quarter", "half"):
        length = 3 if unit == "quarter" else 6
        return months_span(within.year, (within.month - 1) // length * length + 1, length)
    if unit == "year":
        return year_span(within.year)
    if unit == "decade" and within.year > 9:
        start = within.year // 10 * 10
        return Span(date(start, 1, 1), date(start + 9, 12, 31))
    return None


@lru_cache(_KEPT)
def moved_span(within: date, steps: int, unit: str) -> Span | None:
    """The calendar unit `steps` after the one that holds a day."""
    base = "week" if unit in ("weekend", "fortnight") else unit
    moved = shift(within, steps, base if base != "morning" else "day")
    if unit == "fortnight" and moved is not None:
        week = week_span(moved)
        after = shift_days(week.latest, 7) if week else None
        return Span(week.earliest, after) if week and after else None
    return unit_span(moved, unit) if moved is not None else None


@lru_cache(_KEPT)
def nearest_day(month: int, number: int, published: date) -> date | None:
    """That day of the year nearest to publication, and not far after it."""
    years = 1 if month <= published.month - 9 else 0
    while years > -OLDEST:
        found = day(published.year + years, month, number)
        if found is not None and (found - published).days <= FAR_AHEAD:
            return found
        years -= 1
    return None


@lru_cache(_KEPT)
def next_day(month: int, number: int, published: date) -> date | None:
    """That day of the year, the first on or after publication."""
    past = (month, number) < (published.month, published.day)
    for years in range(past, LEAP_GAP):
        found = day(published.year + years, month, number)
        if found is not None and found >= published:
            return found
    return None


def latest_month(month: int, published: date) -> int:
    """The year of the most recent such month that has begun."""
    return published.year if month <= published.month else published.year - 1


@lru_cache(_KEPT)
def weekday_before(weekday: int, published: date, *, strictly: bool = False) -> date | None:
    """The last such weekday up to publication; `strictly` before it."""
    back = (published.weekday() - weekday) % 7
    return shift_days(published, -(back or 7) if strictly else -back)


@lru_cache(_KEPT)
def weekday_after(weekday: int, published: date) -> date | None:
    """The first such weekday from publication on."""
    return shift_days(published, (weekday - published.weekday()) % 7)
