"""Archives of the record: whole, described, the same each time, and harmless in a spreadsheet."""

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import polars
import pytest
from tests.web.conftest import bulletin, courier, note, wire

from departures.exports import FORMATS, Format, bundle_name, write_bundle
from departures.exports.columns import tables
from departures.exports.terms import terms
from departures.record import Record
from departures.words import Reading

FLIGHT = "2025-04-30-us-uz-tashkent"
SITE = "https://record.example"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    record = Record.open(tmp_path / "record.db")
    for document, claims in (wire(), courier(), bulletin(), note()):
        record.add(Reading(document=document, claims=tuple(claims)))
    return record


def files_of(record: Record, format: Format, **having: str) -> dict[str, bytes]:
    """The files of an archive by name, without their folder."""
    made = io.BytesIO()
    with record.extract(having.items()) as extract:
        write_bundle(extract, format, made, SITE)
        folder = bundle_name(extract, format)
    with zipfile.ZipFile(made) as archive:
        assert all(name.startswith(f"{folder}/") for name in archive.namelist())
        return {name.removeprefix(f"{folder}/"): archive.read(name) for name in archive.namelist()}


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode())))


@pytest.mark.parametrize("format", FORMATS)
def test_every_archive_tells_licence_citation_and_day(record: Record, format: Format) -> None:
    files = files_of(record, format)
    day = str(record.state().day)
    readme, package = files["README.md"].decode(), json.loads(files["datapackage.json"])
    cited = terms().cited(date.fromisoformat(day), SITE)
    assert day in cited and SITE in cited
    assert cited in readme and cited == package["citation"]
    assert terms().licence_address in readme
    assert package["licenses"][0]["name"] == terms().licence
    resources = {each["path"] for each in package["resources"]}
    assert resources == files.keys() - {"README.md", "datapackage.json"}


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_record_gives_the_same_bytes(record: Record, format: Format) -> None:
    assert files_of(record, format) == files_of(record, format)


def test_tables_have_the_columns_that_are_told_and_every_value(record: Record) -> None:
    files = files_of(record, "csv")
    for name, told in tables().items():
        assert files[f"{name}.csv"].decode().splitlines()[0].split(",") == list(told.names)
        assert table(files, name)
    operation = record.operation(FLIGHT)
    counts = [
        row["words"]
        for row in table(files, "values")
        if row["operation"] == FLIGHT and row["field"] == "count"
    ]
    told_counts = [entry.value for entry in operation.values["count"].asserted]
    assert counts == [value.text for value in told_counts if hasattr(value, "text")]
    assert {row["id"] for row in table(files, "claims")} == {each.id for each in record.claims()}


def test_values_stand_where_the_table_says(record: Record) -> None:
    texts = {each.id: each.text for each in record.texts(record.kept())}
    for row in table(files_of(record, "csv"), "values"):
        if row["start"] and ";" not in row["words"]:
            assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["words"]


def test_parquet_holds_the_same_rows_with_their_types(record: Record) -> None:
    of_csv, of_parquet = files_of(record, "csv"), files_of(record, "parquet")
    for name in tables():
        frame = polars.read_parquet(io.BytesIO(of_parquet[f"{name}.parquet"]))
        assert frame.height == len(table(of_csv, name))
    values = polars.read_parquet(io.BytesIO(of_parquet["values.parquet"]))
    assert values.schema["lower"] == polars.Int64 and values.schema["earliest"] == polars.Date


def test_an_archive_is_narrowed_to_operations_with_a_facet(record: Record) -> None:
    files = files_of(record, "csv", carrier="Uzbekistan Airways")
    assert {row["id"] for row in table(files, "operations")} == {FLIGHT}
    told = {row["document"] for row in table(files, "claims")}
    assert told == {row["id"] for row in table(files, "documents")}
    assert "carrier Uzbekistan Airways" in files["README.md"].decode()
    nothing = files_of(record, "csv", carrier="=1+1")
    assert table(nothing, "operations") == table(nothing, "claims") == []


def test_entities_have_the_properties_that_their_schema_has(record: Record) -> None:
    thing = {"name", "summary", "country", "sourceUrl", "publisher", "proof"}
    event = thing | {"startDate", "endDate", "recordId", "organizer", "involved"}
    allowed = {
        "Event": event,
        "Trip": event | {"startLocation", "endLocation"},
        "Company": thing,
        "LegalEntity": thing,
        "PublicBody": thing,
        "Address": {"full", "country"},
        "Article": thing | {"title", "publishedAt", "language"},
    }
    lines = files_of(record, "ftm")["entities.ftm.json"].decode().splitlines()
    entities = [json.loads(line) for line in lines]
    ids = [entity["id"] for entity in entities]
    assert len(ids) == len(set(ids))
    for entity in entities:
        assert set(entity["properties"]) <= allowed[entity["schema"]]
        assert all(values and all(values) for values in entity["properties"].values())
        for tie in ("proof", "involved", "organizer", "startLocation", "endLocation"):
            assert set(entity["properties"].get(tie, ())) <= set(ids)
    assert {"Trip", "Company", "Article"} <= {entity["schema"] for entity in entities}


def test_an_empty_record_gives_archives_too(tmp_path: Path) -> None:
    empty = Record.open(tmp_path / "empty.db")
    for format in FORMATS:
        assert "no day" in files_of(empty, format)["README.md"].decode()
