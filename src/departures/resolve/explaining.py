"""A comparison in plain words: `same day, same destination, 131 within more than 100`.

Invariant: the words are those of `features.toml`, filled with what the two documents say.
"""

from collections.abc import Iterable

from departures.resolve.facts import Facts, Number
from departures.resolve.features import days_between, numbers_meet, slipped, weights
from departures.resolve.movements import Movement


def explained(features: Iterable[str], first: Movement, second: Movement) -> str:
    """The features in words, in their order."""
    says = weights().says
    return ", ".join(
        says[name].format(detail=_detail(name, first.facts, second.facts)) for name in features
    )


def _detail(name: str, first: Facts, second: Facts) -> str:
    """What the words of one feature leave open."""
    match name:
        case "days-apart":
            return str(days_between(first, second).days)
        case "other-destination":
            return _both(first.destination.names, second.destination.names)
        case "other-origin":
            return _both(first.origin.names, second.origin.names)
        case "other-mode":
            return " and one by ".join(sorted((min(first.modes), min(second.modes))))
        case "same-count":
            return str(max(first.exact & second.exact))
        case "count-within":
            return " within ".join(_meeting(first.people, second.people))
        case "count-beyond":
            return " far beyond ".join(_meeting(first.people, second.people))
        case "count-slip":
            return _slipped(first.exact, second.exact)
        case "count-near" | "count-apart" | "count-far":
            return _nearest(first.people, second.people)
    return ""


def _both(first: frozenset[str], second: frozenset[str]) -> str:
    return " and ".join(sorted((min(first).title(), min(second).title())))


def _meeting(first: tuple[Number, ...], second: tuple[Number, ...]) -> tuple[str, str]:
    """Two numbers that can both be right, the closer one first."""
    pairs = [
        sorted((ours, theirs), key=lambda number: (number.upper - number.lower, number))
        for ours in first
        for theirs in second
        if numbers_meet(ours, theirs)
    ]
    inner, outer = min(pairs)
    return inner.words, outer.words


def _slipped(first: frozenset[int], second: frozenset[int]) -> str:
    """The smallest two numbers of the same digits: `113 and 131`."""
    found = (sorted((ours, theirs)) for ours in first for theirs in second if slipped(ours, theirs))
    return " and ".join(str(number) for number in min(found))


def _nearest(first: tuple[Number, ...], second: tuple[Number, ...]) -> str:
    pairs = [sorted((ours, theirs)) for ours in first for theirs in second]
    low, high = min(pairs, key=lambda pair: (pair[1].lower - pair[0].upper, pair))
    return f"{low.words} and {high.words}"
