"""No cell of a table runs, hides or turns what it says."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.exports.cells import FORMULA_STARTS, cell_of, csv_lines


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_runs_as_a_formula(start: str) -> None:
    assert cell_of(f"{start}cmd|' /C calc'!A0").startswith("'")


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_cells_are_read_back_one_for_one_and_harmless(cells: list[str]) -> None:
    written = "".join(csv_lines(["x"] * len(cells), [cells]))
    _, row = csv.reader(io.StringIO(written, newline=""))
    assert row == [cell_of(cell) for cell in cells]
    assert not any(cell.startswith(FORMULA_STARTS) or "\u202e" in cell for cell in row)


def test_numbers_and_answers_are_plain() -> None:
    assert [cell_of(each) for each in (-5, True, False, None)] == ["-5", "yes", "no", ""]
