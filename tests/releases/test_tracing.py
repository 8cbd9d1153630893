"""An operation beside the tables: who was sent there on that day, or that nothing is known."""

import csv
from datetime import date
from pathlib import Path

import pytest
from tests.releases.conftest import OFFICIAL

from departures.releases import Shelf, trace
from departures.releases.airports import country_of, destinations
from departures.words import Date, Operation, Place

FILE = "ice_air_arts_flights_fy2011_fy2019.csv"
HEADER = ",MissionDate,R-T,PULOC,DropLoc,AlienMasterID\n"


def operation(day: date | None, country: str | None, origin: str = "US") -> Operation:
    words = {"start": 0, "end": 1, "text": "x"}
    return Operation(
        id="flight",
        modality="happened",
        claims=("c",),
        documents=("d",),
        date=Date(earliest=day, latest=day, **words) if day else None,
        origin=Place(name=origin, country=origin, **words),
        destination=Place(name="there", country=country, **words) if country else None,
    )


@pytest.fixture
def flights(shelf: Shelf, tmp_path: Path) -> Shelf:
    rows = (
        "0,2015-03-02,R,KAEX,MGGT,90\n1,2015-03-02,R,KIWA,MGGT,40\n2,2015-03-02,R,KAEX,KBRO,70\n"
        "3,2015-03-03,R,KAEX,MGGT,11\n4,2015-03-03,R,KIWA,MMMX,80\n"
    )
    (tmp_path / "arts.csv").write_text(HEADER + rows, encoding="utf-8")
    shelf.add(tmp_path / "arts.csv")
    return shelf


def test_who_was_sent_there_on_that_day_by_airport(flights: Shelf) -> None:
    (answer,) = trace(operation(date(2015, 3, 2), "GT"), flights).answers
    assert answer.figure == 130
    assert {(cell.keys["pickup"], cell.figure) for cell in answer.cells} == {
        ("KAEX", 90),
        ("KIWA", 40),
    }


def test_an_airport_at_the_border_is_no_destination(flights: Shelf) -> None:
    found = trace(operation(date(2015, 3, 2), "MX"), flights)
    (answer,) = found.answers
    assert answer.figure is None
    assert any("no row" in caveat.text for caveat in answer.caveats)
    by = flights.count("arts-flights", by=["departure"]).cells
    assert {(cell.keys["departure_code"], cell.figure) for cell in by} == {
        (None, 70),
        ("GT", 141),
        ("MX", 80),
    }


@pytest.mark.parametrize(
    ("day", "country", "origin", "why"),
    [
        (date(2025, 4, 30), "UZ", "US", "No release of arts-flights covers 2025-04-30"),
        (None, "UZ", "US", "The day is not known"),
        (date(2015, 3, 2), None, "US", "country of destination is not known"),
        (date(2015, 3, 2), "US", "US", "no destination"),
        (date(2015, 3, 2), "DE", "FR", "began elsewhere"),
    ],
)
def test_what_can_not_be_looked_up_is_unknown(
    flights: Shelf, day: date | None, country: str | None, origin: str, why: str
) -> None:
    found = trace(operation(day, country, origin), flights)
    assert found.answers == ()
    assert why in found.unknown[0]


def test_an_empty_shelf_knows_nothing(shelf: Shelf) -> None:
    assert "no table" in trace(operation(date(2015, 3, 2), "GT"), shelf).unknown[0]


def test_a_mission_of_the_official_table_is_found(official: Shelf) -> None:
    with (OFFICIAL / FILE).open(encoding="utf-8") as file:
        expected = sum(
            int(row["AlienMasterID"])
            for row in csv.DictReader(file)
            if row["MissionDate"] == "2016-05-10" and row["DropLoc"].startswith("MG")
        )
    found = trace(operation(date(2016, 5, 10), "GT"), official)
    assert [each.figure for each in found.answers if each.release.table == "arts-flights"] == [
        expected
    ]


@pytest.mark.parametrize(
    ("airport", "country"),
    [("UTTT", "UZ"), ("KAEX", "US"), ("PGUM", "GU"), ("MGGT", "GT"), ("HSSJ", "SS"), ("1", None)],
)
def test_the_country_of_an_airport(airport: str, country: str | None) -> None:
    assert country_of(airport) == country
    assert destinations([airport])[airport] == (None if country == "US" else country)
