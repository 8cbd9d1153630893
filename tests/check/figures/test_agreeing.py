"""How numbers agree: what rounding may do, and what it may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.check.figures.agreeing import FARTHEST, agreement, rows_agree
from departures.words import Count


def count(lower: int | None, upper: int | None, *, approximate: bool = False) -> Count:
    return Count(start=0, end=1, text="x", lower=lower, upper=upper, approximate=approximate)


@pytest.mark.parametrize(
    ("told", "official", "agreed"),
    [
        (count(572, 572), 572, "exact"),
        (count(600, 600), 572, "rounded"),
        (count(570, 570), 572, "rounded"),
        (count(571, 571), 572, None),
        (count(571, 571, approximate=True), 572, "rounded"),
        (count(271_000, 271_000), 271_484, "rounded"),
        (count(272_000, 272_000), 271_484, None),
        (count(None, 599, approximate=True), 572, "rounded"),
        (count(None, 599, approximate=True), 600, None),
        (count(101, None), 131, "within"),
        (count(200, 999), 572, "within"),
        (count(None, 50), 28, "within"),
        (count(601, None), 572, "above"),
        (count(573, None), 572, "above"),
        (count(272_001, None), 271_484, "above"),
        (count(1001, None), 572, None),
        (count(5_720, 5_720), 572, "misplaced"),
        (count(57_200, 57_200), 572_000, "misplaced"),
        (count(410, 410), 41, None),
        (count(28, 28), 41, None),
    ],
)
def test_agreement(told: Count, official: int, agreed: str | None) -> None:
    assert agreement(told, official) == agreed


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_a_number_told_exactly_never_agrees_with_one_far_from_it(told: int, official: int) -> None:
    agreed = agreement(count(told, told), official)
    assert (agreed == "exact") == (told == official)
    if agreed == "rounded":
        assert abs(told - official) <= FARTHEST * official
        assert told % 10 == 0
    if agreed == "misplaced":
        assert str(told).rstrip("0") == str(official).rstrip("0")


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_more_than_so_many_agrees_with_no_more_than_a_place_below(told: int, official: int) -> None:
    agreed = agreement(count(told + 1, None), official)
    assert (agreed == "within") == (official > told)
    if agreed == "above":
        assert official <= told + 1


def test_rows_of_people_agree_within_three_percent() -> None:
    assert rows_agree(count(97, 97), 100)
    assert not rows_agree(count(96, 96), 100)
    assert not rows_agree(count(97, None), 100)
