"""People's decisions about claims and fields."""

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.resolve.making import claim, people

from departures.errors import BadInputError
from departures.resolve import apply, as_decided, gather, stranded
from departures.words import Accept, Correct, Decision, OperationClaim, Reject, Undo

WHEN = datetime(2025, 5, 2, tzinfo=UTC)
CLAIM = claim("the report", count=people(131))
COUNT_113 = {"start": 5, "end": 8, "text": "113", "lower": 113, "upper": 113}


def by(number: int) -> dict[str, Any]:
    return {"id": number, "who": "ana", "when": WHEN, "why": "the page says so"}


def accept(number: int, field: str | None = None, of: OperationClaim = CLAIM) -> Accept:
    return Accept(**by(number), claim=of.id, field=field)


def reject(number: int, field: str | None = None, of: OperationClaim = CLAIM) -> Reject:
    return Reject(**by(number), claim=of.id, field=field)


def correct(number: int, value: Any = COUNT_113, field: str = "count") -> Correct:
    return Correct(**by(number), claim=CLAIM.id, field=field, value=value)


def decided(*decisions: Decision) -> OperationClaim | None:
    standing, _ = as_decided([CLAIM], decisions)
    held = standing[0] if standing else None
    assert held is None or isinstance(held, OperationClaim)
    return held


def counted(*decisions: Decision) -> int | None:
    held = decided(*decisions)
    return held.count.lower if held and held.count else None


def test_a_rejected_claim_is_gone_until_the_rejection_is_undone() -> None:
    assert decided(reject(1)) is None
    assert decided(reject(1), Undo(**by(2), decision=1)) == CLAIM
    assert decided(reject(1), accept(2)) is not None


def test_a_rejected_field_is_gone_and_comes_back_when_it_is_accepted() -> None:
    assert counted(reject(1, "count")) is None
    assert counted(reject(1, "count"), accept(2, "count")) == 131


def test_the_last_decision_about_a_field_wins_whatever_the_order_in_which_they_are_given() -> None:
    assert counted(correct(1), reject(2, "count")) is None
    assert counted(correct(2), reject(1, "count")) == 113
    assert counted(correct(2), accept(3)) == 113


def test_a_correction_replaces_the_value_and_keeps_what_was_read() -> None:
    [operation] = gather([CLAIM], [correct(1)])
    field = operation.values["count"]
    assert field.rule == "corrected"
    assert field.asserted[0].decided_by == ("person/ana",)
    assert field.asserted[0].instead_of == (CLAIM.count,)
    assert operation.count and operation.count.lower == 113


def test_an_accepted_value_is_shown_though_another_is_more_exact() -> None:
    vague = claim("other", count=people(101, None, "more than 100"))
    [operation] = gather([CLAIM, vague], [accept(1, "count", vague)])
    field = operation.values["count"]
    assert (operation.count, field.rule) == (vague.count, "accepted")
    assert field.verdict == "compatible"
    assert len(field.asserted) == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("count", {"start": 5, "end": 8, "text": "113", "lower": 113, "upper": 12}),
        ("count", {"start": 5, "end": 99, "text": "113", "lower": 113}),
        ("count", "113"),
        ("count", {}),
        ("act", "holiday"),
        ("act", None),
        ("id", "claim:" + "0" * 20),
        ("reader", "me"),
        ("measure", "removals"),
        ("nationalities", [{"start": 1, "end": 3, "text": "xx", "country": "uzbek"}]),
    ],
)
def test_a_value_that_is_none_of_the_field_is_refused_in_one_sentence(
    field: str, value: Any
) -> None:
    with pytest.raises(BadInputError) as refused:
        apply(CLAIM, correct(1, value, field))
    assert "\n" not in str(refused.value)


def test_words_that_do_not_stand_in_the_document_are_refused() -> None:
    text = "The 113 passengers"
    moved = {**COUNT_113, "start": 4, "end": 7}
    assert apply(CLAIM, correct(1, moved), text)
    with pytest.raises(BadInputError, match="don't stand"):
        apply(CLAIM, correct(1), text)


def test_a_correction_that_no_longer_fits_changes_nothing() -> None:
    assert decided(correct(1, "113")) == CLAIM


def test_a_correction_to_nothing_takes_the_value_away() -> None:
    assert counted(correct(1, None)) is None


def test_decisions_about_claims_that_are_gone_are_listed_and_change_nothing() -> None:
    gone = claim("gone")
    decisions = [accept(1, of=gone), accept(2), reject(3, of=gone), Undo(**by(4), decision=3)]
    assert [held.id for held in stranded(decisions, {CLAIM.id})] == [1]
    assert decided(accept(1, of=gone)) == CLAIM
