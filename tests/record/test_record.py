"""What goes into the record comes out again, whole, and what follows from it follows."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from tests.record.conftest import reading_of

from departures.errors import BadInputError, NotFoundError
from departures.record import Record
from departures.record.engine import engine_for
from departures.record.walking import DocumentPlace, OperationPlace
from departures.words import Document, Reading

FORTY = reading_of("40", 40, 40, "The ministry")
MORE = reading_of("More than 30", 31, None, "A paper")


def test_a_document_and_its_claims_come_out_as_they_went_in(record: Record) -> None:
    assert record.add(FORTY)
    assert record.document(FORTY.document.id).text == FORTY.document.text
    assert record.frozen(FORTY.document.id) == FORTY.document
    assert tuple(record.claims(FORTY.document.id)) == FORTY.claims


def test_adding_a_document_twice_changes_nothing(record: Record) -> None:
    record.add(FORTY)
    before = (record.documents(), record.claims(), record.operations())
    assert not record.add(FORTY)
    assert (record.documents(), record.claims(), record.operations()) == before


def test_reports_of_one_flight_are_one_operation_with_both_counts(record: Record) -> None:
    record.add(FORTY)
    assert len(record.operations()) == 1
    record.add(MORE)
    (operation,) = record.operations()
    counts = {entry.value.text for entry in operation.values["count"].asserted}  # type: ignore[union-attr]
    assert counts == {"40", "More than 30"}
    assert set(operation.documents) == {FORTY.document.id, MORE.document.id}
    assert {claim.id for claim in record.claims_of(operation)} == set(operation.claims)
    assert [held.source for held in record.sources(operation)].count("A paper") == 1
    assert record.findings(operation.id) == record.findings()
    assert record.findings("another") == []


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    told = []
    for name, readings in (("a.db", (FORTY, MORE)), ("b.db", (MORE, FORTY))):
        with Record.open(tmp_path / name) as record:
            for reading in readings:
                record.add(reading)
            told.append((record.claims(), record.operations(), record.findings()))
    assert told[0] == told[1]


def test_the_data_day_is_that_of_the_last_reading(record: Record) -> None:
    assert record.state().day is None
    before = datetime.now(UTC).date()
    record.add(MORE)
    assert record.state().day in (before, datetime.now(UTC).date())


def test_what_was_read_last_comes_first(record: Record) -> None:
    record.add(MORE)
    record.add(FORTY)
    assert [held.source for held in record.documents_read_lately(9)] == ["The ministry", "A paper"]
    again = MORE.model_copy(update={"claims": MORE.claims[:1]})
    record.read_again(again)
    assert [held.source for held in record.documents_read_lately(1)] == ["A paper"]


def test_a_list_of_documents_tells_of_them_without_their_texts(record: Record) -> None:
    record.add(FORTY)
    (listed,) = record.documents()
    assert (listed.source, listed.claims) == ("The ministry", 2)
    assert timedelta() <= datetime.now(UTC) - listed.added < timedelta(minutes=1)
    assert record.documents([]) == []


def test_a_document_is_found_by_the_first_digits_of_its_hash(record: Record) -> None:
    record.add(FORTY)
    digits = FORTY.document.id.removeprefix("sha256:")
    assert record.document(digits[:8]) == record.document(f"sha256:{digits[:6]}")
    for wrong in ("ffffff", digits[:3], "%", "' OR 1=1", ""):
        with pytest.raises(NotFoundError):
            record.document(wrong)


def test_an_unknown_operation_is_answered_with_those_that_are_like_it(record: Record) -> None:
    record.add(FORTY)
    (operation,) = record.operations()
    with pytest.raises(NotFoundError, match=f"did you mean {operation.id}"):
        record.operation(operation.id + "x")
    with pytest.raises(NotFoundError, match="departures operations"):
        record.operation("nothing")


def test_the_number_of_queries_does_not_grow_with_the_record(record: Record, file: Path) -> None:
    def queries() -> int:
        seen: list[str] = []
        engine = engine_for(record.address.url)

        def note(_: object, __: object, statement: str, *rest: object) -> None:
            seen.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        for operation in record.operations():
            record.sources(operation)
            record.claims_of(operation)
        record.documents()
        record.claims()
        record.findings()
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    record.add(FORTY)
    record.refresh()
    few = queries()
    for number in range(20):
        record.add(reading_of(f"{number + 41}", number + 41, number + 41, f"Paper {number}"))
    record.refresh()
    assert len(record.operations()) == 1
    assert queries() == few


def test_a_text_that_not_every_database_holds_is_refused_in_one_sentence(record: Record) -> None:
    with pytest.raises(BadInputError, match="U\\+0000"):
        record.add(Reading(document=Document.of("40 people flew\0 out."), claims=()))
    assert record.kept() == []


def test_documents_are_asked_for_by_as_many_ids_as_one_likes(record: Record) -> None:
    reading = reading_of("40", 40, 40, "A paper")
    record.add(reading)
    ids = [reading.document.id, *(f"sha256:{number:064x}" for number in range(70_000))]
    assert [held.id for held in record.documents(ids)] == [reading.document.id]
    assert [held.id for held in record.texts(ids)] == [reading.document.id]
    assert record.findings(ids) == []


def test_a_list_is_walked_on_whatever_is_added_and_renamed_meanwhile(record: Record) -> None:
    for day in (3, 8, 13, 18):
        record.add(reading_of("47", 47, 47, f"Agency {day}", on=day))
    first = record.operations(limit=2)
    place = OperationPlace(date(2025, 5, 13), first[-1].id + "-renamed-by-now")
    record.add(reading_of("50", 50, 50, "Agency 23", on=23))
    left = record.operations(after=place)
    assert [each.date.earliest.day for each in left if each.date and each.date.earliest] == [8, 3]


def test_documents_of_one_day_are_walked_one_by_one(record: Record) -> None:
    for source in ("One", "Two", "Three"):
        record.add(reading_of("47", 47, 47, source))
    whole, walked = record.documents(), []
    after = None
    while part := record.documents(limit=1, after=after):
        after = DocumentPlace(part[0].published, part[0].added, part[0].id)
        walked += part
    assert walked == whole
