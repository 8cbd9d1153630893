"""What reviewers may decide of a claim: its fields, each with the kind of value it holds.

Invariant: the fields and their kinds follow from the vocabulary's own types, so that a form has
every field that a claim has.
"""

from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Final, Literal, get_args, get_origin

from departures.resolve import FIXED
from departures.words import (
    Claim,
    Count,
    Date,
    Named,
    Nationality,
    Party,
    Place,
    Span,
    Speaker,
)

Kind = Literal[
    "count",
    "date",
    "place",
    "party",
    "named",
    "nationality",
    "span",
    "speaker",
    "term",
    "countries",
]
_KINDS: Final[dict[object, Kind]] = {
    Count: "count",
    Date: "date",
    Place: "place",
    Party: "party",
    Named: "named",
    Nationality: "nationality",
    Span: "span",
    Speaker: "speaker",
}
_APART: Final = FIXED | {"quote"}
"""What makes a claim this claim: with other words it would be another one."""
_LAST: Final = ("asserted_by", "modality", "act")


@dataclass(frozen=True, slots=True)
class Shape:
    """What one field holds: values of one kind, several or one; `terms` are those of a choice."""

    kind: Kind
    several: bool
    can_miss: bool
    """Whether a claim may give none."""
    terms: tuple[str, ...] = ()


@cache
def shapes(claim: type[Claim]) -> dict[str, Shape]:
    """The fields of a kind of claim that a person decides on, in the order of its type; who says
    it and how sure it is come last.
    """
    names = [name for name in claim.model_fields if name not in _APART]
    names.sort(key=lambda name: _LAST.index(name) if name in _LAST else -1)
    return {name: _shape(claim, name) for name in names}


def _shape(claim: type[Claim], name: str) -> Shape:
    held = claim.model_fields[name]
    annotation: object = held.annotation
    inside = [each for each in get_args(annotation) if each is not NoneType]
    can_miss = not held.is_required() and held.default in (None, ())
    if get_origin(annotation) is tuple:
        kind = _KINDS.get(inside[0], "countries")
        return Shape(kind, kind != "countries", can_miss)
    value = inside[0] if NoneType in get_args(annotation) else annotation
    if get_origin(value) is Literal:
        return Shape("term", False, can_miss, get_args(value))
    return Shape(_KINDS[value], False, can_miss)
