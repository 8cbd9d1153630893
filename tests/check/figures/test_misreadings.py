"""What is said of a reported figure beside made-up releases: which rule, and which reading."""

from datetime import date
from pathlib import Path

import pytest

from departures.check import examine_figures
from departures.check.figures.examining import figure_rules
from departures.releases import open_shelf
from departures.releases.published import Figures
from departures.words import (
    Count,
    Date,
    Finding,
    Party,
    Span,
    StatisticClaim,
    claim_id,
    document_id,
)

MADE_UP = Path(__file__).parents[3] / "evals" / "releases"
DOCUMENT = document_id("a report")
FISCAL_2024 = (date(2023, 10, 1), date(2024, 9, 30))
YEAR_2024 = (date(2024, 1, 1), date(2024, 12, 31))
YEAR_2023 = (date(2023, 1, 1), date(2023, 12, 31))
AUGUST = (date(2024, 8, 1), date(2024, 8, 31))
UZBEKS = {"population": ("UZ",)}
SOON = {"measure": "docket", "modality": "possible"}
TO_UZBEKISTAN = {"destination": ("UZ",)}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    shelf = open_shelf(tmp_path_factory.mktemp("releases"))
    shelf.add(MADE_UP / "removals-made-up.csv")
    shelf.add(MADE_UP / "docket-made-up.csv")
    return Figures(shelf)


def claim(
    lower: int | None,
    upper: int | None,
    days: tuple[date, date] | None,
    words: str = "ICE removed them",
    **fields: object,
) -> StatisticClaim:
    """A statistic of removals, unless `fields` say otherwise."""
    quote = Span(start=0, end=len(words), text=words)
    when = {"earliest": days[0], "latest": days[1]} if days else {}
    return StatisticClaim.model_validate(
        {
            "id": claim_id(DOCUMENT, "statistic", quote, f"{lower} {upper}"),
            "document": DOCUMENT,
            "quote": quote,
            "reader": "person/test",
            "measure": "removals",
            "count": Count(start=0, end=3, text="572", lower=lower, upper=upper),
            "period": Date(start=0, end=3, text="now", **when) if days else None,
            **fields,
        }
    )


def noticed(figures: Figures, *told: StatisticClaim) -> dict[str, Finding]:
    """The findings by rule."""
    return {found.rule: found for found in examine_figures(told, figures)}


def test_a_right_figure_is_found_with_its_release_and_query(figures: Figures) -> None:
    [(rule, found)] = noticed(figures, claim(638, 638, FISCAL_2024, **UZBEKS)).items()
    assert (rule, found.answer, found.weight) == ("R01", "yes", "note")
    assert "638 removals by US Immigration and Customs Enforcement of citizens of" in found.text
    assert "fiscal year 2024 (2023-10-01 to 2024-09-30)" in found.text
    [released] = [rest for rest in found.evidence if rest.kind == "release"]
    assert released.id == "removals-by-citizenship"
    assert released.query
    assert released.query.endswith("--citizenship UZ --fiscal-year 2024")


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ({"R02"}, claim(638, 638, YEAR_2024, **UZBEKS)),
        ({"R02"}, claim(638, 638, (date(2024, 1, 1), date(2024, 9, 30)), **UZBEKS)),
        ({"R02", "R04"}, claim(638, 638, (date(2023, 9, 1), date(2024, 9, 30)), **TO_UZBEKISTAN)),
        ({"R03"}, claim(1147, 1147, AUGUST, **UZBEKS)),
        ({"R03"}, claim(1147, 1147, None, **UZBEKS)),
        ({"R03"}, claim(638, 638, FISCAL_2024, **UZBEKS, measure="docket")),
        ({"R03"}, claim(1147, 1147, AUGUST, **UZBEKS, measure="docket", modality="possible")),
        (
            {"R02", "R03"},
            claim(1147, 1147, YEAR_2023, **UZBEKS, measure="docket", modality="possible"),
        ),
        ({"R04"}, claim(638, 638, FISCAL_2024, **TO_UZBEKISTAN)),
        ({"R05"}, claim(80_102, 80_102, FISCAL_2024, "DHS removed them")),
        ({"R06"}, claim(6_380, 6_380, FISCAL_2024, **UZBEKS)),
        ({"R06"}, claim(612_370, 612_370, FISCAL_2024, population=("GT",))),
        ({"R07"}, claim(638, 638, YEAR_2023, **UZBEKS)),
        ({"R07"}, claim(93, 93, FISCAL_2024, **UZBEKS)),
        ({"R08"}, claim(641, None, FISCAL_2024, **UZBEKS)),
        ({"R08"}, claim(81_001, None, FISCAL_2024)),
        ({"R08"}, claim(639, None, FISCAL_2024, **UZBEKS)),
    ],
)
def test_a_misreading_is_explained(figures: Figures, rules: set[str], told: StatisticClaim) -> None:
    found = noticed(figures, told)
    assert set(found) == rules
    assert all(each.answer == "yes" for each in found.values())
    assert any(rest.kind == "release" for each in found.values() for rest in each.evidence)


