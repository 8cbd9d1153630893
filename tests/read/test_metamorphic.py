"""What must not change a reading: voice, spelling, order, surroundings; and what must.

No test here says what a text means, only that two tellings of one thing are read alike.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.read.invented import (
    CONTEXT,
    DESTINATIONS,
    ORIGINS,
    PUBLISHED,
    Facts,
    bounds,
    facts,
    operations,
    reading,
    spelled,
)

alike = settings(
    max_examples=25, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate)
)


def wrong(*values: str, because: str) -> object:
    """A case that the reader still gets wrong."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=because))


VOICES = [
    (
        "{origin} deported {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were deported from {origin} to {city} {day}.",
    ),
    (
        "{origin} deported {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were deported to {city} by {origin} {day}.",
    ),
    (
        "{origin} deported {count} {people} citizens to {city} {day}.",
        "{day}, {count} {people} citizens were deported from {origin} to {city}.",
    ),
    (
        "{origin} has deported {count} {people} nationals to {city} on a {carrier} flight.",
        "{count} {people} nationals have been deported from {origin} to {city} on a {carrier} "
        "flight.",
    ),
    (
        "{origin} returned {count} {people} migrants to {city} {day}.",
        "{count} {people} migrants were returned from {origin} to {city} {day}.",
    ),
    (
        "{origin} removed {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were removed from {origin} to {city} {day}.",
    ),
    (
        "{origin} expelled {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were expelled from {origin} to {city} {day}.",
    ),
    (
        "{origin} flew {count} {people} deportees to {city} {day}.",
        "{count} {people} deportees were flown from {origin} to {city} {day}.",
    ),
    (
        "{origin} repatriated {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were repatriated from {origin} to {city} {day}.",
    ),
    (
        "{origin} will deport {count} {people} nationals to {city} {coming}.",
        "{count} {people} nationals will be deported from {origin} to {city} {coming}.",
    ),
    (
        "{origin} deported {count} people to {city} {day}.",
        "{day}, {count} people were deported to {city} from {origin}.",
    ),
    (
        "{origin} deported {count} people to {city} {day}.",
        "{count} people deported by {origin} arrived in {city} {day}.",
    ),
    (
        "{origin} deported {count} {people} nationals to {city} {day} on a charter flight operated "
        "by {carrier}.",
        "A {carrier} charter flight carrying {count} deported {people} nationals left {origin} for "
        "{city} {day}.",
    ),
    (
        "{origin} deported {count} {people} nationals to {city} {day}.",
        "{origin}'s deportation of {count} {people} nationals to {city} took place {day}.",
    ),
    (
        "{origin} deported {count} {people} nationals to {city} {day}.",
        "The deportation of {count} {people} nationals from {origin} to {city} took place {day}.",
    ),
    (
        "{origin} sent {count} {people} migrants back to {city} {day}.",
        "{count} {people} migrants were sent back from {origin} to {city} {day}.",
    ),
    (
        "{origin} put {count} {people} deportees on a plane to {city} {day}.",
        "{count} {people} deportees were put on a plane from {origin} to {city} {day}.",
    ),
    (
        "{origin} plans to deport {count} {people} nationals to {city} {coming}.",
        "{count} {people} nationals are to be deported from {origin} to {city} {coming}.",
    ),
    (
        "{origin} did not deport {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were not deported from {origin} to {city} {day}.",
    ),
    (
        "Police in {origin} deported {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were deported from {origin} to {city} by police {day}.",
    ),
]


@pytest.mark.parametrize(("active", "passive"), VOICES)
@alike
@given(told=facts)
def test_active_and_passive_say_the_same(active: str, passive: str, told: Facts) -> None:
    first, second = (operations(told.told(voice) + CONTEXT) for voice in (active, passive))
    assert first == second
    assert len(first) == 1
    assert first[0]["origin"] == ORIGINS[told.origin]
    assert first[0]["destination"] == told.city
    assert first[0]["count"] == (told.people, told.people, False)


@alike
@given(told=facts)
def test_what_is_said_is_read(told: Facts) -> None:
    sentence = (
        "{origin} deported {count} {people} nationals to {city} {day} aboard a {carrier} jet."
    )
    (read,) = operations(told.told(sentence) + CONTEXT)
    assert read["country"] == DESTINATIONS[told.city][0]
    assert read["nationalities"] == [DESTINATIONS[told.city][0]]
    assert read["carrier"] == told.carrier
    assert read["modality"] == "happened"
    assert read["date"]


@alike
@given(told=facts)
def test_one_plain_sentence_is_enough(told: Facts) -> None:
    text = told.told("{origin} deported {count} {people} nationals to {city} {day}.")
    assert operations(text) == operations(text + CONTEXT)


@pytest.mark.parametrize(
    "negated",
    [
        "{origin} did not deport {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were not deported from {origin} to {city} {day}.",
    ],
)
@alike
@given(told=facts)
def test_what_did_not_happen_is_not_told_as_happened(negated: str, told: Facts) -> None:
    read = operations(told.told(negated) + CONTEXT)
    assert all(operation["modality"] != "happened" for operation in read)


@pytest.mark.parametrize("may", ["on May 6", "on 6 May", "on May 6, 2025", "in May"])
@alike
@given(told=facts)
def test_the_month_of_may_makes_nothing_possible(may: str, told: Facts) -> None:
    sentence = "{count} {people} nationals were deported from {origin} to {city} {day}."
    read = reading(told._replace(day=may).told(sentence) + CONTEXT).claims
    counted = [claim for claim in read if claim.kind in ("operation", "statistic")]
    assert {claim.modality for claim in counted} == {"happened"}


