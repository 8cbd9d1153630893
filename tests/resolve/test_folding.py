"""Names of cities under their several spellings, and names that only look alike."""

import pytest

from departures.resolve.folding import alike, joined
from departures.words.folding import folded_words


def test_words_are_folded_without_capitals_accents_and_punctuation() -> None:
    assert folded_words("“Bogotá”, N'Djamena!") == ["bogota", "n", "djamena"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kyiv", "Kiev"),
        ("Almaty", "Alma-Ata"),
        ("Tashkent", "Toshkent"),
        ("Pristina", "Prishtina"),
        ("Bogotá", "Bogota"),
        ("Erbil", "Hewler"),
    ],
)
def test_one_city_under_two_names(one: str, other: str) -> None:
    assert alike(joined(one), joined(other))
    assert alike(joined(other), joined(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tashkent", "Samarkand"),
        ("Bern", "Berlin"),
        ("Almaty", "Astana"),
        ("Conakry", "Kandahar"),
    ],
)
def test_two_cities(one: str, other: str) -> None:
    assert not alike(joined(one), joined(other))


@pytest.mark.parametrize("hostile", ["", "\u0300", "İ", "ß", "\x00"])
def test_whatever_the_name_nothing_raises(hostile: str) -> None:
    assert alike(joined(hostile), joined(hostile))
    assert not alike(joined(hostile), "tashkent")
