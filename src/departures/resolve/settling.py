"""Which movements are one operation, and which are for a person to say.

Invariant: the outcome is the same for any order of the movements; no two movements of one
document come together but by a decision, and none that a decision holds apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from departures.resolve.clustering import Clusters
from departures.resolve.comparing import Link, link
from departures.resolve.doubts import Doubt, doubts
from departures.resolve.features import weights
from departures.resolve.movements import Movement
from departures.resolve.operations import operation_of
from departures.resolve.ties import Ties
from departures.words import Decision, Operation


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


def settle(
    movements: Sequence[Movement],
    ties: Iterable[Decision] = (),
    beside: Sequence[Sequence[Movement]] = (),
) -> Settled:
    """The operations that the movements are.

    `movements` must be closed: whoever is linked with one of them, or merged with it by a
    decision, is among them. `ties` are the merge and split decisions in force; others are
    passed over. `beside` are operations that stay as they are; doubts between them and those
    settled here are told too, but not those among them.
    """
    ordered = sorted(movements, key=lambda movement: movement.key)
    others = [movement for operation in beside for movement in operation]
    decided = Ties([*ordered, *others], ties)
    found = (link(one, other) for one, other in pairs(ordered, others))
    links = [each for each in found if each.score >= weights().alone]
    by_key = {movement.key: movement for movement in ordered}
    sure = [
        each
        for each in links
        if each.score >= weights().same and each.first in by_key and each.second in by_key
    ]
    clusters = Clusters(ordered, decided)
    clusters.join(sure)
    groups = clusters.groups()
    operations = [[by_key[key] for key in keys] for keys in groups]
    return Settled(
        operations=tuple(operation_of(operation) for operation in operations),
        groups=groups,
        components=_components(ordered, sure, decided),
        doubts=doubts([*operations, *beside], links, decided),
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

    for each in links:
        first, second = sorted((root(each.first), root(each.second)))
        parent[second] = first
    return {key: root(key) for key in parent}


def pairs(
    movements: Sequence[Movement], beside: Sequence[Movement] = ()
) -> Iterator[tuple[Movement, Movement]]:
    """Every two movements of different documents that share a block, once; no two of `beside`."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, movement in enumerate([*movements, *beside]):
        earlier = {at for block in movement.blocks for at in blocks.get(block, ())}
        if index < len(movements):
            for block in movement.blocks:
                blocks[block].append(index)
        for at in sorted(earlier):
            if movements[at].document != movement.document:
                yield movements[at], movement
