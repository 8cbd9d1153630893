"""Days, addresses and names: what is refused, and that nothing of theirs spreads over lines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.collect import parse_day
from departures.collect.details import clean_name, day_of, first_line, one_line
from departures.errors import BadInputError


def test_a_day_is_an_iso_day() -> None:
    assert parse_day("2025-05-01") == date(2025, 5, 1)


@pytest.mark.parametrize(
    "words",
    ["2025-02-30", "2025-13-01", "0000-01-01", "0001-01-01", "9999-12-31", "20250501", "2025-W18-4",
     "1 May 2025", "", "2025-5-1", "٢٠٢٥-٠٥-٠١", "2025-05-01T00:00", "now"],
)  # fmt: skip
def test_anything_else_is_one_line(words: str) -> None:
    with pytest.raises(BadInputError, match="--published") as caught:
        parse_day(words)
    assert "\n" not in str(caught.value)


def test_the_day_of_a_time_is_the_one_its_publisher_wrote() -> None:
    assert day_of("2025-05-01T00:30:00+05:00") == date(2025, 5, 1)
    assert day_of("yesterday") is None


def test_the_headline_is_the_first_line_with_words() -> None:
    assert first_line("\n\n  A plane \t lands\r\nmore") == "A plane lands"
    assert first_line(" \n") is None
    assert clean_name(" \n") is None


@given(st.text())
def test_one_line_is_one_printable_line(words: str) -> None:
    line = one_line(words)
    assert line.isprintable()
    assert len(line) <= 500