@pytest.mark.parametrize(
    "told",
    [
        claim(640, 640, FISCAL_2024, **UZBEKS),
        claim(600, 600, FISCAL_2024, **UZBEKS),
        claim(601, None, FISCAL_2024, **UZBEKS),
        claim(200, 999, FISCAL_2024, **UZBEKS),
        claim(1147, 1147, AUGUST, **UZBEKS, measure="docket"),
        claim(80_000, 80_000, FISCAL_2024),
        claim(80_102, 80_102, FISCAL_2024, "ICE, a part of DHS, removed them"),
        claim(80_102, 80_102, FISCAL_2024, "Figures from DHS show them"),
    ],
)
def test_a_figure_that_is_right_is_no_misreading(figures: Figures, told: StatisticClaim) -> None:
    found = noticed(figures, told)
    assert [(rule, each.answer) for rule, each in found.items()] == [("R01", "yes")]


@pytest.mark.parametrize(
    "told",
    [
        claim(637, 637, YEAR_2024, **UZBEKS),
        claim(638, 638, (date(2021, 10, 1), date(2022, 9, 30)), population=("FR",)),
        claim(27, 27, (date(2025, 4, 1), date(2025, 4, 30)), population=("KZ",)),
        claim(638, 638, (date(2024, 10, 1), date(2025, 9, 30)), **UZBEKS),
        claim(120, 120, YEAR_2024, **UZBEKS, measure="arrests"),
    ],
)
def test_what_no_release_has_is_unknown_and_says_what_is_missing(
    figures: Figures, told: StatisticClaim
) -> None:
    [(rule, found)] = noticed(figures, told).items()
    assert (rule, found.answer, found.weight) == ("R01", "unknown", "note")
    assert found.missing


def test_what_the_release_leaves_out_is_said(figures: Figures) -> None:
    found = noticed(figures, claim(637, 637, YEAR_2024, **UZBEKS))["R01"]
    assert "says nothing against the report" in found.text
    assert "not by the whole Department of Homeland Security" in found.text


def test_a_larger_number_of_the_same_agency_is_a_question_a_smaller_one_a_note(
    figures: Figures,
) -> None:
    larger, smaller, others = (
        noticed(figures, claim(number, number, FISCAL_2024, words, **UZBEKS))["R01"]
        for number, words in ((901, "ICE removed"), (301, "ICE removed"), (901, "DHS removed"))
    )
    assert [each.answer for each in (larger, smaller, others)] == ["no"] * 3
    assert [each.weight for each in (larger, smaller, others)] == ["question", "note", "note"]


def test_the_figure_of_the_year_that_is_told_stands_beside(figures: Figures) -> None:
    found = noticed(figures, claim(93, 93, FISCAL_2024, **UZBEKS))["R07"]
    assert "93 removals" in found.text
    assert "638 removals" in found.text


def test_other_states_and_several_countries_are_not_examined(figures: Figures) -> None:
    foreign = Party(start=0, end=3, text="xxx", name="a ministry", country="DE")
    told = [
        claim(638, 638, FISCAL_2024, **UZBEKS, agency=foreign),
        claim(638, 638, FISCAL_2024, **UZBEKS, origin=("TR",)),
        claim(638, 638, FISCAL_2024, population=("UZ", "KZ")),
        claim(638, 638, FISCAL_2024, **UZBEKS, measure="flights"),
    ]
    assert not noticed(figures, *told)


def test_an_empty_shelf_answers_unknown(tmp_path: Path) -> None:
    empty = Figures(open_shelf(tmp_path))
    [(rule, found)] = noticed(empty, claim(638, 638, FISCAL_2024, **UZBEKS)).items()
    assert (rule, found.answer) == ("R01", "unknown")
    assert found.missing == (
        "an official release that counts citizens of Uzbekistan from 2023-10-01 to 2024-09-30",
    )


def test_there_are_eight_rules() -> None:
    assert list(figure_rules()) == [f"R0{number}" for number in range(1, 9)]
