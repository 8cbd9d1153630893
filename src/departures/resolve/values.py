"""Values of one field beside each other: when they are equal, and when both can be true.

Invariant: both questions have the same answer from either side.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from departures.words import AnyValue, Count, Date, Named, Nationality, Party, Place
from departures.words.countries import country_name

OPEN_END: Final = 10**9
ABOUT: Final = 0.1
"""How wide "about" is taken to be, as a share of the number."""
_NIGHT: Final = timedelta(days=1)
_SMALL: Final = frozenset({"of", "and", "the", "for"})


def core(value: AnyValue) -> str:
    """What a value says, without the words that say it; equal cores are equal values."""
    match value:
        case Count():
            return f"{value.lower}-{value.upper}{'~' if value.approximate else ''}"
        case Date():
            return f"{value.earliest}/{value.latest}"
        case Place():
            if is_country(value) and value.country:
                return value.country
            return f"{value.country}:{value.name.casefold()}"
        case Party():
            named = value.country and country_name(value.country).casefold()
            if value.country and named and named in value.name.casefold():
                return value.country
            return value.name.casefold().removeprefix("the ")
        case Named():
            return value.name.casefold()
        case str():
            return value
    return " ".join(sorted(core_of_item(item) for item in value))


def core_of_item(item: Nationality | Place) -> str:
    """The core of one nationality or place of a list."""
    if isinstance(item, Place):
        return core(item)
    return f"{item.country}={core(item.count)}" if item.count else item.country


def openness(value: AnyValue) -> float:
    """How much a value leaves open; 0 is exact. Only comparable within one field."""
    match value:
        case Count():
            width = (value.upper if value.upper is not None else OPEN_END) - (value.lower or 0)
            return width + (0.5 if value.approximate else 0)
        case Date():
            if not value.earliest or not value.latest:
                return float(OPEN_END)
            return float((value.latest - value.earliest).days)
        case Place():
            return 0.0 if value.airport else 1.0 if not is_country(value) else 2.0
        case Party() | Named() | str():
            return 0.0
    counted = sum(isinstance(item, Nationality) and item.count is not None for item in value)
    return float(-len(value)) - counted / (len(value) + 1)


def is_exact(count: Count) -> bool:
    """Whether a count leaves nothing open."""
    return count.lower == count.upper and not count.approximate


def is_country(place: Place) -> bool:
    """Whether a place is named only by its country: its words name no city or airport."""
    return place.level in ("country", "territory", "region")


def compatible(first: AnyValue, second: AnyValue) -> bool:
    """Whether both values can be true of one movement."""
    match first, second:
        case Count(), Count():
            return counts_meet(first, second)
        case Date(), Date():
            return _meet(first.earliest, first.latest, second.earliest, second.latest)
        case Place(), Place():
            if first.country and second.country and first.country != second.country:
                return False
            # A city and an airport can be one place told at two sizes; two cities can't.
            return is_country(first) or is_country(second) or first.level != second.level
        case Party(), Party():
            return names_meet(first.name, second.name)
        case Named(), Named():
            return names_meet(first.name, second.name)
        case tuple(), tuple():
            return _lists_meet(first, second)
    return first == second


def counts_meet(first: Count, second: Count) -> bool:
    """Whether one number can be within both; "about 120" is a tenth wider on either side."""
    return lowest(first) <= uppermost(second) and lowest(second) <= uppermost(first)


def lowest(count: Count) -> float:
    """The least that a count may be."""
    lower = count.lower or 0
    return lower * (1 - ABOUT) if count.approximate else lower


def uppermost(count: Count) -> float:
    """The most that a count may be."""
    upper = count.upper if count.upper is not None else OPEN_END
    return upper * (1 + ABOUT) if count.approximate else upper


def _meet(
    first: date | None, last: date | None, other_first: date | None, other_last: date | None
) -> bool:
    if not first or not last or not other_first or not other_last:
        return True
    return first - _NIGHT <= other_last and other_first - _NIGHT <= last


@lru_cache(maxsize=65536)
def names_meet(first: str, second: str) -> bool:
    """Names meet when the words of the shorter stand in the longer, or are its initials."""
    ours, theirs = first.casefold().split(), second.casefold().split()
    shorter, longer = sorted((ours, theirs), key=lambda words: (len(words), words))
    initials = "".join(word[0] for word in longer if word[0].isalpha() and word not in _SMALL)
    return set(shorter) <= set(longer) or "".join(shorter) == initials


def _lists_meet(
    first: tuple[Nationality, ...] | tuple[Place, ...],
    second: tuple[Nationality, ...] | tuple[Place, ...],
) -> bool:
    """A report that names some does not say that there were no others; numbers can conflict."""
    counts = {
        item.country: item.count for item in first if isinstance(item, Nationality) and item.count
    }
    return all(
        counts_meet(counts[item.country], item.count)
        for item in second
        if isinstance(item, Nationality) and item.count and item.country in counts
    )
