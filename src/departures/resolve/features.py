"""The features of a comparison: one small function for each question about two movements.

Invariant: a function gives the same answer from either side, and names only features of
`features.toml`.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import resources
from typing import Any, Final

from departures.errors import RecordError
from departures.resolve.facts import Ends, Facts
from departures.resolve.folding import alike
from departures.resolve.movements import MARGIN, Movement, reported
from departures.resolve.reports import same_wire
from departures.resolve.values import counts_meet, is_exact, names_meet
from departures.words import Count

Said = tuple[str, str]
"""A feature's name, and the detail that its sentence needs."""
NIGHT: Final = timedelta(days=1)
NEAR_PEOPLE, NEAR_SHARE, FAR = 3, 0.05, 2.0
"""How far two numbers may be apart to be near, and how often one must be the other to be far."""
_NEARNESS: Final = ("same-count", "count-within", "count-near", "count-apart", "count-far")


@dataclass(frozen=True, slots=True)
class Weights:
    """What `features.toml` says."""

    same: float
    ask: float
    weight: dict[str, float]
    says: dict[str, str]
    differences: frozenset[str]
    """Those of which two or more make `several-differences`."""


@cache
def weights() -> Weights:
    """The features with their weights and words. Raises `RecordError` where the file is wrong."""
    file = resources.files("departures.resolve") / "features.toml"
    table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    features = table["features"]
    if table["outcome"]["same"] < table["outcome"]["ask"]:
        raise RecordError("features.toml: what is the same must score above what is asked.")
    return Weights(
        same=float(table["outcome"]["same"]),
        ask=float(table["outcome"]["ask"]),
        weight={name: float(row["weight"]) for name, row in features.items()},
        says={name: str(row["says"]) for name, row in features.items()},
        differences=frozenset(name for name, row in features.items() if row.get("difference")),
    )


def features_of(first: Movement, second: Movement) -> list[Said]:
    """Every feature that applies to two movements."""
    said = [found for ask in _QUESTIONS if (found := ask(first.facts, second.facts))]
    said.extend(_of_words(first, second))
    if not first.facts.window or not second.facts.window:
        said.extend(_undated(first, second))
    differences = weights().differences
    if sum(name in differences for name, _ in said) > 1:
        said.append(("several-differences", ""))
    return said


def _days(first: Facts, second: Facts) -> Said | None:
    if not first.window or not second.window:
        return None
    (begin, end), (start, stop) = first.window, second.window
    gap = max(start - end, begin - stop)
    if gap <= timedelta(0):
        exact = end - begin <= NIGHT and stop - start <= NIGHT
        return ("same-day" if exact else "days-overlap"), ""
    if gap <= NIGHT:
        return "next-day", ""
    return ("days-apart", str(gap.days)) if gap <= MARGIN else ("other-days", "")


def _undated(first: Movement, second: Movement) -> Iterator[Said]:
    for one, other in ((first, second), (second, first)):
        days = reported(one.facts, one.report)
        if days and other.window and other.window[0] <= days[1] and days[0] <= other.window[1]:
            yield "reported-then", ""


def _destination(first: Facts, second: Facts) -> Said | None:
    names = ("same-destination", "destination-country", "other-destination", "other-country")
    return _ends(first.destination, second.destination, names)


def _origin(first: Facts, second: Facts) -> Said | None:
    names = ("same-origin", "origin-country", "other-origin", "other-start")
    return _ends(first.origin, second.origin, names)


def _ends(first: Ends, second: Ends, names: tuple[str, str, str, str]) -> Said | None:
    same, country, other, abroad = names
    if not first.countries or not second.countries:
        return None
    if first.countries.isdisjoint(second.countries):
        return abroad, ""
    if not first.places or not second.places:
        return country, ""
    pairs = [(ours, theirs) for ours in first.places for theirs in second.places]
    if any(_one_place(ours, theirs) for ours, theirs in pairs):
        return same, ""
    # A city and an airport can be one place told at two sizes.
    if any(bool(ours[1]) != bool(theirs[1]) for ours, theirs in pairs):
        return country, ""
    return other, " and ".join(sorted((first.places[0][0].title(), second.places[0][0].title())))


def _one_place(first: tuple[str, str | None], second: tuple[str, str | None]) -> bool:
    if first[1] and first[1] == second[1]:
        return True
    return alike(first[0], second[0])


def _people(first: Facts, second: Facts) -> Said | None:
    """How the numbers of people stand to each other: the best that any two of them allow."""
    if not first.counts or not second.counts:
        return None
    pairs = [(ours, theirs) for ours in first.counts for theirs in second.counts]
    return min((_two_counts(ours, theirs) for ours, theirs in pairs), key=_nearness)


def _nearness(said: Said) -> tuple[int, str]:
    return _NEARNESS.index(said[0]), said[1]


def _two_counts(first: Count, second: Count) -> Said:
    if counts_meet(first, second):
        if not is_exact(first) and not is_exact(second):
            both = sorted({first.text, second.text})
            return "count-within", " and ".join(both)
        if is_exact(first) and is_exact(second):
            return "same-count", first.text if first.text <= second.text else second.text
        inner, outer = (first, second) if is_exact(first) else (second, first)
        return "count-within", f"{inner.text} within {outer.text}"
    low, high = sorted(
        (count.lower if count.lower is not None else count.upper or 0) for count in (first, second)
    )
    both_words = " and ".join(
        count.text for count in sorted((first, second), key=lambda count: count.lower or 0)
    )
    if high - low <= max(NEAR_PEOPLE, NEAR_SHARE * high):
        return "count-near", both_words
    return ("count-far" if high >= FAR * low else "count-apart"), both_words


def _flights(first: Facts, second: Facts) -> Said | None:
    if not first.flights or not second.flights:
        return None
    if any(counts_meet(ours, theirs) for ours in first.flights for theirs in second.flights):
        return None
    return "other-flights", ""


def _nationalities(first: Facts, second: Facts) -> Said | None:
    ours, theirs = first.nationalities, second.nationalities
    if not ours or not theirs:
        return None
    if ours.isdisjoint(theirs):
        return "other-nationalities", ""
    return ("same-nationalities" if ours == theirs and len(ours) > 1 else "shared-nationality"), ""


def _carrier(first: Facts, second: Facts) -> Said | None:
    if not first.carriers or not second.carriers:
        return None
    met = any(names_meet(ours, theirs) for ours in first.carriers for theirs in second.carriers)
    return ("same-carrier" if met else "other-carrier"), ""


def _mode(first: Facts, second: Facts) -> Said | None:
    if not first.modes or not second.modes or not first.modes.isdisjoint(second.modes):
        return None
    return "other-mode", " and one by ".join(sorted((min(first.modes), min(second.modes))))


def _of_words(first: Movement, second: Movement) -> Iterator[Said]:
    if not first.facts.sentences.isdisjoint(second.facts.sentences):
        yield "same-sentence", ""
    ours, theirs = first.report, second.report
    if ours is None or theirs is None:
        return
    if same_wire(ours, theirs):
        yield "same-wire", ""
    if not ours.quoted.isdisjoint(theirs.quoted):
        yield "shared-quotation", ""


_QUESTIONS: Final[tuple[Callable[[Facts, Facts], Said | None], ...]] = (
    _days,
    _destination,
    _origin,
    _people,
    _flights,
    _nationalities,
    _carrier,
    _mode,
)
