"""Claims as people decided them: rejected ones gone, corrected fields replaced.

Invariant: the last decision in force about a claim or a field wins, and a decision whose claim is
gone changes nothing here; `stranded` lists it for a person to look at.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ValidationError
from pydantic_core import to_json

from departures.errors import BadInputError
from departures.words import (
    Accept,
    AnyValue,
    Claim,
    Correct,
    Decision,
    Merge,
    Reject,
    Split,
    in_force,
    spans_of,
)

FIXED: Final = frozenset({"id", "kind", "document", "reader", "movement"})
"""What no correction changes: what a claim is, and which movement it tells of (see `Merge`)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person decided about one field of a claim."""

    rule: Literal["accepted", "corrected"]
    who: str
    decision: int
    original: AnyValue | None = None
    """What the reader had read, where it was corrected."""


Marks = Mapping[tuple[str, str], Mark]
"""By claim and field."""


def apply(claim: Claim, correction: Correct, text: str | None = None) -> Claim:
    """The claim with one field corrected; `text` is its document's, where it is at hand.

    Raises `BadInputError` where the claim has no such field, the value is not one of that field,
    or its words don't stand in the document.
    """
    name = correction.field
    if name in FIXED or name not in type(claim).model_fields:
        raise BadInputError(f"A claim of kind {claim.kind} has no field {name} to correct.")
    body = claim.model_dump()
    body[name] = correction.value
    held = type(claim).model_fields[name]
    if correction.value is None and held.default == ():
        body[name] = ()
    try:
        corrected: Claim = type(claim).model_validate_json(to_json(body))
    except ValueError as error:
        raise BadInputError(f"{name} can't be corrected to that value: {_first(error)}.") from None
    if text is not None:
        _check_words(getattr(corrected, name), text)
    return corrected


def _first(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        problem = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in problem["loc"])
        return f"{where}: {problem['msg']}".rstrip(".")
    return str(error).rstrip(".")


def _check_words(value: object, text: str) -> None:
    for span in spans_of(value):
        if text[span.start : span.end] != span.text:
            raise BadInputError(
                f"The words {span.text!r} don't stand at {span.start}…{span.end} of the document."
            )


def as_decided(
    claims: Iterable[Claim], decisions: Iterable[Decision]
) -> tuple[list[Claim], dict[tuple[str, str], Mark]]:
    """The claims that stand, corrected, and what was decided about which of their fields."""
    about = _by_claim(decisions)
    marks: dict[tuple[str, str], Mark] = {}
    standing: list[Claim] = []
    for claim in claims:
        decided = about.get(claim.id)
        kept = _decided(claim, decided, marks) if decided else claim
        if kept is not None:
            standing.append(kept)
    return standing, marks


def _by_claim(decisions: Iterable[Decision]) -> dict[str, list[Accept | Correct | Reject]]:
    about: dict[str, list[Accept | Correct | Reject]] = defaultdict(list)
    for decision in in_force(decisions):
        if isinstance(decision, Accept | Correct | Reject):
            about[decision.claim].append(decision)
    return about


def _decided(
    claim: Claim,
    decisions: list[Accept | Correct | Reject],
    marks: dict[tuple[str, str], Mark],
) -> Claim | None:
    """One claim after its decisions, in their order; null where it is rejected."""
    whole = [held for held in decisions if not isinstance(held, Correct) and held.field is None]
    if whole and isinstance(whole[-1], Reject):
        return None
    names = [name for name in type(claim).model_fields if name not in FIXED]
    read = claim
    for decision in decisions:
        match decision:
            case Correct():
                claim = _corrected(claim, decision, marks)
            case Accept():
                for name in [decision.field] if decision.field else names:
                    claim = _accepted(claim, read, name, decision, marks)
            case Reject(field=str() as name):
                claim = _without(claim, name)
                marks.pop((claim.id, name), None)
    return claim


def _corrected(claim: Claim, decision: Correct, marks: dict[tuple[str, str], Mark]) -> Claim:
    try:
        corrected = apply(claim, decision)
    except BadInputError:
        return claim  # it was valid when it was decided, and the vocabulary has changed since
    earlier = marks.get((claim.id, decision.field))
    original = earlier.original if earlier else getattr(claim, decision.field)
    marks[claim.id, decision.field] = Mark("corrected", decision.who, decision.id, original)
    return corrected


def _accepted(
    claim: Claim,
    read: Claim,
    name: str,
    decision: Accept,
    marks: dict[tuple[str, str], Mark],
) -> Claim:
    """The claim with one field accepted; what was rejected before stands again, as it was read."""
    if getattr(claim, name, None) in (None, ()):
        value = getattr(read, name, None)
        if value in (None, ()):
            return claim
        claim = claim.model_copy(update={name: value})
    earlier = marks.get((claim.id, name))
    original = earlier.original if earlier else None
    marks[claim.id, name] = Mark("accepted", decision.who, decision.id, original)
    return claim


def _without(claim: Claim, name: str) -> Claim:
    """The claim without one field; unchanged where the field can't be missing."""
    held = type(claim).model_fields.get(name)
    if held is None or name in FIXED or held.is_required():
        return claim
    return claim.model_copy(update={name: held.get_default(call_default_factory=True)})


def claims_of(decision: Decision) -> tuple[str, ...]:
    """The claims that a decision is about."""
    match decision:
        case Accept() | Correct() | Reject():
            return (decision.claim,)
        case Merge():
            return decision.claims
        case Split():
            return (*decision.claims, *decision.others)
    return ()


def stranded(decisions: Iterable[Decision], claim_ids: Collection[str]) -> list[Decision]:
    """The decisions in force about a claim that is not among these, in their order."""
    known = claim_ids if isinstance(claim_ids, set | frozenset) else frozenset(claim_ids)
    return [
        decision
        for decision in in_force(decisions)
        if any(claim not in known for claim in claims_of(decision))
    ]
