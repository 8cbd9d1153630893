"""Operations: which labelled movement was found, and which of its fields are right.

Invariant: a movement is found where at least half of its labelled fields are right; a label that
is optional counts neither for nor against.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from departures.evaluate.comparing import (
    Bounds,
    Interval,
    bounds_agree,
    bounds_of_count,
    dates_agree,
    interval_of_date,
    names_agree,
)
from departures.evaluate.labels import Labels, OperationLabel
from departures.evaluate.pairing import pair_up
from departures.evaluate.tally import NONE, OPERATION_FIELDS, Score, Tally
from departures.words import Operation, Reading
from departures.words.values import Party, Place

_ALIKE = {
    "happened": {"happened", "ongoing"},
    "ongoing": {"ongoing", "happened"},
    "possible": {"possible", "planned"},
    "planned": {"planned", "possible"},
    "blocked": {"blocked", "denied"},
    "alleged": {"alleged", "possible"},
}
"""What may be read for a labelled status. Not symmetric: a denial labelled must be read as one."""
_TELLING = tuple(name for name in OPERATION_FIELDS if name not in ("status", "origin"))
"""The fields that tell one movement from another."""


@dataclass(frozen=True, slots=True)
class Movement:
    """An operation in the shape in which labels and readings are compared."""

    date: Interval | None = None
    origin: frozenset[str] = frozenset()
    destination: frozenset[str] = frozenset()
    carrier: str | None = None
    funder: str | None = None
    status: str | None = None
    count: Bounds | None = None
    nationalities: frozenset[str] = frozenset()

    def shown(self, name: str) -> str:
        """A field as a miss tells it."""
        value = getattr(self, name)
        if isinstance(value, frozenset):
            return "/".join(sorted(value)) or NONE
        return str(value) if value is not None else NONE

    def __str__(self) -> str:
        told = ((name, self.shown(name)) for name in OPERATION_FIELDS)
        return ", ".join(f"{name} {value}" for name, value in told if value != NONE)


NOTHING = Movement()


def _labelled(label: OperationLabel) -> Movement:
    return Movement(
        label.date,
        label.origin,
        label.destination,
        label.carrier,
        label.funder,
        label.status,
        label.count,
        label.nationalities,
    )


def _read(operation: Operation) -> Movement:
    return Movement(
        interval_of_date(operation.date),
        _country(operation.origin),
        _country(operation.destination),
        _name(operation.carrier),
        _name(operation.funder),
        operation.modality,
        bounds_of_count(operation.count),
        frozenset(nationality.country for nationality in operation.nationalities),
    )


def _country(place: Place | None) -> frozenset[str]:
    return frozenset({place.country}) if place and place.country else frozenset()


def _name(party: Party | None) -> str | None:
    return party.name or party.country if party else None


def field_scores(label: Movement, read: Movement) -> dict[str, Score]:
    """What is right, field by field."""
    return {
        "date": _one(dates_agree(label.date, read.date), label.date, read.date),
        "origin": _one(bool(label.origin & read.origin), label.origin, read.origin),
        "destination": _one(
            bool(label.destination & read.destination), label.destination, read.destination
        ),
        "carrier": _one(names_agree(label.carrier, read.carrier), label.carrier, read.carrier),
        "funder": _one(names_agree(label.funder, read.funder), label.funder, read.funder),
        "status": _one(_status_agrees(label.status, read.status), label.status, read.status),
        "count": _one(bounds_agree(label.count, read.count), label.count, read.count),
        "nationalities": Score(
            len(label.nationalities & read.nationalities),
            len(label.nationalities),
            len(read.nationalities),
        ),
    }


def _status_agrees(label: str | None, read: str | None) -> bool:
    return label is not None and read in _ALIKE.get(label, {label})


def _one(right: bool, label: object, read: object) -> Score:
    return Score(int(right), int(bool(label)), int(bool(read)))


def _weight(label: Movement, read: Movement) -> float:
    scores = field_scores(label, read)
    return sum(scores[name].right for name in _TELLING)


def score_operations(labels: Labels, reading: Reading, tally: Tally) -> None:
    """Compare the labelled operations with those of the document."""
    movements = [_labelled(label) for label in labels.operations]
    optional = {i for i, one in enumerate(labels.operations) if one.optional or one.aggregate}
    read = [_read(operation) for operation in reading.operations]
    readers = _readers(reading)
    paired = pair_up(movements, read, _weight)
    scored = [(movements[i], j) for i, j in paired.pairs if i not in optional]
    found = {j for label, j in scored if _compare(label, read[j], readers[j], tally)}
    for i in (i for i in paired.unread if i not in optional):
        _count_fields(field_scores(movements[i], NOTHING), tally)
        tally.miss("operation", f"not read: {movements[i]}")
    for j in paired.unlabelled:
        _count_fields(field_scores(NOTHING, read[j]), tally)
        tally.miss("operation", f"read but not labelled: {read[j]}")
    claimed = [*(j for _, j in scored), *paired.unlabelled]
    tally.add("operations", len(found), len(movements) - len(optional), len(claimed))
    for j in claimed:
        for reader in readers[j]:
            tally.credit(reader, "operations", j in found)


def _compare(label: Movement, read: Movement, readers: set[str], tally: Tally) -> bool:
    """Count the fields of a pair; whether the label is found in what was read."""
    scores = field_scores(label, read)
    found = _is_found(scores)
    if not found:
        tally.miss("operation", f"hardly read: {label}; read as {read}")
    _count_fields(scores, tally)
    _tell_fields(label, read, scores, tally)
    tally.confuse("status", readers, label.shown("status"), read.shown("status"))
    return found


def _is_found(scores: dict[str, Score]) -> bool:
    right = sum(score.right for score in scores.values())
    return right * 2 >= sum(score.labelled for score in scores.values())


def _count_fields(scores: dict[str, Score], tally: Tally) -> None:
    for name, score in scores.items():
        for measure in ("operation fields", f"operation {name}"):
            tally.add(measure, score.right, score.labelled, score.claimed)


def _tell_fields(label: Movement, read: Movement, scores: dict[str, Score], tally: Tally) -> None:
    for name, score in scores.items():
        if score.right < max(score.labelled, score.claimed):
            labelled, claimed = label.shown(name), read.shown(name)
            tally.miss(f"operation {name}", f"labelled {labelled}, read {claimed} — of {label}")


def _readers(reading: Reading) -> Sequence[set[str]]:
    """Who read the claims of each operation."""
    by_id = {claim.id: claim.reader for claim in reading.claims}
    return [{by_id[id] for id in operation.claims} for operation in reading.operations]
