"""Which movements are one operation, and which are for a person to say.

Invariant: the outcome is the same for any order of the movements; no two movements of one
document come together but by a decision, and none that a decision holds apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from departures.resolve.clustering import Clusters, Link
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
    passed over. Doubts are told between the movements that are here; see `doubts`.
    """
    ordered = sorted(movements, key=lambda movement: movement.key)
    decided = Ties(ordered, ties)
    compared = [(one, other, score(one, other)) for one, other in pairs(ordered)]
    links = [
        Link(found.score, one.key, other.key)
        for one, other, found in compared
        if found.outcome == "same"
    ]
    clusters = Clusters(ordered, decided)
    clusters.join(links)
    by_key = {movement.key: movement for movement in ordered}
    groups = clusters.groups()
    return Settled(
        operations=tuple(operation_of([by_key[key] for key in keys]) for keys in groups),
        groups=groups,
        components=_components(ordered, links, decided),
        doubts=_doubts(compared, clusters),
    )


def _components(
    movements: Sequence[Movement], links: Iterable[Link], decided: Ties
) -> dict[str, str]:
    parent = {movement.key: decided.root(movement.key) for movement in movements}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for link in links:
        first, second = sorted((root(link.first), root(link.second)))
        parent[second] = first
    return {key: root(key) for key in parent}


def _doubts(
    compared: Iterable[tuple[Movement, Movement, Comparison]], clusters: Clusters
) -> tuple[Doubt, ...]:
    """The best comparison of every two operations that may be one, the likeliest first."""
    best: dict[tuple[str, str], Doubt] = {}
    for one, other, found in compared:
        if found.outcome == "different":
            continue
        first, second = sorted((clusters.root(one.key), clusters.root(other.key)))
        if first == second or clusters.is_apart(first, second):
            continue
        known = best.get((first, second))
        if known is None or found.score > known.comparison.score:
            keys = sorted((one.key, other.key))
            best[first, second] = Doubt(keys[0], keys[1], found)
    likely = [doubt for pair, doubt in best.items() if clusters.may_be_one(*pair)]
    return tuple(sorted(likely, key=lambda held: (-held.comparison.score, held.first, held.second)))


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
