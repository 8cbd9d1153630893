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
    assert [(item.kind, item.field) for item in asked[:2]] == [
        ("conflicting", "count"),
        ("new", None),
    ]
    assert queue(record, limit=1) == asked[:1]
    assert queue(record, kind="new") == [item for item in asked if item.kind == "new"]


def test_the_most_consequential_comes_first_however_old_it_is(record: Record) -> None:
    for day, people in ((3, 900), (14, 5), (25, 6)):
        record.add(reading_of(f"{people}", people, people, f"Paper {day}", on=day))
    assert [item.people for item in queue(record, limit=2)] == [900, 6]


def test_a_document_waits_until_each_of_its_other_claims_is_decided(record: Record) -> None:
    record.add(FORTY)
    (asked,) = [item for item in queue(record) if item.about == FORTY.document.id]
    assert (asked.kind, asked.why[:10]) == ("new", "Nobody has")
    statement = next(claim for claim in FORTY.claims if claim.kind == "statement")
    record.decide("ada", {"act": "accept", "claim": statement.id, "field": "asserted_by"})
    assert [item.about for item in queue(record)] == [record.operations()[0].id]


def test_a_conflict_leaves_the_queue_when_a_value_is_chosen(record: Record) -> None:
    for reading in (FORTY, SIXTY):
        record.add(reading)
    assert queue(record)[0].kind == "conflicting"
    record.decide("ada", {"act": "accept", "claim": SIXTY.claims[0].id, "field": "count"})
    assert not [
        item
        for item in queue(record)
        if item.kind in ("conflicting", "new") and item.field == "count"
    ]


def test_what_was_looked_at_is_not_asked_again_until_that_is_undone(record: Record) -> None:
    record.add(FORTY)
    before = queue(record)
    assert [(item.kind, item.people) for item in before] == [("new", 40), ("new", 0)]
    made = record.decide("ada", {"act": "accept", "claim": FORTY.claims[0].id})
    assert queue(record) == before[1:]
    record.decide("ada", {"act": "undo", "decision": made.id})
    assert queue(record) == before


def test_a_decision_whose_claim_is_gone_is_asked(record: Record) -> None:
    record.add(FORTY)
    made = record.decide("ada", {"act": "accept", "claim": FORTY.claims[1].id})
    record.read_again(FORTY.model_copy(update={"claims": FORTY.claims[:1]}))
    asked = {(item.kind, item.about) for item in queue(record)}
    assert {("gone", str(made.id)), ("changed-source", FORTY.document.id)} <= asked
