"""A copy of a record is the same record, whichever databases it goes between."""

from pathlib import Path

import pytest
from tests.record.conftest import reading_of

from departures.errors import RecordError
from departures.record import Record
from departures.record.copying import back_up, copy, restore
from departures.record.tables import KEPT

FORTY = reading_of("40", 40, 40, "The ministry")
MORE = reading_of("More than 30", 31, None, "A paper")


@pytest.fixture
def full(record: Record) -> Record:
    record.add(FORTY)
    record.add(MORE)
    record.decide("ada", {"act": "reject", "claim": MORE.claims[0].id, "field": "count"})
    return record


def held(record: Record) -> tuple[object, ...]:
    return record.operations(), record.claims(), record.findings(), record.decisions()


def test_a_copy_and_its_copy_hold_the_same(full: Record, tmp_path: Path) -> None:
    with Record.open(tmp_path / "copy.db") as target:
        told = copy(full, target)
        assert len(told) == len(KEPT)
        assert held(target) == held(full)
        assert [each.rows for each in told if each.table == "documents"] == [2]
        assert copy(target, full, replace=True) == copy(full, target, replace=True)
    assert held(full)[3]


def test_a_copy_goes_to_an_empty_record_only(full: Record, tmp_path: Path) -> None:
    with Record.open(tmp_path / "other.db") as target:
        target.add(FORTY)
        before = held(target)
        with pytest.raises(RecordError, match="--replace"):
            copy(full, target)
        assert held(target) == before
        with pytest.raises(RecordError, match="itself"):
            copy(full, full)


def test_a_backup_brings_back_what_was(full: Record, tmp_path: Path) -> None:
    before = held(full)
    file = tmp_path / "backup.db"
    back_up(full, file)
    assert sorted(path.name for path in tmp_path.glob("backup*")) == ["backup.db"]
    full.decide("ada", {"act": "reject", "claim": FORTY.claims[0].id})
    assert held(full) != before
    restore(file, full, replace=True)
    assert held(full) == before
    with pytest.raises(RecordError, match="already"):
        back_up(full, file)
