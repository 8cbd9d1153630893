"""What to review first: where reports conflict, what is in doubt, what nobody has looked at.

Invariant: the queue only asks; it follows from the record, and what was decided leaves it. Whatever
the record holds, what stands first in it concerns most people.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from departures.record import Record
from departures.record.waiting import Waiting
from departures.tongue import _, ngettext

Kind = Literal["conflicting", "uncertain", "gone", "changed-source", "new"]
ORDER: Final[tuple[Kind, ...]] = get_args(Kind)
"""Of two things of equal consequence, the one that comes first here is asked first."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to review."""

    kind: Kind
    about: str
    """The operation, document or decision that it is about."""
    why: str
    people: int
    """How many people it concerns, as reported; 0 where that is not known."""
    field: str | None = None
    other: str | None = None
    """The other operation, where the question is whether two are one; the document before, where a
    source changed.
    """


def queue(record: Record, limit: int = 50, kind: Kind | None = None) -> list[Item]:
    """The things to review, or those of one kind, most consequential first."""
    waiting = record.waiting(limit)
    items = [
        *_conflicting(waiting),
        *_uncertain(waiting),
        *_gone(record),
        *_changed(record),
        *_new(waiting),
    ]
    wanted = [item for item in items if kind in (None, item.kind)]
    wanted.sort(key=lambda item: (-item.people, ORDER.index(item.kind)))
    return wanted[:limit]


def _conflicting(waiting: Waiting) -> Iterator[Item]:
    why = _("Sources give values that can't all be right.")
    for one in waiting.conflicts:
        yield Item("conflicting", one.operation, why, one.people, one.field)


def _uncertain(waiting: Waiting) -> Iterator[Item]:
    for pair in waiting.doubts:
        yield Item("uncertain", pair.first, pair.why, pair.people, other=pair.second)


def _gone(record: Record) -> Iterator[Item]:
    why = _("Decision {number} is about a claim that is no longer read.")
    for decision in record.stranded():
        yield Item("gone", str(decision.id), why.format(number=decision.id), 0)


def _changed(record: Record) -> Iterator[Item]:
    anew, replaced = _("It was read anew after it was reviewed."), _("Its source changed.")
    for id, before in record.changed_since_review():
        yield Item("changed-source", id, replaced if before else anew, 0, other=before)


def _new(waiting: Waiting) -> Iterator[Item]:
    nobody = _("Nobody has looked at it yet.")
    for one in waiting.operations:
        yield Item("new", one.about, nobody, one.number)
    for one in waiting.documents:
        claims = ngettext(
            "Nobody has looked at {number} figure, order, agreement or statement in it.",
            "Nobody has looked at {number} figures, orders, agreements and statements in it.",
            one.number,
        )
        yield Item("new", one.about, claims.format(number=one.number), 0)
