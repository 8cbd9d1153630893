"""Whatever the text: no exception, and every span reproduces its words."""

import itertools
import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.read.invented import PUBLISHED, reading

from departures.read.language import language
from departures.read.scene import survey
from departures.words import Document, Reading, spans_of

OPENING = (
    "Germany deported 47 Uzbek nationals who had been refused asylum to Tashkent on Tuesday.\n\n"
)
"""Opens the gate, so that what follows is read by every layer."""
PIECES = (
    "deported deportees removed from the United States to Tashkent Uzbek nationals Georgia Jordan "
    "Chad Guinea 131 1,445,549 14\u202f500 1.4 million dozens hundreds of more than at least up to "
    "fewer than between and no one one hundred and three first third two planeloads April 30 2025 "
    "2025-04-30 Tuesday last week in February May fiscal year 2024 as of Nov. 24 since until "
    "yesterday a judge ruled barred stayed the order Ministry of the Interior said told reporters "
    "according to she he they spokesman Anna Berg Mr. Dr. U.S. ICE a.m. flight charter operated by "
    "Omni Air aboard N314AX AWC123 landed via Istanbul not will could reportedly cancelled agreed "
    "signed an agreement with"
).split()
MARKS = [
    *"\"'“”‘’«»„()[]—–-,.;:?!…/%$€#*|½²Ⅻﬁẞ",
    *("\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u00a0", "\u202f", "\u2028", "\f", "\x00"),
    *("🛬", "👩🏽\u200d✈️", "e\u0301", "\u0301\u0308", "\u200f", "\u202e", "\u200b", "\ufeff"),
    *("שלום", "مرحبا", "Ташкент", "塔什干", "İstanbul", "١٣١", "O’zbekiston"),
]

mixed = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(MARKS), st.text(max_size=6)), max_size=120
).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))
unhurried = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_sound(read: Reading) -> None:
    """Making a Reading checks spans too; this does not lean on it."""
    text = read.document.text
    for claim in read.claims:
        assert claim.quote.text.strip()
        for span in spans_of(claim):
            assert text[span.start : span.end] == span.text
        if claim.asserted_by:
            assert text[claim.asserted_by.start : claim.asserted_by.end].strip()


@unhurried
@given(text=mixed, published=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_mixture_of_words_is_read_without_harm(text: str, published: date | None) -> None:
    assert_sound(reading(OPENING + text, published))


@unhurried
@given(text=st.text(min_size=1, max_size=300))
def test_any_text_is_read_without_harm(text: str) -> None:
    assert_sound(reading(text))
    assert_sound(reading(OPENING + text))


@unhurried
@given(text=mixed, marks=st.lists(st.sampled_from(MARKS), min_size=1, max_size=3))
def test_any_mixture_is_read_without_harm_whatever_parts_its_words(
    text: str, marks: list[str]
) -> None:
    parted = "".join(
        word + mark for word, mark in zip(text.split(), itertools.cycle(marks), strict=False)
    )
    assert_sound(reading(OPENING + parted))


@unhurried
@given(text=mixed, at=st.integers(0, 400), surrogate=st.integers(0xD800, 0xDFFF))
def test_lone_surrogates_are_laid_out_and_surveyed(text: str, at: int, surrogate: int) -> None:
    english = language("en")
    hostile = OPENING + text
    hostile = hostile[:at] + chr(surrogate) + hostile[at:]
    page = english.lay_out(hostile)
    scene = survey(english, page, PUBLISHED)
    for when in scene.dates:
        assert hostile[when.start : when.end].strip()


def test_a_document_refuses_lone_surrogates() -> None:
    with pytest.raises(ValidationError):
        Document.of("131 people were deported to Tashkent.\ud800")


STRANGE_DATES = (
    "Yesterday, last year, next week, in December, fiscal year 2024, on Monday, since 1 March, in "
    "0000, in 9999, on 31 February 2024, on 2024-13-45, 3000 years ago, by next month"
)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_dates_at_the_ends_of_the_calendar_are_read_without_harm(published: str) -> None:
    assert_sound(reading(OPENING + STRANGE_DATES, date.fromisoformat(published)))


NOISE = {
    "digits": "131 1,445,549 12.5 2024 30 7 ",
    "one number": "1",
    "grouped": "1,111",
    "spelled numbers": "one hundred and two thousand ",
    "quotation marks": "\" “ ” ' ‘ ’ « » ",
    "open quotations": "“ said he ",
    "capitals": "Zorbak Merin Talon Uzba Kirov Lamen ",
    "abbreviations": "U.S. Mr. a.m. Gen. ",
    "line ends": "\n\r\n\n ",
    "spaces": " ",
    "stops": ". ? ! ",
    "commas": "a, b, ",
    "hyphens": "-",
    "brackets": "(",
    "verbs": "deported to ",
    "speech": "he said she added that ",
    "months": "April May June 2024 Tuesday ",
    "countries": "Georgia Jordan Chad Guinea Congo ",
    "people": "131 Uzbek nationals, 12 women and 3 children, ",
    "grammar": "and of the in to from with ",
    "emoji": "🛬👩🏽\u200d✈️",
    "combining marks": "e\u0301\u0308\u0301",
    "right to left": "مرحبا بالعالم ",
    "sentences": "Germany deported 47 Uzbeks to Tashkent on Tuesday. ",
}
MEGABYTES = [
    "digits",
    "quotation marks",
    "capitals",
    "line ends",
    "right to left",
    "speech",
    "sentences",
]


def assert_read_in_time(kind: str, length: int, seconds: float) -> None:
    """The bounds are generous: linear reading stays far below, any other far above."""
    noise = NOISE[kind]
    text = OPENING + noise * (length // len(noise))
    began = time.process_time()
    assert_sound(reading(text))
    assert time.process_time() - began < seconds


@pytest.mark.parametrize("kind", NOISE)
def test_noise_is_read_in_time(kind: str) -> None:
    assert_read_in_time(kind, 50_000, 15)


@pytest.mark.parametrize("kind", MEGABYTES)
def test_a_megabyte_of_noise_is_read_in_time(kind: str) -> None:
    assert_read_in_time(kind, 1_000_000, 60)
