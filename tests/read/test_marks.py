"""Marks: one pass must find for each layer what the layer would find by itself."""

from datetime import date

import pytest
from hypothesis import given, strategies

from departures.read.dates import find_dates
from departures.read.frames.orders import find_orders
from departures.read.frames.pacts import pact_words
from departures.read.language import language
from departures.read.marks import find_marks
from departures.read.numbers import find_numbers
from departures.read.places import find_places
from departures.read.speech import find_speech

PUBLISHED = date(2025, 5, 15)
TEXTS = (
    "",
    "At least 47 Uzbeks were deported on 30 April, the ministry said; dozens more wait.",
    "A court in Tacoma ordered on Friday that Georgia’s pact with the U.S. be stayed.",
    "“Nobody told us,” Ana Ruiz, a lawyer, said last Friday. No. 25-cv-1904, 1,445 pages, ٣ days.",
)


def _agrees(text: str) -> None:
    words = language("en")
    page = words.lay_out(text)
    marks = find_marks(page, "en")
    assert words.lexicon.find(page, marks.hits) == words.lexicon.find(page)
    assert find_numbers(page, "en", marks.numbers) == find_numbers(page)
    assert find_dates(page, PUBLISHED, "en", marks.dates) == find_dates(page, PUBLISHED)
    assert find_speech(page, "en", marks.speech) == find_speech(page)
    places, peoples = find_places(page, "en", marks.places)
    assert (places, peoples) == find_places(page)
    dates = find_dates(page, PUBLISHED)
    assert find_orders(page, dates, marks.courts) == find_orders(page, dates)
    assert pact_words().find(page, marks.pacts) == pact_words().find(page)


@pytest.mark.parametrize("text", TEXTS)
def test_marks_are_where_each_layer_looks_by_itself(text: str) -> None:
    _agrees(text)


@given(strategies.lists(strategies.sampled_from(" ".join(TEXTS).split()), max_size=40))
def test_marks_agree_on_any_order_of_words(words: list[str]) -> None:
    _agrees(" ".join(words))


def test_a_word_longer_than_any_is_not_remembered() -> None:
    page = language("en").lay_out("deported " + "x" * 1000)
    assert find_marks(page, "en") == find_marks(page, "en")
