"""Readers that have proved right about a field, and what else they read of it.

Invariant: a reader has proved right about a field only while each of its last reviewed values of
it was accepted as it was read; one correction or rejection ends that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from departures.record import Record
from departures.words import (
    MOVEMENT_FIELDS,
    Accept,
    Claim,
    Correct,
    OperationClaim,
    Reject,
    in_force,
)

NEEDED: Final = 10
"""So many values in a row have to have been accepted."""
LOOKED_AT: Final = 200
"""So many operations are looked at, the newest."""
AT_ONCE: Final = 100
Judged = Accept | Correct | Reject


@dataclass(frozen=True, slots=True)
class Proven:
    """One field about which a reader has proved right, and claims in which nobody judged it."""

    reader: str
    field: str
    accepted: int
    """How many of its values were accepted one after another."""
    waiting: tuple[str, ...]


def proven(record: Record) -> list[Proven]:
    """The fields that may be accepted together, those with the most to accept first."""
    judged = [held for held in in_force(record.decisions()) if isinstance(held, Judged)]
    readers = record.readers([held.claim for held in judged])
    runs = _runs(judged, readers)
    right = {of: length for of, length in runs.items() if length >= NEEDED}
    if not right:
        return []
    told = [id for held in record.operations(limit=LOOKED_AT) for id in held.claims]
    waiting = _waiting(record.claims_by_id(told), judged)
    found = [
        Proven(reader, field, length, tuple(waiting[reader, field][:AT_ONCE]))
        for (reader, field), length in right.items()
        if (reader, field) in waiting
    ]
    return sorted(found, key=lambda one: (-len(one.waiting), one.reader, one.field))


def _runs(judged: Sequence[Judged], readers: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """How many values of each reader and field were accepted since the last that was not.

    A claim that was accepted as a whole was not looked at field by field and proves nothing; one
    that was rejected as a whole disproves each field.
    """
    runs: dict[tuple[str, str], int] = defaultdict(int)
    for held in sorted(judged, key=lambda decision: decision.id):
        reader = readers.get(held.claim, "")
        if held.field is None:
            if isinstance(held, Reject):
                runs |= dict.fromkeys([(reader, field) for field in MOVEMENT_FIELDS], 0)
        elif isinstance(held, Accept):
            runs[reader, held.field] += 1
        else:
            runs[reader, held.field] = 0
    return runs


def _waiting(claims: Iterable[Claim], judged: Sequence[Judged]) -> dict[tuple[str, str], list[str]]:
    """The claims in which a field stands that nobody judged, by reader and field."""
    done = {(held.claim, held.field) for held in judged}
    waiting: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        if not isinstance(claim, OperationClaim) or (claim.id, None) in done:
            continue
        for field in MOVEMENT_FIELDS:
            if getattr(claim, field) not in (None, ()) and (claim.id, field) not in done:
                waiting[claim.reader, field].append(claim.id)
    return waiting
