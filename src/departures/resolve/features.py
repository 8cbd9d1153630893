"""The features of a comparison: one small function for each question about two movements.

Invariant: a function gives the same answer from either side, and names only features of
`features.toml`. This is the innermost loop of resolving: names only, no words are made here.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import resources
from typing import Any, Final

from departures.errors import RecordError
from departures.resolve.facts import Ends, Facts, Number
from departures.resolve.folding import alike
from departures.resolve.movements import MARGIN, Movement, reported
from departures.resolve.reports import same_wire
from departures.resolve.values import names_meet

NIGHT: Final = timedelta(days=1)
NO_TIME: Final = timedelta(0)
NEAR_PEOPLE, NEAR_SHARE, FAR = 3, 0.05, 2.0
"""How far two numbers may be apart to be near, and how often one must be the other to be far."""
BEYOND = 1.6
"""Nobody who knows of 185 people says "more than 60"."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What `features.toml` says."""

    same: float
    ask: float
    alone: float
    apart: float
    several: float
    weight: dict[str, float]
    says: dict[str, str]
    differences: frozenset[str]
    """Those of which two or more make `several-differences`."""
    identifying: frozenset[str]
    """Those that two movements hardly have in common by chance."""


@cache
def weights() -> Weights:
    """The features with their weights and words. Raises `RecordError` where the file is wrong."""
    file = resources.files("departures.resolve") / "features.toml"
    table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    features = table["features"]
    scale = {name: float(score) for name, score in table["outcome"].items()}
    if not scale["same"] >= scale["ask"] >= scale["alone"]:
        raise RecordError("features.toml: same, ask and alone must fall in this order.")
    return Weights(
        same=scale["same"],
        ask=scale["ask"],
        alone=scale["alone"],
        apart=scale["apart"],
        several=scale["several"],
        weight={name: float(row["weight"]) for name, row in features.items()},
        says={name: str(row["says"]) for name, row in features.items()},
        differences=frozenset(name for name, row in features.items() if row.get("difference")),
        identifying=frozenset(name for name, row in features.items() if row.get("identifies")),
    )


def features_of(first: Movement, second: Movement) -> list[str]:
    """The name of every feature that applies to two movements."""
    ours, theirs = first.facts, second.facts
    said = [found for ask in _QUESTIONS if (found := ask(ours, theirs))]
    said.extend(_of_words(first, second))
    if not ours.window or not theirs.window:
        said.extend(_undated(first, second))
    if len(weights().differences.intersection(said)) > 1:
        said.append("several-differences")
    return said


def weigh(said: list[str]) -> float:
    """The sum of the weights of the features."""
    weight = weights().weight
    return sum([weight[name] for name in said])


def _days(first: Facts, second: Facts) -> str | None:
    if first.window is None or second.window is None:
        return None
    gap = days_between(first, second)
    if gap <= NO_TIME:
        (begin, end), (start, stop) = first.window, second.window
        exact = end - begin <= NIGHT and stop - start <= NIGHT
        return "same-day" if exact else "days-overlap"
    if gap <= NIGHT:
        return "next-day"
    return "days-apart" if gap <= MARGIN else "other-days"


def days_between(first: Facts, second: Facts) -> timedelta:
    """How far the days of two movements are apart; nothing or less where they meet."""
    if first.window is None or second.window is None:
        return NO_TIME
    (begin, end), (start, stop) = first.window, second.window
    return max(start - end, begin - stop)


def _undated(first: Movement, second: Movement) -> Iterator[str]:
    for one, other in ((first, second), (second, first)):
        days, told = reported(one.facts, one.report), other.facts.window
        if days and told and told[0] <= days[1] and days[0] <= told[1]:
            yield "reported-then"


def _destination(first: Facts, second: Facts) -> str | None:
    return _ends(first.destination, second.destination, _DESTINATIONS)


def _origin(first: Facts, second: Facts) -> str | None:
    return _ends(first.origin, second.origin, _ORIGINS)


_DESTINATIONS: Final = (
    "same-destination",
    "destination-country",
    "other-destination",
    "other-country",
)
_ORIGINS: Final = ("same-origin", "origin-country", "other-origin", "other-start")


