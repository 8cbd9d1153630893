"""Which read thing answers which labelled one.

Invariant: each stands in at most one pair, and the heavier pair goes first; among equals, the one
that comes first in the labels, then in the reading.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

Label = TypeVar("Label")
Read = TypeVar("Read")


class Pairs(NamedTuple):
    """Pairs of indices, with what is left on either side."""

    pairs: list[tuple[int, int]]
    unread: list[int]
    unlabelled: list[int]


def pair_up(
    labels: Sequence[Label], read: Sequence[Read], weigh: Callable[[Label, Read], float]
) -> Pairs:
    """Pair labels with what was read; a pair that weighs nothing is none."""
    weighed = (
        (-weigh(label, one), i, j) for i, label in enumerate(labels) for j, one in enumerate(read)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(entry for entry in weighed if entry[0] < 0):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Pairs(
        list(pairs.items()),
        [i for i in range(len(labels)) if i not in pairs],
        [j for j in range(len(read)) if j not in taken],
    )
