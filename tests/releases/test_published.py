"""The figures of a shelf, gathered once: what is among them, and what is never."""

from datetime import date
from pathlib import Path

import pytest

from departures.releases import About, Shelf, open_shelf
from departures.releases.answers import Whom
from departures.releases.published import Figures, figures_in
from departures.releases.synthetic import layout_of, write_csv, write_workbook

MADE_UP = Path(__file__).parents[2] / "evals" / "releases"
UZBEKS = Whom("citizenship", "UZ")
PEOPLE = layout_of("removals-uwchr-2023")


def people(path: Path, days: list[date], country: str = "UZBEKISTAN") -> Path:
    """A table of made-up people, one for each day."""
    given = [column.given for column in PEOPLE.columns]
    told = {"Departed_Date": str, "Citizenship_Country": lambda day: country}
    rows = [[told[name](day) if name in told else "" for name in given] for day in days]
    lines = [",".join(cells) for cells in (given, *rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def each_month(many: int) -> list[date]:
    """So many people on the first, and on the last but one, day of each month of two years."""
    months = [date(year, month, 1) for year in (2020, 2021) for month in range(1, 13)]
    return [day for month in months for day in (month, month.replace(day=28)) for _ in range(many)]


@pytest.fixture
def counts(shelf: Shelf) -> Figures:
    shelf.add(MADE_UP / "removals-made-up.csv")
    shelf.add(MADE_UP / "docket-made-up.csv")
    return Figures(shelf)


def test_fiscal_years_of_a_country_and_of_all(counts: Figures) -> None:
    first, last = date(2023, 10, 1), date(2024, 9, 30)
    [uzbeks] = counts.of("removals", UZBEKS, first, last)
    [all_people] = counts.of("removals", None, first, last)
    assert (uzbeks.value, all_people.value) == (638, 80_102)
    assert not counts.of("removals", UZBEKS, date(2024, 1, 1), date(2024, 12, 31))
    assert not counts.of("removals", Whom("departure", "UZ"), first, last)


def test_a_stock_is_of_its_day_and_its_total_is_the_tables_own(counts: Figures) -> None:
    day = date(2024, 8, 18)
    [stock] = counts.of("docket", UZBEKS, day, day)
    [total] = counts.of("docket", None, day, day)
    assert (stock.value, total.value) == (1_147, 512_846)
    assert not counts.of("removals", UZBEKS, day, day)


@pytest.mark.parametrize("whom", [UZBEKS, None])
def test_the_query_gives_the_figure_again(counts: Figures, shelf: Shelf, whom: Whom | None) -> None:
    for figure in counts.about(whom):
        options = dict(part.split(" ", 1) for part in figure.query.split(" --")[1:])
        again = shelf.count(
            options["table"],
            release=options["release"],
            citizenship=options.get("citizenship"),
            fiscal_year=int(options["fiscal-year"]) if "fiscal-year" in options else None,
            first=date.fromisoformat(options["from"]) if "from" in options else None,
            last=date.fromisoformat(options["to"]) if "to" in options else None,
        )
        assert again.figure == figure.value


def test_people_are_counted_over_whole_months(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(people(tmp_path / "people.csv", each_month(3)))
    figures = Figures(shelf)

    def asked(first: date, last: date) -> list[int]:
        return [each.value for each in figures.of("removals", UZBEKS, first, last)]

    assert asked(date(2020, 1, 1), date(2020, 12, 31)) == [72]
    assert asked(date(2020, 10, 1), date(2021, 9, 30)) == [72]
    assert asked(date(2020, 3, 1), date(2020, 3, 31)) == [6]
    assert asked(date(2020, 3, 1), date(2020, 4, 30)) == [12]
    assert asked(date(2020, 3, 2), date(2020, 4, 30)) == []
    assert asked(date(2019, 10, 1), date(2020, 9, 30)) == []


def test_few_people_are_withheld(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(people(tmp_path / "people.csv", each_month(2)))
    figures = Figures(shelf)
    assert not figures.of("removals", UZBEKS, date(2020, 3, 1), date(2020, 3, 31))
    assert figures.of("removals", UZBEKS, date(2020, 3, 1), date(2020, 4, 30))


def test_two_releases_of_a_table_answer_apart_the_newer_first(shelf: Shelf, tmp_path: Path) -> None:
    for many, year in ((3, 2022), (4, 2023)):
        file = people(tmp_path / f"{year}.csv", each_month(many))
        shelf.add(file, About(release=f"people-{year}", released=date(year, 1, 1)))
    found = Figures(shelf).of("removals", UZBEKS, date(2020, 1, 1), date(2020, 12, 31))
    assert [each.value for each in found] == [96, 72]


@pytest.mark.parametrize("name", ["removals-seattle-2019", "removals-weekly"])
def test_one_offices_part_and_weeks_have_no_figure(shelf: Shelf, tmp_path: Path, name: str) -> None:
    write_csv(layout_of(name), tmp_path / "table.csv", 400)
    shelf.add(tmp_path / "table.csv")
    assert Figures(shelf).tables == ()


def test_a_synthetic_table_has_no_figure(shelf: Shelf, tmp_path: Path) -> None:
    write_workbook(layout_of("removals-2025-07"), tmp_path / "table.xlsx", 400)
    shelf.add(tmp_path / "table.xlsx")
    assert Figures(shelf).tables == ()


def test_the_figures_of_a_folder_follow_what_is_added_to_it(tmp_path: Path) -> None:
    assert figures_in(tmp_path).tables == ()
    open_shelf(tmp_path).add(MADE_UP / "docket-made-up.csv")
    assert len(figures_in(tmp_path).tables) == 1
    assert figures_in(tmp_path) is figures_in(tmp_path)


def test_one_office_is_not_the_country(official: Shelf) -> None:
    assert {table.release.table for table in Figures(official).tables} == {
        "removals-by-citizenship",
        "docket",
    }
