"""What a check noticed, as pages show it: its question, its words, and what they rest on.

Invariant: a finding keeps its rule's question and sources, and each release its query.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from departures.check.registry import wordings
from departures.tongue import _, phrases
from departures.web.passages import Piece
from departures.web.views.sources import Source
from departures.words import Finding, Weight


@dataclass(frozen=True, slots=True)
class Mention:
    """One passage that gives a value, and who says it there."""

    passage: tuple[Piece, ...]
    anchor: str
    source: Source
    speaker: str
    manner: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding with the question that its rule asks."""

    rule: str
    question: str
    text: str
    weight: Weight
    weight_words: str
    missing: tuple[str, ...]
    evidence: tuple[tuple[Source, tuple[Mention, ...]], ...]
    queries: tuple[str, ...]
    """The commands that give the figures of releases again."""
    rests_on: tuple[str, ...]


def noticed(found: Finding, mentions: Iterable[Mention] = ()) -> Noticed:
    """A finding, with the passages of the claims that it rests on where they aren't beside it."""
    wording = wordings().get(found.rule)
    return Noticed(
        rule=found.rule,
        question=_(wording.question) if wording else "",
        text=found.text,
        weight=found.weight,
        weight_words=_(phrases.WEIGHTS[found.weight]),
        missing=found.missing,
        evidence=_by_source(mentions),
        queries=tuple(rest.query for rest in found.evidence if rest.query),
        rests_on=wording.sources if wording else (),
    )


def _by_source(mentions: Iterable[Mention]) -> tuple[tuple[Source, tuple[Mention, ...]], ...]:
    """Each source once, with its passages, each once."""
    grouped: dict[str, dict[str, Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.source.id, {})[mention.anchor] = mention
    held = (tuple(found.values()) for found in grouped.values())
    return tuple((found[0].source, found) for found in held)
