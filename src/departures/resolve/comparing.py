"""Are two movements of different documents one? A score from named features, and why.

Invariant: a comparison depends on the two movements alone, and is the same from either side.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from departures.resolve.movements import Movement, countries

Outcome = Literal["same", "different", "ask"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of comparing two movements."""

    outcome: Outcome
    score: float
    features: tuple[str, ...]
    """The names of the features that spoke, as in `features.toml`."""
    why: str
    """`same day, same destination, 131 within more than 100`."""


def score(first: Movement, second: Movement) -> Comparison:
    """Compare two movements; those of one document are different, as the document tells them."""
    same = _same(first, second)
    return Comparison("same" if same else "different", 1.0 if same else 0.0, (), "")


def linked(first: Movement, second: Movement) -> bool:
    """Whether two movements score as the same."""
    return score(first, second).outcome == "same"


def _same(first: Movement, second: Movement) -> bool:
    if first.document == second.document:
        return False
    days, others = first.window, second.window
    if not days or not others:
        return False
    night = timedelta(days=1)
    if days[0] - night > others[1] or others[0] - night > days[1]:
        return False
    if not countries(first.claims, "destination") & countries(second.claims, "destination"):
        return False
    origins, starts = countries(first.claims, "origin"), countries(second.claims, "origin")
    return not origins or not starts or bool(origins & starts)
