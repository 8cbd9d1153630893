"""Who acts, by the words around a figure."""

import pytest

from departures.check.figures.phrasing import names_year, part_named, states_acting


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("ICE removed 20 people", "ice"),
        ("DHS removed 20 people", "dhs"),
        ("The Department of Homeland Security deported them", "dhs"),
        ("ICE, a part of DHS, removed them", "ice"),
        ("Border Patrol turned them back", "cbp"),
        ("According to the Department of Homeland Security, 20 were removed", None),
        ("DHS figures show 20 removals", None),
        ("Homeland Security said that 20 were removed", None),
        ("slices of ice, NICE and DICE", None),
    ],
)
def test_the_part_of_government_that_acts(words: str, part: str | None) -> None:
    assert part_named(words) == part


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Germany deported 20 Uzbeks", {"DE"}),
        ("Turkey has expelled 20", {"TR"}),
        ("20 were deported by Poland", {"PL"}),
        ("20 citizens of Senegal were deported", set()),
        ("The United States deported 20", {"US"}),
        ("20 were deported to Poland", set()),
    ],
)
def test_the_state_that_acts(words: str, states: set[str]) -> None:
    assert states_acting(words) == states


def test_a_year_that_is_named() -> None:
    assert names_year("93 in 2023 and 638 in 2024", 2023, 2024)
    assert names_year("up from 93 the year before", 2023, 2024)
    assert not names_year("638 in 2024", 2023, 2024)
    assert not names_year("up from 93 the year before", 2022, 2024)
    assert not names_year("20231 people", 2023, 2024)
