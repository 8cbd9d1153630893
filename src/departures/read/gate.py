"""The gate: is a text about people being removed from a country at all?

One pass of a word-list automaton over the folded text; most texts of the world stop here, so that
the cost of a scan is the cost of this step. It errs on the side of letting through.

Invariant: linear in the length of the text, whatever the text.
"""

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from departures.read.language import grammar

GROUPS = ("act", "subject", "support", "shared", "other")


@dataclass(frozen=True, slots=True)
class Gate:
    """The phrases of a language, their weights, and what they must reach together."""

    automaton: AhoCorasick
    weights: tuple[int, ...]
    acts: frozenset[int]
    subjects: frozenset[int]
    telling: frozenset[int]
    """Phrases without one of which a text is about other things."""
    together: tuple[frozenset[int], ...]
    """Phrases that make a subject where all of them are found."""
    threshold: int

    def evidence(self, folded: str) -> int | None:
        """How much speaks for a folded text being about removals; null: not worth reading."""
        found = {match[0] for match in self.automaton.find_matches_as_indexes(folded, True)}
        if not found & self.acts or not found & self.telling:
            return None
        weight = sum(self.weights[index] for index in found)
        if any(phrases <= found for phrases in self.together):
            return max(weight, self.threshold)
        if not found & self.subjects:
            weight = min(weight, self.threshold - 1)
        return weight if weight >= 0 else None


@cache
def gate(code: str) -> Gate:
    """The gate of a language."""
    table = grammar(code, "gate")
    phrases: list[str] = []
    weights: list[int] = []
    members: dict[str, frozenset[int]] = {}
    for group in GROUPS:
        added = table[group]["phrases"]
        members[group] = frozenset(range(len(phrases), len(phrases) + len(added)))
        phrases += added
        weights += [table[group]["weight"]] * len(added)
    return Gate(
        AhoCorasick(phrases),
        tuple(weights),
        members["act"],
        members["subject"],
        members["subject"] | members["support"] | members["shared"],
        tuple(frozenset(phrases.index(word) for word in words) for words in table["together"]),
        table["threshold"],
    )
