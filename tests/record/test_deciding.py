"""Decisions are added whole, change what is shown, and are undone without a trace in it."""

import pytest
from tests.record.conftest import reading_of

from departures.errors import BadInputError, DeparturesError, NotFoundError, StaleError
from departures.record import Record
from departures.words import Count, Reading

FORTY = reading_of("40", 40, 40, "The ministry")
MORE = reading_of("More than 30", 31, None, "A paper")


def claim_of(reading: Reading) -> str:
    return reading.claims[0].id


def shown(record: Record) -> tuple[object, ...]:
    return (
        record.operations(),
        record.claims(),
        record.findings(),
        record.documents(),
        record.doubts(),
        record.facets(),
    )


@pytest.fixture
def both(record: Record) -> Record:
    record.add(FORTY)
    record.add(MORE)
    assert len(record.operations()) == 1
    return record


def corrected(count: int) -> dict[str, object]:
    return {
        "act": "correct",
        "claim": claim_of(FORTY),
        "field": "count",
        "value": {"start": 0, "end": 2, "text": "40", "lower": count, "upper": count},
        "why": "The report says so elsewhere.",
    }


def test_a_correction_is_shown_with_its_reason_and_its_maker(both: Record) -> None:
    both.decide("ada", corrected(14))
    (operation,) = both.operations()
    assert operation.count is not None and operation.count.lower == 14
    field = operation.values["count"]
    assert field.rule == "corrected"
    (shown,) = [entry for entry in field.asserted if entry.decided_by]
    assert shown.decided_by == ("person/ada",)
    assert [value.lower for value in shown.instead_of if isinstance(value, Count)] == [40]


def test_an_accepted_value_is_shown_before_others(both: Record) -> None:
    both.decide("ada", {"act": "accept", "claim": claim_of(MORE), "field": "count"})
    (operation,) = both.operations()
    assert operation.count is not None and operation.count.text == "More than 30"
    assert operation.values["count"].rule == "accepted"
    assert len(operation.values["count"].asserted) == 2


def test_a_rejected_claim_is_gone_and_a_rejected_field_is_empty(both: Record) -> None:
    both.decide("ada", {"act": "reject", "claim": claim_of(MORE), "field": "count"})
    (operation,) = both.operations()
    assert [entry.claims for entry in operation.values["count"].asserted] == [(claim_of(FORTY),)]
    both.decide("ada", {"act": "reject", "claim": claim_of(FORTY)})
    (operation,) = both.operations()
    assert operation.claims == (claim_of(MORE),)
    assert "count" not in operation.values


def test_a_split_parts_what_reports_join_and_a_merge_joins_it_again(both: Record) -> None:
    before = shown(both)
    split = both.decide(
        "ada", {"act": "split", "claims": [claim_of(FORTY)], "others": [claim_of(MORE)]}
    )
    assert len(both.operations()) == 2
    merge = both.decide("ada", {"act": "merge", "claims": [claim_of(FORTY), claim_of(MORE)]})
    assert len(both.operations()) == 1
    both.decide("ada", {"act": "undo", "decision": merge.id})
    assert len(both.operations()) == 2
    both.decide("ada", {"act": "undo", "decision": split.id})
    assert shown(both) == before


def test_a_merge_a_split_and_their_undoing_leave_every_byte_as_it_was(record: Record) -> None:
    apart = reading_of("70", 70, 70, "Another paper", on=9)
    for reading in (FORTY, MORE, apart):
        record.add(reading)
    before = list(record.export())
    every = [claim_of(reading) for reading in (FORTY, MORE, apart)]
    merge = record.decide("ada", {"act": "merge", "claims": every})
    merged = list(record.export())
    split = record.decide(
        "ada", {"act": "split", "claims": [claim_of(FORTY)], "others": [claim_of(MORE)]}
    )
    parted = list(record.export())
    assert len({tuple(before), tuple(merged), tuple(parted)}) == 3
    record.decide("ada", {"act": "undo", "decision": split.id})
    assert list(record.export()) == merged
    record.decide("ada", {"act": "undo", "decision": merge.id})
    assert list(record.export()) == before


def test_an_old_name_of_an_operation_leads_to_it(both: Record) -> None:
    both.decide("ada", {"act": "split", "claims": [claim_of(FORTY)], "others": [claim_of(MORE)]})
    names = {operation.id for operation in both.operations()}
    both.decide("ada", {"act": "merge", "claims": [claim_of(FORTY), claim_of(MORE)]})
    (operation,) = both.operations()
    assert {both.operation(name).id for name in names} == {operation.id}


def test_a_withheld_document_is_nowhere_until_that_is_lifted(both: Record) -> None:
    before = shown(both)
    both.decide("ada", {"act": "withhold", "document": MORE.document.id, "why": "Asked to."})
    assert [held.id for held in both.documents()] == [FORTY.document.id]
    assert both.operations()[0].claims == (claim_of(FORTY),)
    with pytest.raises(NotFoundError):
        both.document(MORE.document.id)
    both.decide("ada", {"act": "lift", "document": MORE.document.id, "why": "A mistake."})
    assert shown(both) == before


