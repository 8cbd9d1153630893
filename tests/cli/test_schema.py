"""`departures schema`: what it prints describes what `departures read` prints."""

import json
from pathlib import Path

from tests.cli.conftest import Departures


def test_the_schema_names_every_part_of_a_reading(departures: Departures) -> None:
    schema = json.loads(departures("schema").out)
    parts = {"document", "claims", "operations", "findings", "withheld"}
    assert set(schema["properties"]) == parts
    assert "OperationClaim" in schema["$defs"]


def test_the_schema_is_written_to_a_file(departures: Departures, tmp_path: Path) -> None:
    assert departures("schema", "--out", tmp_path / "s.json").status == 0
    assert json.loads((tmp_path / "s.json").read_text()) == json.loads(departures("schema").out)
    assert departures("schema", "--out", tmp_path / "no" / "s.json").status == 2
