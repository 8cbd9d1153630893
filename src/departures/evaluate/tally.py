"""Counting what is right, labelled and claimed.

Invariant: tallies add up: the tally of a corpus is the sum of its documents', in any order, so
that processes can share the work.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

OPERATION_FIELDS = (
    "date",
    "origin",
    "destination",
    "carrier",
    "funder",
    "status",
    "count",
    "nationalities",
)
STATISTIC_FIELDS = ("population", "destination", "period", "speaker")
NAMES = (
    "operations",
    "operation fields",
    *(f"operation {name}" for name in OPERATION_FIELDS),
    "figures",
    "statistics",
    "statistic fields",
    *(f"statistic {name}" for name in STATISTIC_FIELDS),
    "statements",
    "orders",
    "agreements",
    "quotes",
    "silence",
)
"""Every measure, in the order in which they are shown."""
NONE = "—"


@dataclass(slots=True)
class Score:
    """How much is right of what is labelled and of what is claimed."""

    right: int = 0
    labelled: int = 0
    claimed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.labelled + other.labelled,
            self.claimed + other.claimed,
        )

    @property
    def precision(self) -> float:
        """The share that is right of what is claimed; 1 where nothing is."""
        return self.right / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        """The share that was read of what is labelled; 1 where nothing is."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Miss(NamedTuple):
    """Something that was read wrongly, not at all, or without a label."""

    document: str
    kind: str
    what: str


class Confused(NamedTuple):
    """One cell of a confusion table: what a reader made of what is labelled."""

    table: str
    reader: str
    labelled: str
    read: str


@dataclass(slots=True)
class Tally:
    """The scores by measure, the same by reader, the confusions, and the list of misses."""

    document: str = ""
    scores: dict[str, Score] = field(default_factory=dict)
    by_reader: dict[tuple[str, str], Score] = field(default_factory=dict)
    confusions: Counter[Confused] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def score(self, name: str) -> Score:
        """The score of a measure."""
        return self.scores.get(name, Score())

    def add(self, name: str, right: int, labelled: int, claimed: int) -> None:
        """Count towards a measure."""
        self.scores[name] = self.score(name) + Score(right, labelled, claimed)

    def credit(self, reader: str, name: str, right: bool) -> None:
        """Count one thing that a reader claims, and whether it is right."""
        held = self.by_reader.get((reader, name), Score())
        self.by_reader[reader, name] = held + Score(int(right), 0, 1)

    def confuse(self, table: str, readers: Iterable[str], labelled: str, read: str) -> None:
        """Count one cell of a confusion table."""
        for reader in readers:
            self.confusions[Confused(table, reader, labelled, read)] += 1

    def miss(self, kind: str, what: str) -> None:
        """List something that was missed, made up or read wrongly."""
        self.misses.append(Miss(self.document, kind, what))

    def __iadd__(self, other: "Tally") -> "Tally":
        for name, score in other.scores.items():
            self.scores[name] = self.score(name) + score
        for key, score in other.by_reader.items():
            self.by_reader[key] = self.by_reader.get(key, Score()) + score
        self.confusions += other.confusions
        self.misses += other.misses
        return self
