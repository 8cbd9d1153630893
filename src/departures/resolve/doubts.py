"""Which operations may be one, for a person to say.

Invariant: whether two operations are in doubt follows from their own movements and from decisions
about these, so that a doubt between two operations that did not change still holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from departures.resolve.clustering import between
from departures.resolve.comparing import Comparison, Link, score, surest_first
from departures.resolve.features import weights
from departures.resolve.movements import Movement
from departures.resolve.sources import independent
from departures.resolve.ties import Ties


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two operations that may be one: a person is asked."""

    first: str
    second: str
    """The keys of the two movements that speak most for it, the smaller first."""
    comparison: Comparison


@dataclass(frozen=True)
class _Side:
    """One operation, by its movements."""

    movements: Sequence[Movement]
    ties: Ties

    @cached_property
    def documents(self) -> frozenset[str]:
        return frozenset(movement.document for movement in self.movements)

    @cached_property
    def is_alone(self) -> bool:
        """Whether one source tells of it, with its copies: nothing would show a mistake in it."""
        reports = {held.document: held.report for held in self.movements if held.report}
        return len(independent(sorted(self.documents), reports)) == 1

    @cached_property
    def roots(self) -> frozenset[str]:
        return frozenset(self.ties.root(movement.key) for movement in self.movements)

    @cached_property
    def apart(self) -> frozenset[str]:
        return frozenset(far for root in self.roots for far in self.ties.apart(root))

    def is_apart(self, other: "_Side") -> bool:
        """Whether one document tells of both, or a person told them apart."""
        return not (
            self.documents.isdisjoint(other.documents) and self.apart.isdisjoint(other.roots)
        )


def doubts(
    operations: Iterable[Sequence[Movement]], links: Iterable[Link], ties: Ties
) -> tuple[Doubt, ...]:
    """The best link of every two operations that may be one, the likeliest first.

    `links` are those between movements of the operations that score from `alone` on.
    """
    sides = [_Side(movements, ties) for movements in operations]
    home = {held.key: at for at, side in enumerate(sides) for held in side.movements}
    best: dict[tuple[int, int], Link] = {}
    for link in links:
        one, other = home[link.first], home[link.second]
        if one != other:
            pair = min(one, other), max(one, other)
            best[pair] = min(link, best.get(pair, link), key=surest_first)
    asked = [
        link for (one, other), link in best.items() if _may_be_one(sides[one], sides[other], link)
    ]
    by_key = {held.key: held for side in sides for held in side.movements}
    return tuple(
        Doubt(link.first, link.second, score(by_key[link.first], by_key[link.second]))
        for link in sorted(asked, key=surest_first)
    )


def _may_be_one(first: _Side, second: _Side, best: Link) -> bool:
    """Whether two operations are likely one, or near each other and one of them stands alone."""
    if first.is_apart(second):
        return False
    if first.is_alone or second.is_alone:
        return True
    if best.score < weights().ask:
        return False
    found = between(first.movements, second.movements)
    pairs = len(first.movements) * len(second.movements)
    return bool(found.identified) or found.total >= weights().ask * pairs
