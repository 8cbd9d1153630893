"""Deciding: a person and a decision in, the decision as the record keeps it out.

Invariant: nobody decides what their role does not let them.
"""

from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from departures.errors import RefusedError
from departures.record import Record
from departures.review.people import Person
from departures.words import Decision, in_force

FOR_ADMINS: Final = frozenset({"lift"})
"""What only an admin decides: to show the public what was withheld."""


def decide(
    record: Record, person: Person, made: Mapping[str, JsonValue], *, seen: int | None = None
) -> Decision:
    """Add a decision; see `Record.decide`. Raises `RefusedError` for what is not the person's."""
    if made.get("act") in FOR_ADMINS and person.role != "admin":
        raise RefusedError("Only an admin lifts what is withheld; ask one.")
    return record.decide(person.name, made, seen=seen)


def latest_of(record: Record, person: Person, before: int | None = None) -> Decision | None:
    """The person's latest decision that holds, or the latest before another; what an undo undoes.

    Undoing one after the other walks back through what the person decided.
    """
    held = in_force(record.decisions())
    own = [each for each in held if each.who == person.name]
    return next((each for each in reversed(own) if before is None or each.id < before), None)
