"""When two values agree: the conventions of docs/evaluate.md, one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.evaluate.comparing import (
    Bounds,
    bounds_agree,
    bounds_of,
    dates_agree,
    interval_of_label,
    names_agree,
)

bounds = st.builds(Bounds, st.none() | st.integers(0, 9999), st.none() | st.integers(0, 9999))
days = st.dates().map(str) | st.sampled_from(["2025", "2025-04", "2024-02/2024-05", "2024/2025"])


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("federal police", "Germany's federal police", True),
        ("Anna Berg", "Interior Minister Berg", True),
        ("Anna Berg", "Karl Holm", False),
        ("", "Karl Holm", False),
        (None, None, False),
    ],
)
def test_names_agree_where_half_of_the_shorter_is_in_the_longer(
    one: str | None, other: str | None, agree: bool
) -> None:
    assert names_agree(one, other) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (Bounds(131, 131), Bounds(131, 131), True),
        (Bounds(100, None), Bounds(101, None), True),
        (Bounds(100, None), Bounds(102, None), False),
        (Bounds(100, None), Bounds(100, 100), False),
        (Bounds(None, 299), Bounds(None, 300), True),
        (Bounds(14_500, 14_500), Bounds(14_490, 14_500), True),
        (None, None, False),
    ],
)
def test_bounds_agree_within_one_unit(
    one: Bounds | None, other: Bounds | None, agree: bool
) -> None:
    assert bounds_agree(one, other) is agree


def test_only_the_start_of_a_vague_number_counts() -> None:
    assert bounds_of(200, 999, "hundreds of") == Bounds(200, None)
    assert bounds_of(200, 999, "200 to 999") == Bounds(200, 999)
    assert bounds_of(None, None, "many") is None


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2025-04-30", "2025-04-30", True),
        ("2025-04-30", "2025-05-01", False),
        ("2025-04-29/2025-04-30", "2025-04-30", True),
        ("2025-04", "2025-04-30", False),
        ("2025-04", "2025-04-15/2025-05-15", True),
        ("2024", "2024-01-01/2024-12-31", True),
        ("2024", "2024-06", False),
    ],
)
def test_dates_agree_where_they_meet_and_are_about_as_wide(
    one: str, other: str, agree: bool
) -> None:
    assert dates_agree(interval_of_label(one), interval_of_label(other)) is agree


@pytest.mark.parametrize(
    "written", ["spring", "2025-Q1", "2025-13", "2025-04-40", "30.04.2025", "2025/2024", "25-04"]
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=written):
        interval_of_label(written)


@given(bounds, bounds)
def test_bounds_are_compared_alike_both_ways(one: Bounds, other: Bounds) -> None:
    assert bounds_agree(one, other) == bounds_agree(other, one)
    assert bounds_agree(one, one)


@given(days, days)
def test_dates_are_compared_alike_both_ways(one: str, other: str) -> None:
    first, second = interval_of_label(one), interval_of_label(other)
    assert dates_agree(first, second) == dates_agree(second, first)
    assert dates_agree(first, first)


@given(st.text(), st.text())
def test_names_are_compared_alike_both_ways(one: str, other: str) -> None:
    assert names_agree(one, other) == names_agree(other, one)
