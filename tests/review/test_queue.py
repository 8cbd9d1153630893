"""What is to be reviewed: most people first, and gone from the queue once it is decided."""

from pathlib import Path

import pytest
from tests.record.conftest import reading_of

from departures.record import Record
from departures.review.queue import queue

FORTY = reading_of("40", 40, 40, "The ministry")
SIXTY = reading_of("60", 60, 60, "A paper")


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "record.db")


def test_what_conflicts_is_asked_before_what_is_only_new(record: Record) -> None:
    for reading in (FORTY, SIXTY, reading_of("7", 7, 7, "Another paper", on=20)):
        record.add(reading)
    asked = queue(record)
    assert [item.people for item in asked] == sorted((i.people for i in asked), reverse=True)
    assert asked[-1].kind == "new"
    assert queue(record, limit=1) == asked[:1]


def test_what_was_looked_at_is_not_asked_again_until_that_is_undone(record: Record) -> None:
    record.add(FORTY)
    before = queue(record)
    assert [(item.kind, item.people) for item in before] == [("new", 40)]
    made = record.decide("ada", {"act": "accept", "claim": FORTY.claims[0].id})
    assert queue(record) == []
    record.decide("ada", {"act": "undo", "decision": made.id})
    assert queue(record) == before


def test_a_decision_whose_claim_is_gone_is_asked(record: Record) -> None:
    record.add(FORTY)
    made = record.decide("ada", {"act": "accept", "claim": FORTY.claims[1].id})
    record.read_again(FORTY.model_copy(update={"claims": FORTY.claims[:1]}))
    asked = {(item.kind, item.about) for item in queue(record)}
    assert {("gone", str(made.id)), ("changed", FORTY.document.id)} <= asked