def test_withheld_words_are_masked_wherever_they_stand(both: Record) -> None:
    start = FORTY.document.text.index("ministry")
    both.decide(
        "ada",
        {"act": "withhold", "document": FORTY.document.id, "start": start, "end": start + 8},
    )
    document = both.document(FORTY.document.id)
    assert "ministry" not in document.text
    assert len(document.text) == len(FORTY.document.text)
    told = " ".join(claim.model_dump_json() for claim in both.claims(FORTY.document.id))
    assert "ministry" not in told
    assert both.frozen(FORTY.document.id) == FORTY.document


def test_rebuilding_from_nothing_changes_nothing(both: Record) -> None:
    both.decide("ada", corrected(14))
    both.decide("ada", {"act": "accept", "claim": claim_of(MORE), "field": "count"})
    before = shown(both)
    both.rebuild()
    assert shown(both) == before


def wrong(record: Record, made: dict[str, object], seen: int | None = None) -> DeparturesError:
    before = (shown(record), record.decisions())
    with pytest.raises(DeparturesError) as caught:
        record.decide("ada", made, seen=seen)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert (shown(record), record.decisions()) == before
    return caught.value


GONE = "claim:" + "0" * 20


def test_bad_decisions_are_told_in_one_sentence_and_change_nothing(both: Record) -> None:
    forty = claim_of(FORTY)
    statement = FORTY.claims[1].id
    cases: list[dict[str, object]] = [
        {},
        {"act": "abolish", "claim": forty},
        {"act": "accept", "claim": GONE},
        {"act": "accept", "claim": "nonsense"},
        {"act": "accept", "claim": forty, "field": "colour"},
        {"act": "accept", "claim": forty, "field": "id"},
        {"act": "correct", "claim": forty, "field": "count", "value": {"lower": -4}, "why": "x"},
        {"act": "correct", "claim": forty, "field": "count", "value": 40, "why": "x"},
        {**corrected(14), "why": ""},
        {**corrected(14), "value": {"start": 0, "end": 2, "text": "14", "lower": 14, "upper": 14}},
        {**corrected(14), "field": "modality", "value": "wished"},
        {"act": "merge", "claims": [forty]},
        {"act": "merge", "claims": [forty, forty]},
        {"act": "merge", "claims": [forty, statement]},
        {"act": "split", "claims": [forty], "others": [forty]},
        {"act": "withhold", "document": FORTY.document.id, "start": 3},
        {"act": "withhold", "document": FORTY.document.id, "start": 3, "end": 10**6},
        {"act": "withhold", "document": "sha256:" + "0" * 64},
        {"act": "lift", "document": FORTY.document.id},
        {"act": "undo", "decision": 99},
    ]
    for made in cases:
        assert isinstance(wrong(both, made), BadInputError | NotFoundError)


def test_a_decision_is_undone_once(both: Record) -> None:
    made = both.decide("ada", {"act": "accept", "claim": claim_of(FORTY)})
    undo = both.decide("ada", {"act": "undo", "decision": made.id})
    assert "already" in str(wrong(both, {"act": "undo", "decision": made.id}))
    both.decide("ada", {"act": "undo", "decision": undo.id})
    assert "already" in str(wrong(both, {"act": "undo", "decision": undo.id}))


def test_a_stale_form_is_told_of(both: Record) -> None:
    both.decide("grace", {"act": "accept", "claim": claim_of(FORTY)})
    told = wrong(both, {"act": "reject", "claim": claim_of(FORTY)}, seen=0)
    assert isinstance(told, StaleError)


def test_reading_again_keeps_decisions_and_lists_those_whose_claim_is_gone(both: Record) -> None:
    kept = both.decide("ada", corrected(14))
    lost = both.decide("ada", {"act": "accept", "claim": FORTY.claims[1].id})
    assert not both.read_again(FORTY)
    assert both.read_again(FORTY.model_copy(update={"claims": FORTY.claims[:1]}))
    assert [held.id for held in both.stranded()] == [lost.id]
    assert kept in both.decisions()
    (operation,) = both.operations()
    assert operation.count is not None and operation.count.lower == 14
    assert len(both.claims(FORTY.document.id)) == 1
    assert both.read_again(FORTY)
    assert both.stranded() == []


def test_an_operation_is_found_by_its_facets(both: Record) -> None:
    (operation,) = both.operations()
    assert both.operations([("country", "KZ"), ("month", "2025-05")]) == [operation]
    assert both.operations([("country", "UZ")]) == []
    assert both.facets()["source"] == {"A paper": 1, "The ministry": 1}
    assert both.count_operations([("origin", "AT")]) == 1