def _ends(first: Ends, second: Ends, names: tuple[str, str, str, str]) -> str | None:
    same, country, other, abroad = names
    if not first.countries or not second.countries:
        return None
    if first.countries.isdisjoint(second.countries):
        return abroad
    if not first.names or not second.names:
        return country
    if not first.names.isdisjoint(second.names) or not first.airports.isdisjoint(second.airports):
        return same
    if any(alike(ours, theirs) for ours in first.names for theirs in second.names):
        return same
    # A city and an airport can be one place told at two sizes.
    return other if bool(first.airports) == bool(second.airports) else country


def _people(first: Facts, second: Facts) -> str | None:
    """How the numbers of people stand to each other: the best that any two of them allow."""
    if not first.people or not second.people:
        return None
    if not first.exact.isdisjoint(second.exact):
        return "same-count"
    pairs = [(ours, theirs) for ours in first.people for theirs in second.people]
    meeting = [pair for pair in pairs if numbers_meet(*pair)]
    if meeting:
        return "count-within" if any(_close(*pair) for pair in meeting) else "count-beyond"
    if any(slipped(ours, theirs) for ours in first.exact for theirs in second.exact):
        return "count-slip"
    return min((_apart(ours, theirs) for ours, theirs in pairs), key=_FARNESS.index)


_FARNESS: Final = ("count-near", "count-apart", "count-far")


def slipped(first: int, second: int) -> bool:
    """Whether two numbers have the same digits in another order: 131 and 113."""
    return sorted(str(first)) == sorted(str(second))


def numbers_meet(first: Number, second: Number) -> bool:
    """Whether one number can be within both."""
    return first.lower <= second.upper and second.lower <= first.upper


def _close(first: Number, second: Number) -> bool:
    """Whether of two numbers that meet neither is far above where the other begins."""
    low, high = sorted((first.lower, second.lower))
    return not low or high <= BEYOND * low


def _apart(first: Number, second: Number) -> str:
    """Two numbers that don't meet: how far the upper end of one is from the lower of the other."""
    low, high = sorted((first, second))
    gap = high.lower - low.upper
    if gap <= max(NEAR_PEOPLE, NEAR_SHARE * high.lower):
        return "count-near"
    return "count-far" if high.lower >= FAR * low.upper else "count-apart"


def _flights(first: Facts, second: Facts) -> str | None:
    if not first.flights or not second.flights:
        return None
    met = any(numbers_meet(ours, theirs) for ours in first.flights for theirs in second.flights)
    return None if met else "other-flights"


def _nationalities(first: Facts, second: Facts) -> str | None:
    ours, theirs = first.nationalities, second.nationalities
    if not ours or not theirs:
        return None
    # That a plane to Tashkent carried Uzbeks tells nothing of which plane it was.
    home = first.destination.countries | second.destination.countries
    if ours.isdisjoint(theirs):
        return None if ours <= home or theirs <= home else "other-nationalities"
    if (ours & theirs) <= home:
        return None
    return "same-nationalities" if ours == theirs else "shared-nationality"


def _carrier(first: Facts, second: Facts) -> str | None:
    ours, theirs = first.carriers, second.carriers
    if not ours or not theirs:
        return None
    if not ours.isdisjoint(theirs) or any(
        names_meet(one, other) for one in ours for other in theirs
    ):
        return "same-carrier"
    return "other-carrier"


def _mode(first: Facts, second: Facts) -> str | None:
    differ = first.modes and second.modes and first.modes.isdisjoint(second.modes)
    return "other-mode" if differ else None


def _of_words(first: Movement, second: Movement) -> Iterator[str]:
    if not first.facts.sentences.isdisjoint(second.facts.sentences):
        yield "same-sentence"
    ours, theirs = first.report, second.report
    if ours is None or theirs is None:
        return
    if same_wire(ours, theirs):
        yield "same-wire"
    if not ours.quoted.isdisjoint(theirs.quoted):
        yield "shared-quotation"


_QUESTIONS: Final[tuple[Callable[[Facts, Facts], str | None], ...]] = (
    _days,
    _destination,
    _origin,
    _people,
    _flights,
    _nationalities,
    _carrier,
    _mode,
)
