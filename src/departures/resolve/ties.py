"""What people said of movements: these are one, those are not.

Invariant: of two decisions that can't both hold, the later one holds.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from departures.resolve.movements import Movement
from departures.words import Decision, Merge, Split


class Ties:
    """The movements that decisions hold together or apart."""

    def __init__(self, movements: Sequence[Movement], decisions: Iterable[Decision]) -> None:
        """Only the merge and split decisions among those given count; all must be in force."""
        self._parent = {movement.key: movement.key for movement in movements}
        self._apart: dict[str, set[str]] = {}
        of_claim = {claim.id: held.key for held in movements for claim in held.claims}
        newest_first = sorted(decisions, key=lambda decision: -decision.id)
        for decision in newest_first:
            match decision:
                case Merge():
                    keys = _keys(decision.claims, of_claim)
                    for one, other in combinations(keys, 2):
                        self._join(one, other)
                case Split():
                    pairs = product(
                        _keys(decision.claims, of_claim), _keys(decision.others, of_claim)
                    )
                    for one, other in pairs:
                        self._part(one, other)

    def root(self, key: str) -> str:
        """The smallest key among the movements that are held together with this one."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def apart(self, key: str) -> frozenset[str]:
        """The roots that are held apart from this movement."""
        return frozenset(self._apart.get(self.root(key), ()))

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        if first == second or second in self._apart.get(first, ()):
            return
        self._parent[second] = first
        for far in self._apart.pop(second, ()):
            self._apart[far].discard(second)
            self._apart[far].add(first)
            self._apart.setdefault(first, set()).add(far)

    def _part(self, one: str, other: str) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            self._apart.setdefault(first, set()).add(second)
            self._apart.setdefault(second, set()).add(first)


def _keys(claims: Iterable[str], of_claim: dict[str, str]) -> list[str]:
    return sorted({of_claim[claim] for claim in claims if claim in of_claim})
