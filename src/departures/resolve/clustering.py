"""Bringing linked movements together, the surest link first.

Invariant: two clusters come together only if, over all their pairs, they are not told as different;
a movement that would fit two clusters which differ from each other joins neither.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from departures.resolve.comparing import Link, surest_first
from departures.resolve.features import features_of, weigh, weights
from departures.resolve.movements import Movement
from departures.resolve.ties import Ties

RIVAL: Final = 0.5
"""A second home whose best link is at most this much weaker is a rival of the first."""


class Between(NamedTuple):
    """What all pairs of two clusters say together."""

    total: float
    """The sum of their scores."""
    several: int
    """How many of them differ in several ways."""
    identified: int
    """How many score as the same by something hardly had in common by chance."""

    def plus(self, other: "Between") -> "Between":
        """Both together."""
        return Between(
            self.total + other.total,
            self.several + other.several,
            self.identified + other.identified,
        )


class Clusters:
    """Movements brought together; a cluster goes by the key of one of its movements."""

    def __init__(self, movements: Sequence[Movement], decided: Ties) -> None:
        self._movements = {movement.key: movement for movement in movements}
        self._parent = {key: decided.root(key) for key in self._movements}
        self._members: dict[str, list[str]] = defaultdict(list)
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._links: dict[str, dict[str, float]] = defaultdict(dict)
        self._sums: dict[str, dict[str, Between]] = defaultdict(dict)
        for key, movement in self._movements.items():
            root = self._parent[key]
            self._members[root].append(key)
            self._documents[root].add(movement.document)
        for root in self._members:
            self._apart[root] = set(decided.apart(root))

    def root(self, key: str) -> str:
        """The cluster of a movement."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The movements of every cluster."""
        return tuple(tuple(sorted(held)) for _, held in sorted(self._members.items()))

    def join(self, links: Iterable[Link]) -> None:
        """Bring together what the links allow."""
        ordered = sorted(links, key=surest_first)
        for link in ordered:
            self._connect(self.root(link.first), self.root(link.second), link.score)
        for link in ordered:
            first, second = self.root(link.first), self.root(link.second)
            if (
                first != second
                and not self._is_apart(first, second)
                and not self._differ(first, second)
                and not self._is_torn(first, second, link.score)
            ):
                self._merge(first, second)

    def _is_apart(self, first: str, second: str) -> bool:
        """Whether a decision holds two clusters apart, or one document tells both."""
        return second in self._apart[first] or not self._documents[first].isdisjoint(
            self._documents[second]
        )

    def _movements_of(self, cluster: str) -> list[Movement]:
        return [self._movements[key] for key in self._members[cluster]]

    def _pairs(self, first: str, second: str) -> int:
        return len(self._members[first]) * len(self._members[second])

    def _between(self, first: str, second: str) -> Between:
        if second not in self._sums[first]:
            found = between(self._movements_of(first), self._movements_of(second))
            self._sums[first][second] = self._sums[second][first] = found
        return self._sums[first][second]

    def _differ(self, first: str, second: str) -> bool:
        """Whether two clusters are told as different movements, over all their pairs."""
        if second in self._apart[first]:
            return True
        found, pairs = self._between(first, second), self._pairs(first, second)
        scale = weights()
        if found.several >= scale.several * pairs:
            return True
        return not found.identified and found.total < scale.apart * pairs

    def _is_torn(self, first: str, second: str, score: float) -> bool:
        """Whether the smaller of two clusters, or either of equals, has another home as good."""
        ours, theirs = len(self._members[first]), len(self._members[second])
        return (ours <= theirs and self._has_rival(first, second, score)) or (
            theirs <= ours and self._has_rival(second, first, score)
        )

    def _has_rival(self, cluster: str, home: str, score: float) -> bool:
        """Whether a third cluster is as good a home, though it differs from this one."""
        return any(
            best >= score - RIVAL
            and rival != home
            and not self._is_apart(cluster, rival)
            and self._differ(home, rival)
            and not self._differ(cluster, rival)
            for rival, best in self._links[cluster].items()
        )

    def _connect(self, first: str, second: str, score: float) -> None:
        if first != second:
            best = max(score, self._links[first].get(second, score))
            self._links[first][second] = self._links[second][first] = best

    def _merge(self, first: str, second: str) -> None:
        kept, gone = (first, second) if first < second else (second, first)
        self._add_up(kept, gone)
        self._parent[gone] = kept
        self._members[kept] += self._members.pop(gone)
        self._documents[kept] |= self._documents.pop(gone)
        for far in self._apart.pop(gone, set()):
            self._apart[far].discard(gone)
            self._apart[far].add(kept)
            self._apart[kept].add(far)
        for near, best in self._links.pop(gone, {}).items():
            self._links[near].pop(gone, None)
            self._connect(kept, near, best)
        self._links[kept].pop(kept, None)

    def _add_up(self, kept: str, gone: str) -> None:
        """What is known between either of two clusters and others, for both together.

        What is known of one only is found for the other now: no pair is ever scored twice.
        """
        others = (self._sums[kept].keys() | self._sums[gone].keys()) - {kept, gone}
        both = {far: self._between(kept, far).plus(self._between(gone, far)) for far in others}
        del self._sums[gone]
        self._sums[kept] = both
        for far, found in both.items():
            self._sums[far].pop(gone, None)
            self._sums[far][kept] = found


def between(first: Iterable[Movement], second: Sequence[Movement]) -> Between:
    """What all pairs of two clusters say together."""
    found = Between(0.0, 0, 0)
    for one in first:
        for other in second:
            found = found.plus(_pair(one, other))
    return found


def _pair(first: Movement, second: Movement) -> Between:
    said, scale = features_of(first, second), weights()
    total = weigh(said)
    identified = total >= scale.same and not scale.identifying.isdisjoint(said)
    return Between(total, int("several-differences" in said), int(identified))
