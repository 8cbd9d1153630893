"""No small group of people is named, and none can be worked out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.releases import Answer, Cell, Question, Shelf
from departures.releases.answers import Source
from departures.releases.definitions import definition
from departures.releases.withholding import withheld

HEADER = (
    "Area_of_Responsibility,Departed_Date,Case_Close_Date,Apprehension_Method_Code,"
    "Processing_Disposition_Code,Citizenship_Country,Gender,Removal_Threat_Level,"
    "Final_Charge_Section,Alien_File_Number,Arrest_Date,Processing_Disposition,Removal_Date,"
    "Case_Closed_Date\n"
)


def answer_of(figures: list[int], floor: int) -> Answer:
    return Answer(
        question=Question(table="removals", by=("citizenship_code",)),
        figure=sum(figures),
        unit="removals",
        cells=tuple(
            Cell(keys={"citizenship_code": f"{k}"}, figure=n) for k, n in enumerate(figures)
        ),
        period=None,
        release=Source(
            id="r",
            table="removals",
            title="",
            agency="",
            kind="individual",
            released=None,
            dated=False,
            first=None,
            last=None,
            source=None,
            licence=None,
            synthetic=True,
        ),
        definition=definition("removal"),
        caveats=(),
        query="",
        floor=floor,
    )


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12), st.integers(1, 12))
def test_no_group_below_the_floor_is_named_or_is_what_the_others_leave(
    figures: list[int], floor: int
) -> None:
    answer = withheld(answer_of(figures, floor))
    if answer.figure is None:
        assert sum(figures) < floor
        assert answer.cells == ()
        return
    named = [cell.figure for cell in answer.cells if not cell.merged]
    rest = sum(figures) - sum(n or 0 for n in named)
    assert all(n is not None and n >= floor for n in named)
    assert rest == 0 or (rest >= floor and len(figures) - len(named) >= 2)
    assert sum(cell.figure or 0 for cell in answer.cells) == answer.figure
    assert all(not cell.keys for cell in answer.cells if cell.merged)


def people(path: Path, *groups: tuple[str, str, int]) -> Path:
    rows = [
        f"SEA,2018-01-02,,,,{country},{gender},,,,,,,\n"
        for country, gender, count in groups
        for _ in range(count)
    ]
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


def test_the_one_small_group_is_hidden_with_the_next(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(
        people(tmp_path / "a.csv", ("PERU", "Male", 9), ("INDIA", "Male", 6), ("CHAD", "", 1))
    )
    answer = shelf.count("removals", by=["citizenship"])
    assert [(cell.keys, cell.figure) for cell in answer.cells] == [
        ({"citizenship_code": "PE"}, 9),
        ({}, 7),
    ]


@pytest.mark.parametrize(("gender", "figure"), [("Male", None), ("Female", None)])
def test_who_is_left_out_by_a_condition_is_not_given_away(
    shelf: Shelf, tmp_path: Path, gender: str, figure: int | None
) -> None:
    shelf.add(people(tmp_path / "a.csv", ("PERU", "Male", 9), ("PERU", "Female", 2)))
    assert shelf.count("removals", citizenship="PE").figure == 11
    answer = shelf.count("removals", citizenship="PE", where={"gender": gender})
    assert answer.figure == figure
    assert answer.withheld
