"""Languages: which one a reader gets, and that dates, numbers and countries follow it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.tongue import phrases
from departures.tongue.languages import OFFERED, choose, language, speak, speaking


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        ([], "en"),
        (["es"], "es"),
        (["", "ru", "es"], "ru"),
        (["xx", "", "es-MX,es;q=0.9,en;q=0.8"], "es"),
        (["de,ru;q=0.4,es;q=0.7"], "es"),
        (["es;q=0, ru;q=0.1"], "ru"),
        (["es;q=many, ru"], "ru"),
        (["de-DE,fr"], "en"),
    ],
)
def test_the_first_wish_that_can_be_met(wishes: list[str], code: str) -> None:
    assert choose(*wishes) == code


@given(st.text())
def test_no_header_breaks_the_choice(header: str) -> None:
    assert choose(header) in OFFERED


def test_dates_numbers_and_countries_follow_the_language() -> None:
    day = date(2025, 4, 30)
    said = {}
    for code in OFFERED:
        with speak(code):
            said[code] = (phrases.day(day), phrases.number(1445549), phrases.country("US"))
    assert said == {
        "en": ("30 April 2025", "1,445,549", "United States"),
        "es": ("30 de abril de 2025", "1.445.549", "Estados Unidos"),
        "ru": ("30 апреля 2025\u202fг.", "1\xa0445\xa0549", "Соединенные Штаты"),
    }


def test_a_language_ends_with_its_block() -> None:
    with speak("es"), speak("ru"):
        pass
    assert speaking.get(None) is None
    assert language("xx").code == "en"
