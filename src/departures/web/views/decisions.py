"""Decisions as pages tell them: what was decided, by whom, when and why.

Invariant: decisions come masked from the record; the words here add nothing to them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from departures.resolve import claims_of
from departures.tongue import _, later, phrases
from departures.words import Correct, Decision, Lift, Operation, Undo, Withhold, in_force

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


@dataclass(frozen=True, slots=True)
class Told:
    """One decision as a line of a log."""

    id: int
    when: datetime
    who: str
    act: str
    kind: str
    what: str
    why: str
    holds: bool
    about: tuple[str, ...]
    undoes: int | None


def about(operation: Operation, told: Iterable[Told]) -> list[Told]:
    """The lines that concern an operation: its claims, its documents, and what undid them."""
    concerned = {*operation.claims, *operation.documents}
    known = {line.id: line for line in told}
    return [line for line in known.values() if concerned & _concerned(line, known)]


def _concerned(line: Told, known: Mapping[int, Told]) -> set[str]:
    """What a line is about; of an undo, what the undone is about."""
    while line.undoes is not None and line.undoes in known:
        line = known[line.undoes]
    return set(line.about)


def told(made: Sequence[Decision]) -> list[Told]:
    """Decisions as lines, in the order in which they come.

    Whether one holds is known only where what undid it is among them.
    """
    holding = {held.id for held in in_force(made)}
    return [
        Told(
            id=decision.id,
            when=decision.when,
            who=decision.who,
            act=_(ACTS[decision.act]),
            kind=decision.act,
            what=_what(decision),
            why=decision.why,
            holds=_holds(decision, holding),
            about=_about(decision),
            undoes=decision.decision if isinstance(decision, Undo) else None,
        )
        for decision in made
    ]


def _holds(decision: Decision, holding: Collection[int]) -> bool:
    """Whether a decision is in force; an undo is while what it undid is not."""
    if isinstance(decision, Undo):
        return decision.decision not in holding
    return decision.id in holding


def _about(decision: Decision) -> tuple[str, ...]:
    """The claims or the document that a decision names."""
    if isinstance(decision, Withhold | Lift):
        return (decision.document,)
    return claims_of(decision)


def _what(decision: Decision) -> str:
    if isinstance(decision, Undo):
        return _("Decision {number}").format(number=decision.decision)
    field = getattr(decision, "field", None)
    name = _(phrases.FIELDS[field]) if field in phrases.FIELDS else field or ""
    if isinstance(decision, Correct) and isinstance(decision.value, dict):
        words = decision.value.get("text")
        return f"{name}: {words}" if isinstance(words, str) else name
    return name or _("all of it")
