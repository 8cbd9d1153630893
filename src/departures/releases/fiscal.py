"""Fiscal years of the United States: 1 October to 30 September, named after the end."""

from datetime import date


def first_day(year: int) -> date:
    """1 October of the year before."""
    return date(year - 1, 10, 1)


def last_day(year: int) -> date:
    """30 September."""
    return date(year, 9, 30)


def fiscal_year(day: date) -> int:
    """The fiscal year that a day falls into."""
    return day.year + (day.month >= 10)
