"""The figures of the files at hand, as a count gives them."""

from datetime import date

import pytest

from departures.errors import BadInputError
from departures.releases import Shelf

FULL = "removals-by-citizenship"


@pytest.mark.parametrize(("year", "removals"), [(2017, 226_119), (2018, 256_085)])
def test_total_of_a_fiscal_year(official: Shelf, year: int, removals: int) -> None:
    assert official.count(FULL, fiscal_year=year, release=FULL).figure == removals


@pytest.mark.parametrize(("year", "removals"), [(2017, 28), (2018, 41)])
def test_one_citizenship_in_the_full_table(official: Shelf, year: int, removals: int) -> None:
    answer = official.count(FULL, citizenship="UZ", fiscal_year=year, release=FULL)
    assert answer.figure == removals


@pytest.mark.parametrize(
    ("year", "removals"),
    [(2019, 45), (2020, 49), (2021, 21), (2022, 55), (2023, 88), (2024, 572)],
)
def test_one_citizenship_year_by_year(official: Shelf, year: int, removals: int) -> None:
    answer = official.count(FULL, citizenship="UZ", fiscal_year=year)
    assert answer.figure == removals
    assert answer.period is not None
    assert (answer.period.first, answer.period.last) == (date(year - 1, 10, 1), date(year, 9, 30))


@pytest.mark.parametrize(("country", "people"), [("UZ", 975), ("KZ", 369), ("KG", 319)])
def test_docket_is_a_stock_on_one_day(official: Shelf, country: str, people: int) -> None:
    answer = official.count("docket", citizenship=country)
    assert answer.figure == people
    assert answer.definition.stock
    assert answer.period is not None
    assert answer.period.basis == "as_of"
    assert answer.period.first == answer.period.last == date(2024, 11, 24)


def test_the_total_row_of_the_docket_answers_for_all_and_is_added_to_nothing(
    official: Shelf,
) -> None:
    assert official.count("docket").figure == 1_445_549


def test_passengers_of_ice_air(official: Shelf) -> None:
    assert official.release("arts-flights").rows == 42_982
    assert official.count("arts-flights").figure == 1_732_610
    assert official.count("arts-flights", where={"dropoff": "UTTT"}).figure == 3


def test_weeks_of_several_releases_are_a_caveat_and_no_sum(official: Shelf) -> None:
    answer = official.count("removals-weekly", fiscal_year=2018)
    assert answer.figure is None
    assert any("several releases" in caveat.text for caveat in answer.caveats)
    assert official.count("removals-weekly", fiscal_year=2005).figure == 182_463


def test_rows_of_different_people_that_look_alike_are_all_there(official: Shelf) -> None:
    release = official.release("removals-seattle-2019")
    assert (release.rows, release.duplicates) == (26_913, 0)


def test_a_small_number_of_people_is_withheld_and_a_published_count_is_not(
    official: Shelf,
) -> None:
    people = official.count("removals-seattle", citizenship="UZ", fiscal_year=2018)
    assert people.figure is None
    assert people.withheld
    assert official.count(FULL, citizenship="TM", fiscal_year=2018).figure == 2


def test_another_year_than_the_release_covers_is_unknown_not_none(official: Shelf) -> None:
    answer = official.count("removals-seattle", fiscal_year=2024)
    assert answer.figure is None
    assert not answer.withheld
    assert any("outside" in caveat.text for caveat in answer.caveats)


def test_a_country_that_no_release_lists_is_unknown(official: Shelf) -> None:
    answer = official.count(FULL, citizenship="MN", fiscal_year=2024)
    assert answer.figure is None
    assert any("no row" in caveat.text for caveat in answer.caveats)


def test_the_release_that_answers_is_asked_and_the_others_are_named(official: Shelf) -> None:
    answer = official.count(FULL, citizenship="MN", fiscal_year=2018)
    assert answer.release.id == FULL
    assert answer.others == ("removals-by-citizenship-selected",)


def test_a_table_of_fiscal_years_answers_for_no_calendar_year(official: Shelf) -> None:
    asked = {"first": date(2024, 1, 1), "last": date(2024, 12, 31)}
    answer = official.count(FULL, citizenship="UZ", **asked)  # type: ignore[arg-type]
    assert answer.figure is None


def test_nobody_is_asked_for_by_an_identifier(official: Shelf) -> None:
    with pytest.raises(BadInputError, match="tells people apart"):
        official.count("removals-seattle", by=["event_number"])


def test_two_releases_stand_side_by_side(official: Shelf) -> None:
    other = "removals-by-citizenship-selected"
    compared = official.compare(FULL, other, citizenship="UZ", fiscal_year=2018)
    assert (compared.left.figure, compared.right.figure, compared.difference) == (41, 41, 0)


def test_days_typed_by_hand_stay_beside_those_that_can_be_read(official: Shelf) -> None:
    assert official.count("observed-flights-yakima").figure == 114
    told = official.count("observed-flights-yakima", by=["day", "date_told"])
    assert {"day": None, "date_told": "Tudsay, June 22, 2021"} in [c.keys for c in told.cells]
