"""The front door: claims in, operations out."""

from collections.abc import Iterable

from departures.resolve.fields import FIELDS, resolve_field
from departures.resolve.matching import Movement, cluster, movements
from departures.resolve.naming import distinct
from departures.words import Claim, Modality, Operation, OperationClaim

STRENGTH: tuple[Modality, ...] = (
    "blocked",
    "denied",
    "happened",
    "ongoing",
    "planned",
    "possible",
    "alleged",
)
"""What became of a movement, the last word first: a plan that was blocked is blocked."""


def gather(claims: Iterable[Claim]) -> list[Operation]:
    """The operations that the claims tell of, newest first. Statistics and others are passed over.

    The same claims in any order give the same operations.
    """
    told = movements(claim for claim in claims if isinstance(claim, OperationClaim))
    operations = [_operation(group) for group in cluster(told)]
    operations.sort(key=_newest_first)
    return distinct(operations)


def _newest_first(operation: Operation) -> tuple[int, str]:
    when = operation.date
    day = when.earliest.toordinal() if when and when.earliest else 0
    return -day, operation.claims[0]


def _operation(group: list[Movement]) -> Operation:
    claims = [claim for movement in group for claim in movement]
    values = {
        name: resolved for name in FIELDS if (resolved := resolve_field(name, claims)) is not None
    }
    shown = {name: field.asserted[field.shown].value for name, field in values.items()}
    acts = [claim.act for claim in claims]
    return Operation.model_validate(
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


def _modality(claims: list[OperationClaim]) -> Modality:
    said = {claim.modality for claim in claims}
    return next(modality for modality in STRENGTH if modality in said)
