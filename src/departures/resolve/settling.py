"""Which movements are one operation, and which are for a person to say.

Invariant: the outcome is the same for any order of the movements; no two movements of one
document come together but by a decision, and none that a decision holds apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from departures.resolve.clustering import Clusters, Link
from departures.resolve.comparing import Comparison, Outcome, score, score_alone
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
    compared = [(one, other, *score_alone(one, other)) for one, other in pairs(ordered)]
    links = [
        Link(total, one.key, other.key)
        for one, other, outcome, total in compared
        if outcome == "same"
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
    compared: Iterable[tuple[Movement, Movement, Outcome, float]], clusters: Clusters
) -> tuple[Doubt, ...]:
    """The best comparison of every two operations that may be one, the likeliest first."""
    best: dict[tuple[str, str], tuple[float, Movement, Movement]] = {}
    for one, other, outcome, total in compared:
        if outcome == "different":
            continue
        pair = _in_order(clusters.root(one.key), clusters.root(other.key))
        if pair[0] == pair[1] or clusters.is_apart(*pair):
            continue
        if pair not in best or total > best[pair][0]:
            best[pair] = total, one, other
    found = (
        Doubt(*_in_order(one.key, other.key), score(one, other))
        for pair, (_, one, other) in best.items()
        if clusters.may_be_one(*pair)
    )
    return tuple(sorted(found, key=lambda held: (-held.comparison.score, held.first, held.second)))


def _in_order(first: str, second: str) -> tuple[str, str]:
    """The two in order."""
    return (first, second) if first <= second else (second, first)


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
