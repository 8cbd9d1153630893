"""What to review first: where reports conflict, what is in doubt, what nobody has looked at.

Invariant: the queue only asks; it follows from the record, and what was decided leaves it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from departures.record import Record
from departures.words import Count, Decision, Operation, ResolvedField

Kind = Literal["gone", "changed", "conflict", "doubt", "new"]
ORDER: Final[tuple[Kind, ...]] = ("conflict", "doubt", "gone", "changed", "new")
"""Of two things of equal consequence, the one that comes first here is asked first."""
LOOKED_AT: Final = 200
"""So many operations of a kind are looked at, the newest; the next come when these are done."""


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
    """The other operation, where the question is whether two are one."""


def queue(record: Record, limit: int = 50) -> list[Item]:
    """The things to review, most consequential first."""
    decided = record.decided_claims()
    items = [
        *_conflicts(record.operations([("open", "disputed")], limit=LOOKED_AT)),
        *_doubts(record),
        *_gone(record.stranded()),
        *_changed(record),
        *_new(record.operations(limit=LOOKED_AT), decided),
    ]
    items.sort(key=lambda item: (-item.people, ORDER.index(item.kind), item.about))
    return items[:limit]


def people_of(operation: Operation) -> int:
    """How many people an operation concerns at most, as reported."""
    field = operation.values.get("count")
    counts = (entry.value for entry in field.asserted) if field else ()
    return max((_most(count) for count in counts if isinstance(count, Count)), default=0)


def _most(count: Count) -> int:
    return count.upper if count.upper is not None else count.lower or 0


def is_decided(field: ResolvedField) -> bool:
    """Whether a person chose the value that is shown."""
    return field.rule in ("accepted", "corrected")


def _conflicts(operations: Iterable[Operation]) -> Iterator[Item]:
    for operation in operations:
        for name, field in operation.values.items():
            if field.verdict == "disputed" and not is_decided(field):
                told = len(field.asserted)
                why = f"Sources give {told} values that can't all be right."
                yield Item("conflict", operation.id, why, people_of(operation), name)


def _doubts(record: Record) -> Iterator[Item]:
    doubts = record.doubts(limit=LOOKED_AT)
    keys = [key for doubt in doubts for key in (doubt.first, doubt.second)]
    operations = record.operations_of_movements(keys)
    for doubt in doubts:
        first, second = operations.get(doubt.first), operations.get(doubt.second)
        if first and second and first.id != second.id:
            fewer = min(people_of(first), people_of(second))
            yield Item("doubt", first.id, doubt.comparison.why, fewer, other=second.id)


def _gone(decisions: Iterable[Decision]) -> Iterator[Item]:
    for decision in decisions:
        why = f"Decision {decision.id} ({decision.act}) is about a claim that is no longer read."
        yield Item("gone", str(decision.id), why, 0)


def _changed(record: Record) -> Iterator[Item]:
    for id, before in record.changed_since_review():
        why = "It was read anew after it was reviewed." if before is None else "Its source changed."
        yield Item("changed", id, why, 0, other=before)


def _new(operations: Iterable[Operation], decided: Collection[str]) -> Iterator[Item]:
    for operation in operations:
        if not any(claim in decided for claim in operation.claims):
            yield Item("new", operation.id, "Nobody has looked at it yet.", people_of(operation))
