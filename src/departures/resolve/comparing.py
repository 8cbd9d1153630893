"""Are two movements of different documents one? A score from named features, and why.

Invariant: a comparison depends on the two movements alone, and is the same from either side.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

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
    why: str
    """`same day, same destination, 131 within more than 100`."""


def score(first: Movement, second: Movement) -> Comparison:
    """Compare two movements; those of one document are different, as the document tells them."""
    said = features_of(first, second)
    total = weigh(said)
    why = explained(said, first, second)
    return Comparison(_outcome(first, second, total), total, tuple(said), why)


def _outcome(first: Movement, second: Movement, total: float) -> Outcome:
    scale = weights()
    if first.document == second.document or total < scale.ask:
        return "different"
    return "same" if total >= scale.same else "ask"


def linked(first: Movement, second: Movement) -> bool:
    """Whether two movements score as the same, without the words, which take longer than that."""
    return first.document != second.document and link(first, second).score >= weights().same


class Link(NamedTuple):
    """How much speaks for two movements of different documents being one."""

    score: float
    first: str
    second: str
    """The keys of the movements, the smaller first."""


def link(first: Movement, second: Movement) -> Link:
    """The link of two movements."""
    total = weigh(features_of(first, second))
    one, other = sorted((first.key, second.key))
    return Link(total, one, other)


def surest_first(link: Link) -> tuple[float, str, str]:
    """The key by which links are taken in turn."""
    return -link.score, link.first, link.second
