"""What is known of a document beside its text: day, source, address, title.

Invariant: a day lies between 1900 and 2100, so that every reckoning from it stays a day; an
address is http or https, so that it is safe as a link.
"""

import re
from datetime import date
from urllib.parse import urlsplit

from departures.errors import BadInputError

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST = 500
"""Characters of a title, a source's name or an address."""


def day_of(words: str) -> date | None:
    """The day with which an ISO date or time begins, as its publisher wrote it; else None."""
    found = _DAY.match(words.strip())
    if not found:
        return None
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def parse_day(words: str, option: str = "--published") -> date:
    """The day that a person gave as YYYY-MM-DD; BadInputError says what is wrong with it."""
    words = words.strip()
    if not _DAY.fullmatch(words) or not words.isascii():
        raise BadInputError(f"{option} {words!r} is no day; write it as YYYY-MM-DD")
    day = day_of(words)
    if day is None:
        raise BadInputError(
            f"{option} {words} is not in the calendar between {_FIRST_YEAR} and {_LAST_YEAR}; "
            "check year, month and day"
        )
    return day


def first_line(text: str) -> str | None:
    """The first line with words in it: the headline of a plain-text report."""
    start = text.lstrip()[: _LONGEST * 2]
    return one_line(start.splitlines()[0]) if start else None


def one_line(words: str) -> str:
    """Words on one line: without control characters, spaces run together, and not endless."""
    kept = "".join(letter if letter.isprintable() else " " for letter in words[: _LONGEST * 2])
    return " ".join(kept.split())[:_LONGEST].rstrip()


def clean_name(name: str | None) -> str | None:
    """A source's name or a title on one line; None where there is none."""
    return one_line(name) or None if name else None


def is_web_address(url: str) -> bool:
    """Whether `url` can be offered as a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = url.isprintable() and not any(letter in url for letter in " <>\"'")
    return parts.scheme in ("http", "https") and bool(parts.netloc) and plain


def clean_url(url: str | None) -> str | None:
    """An http or https address; BadInputError for anything else."""
    if not url or not url.strip():
        return None
    url = url.strip()
    if not is_web_address(url) or len(url) > _LONGEST * 4:
        raise BadInputError(f"--url {one_line(url)!r} is no web address; write it as https://…")
    return url
