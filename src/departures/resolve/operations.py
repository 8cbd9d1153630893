"""One operation from the movements that are it.

Invariant: the operation names every claim of its movements, whatever is shown.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from departures.resolve.decided import Mark
from departures.resolve.fields import resolve_field
from departures.resolve.movements import Movement
from departures.resolve.naming import base_id
from departures.resolve.sources import independent
from departures.words import MOVEMENT_FIELDS, Act, Modality, Operation, OperationClaim

STRENGTH: Final[tuple[Modality, ...]] = (
    "blocked",
    "happened",
    "ongoing",
    "planned",
    "possible",
    "alleged",
    "denied",
)
"""What became of a movement, the last word first: a plan that was blocked is blocked. Somebody's
denial decides only where nothing else is told: beside another telling it is one side of a dispute.
"""


def operation_of(movements: Sequence[Movement]) -> Operation:
    """The operation with all asserted values; its id is `base_id`, not yet told apart."""
    told = sorted(movements, key=_first_told)
    claims = [claim for movement in told for claim in movement.claims]
    marks: dict[tuple[str, str], Mark] = {}
    for movement in told:
        marks.update(movement.marks)
    documents = tuple(dict.fromkeys(movement.document for movement in told))
    reports = {held.document: held.report for held in told if held.report}
    sources = independent(documents, reports)
    numbered = {document: at for at, source in enumerate(sources) for document in source.documents}
    values = {
        name: resolved
        for name in MOVEMENT_FIELDS
        if (resolved := resolve_field(name, claims, marks, numbered)) is not None
    }
    shown = {name: field.asserted[field.shown].value for name, field in values.items()}
    operation = Operation.model_validate(
        {
            "id": "unnamed",
            "modality": _modality(claims),
            "act": _act(claims),
            **shown,
            "values": values,
            "claims": tuple(claim.id for claim in claims),
            "documents": documents,
            "sources": sources,
            "first_reported": min(
                (report.published for report in reports.values() if report.published),
                default=None,
            ),
        }
    )
    return operation.model_copy(update={"id": base_id(operation)})


def _first_told(movement: Movement) -> tuple[date, str]:
    published = movement.report.published if movement.report else None
    return published or date.max, movement.key


def _act(claims: list[OperationClaim]) -> Act:
    """What most claims say; "transfer" only says that people were moved, other words say more."""
    told: list[Act] = [claim.act for claim in claims]
    return max(told, key=lambda act: (act != "transfer", told.count(act)))


def _modality(claims: list[OperationClaim]) -> Modality:
    said = {claim.modality for claim in claims}
    return next(modality for modality in STRENGTH if modality in said)
