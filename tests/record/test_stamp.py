"""What is shown by other rules or data is derived anew by itself."""

from pathlib import Path

from sqlalchemy import select, update
from tests.record.conftest import reading_of

from departures.record import Record
from departures.record.engine import reading, writing
from departures.record.stamp import _files, stamp
from departures.record.tables import derivation


def test_a_record_that_other_rules_derived_is_derived_anew(file: Path) -> None:
    record = Record.open(file)
    record.add(reading_of("104", 104, 104, "Paper"))
    shown = list(record.export())
    with writing(record.address) as connection:
        connection.execute(update(derivation).values(by="departures 0.1.0 of other rules"))
    assert list(record.export()) == shown
    with reading(record.address) as connection:
        assert connection.scalar(select(derivation.c.by)) == stamp()


def test_code_and_data_of_every_depth_are_stamped_and_nothing_else(tmp_path: Path) -> None:
    for name in ("rules.py", "data/us/orders.toml", "data/places.tsv", "notes.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = [path for path, _ in _files(tmp_path, "law")]
    assert found == ["law/data/places.tsv", "law/data/us/orders.toml", "law/rules.py"]
