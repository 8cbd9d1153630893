"""Decisions as pages tell them: what was decided, by whom, when and why.

Invariant: decisions come masked from the record; the words here add nothing to them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from departures.web import phrases
from departures.web.tongue import _, later
from departures.words import Correct, Decision, Undo, in_force

ACTS = {
    "accept": later("accepted"),
    "correct": later("corrected"),
    "reject": later("rejected"),
    "merge": later("merged"),
    "split": later("split"),
    "withhold": later("withheld"),
    "lift": later("shown again"),
    "undo": later("undone"),
}


class Deciding(Protocol):
    """The side of a record that tells of decisions."""

    def decisions(
        self, documents: Sequence[str] | None = None, *, limit: int | None = None
    ) -> list[Decision]:
        """Decisions about these documents, or all; the latest first."""


@dataclass(frozen=True, slots=True)
class Told:
    """One decision as a line of a log."""

    id: int
    when: datetime
    who: str
    act: str
    what: str
    why: str
    holds: bool
    document: str | None


def log(
    record: Deciding, documents: Sequence[str] | None = None, limit: int | None = None
) -> list[Told]:
    """The decisions about these documents, or all, the latest first."""
    made = record.decisions(documents, limit=limit)
    return told(made)


def told(made: Sequence[Decision]) -> list[Told]:
    """Decisions as lines, in the order in which they come."""
    holding = {held.id for held in in_force(made)}
    return [
        Told(
            id=decision.id,
            when=decision.when,
            who=decision.who,
            act=_(ACTS[decision.act]),
            what=_what(decision),
            why=decision.why,
            holds=decision.id in holding,
            document=getattr(decision, "document", None),
        )
        for decision in made
    ]


def _what(decision: Decision) -> str:
    if isinstance(decision, Undo):
        return _("Decision {number}").format(number=decision.decision)
    field = getattr(decision, "field", None)
    name = _(phrases.FIELDS[field]) if field in phrases.FIELDS else field or ""
    if isinstance(decision, Correct) and isinstance(decision.value, dict):
        words = decision.value.get("text")
        return f"{name}: {words}" if isinstance(words, str) else name
    return name or _("all of it")