BOUNDS = (
    "",
    "more than ",
    "at least ",
    "up to ",
    "fewer than ",
    "nearly ",
    "almost ",
    "about ",
    "around ",
    "some ",
    "over ",
    "under ",
    "no more than ",
    "exactly ",
)


@pytest.mark.parametrize("bound", BOUNDS)
@pytest.mark.parametrize(
    "sentence",
    [
        "{origin} deported {count} {people} nationals to {city} {day}.",
        "{count} {people} nationals were deported from {origin} to {city} {day}.",
        "The plane from {origin} landed in {city} {day} with {count} deportees on board.",
    ],
)
@alike
@given(told=facts)
def test_digits_and_words_count_the_same(sentence: str, bound: str, told: Facts) -> None:
    digits = told.told(sentence, bound + str(told.people))
    words = told.told(sentence, bound + spelled(told.people))
    assert operations(digits + CONTEXT) == operations(words + CONTEXT)


@alike
@given(number=st.integers(2, 999_999))
def test_a_figure_is_the_same_however_it_is_written(number: int) -> None:
    sentence = "In 2024, {} people were deported from Germany, the interior ministry said."
    forms = (str(number), f"{number:,}", f"{number:,}".replace(",", "\u202f"), spelled(number))
    counts = [
        [
            bounds(claim.count)
            for claim in reading(sentence.format(form)).claims
            if claim.kind == "statistic"
        ]
        for form in forms
    ]
    assert counts == [[(number, number, False)]] * len(forms)


@alike
@given(
    told=st.lists(facts, min_size=3, max_size=3, unique_by=lambda one: (one.city, one.origin)),
    order=st.permutations(range(3)),
)
def test_the_order_of_sentences_changes_no_operation(told: list[Facts], order: list[int]) -> None:
    days = ("on April 30", "on April 2", "on March 3")
    sentence = "{count} {people} nationals were deported from {origin} to {city} {day}."
    sentences = [one._replace(day=day).told(sentence) for one, day in zip(told, days, strict=True)]
    as_told = "\n\n".join(sentences) + CONTEXT
    reordered = "\n\n".join(sentences[index] for index in order) + CONTEXT
    assert operations(as_told) == operations(reordered)
    assert len(operations(as_told)) == 3


RELATIVE: list[tuple[str, Callable[[int], int]]] = [
    ("yesterday", lambda days: days),
    ("today", lambda days: days),
    ("two days ago", lambda days: days),
    ("three weeks ago", lambda days: days),
    ("the day before yesterday", lambda days: days),
    ("on Tuesday", lambda days: days - days % 7),
    ("last Friday", lambda days: days - days % 7),
    ("late on Monday", lambda days: days - days % 7),
    ("last week", lambda days: days - days % 7),
]


@pytest.mark.parametrize(("words", "moved"), RELATIVE)
@alike
@given(told=facts, weeks=st.integers(-200, 200), days=st.integers(0, 6))
def test_relative_dates_move_with_the_day_of_publication(
    words: str, moved: Callable[[int], int], told: Facts, weeks: int, days: int
) -> None:
    if moved(1) == 0:
        days = 0
    by = timedelta(days=7 * weeks + days)
    text = told._replace(day=words).told("{origin} deported {count} people to {city} {day}.")
    (here,), (there,) = (operations(text + CONTEXT, PUBLISHED + move) for move in (by * 0, by))
    assert isinstance(here["date"], tuple)
    assert there["date"] == tuple(day + by for day in here["date"])
    assert {**here, "date": None} == {**there, "date": None}


def test_a_week_ago_is_a_day() -> None:
    text = "Germany deported 47 Uzbek nationals to Tashkent {}." + CONTEXT
    assert operations(text.format("a week ago")) == operations(text.format("one week ago"))
    assert len(operations(text.format("a week ago"))) == 1


STATED = ["on April 30, 2025", "on 30 April 2025", "in April 2025", "on 2025-04-30"]


@pytest.mark.parametrize("words", STATED)
def test_stated_dates_do_not_depend_on_the_day_of_publication(words: str) -> None:
    text = f"Germany deported 47 Uzbek nationals to Tashkent {words}." + CONTEXT
    (known,), (later,), (unknown,) = (
        operations(text, day) for day in (PUBLISHED, PUBLISHED + timedelta(days=400), None)
    )
    assert known["date"]
    assert known == later == unknown


UNRESOLVED = [*(words for words, _ in RELATIVE), "on April 30", "in April", "last month"]


@pytest.mark.parametrize("words", UNRESOLVED)
def test_without_a_day_of_publication_no_date_is_guessed(words: str) -> None:
    text = f"Germany deported 47 Uzbek nationals to Tashkent {words}." + CONTEXT
    for claim in reading(text, None).claims:
        when = getattr(claim, "date", None) or getattr(claim, "period", None)
        assert when is None or (when.earliest is None and when.latest is None)


@pytest.mark.parametrize("words", UNRESOLVED)
def test_an_unresolved_date_keeps_its_words(words: str) -> None:
    text = f"Germany deported 47 Uzbek nationals to Tashkent {words}." + CONTEXT
    (operation,) = reading(text, None).operations
    assert operation.date
    assert operation.date.text in words
