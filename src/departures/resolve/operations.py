"""One operation from the movements that are it.

Invariant: the operation names every claim of its movements, whatever is shown.
"""

from collections.abc import Sequence
from typing import Final

from departures.resolve.fields import FIELDS, resolve_field
from departures.resolve.movements import Movement
from departures.resolve.naming import base_id
from departures.words import Modality, Operation, OperationClaim

STRENGTH: Final[tuple[Modality, ...]] = (
    "blocked",
    "denied",
    "happened",
    "ongoing",
    "planned",
    "possible",
    "alleged",
)
"""What became of a movement, the last word first: a plan that was blocked is blocked."""


def operation_of(movements: Sequence[Movement]) -> Operation:
    """The operation with all asserted values; its id is `base_id`, not yet told apart."""
    claims = [claim for movement in movements for claim in movement.claims]
    values = {
        name: resolved for name in FIELDS if (resolved := resolve_field(name, claims)) is not None
    }
    shown = {name: field.asserted[field.shown].value for name, field in values.items()}
    acts = [claim.act for claim in claims]
    operation = Operation.model_validate(
        {
            "id": "unnamed",
            "modality": _modality(claims),
            "act": max(acts, key=acts.count),
            **shown,
            "values": values,
            "claims": tuple(claim.id for claim in claims),
            "documents": tuple(dict.fromkeys(claim.document for claim in claims)),
        }
    )
    return operation.model_copy(update={"id": base_id(operation)})


def _modality(claims: list[OperationClaim]) -> Modality:
    said = {claim.modality for claim in claims}
    return next(modality for modality in STRENGTH if modality in said)
