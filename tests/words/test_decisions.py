"""Which decisions hold when some of them undo others."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from departures.words import Accept, Correct, Decision, Undo, in_force

WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
CLAIM = "claim:" + "0" * 20


def accept(id: int) -> Accept:
    return Accept(id=id, who="ada", when=WHEN, claim=CLAIM)


def undo(id: int, decision: int) -> Undo:
    return Undo(id=id, who="ada", when=WHEN, decision=decision)


@pytest.mark.parametrize(
    ("decisions", "held"),
    [
        ([accept(1), accept(2)], [1, 2]),
        ([accept(1), undo(2, 1)], []),
        ([accept(1), undo(2, 1), undo(3, 2)], [1]),
        ([accept(1), undo(2, 1), undo(3, 2), undo(4, 3)], []),
        ([undo(2, 1), accept(3), accept(1)], [3]),
    ],
)
def test_an_undone_decision_does_not_hold_until_its_undo_is_undone(
    decisions: list[Decision], held: list[int]
) -> None:
    assert [decision.id for decision in in_force(decisions)] == held


def test_a_correction_needs_its_reason() -> None:
    with pytest.raises(ValidationError, match="why"):
        Correct(id=1, who="ada", when=WHEN, why="  ", claim=CLAIM, field="count", value=None)
