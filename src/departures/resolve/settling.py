"""Which movements are one operation, and which are for a person to say.

Invariant: the outcome is the same for any order of the movements; no two movements of one
document come together but by a decision, and none that a decision holds apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from departures.resolve.comparing import Comparison, score
from departures.resolve.movements import Movement
from departures.resolve.operations import operation_of
from departures.resolve.ties import Ties
from departures.words import Decision, Operation


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two operations that may be one: a person is asked."""

    first: str
    second: str
    """The keys of the two movements that speak most for it, the smaller first."""
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of some movements."""

    operations: tuple[Operation, ...]
    """With ids from `base_id`, not yet told apart: see `distinct`."""
    groups: tuple[tuple[str, ...], ...]
    """The keys of the movements of each operation, in the order of `operations`."""
    components: Mapping[str, str]
    """By movement, the smallest key among the movements it is linked with, directly or not."""
    doubts: tuple[Doubt, ...]


def settle(movements: Sequence[Movement], ties: Iterable[Decision] = ()) -> Settled:
    """The operations that the movements are.

    `movements` must be closed: whoever is linked with one of them, or merged with it by a
    decision, is among them. `ties` are the merge and split decisions in force; others are
    passed over.
    """
    ordered = sorted(movements, key=lambda movement: movement.key)
    by_key = {movement.key: movement for movement in ordered}
    decided = Ties(ordered, ties)
    parent = {key: decided.root(key) for key in by_key}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    for one, other in pairs(ordered):
        first, second = sorted((root(one.key), root(other.key)))
        if first != second and score(one, other).outcome == "same":
            parent[second] = first
    clusters: dict[str, list[str]] = defaultdict(list)
    for key in by_key:
        clusters[root(key)].append(key)
    groups = tuple(tuple(keys) for keys in clusters.values())
    return Settled(
        operations=tuple(operation_of([by_key[key] for key in keys]) for keys in groups),
        groups=groups,
        components={key: root(key) for key in by_key},
        doubts=(),
    )


def pairs(movements: Sequence[Movement]) -> Iterator[tuple[Movement, Movement]]:
    """Every two movements of different documents that share a block, once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, movement in enumerate(movements):
        earlier: set[int] = set()
        for block in movement.blocks:
            earlier.update(blocks[block])
            blocks[block].append(index)
        for other in sorted(earlier):
            if movements[other].document != movement.document:
                yield movements[other], movement
