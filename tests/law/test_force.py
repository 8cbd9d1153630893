"""Which orders had effect on a day and at an hour: the days that the shelf is asked about first."""

from datetime import date, datetime, time

import pytest

from departures import law
from departures.errors import BadInputError, NotFoundError
from departures.law import StandingOrder


def on(day: str, at: str | None = None, **given: str) -> dict[str, StandingOrder]:
    answer = law.in_force(
        date.fromisoformat(day), at=time.fromisoformat(at) if at else None, **given
    )
    return {held.order.id: held for held in answer.orders}


def test_the_injunction_had_effect_on_30_april_2025_and_its_reach_is_unknown() -> None:
    held = on("2025-04-30", nationality="KZ", destination="UZ")["dvd-pi-20250418"]
    assert held.standing.had_effect == "yes"
    assert held.covers.answer == "unknown"
    assert "the legal authority for each removal" in held.covers.missing
    assert held.order.ended_by == "dvd-scotus-20250623"


@pytest.mark.parametrize(
    ("hour", "state", "effect"),
    [
        ("17:25", "not made", "no"),
        ("17:45", "not made", "no"),
        ("18:45", "in force", "yes"),
        ("19:00", "in force", "yes"),
        ("21:26:00+00:00", "not made", "no"),
        ("23:26:00+00:00", "in force", "yes"),
    ],
)
def test_hours_tell_before_from_after_on_15_march_2025(hour: str, state: str, effect: str) -> None:
    stands = on("2025-03-15", hour)["jgg-tro-20250315"].standing
    assert (stands.state, stands.had_effect) == (state, effect)
    assert "18:45" in stands.why


def test_without_an_hour_the_day_of_an_order_is_unknown() -> None:
    stands = on("2025-03-15")["jgg-tro-20250315"].standing
    assert stands.had_effect == "unknown"
    assert stands.missing == ("the hour of the departure",)


def test_no_dvd_order_on_27_march_2025() -> None:
    assert not [id for id in on("2025-03-27") if id.startswith("dvd-")]


def test_the_stay_and_no_injunction_on_24_june_2025() -> None:
    held = on("2025-06-24")
    assert held["dvd-scotus-20250623"].standing.had_effect == "yes"
    assert "dvd-pi-20250418" not in held


@pytest.mark.parametrize("day", ["2026-06-24", "2026-07-01", "2026-07-16"])
def test_a_ruling_whose_mandate_is_withheld_is_made_and_not_effective(day: str) -> None:
    stands = on(day)["mrny-cadc-20260623"].standing
    assert (stands.state, stands.had_effect) == ("made, not effective", "no")
    assert on(day)["mrny-20250829"].standing.had_effect == "yes"


def test_an_expedited_removal_is_outside_the_class() -> None:
    held = on("2025-04-30", authority="expedited removal")["dvd-pi-20250418"]
    assert held.covers.answer == "no"


def test_an_hour_is_understood_in_washingtons_zone() -> None:
    answer = law.in_force(date(2025, 3, 15), at=time(17, 25))
    assert answer.at == datetime.fromisoformat("2025-03-15T17:25:00-04:00")


def test_every_answer_says_the_day_of_its_data() -> None:
    assert law.in_force(date(2027, 1, 1)).as_of == date(2026, 11, 24)
    assert law.in_force(date(2027, 1, 1)).beyond_data


def test_what_the_shelf_does_not_hold_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(NotFoundError, match="law cases"):
        law.case("nobody")
    with pytest.raises(BadInputError, match="expedited-removal"):
        law.in_force(date(2025, 4, 30), authority="because")
    with pytest.raises(BadInputError, match="calendar"):
        law.in_force(date.min, at=time.fromisoformat("00:00+00:00"))
