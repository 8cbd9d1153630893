"""The gate: texts about removals come through, texts that borrow the words do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.gate import gate
from departures.read.page import fold

ENGLISH = gate("en")


def evidence(text: str) -> int | None:
    return ENGLISH.evidence(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana deported 11 Nigerian nationals to Lagos.",
        "The migrants were flown home on a charter.",
        "A court stayed the removal order of an asylum seeker.",
        "Border guards pushed back 40 refugees.",
        "DEPORTED MIGRANTS LAND IN QUITO",
        "Türkiye repatriated citizens of Niger with the consulate, whose nationals they are.",
        "The agency counted 5,000 self-deportations.",
        "The Dominican Republic expelled foreigners without papers.",
    ],
)
def test_texts_about_removals_come_through(text: str) -> None:
    assert (evidence(text) or 0) > 0


@pytest.mark.parametrize(
    "text",
    [
        "131 people were deported to Tashkent.",
        "Nepal expelled four.",
        "Soldiers pushed forty people over the border.",
    ],
)
def test_a_short_text_is_read_and_the_words_alone_prove_nothing(text: str) -> None:
    assert evidence(text) in (0, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The council will plant 400 trees along the river.",
        "Migrants made up a tenth of the workforce last year.",
        "A court heard an asylum case.",
        "The company returned 45 parcels to Germany.",
        "The flight to Lisbon was late.",
        "A removal company moved the orchestra's instruments.",
        "Scientists deported nothing: carbon removal is the subject of their return on investment.",
    ],
)
def test_texts_about_other_things_stop_here(text: str) -> None:
    assert not evidence(text)


def test_words_of_a_subject_without_an_act_are_nothing() -> None:
    assert evidence("Asylum, refugees, migrants, border police and the Home Office.") is None


def test_a_phrase_counts_once_however_often_it_stands() -> None:
    text = "The migrants were deported. "
    assert evidence(text) == evidence(text * 50)


def test_more_of_the_subject_is_more_evidence() -> None:
    little = "The migrants were deported."
    assert (evidence(little + " Their asylum claims failed.") or 0) > (evidence(little) or 0)


def test_letter_case_makes_no_difference() -> None:
    text = "The migrants were deported under a removal order."
    assert evidence(text) == evidence(text.upper())


@given(st.text(max_size=400))
def test_no_text_is_refused_and_none_counts_below_zero(text: str) -> None:
    assert (evidence(text) or 0) >= 0
