"""Decisions: adding one to the record, and finding those that concern documents.

Invariant: a decision is added whole or not at all, and only when it can be meant: its claims
stand in the latest reading, its value is one that the field can have, what it undoes holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from pydantic import JsonValue, TypeAdapter, ValidationError
from sqlalchemy import Connection, func, insert, select

from departures.errors import BadInputError, NotFoundError, StaleError
from departures.record.intake import (
    CLAIMS,
    call_for_showing,
    frozen,
    in_parts,
    latest_readings,
)
from departures.record.tables import claims, concerns, decisions, readings
from departures.resolve import FIXED, apply
from departures.words import (
    Accept,
    Claim,
    Correct,
    Decision,
    Lift,
    Merge,
    OperationClaim,
    Reject,
    Split,
    Undo,
    Withhold,
    in_force,
)

FEWEST = 2
"""Claims that a merge or a split names."""
DECISION: TypeAdapter[Decision] = TypeAdapter(Decision)
DECISIONS: TypeAdapter[list[Decision]] = TypeAdapter(list[Decision])


def add(
    connection: Connection, who: str, made: Mapping[str, JsonValue], seen: int | None
) -> Decision:
    """Add a decision of `who`; `made` is its JSON without `id`, `who` and `when`.

    `seen` is the latest decision about the same claims and documents that `who` knew of, where
    the decision was prepared from what was shown. Raises `BadInputError`, `NotFoundError`,
    and `StaleError` where somebody decided meanwhile.
    """
    last = connection.scalar(select(func.max(decisions.c.id))) or 0
    decision = _understood({**made, "id": last + 1, "who": who, "when": datetime.now(UTC)})
    what = _concerned(connection, decision)
    if seen is not None and (latest := last_about(connection, what)) > seen:
        raise StaleError(f"Decision {latest} was made meanwhile; look again before you decide.")
    row = {
        "id": decision.id,
        "at": decision.when,
        "who": decision.who,
        "act": decision.act,
        "body": decision.model_dump(mode="json"),
    }
    connection.execute(insert(decisions), row)
    connection.execute(insert(concerns), [{"decision": decision.id, "what": each} for each in what])
    call_for_showing(connection, (each for each in what if each.startswith("sha256:")))
    return decision


def _understood(made: Mapping[str, object]) -> Decision:
    try:
        return DECISION.validate_python(made)
    except ValidationError as error:
        wrong = error.errors()[0]
        where = ".".join(str(part) for part in wrong["loc"][1:]) or "act"
        raise BadInputError(f"The decision's {where} can't be used: {wrong['msg']}.") from None


def _concerned(connection: Connection, decision: Decision) -> list[str]:
    """The claims and documents that a decision is about, once it is known to make sense."""
    match decision:
        case Accept() | Reject():
            claim = _standing(connection, [decision.claim])[0]
            _check_field(claim, decision.field)
            return [claim.id, claim.document]
        case Correct():
            claim = _standing(connection, [decision.claim])[0]
            apply(claim, decision, frozen(connection, [claim.document])[claim.document].text)
            return [claim.id, claim.document]
        case Merge():
            return _targets(_operations(connection, decision.claims))
        case Split():
            if set(decision.claims) & set(decision.others):
                raise BadInputError("A claim can't be split from itself; name it on one side only.")
            return _targets(_operations(connection, (*decision.claims, *decision.others)))
        case Withhold() | Lift():
            _check_stretch(connection, decision)
            return [decision.document]
        case Undo():
            return _undone(connection, decision)


def _standing(connection: Connection, ids: Sequence[str]) -> list[Claim]:
    """These claims, as the latest readings hold them. Raises `NotFoundError` for a lost one."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Claim] = {}
    for some in in_parts(wanted):
        told_in = (
            select(readings.c.document).join_from(claims, readings).where(claims.c.id.in_(some))
        )
        holding = latest_readings().where(readings.c.document.in_(told_in))
        query = select(claims.c.body).where(claims.c.id.in_(some), claims.c.reading.in_(holding))
        told = CLAIMS.validate_python(connection.scalars(query).all())
        found |= {claim.id: claim for claim in told}
    if gone := [id for id in wanted if id not in found]:
        raise NotFoundError(
            f"The record holds no {gone[0]}, or its document was read anew without it; look again."
        )
    return [found[id] for id in wanted]


def _operations(connection: Connection, ids: Sequence[str]) -> list[Claim]:
    told = _standing(connection, ids)
    if other := next((claim for claim in told if not isinstance(claim, OperationClaim)), None):
        raise BadInputError(f"{other.id} is a {other.kind}; only operations merge and split.")
    if len(told) < len(set(ids)) or len(told) < FEWEST:
        raise BadInputError("Name at least two different claims.")
    return told


def _targets(told: Iterable[Claim]) -> list[str]:
    return list(dict.fromkeys(each for claim in told for each in (claim.id, claim.document)))


def _check_field(claim: Claim, field: str | None) -> None:
    if field is not None and (field in FIXED or field not in type(claim).model_fields):
        raise BadInputError(f"A claim of kind {claim.kind} has no field {field} to decide on.")


def _check_stretch(connection: Connection, decision: Withhold | Lift) -> None:
    document = frozen(connection, [decision.document]).get(decision.document)
    if document is None:
        raise NotFoundError(f"The record holds no document {decision.document}.")
    start, end = decision.start, decision.end
    if (start is None) != (end is None):
        raise BadInputError("Give both the start and the end of what is withheld, or neither.")
    if start is not None and end is not None and not start < end <= len(document.text):
        raise BadInputError(f"{start}…{end} is no stretch of a text of {len(document.text)}.")


def _undone(connection: Connection, undo: Undo) -> list[str]:
    """What the undone decision is about; and that it holds."""
    what = list(
        connection.scalars(select(concerns.c.what).where(concerns.c.decision == undo.decision))
    )
    if not what:
        raise NotFoundError(f"The record holds no decision {undo.decision}.")
    documents = [each for each in what if each.startswith("sha256:")]
    about = decisions_about(connection, documents)
    undone = next(each for each in about if each.id == undo.decision)
    holding = {each.id for each in in_force(about)}
    holds = undone.id in holding
    if isinstance(undone, Undo):
        # An undo is not itself in force; it holds while what it undid does not.
        holds = undone.decision not in holding
    if not holds:
        raise BadInputError(f"Decision {undo.decision} is undone already.")
    return what


def decisions_about(
    connection: Connection, documents: Sequence[str] | None = None, latest: int | None = None
) -> list[Decision]:
    """The decisions that concern these documents, or all; in order, the undone too. With `latest`,
    so many of them at most, the last ones.
    """
    query = select(decisions.c.id, decisions.c.body).order_by(decisions.c.id.desc()).limit(latest)
    bodies: dict[int, object] = {}
    for some in [None] if documents is None else in_parts(documents):
        of = query
        if some is not None:
            about = select(concerns.c.decision).where(concerns.c.what.in_(some))
            of = query.where(decisions.c.id.in_(about))
        bodies |= {row.id: row.body for row in connection.execute(of)}
    ids = sorted(bodies)[-latest:] if latest else sorted(bodies)
    return [DECISION.validate_python(bodies[id]) for id in ids]


def last_about(connection: Connection, what: Sequence[str]) -> int:
    """The latest decision about any of these claims and documents; 0 where there is none."""
    query = select(func.max(concerns.c.decision))
    # A document is named beside each of its claims; only a decision about the whole counts.
    of = [each for each in what if each.startswith("claim:")] or what
    return max(
        (connection.scalar(query.where(concerns.c.what.in_(some))) or 0) for some in in_parts(of)
    )
