"""Are two movements of different documents one? A score from named features, and why.

Invariant: a comparison depends on the two movements alone, and is the same from either side.
"""

from dataclasses import dataclass, field
from typing import Literal

from departures.resolve.explaining import explained
from departures.resolve.features import features_of, weigh, weights
from departures.resolve.movements import Movement

Outcome = Literal["same", "different", "ask"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of comparing two movements."""

    outcome: Outcome
    score: float
    features: tuple[str, ...]
    """The names of the features that spoke, as in `features.toml`."""
    _first: Movement = field(compare=False, repr=False)
    _second: Movement = field(compare=False, repr=False)

    @property
    def why(self) -> str:
        """`same day, same destination, 131 within more than 100`."""
        return explained(self.features, self._first, self._second)


def score(first: Movement, second: Movement) -> Comparison:
    """Compare two movements; those of one document are different, as the document tells them."""
    said = features_of(first, second)
    total = weigh(said)
    return Comparison(_outcome(first, second, total), total, tuple(said), first, second)


def _outcome(first: Movement, second: Movement, total: float) -> Outcome:
    scale = weights()
    if first.document == second.document or total < scale.ask:
        return "different"
    return "same" if total >= scale.same else "ask"


def linked(first: Movement, second: Movement) -> bool:
    """Whether two movements score as the same."""
    return score(first, second).outcome == "same"
