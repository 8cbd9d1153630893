"""Who says what: each construction, speakers followed back, and offsets that always hold."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.language import language
from departures.read.speech import Utterance, find_speech

ENGLISH = language("en")
CASES = tomllib.loads(Path(__file__).with_name("speech_cases.toml").read_text(encoding="utf-8"))
EVERY = [case["text"] for name in ("direct", "reported", "followed") for case in CASES[name]]
HEADLINE = "Quiet headline here\n\n"


def read(text: str) -> list[Utterance]:
    page = ENGLISH.lay_out(text)
    return find_speech(page)


def said(text: str) -> list[tuple[str, str]]:
    """Each stretch that somebody says, with everything that names the speaker."""
    return [
        (text[u.start : u.end], f"{u.speaker} | {u.role} | {u.organization}")
        for u in read(text)
        if not u.figures
    ]


def check(text: str, expected: list[list[str]]) -> None:
    found = said(HEADLINE + text)
    assert [stretch for stretch, _ in found] == [stretch for stretch, _ in expected]
    for (_, speaker), (_, name) in zip(found, expected, strict=True):
        assert name.lower() in speaker.lower()


@pytest.mark.parametrize("case", CASES["direct"], ids=lambda case: case["text"])
def test_quoted_words_have_their_speaker(case: dict[str, Any]) -> None:
    check(case["text"], case["said"])


@pytest.mark.parametrize("case", CASES["reported"], ids=lambda case: case["text"])
def test_reported_words_have_their_speaker(case: dict[str, Any]) -> None:
    check(case["text"], case["said"])


@pytest.mark.parametrize("case", CASES["followed"], ids=lambda case: case["text"])
def test_speakers_are_followed_back(case: dict[str, Any]) -> None:
    check(case["text"], case["said"])


@pytest.mark.parametrize("text", CASES["silent"]["texts"])
def test_nothing_is_said(text: str) -> None:
    check(text, [])


def test_an_utterance_names_verb_manner_role_and_organization() -> None:
    text = (
        HEADLINE + "Ona Brell, a spokeswoman for the Harbor Authority, denied that it had sailed."
    )
    [utterance] = read(text)
    assert (utterance.verb, utterance.manner, utterance.denied) == ("denied", "indirect", True)
    assert (utterance.role, utterance.organization) == ("spokeswoman", "Harbor Authority")
    assert text[utterance.speaker_start : utterance.speaker_end] == "Ona Brell"


def test_a_surname_alone_keeps_the_full_name_and_role() -> None:
    text = HEADLINE + "Mayor Tilda Vance met the crew.\n\n“It is late,” Vance said."
    [utterance] = read(text)
    assert (utterance.speaker, utterance.role) == ("Tilda Vance", "Mayor")
    assert text[utterance.speaker_start : utterance.speaker_end] == "Tilda Vance"


def test_an_abbreviation_is_spelled_out() -> None:
    text = HEADLINE + "The Harbor Safety Board (HSB) met. The HSB said the port was safe."
    [utterance] = read(text)
    assert (utterance.speaker, utterance.organization) == ("HSB", "Harbor Safety Board")


def test_what_a_table_shows_is_a_figure_and_no_statement() -> None:
    found = read(HEADLINE + "Some 300 people were removed in May, Interior Ministry figures show.")
    assert [(u.figures, u.organization) for u in found] == [(True, "Interior Ministry")]


def test_a_source_is_attributed_and_has_no_verb() -> None:
    [utterance] = read(HEADLINE + "According to the Harbor Authority, the ship left at noon.")
    assert (utterance.manner, utterance.verb) == ("attributed", None)


def test_the_turns_of_a_transcript_are_direct_speech() -> None:
    text = (
        "Morning programme\n\nHOST: With us is Father Abel Orie of Open Wells.\n\n"
        "ORIE: It is bad. We counted 300.\n\nHOST: Is it worse?\n\nORIE: Yes."
    )
    assert said(text) == [
        ("It is bad. We counted 300.", "Abel Orie | Father | None"),
        ("Yes.", "Abel Orie | Father | None"),
    ]


def test_a_headline_attributes_nothing_but_quotations() -> None:
    assert said("Forty sent home, ministry says\n\nIt rained.") == []


@pytest.mark.parametrize("noise", ["🛬🛬 e\u0301\n\n", "\u202bשלום\u202c\n\n", " \n \n\n\t\n"])
def test_noise_in_front_moves_spans_exactly(noise: str) -> None:
    for text in EVERY:
        plain, moved = read(HEADLINE + text), read(noise + HEADLINE + text)
        shift = len(noise)
        assert [(u.start + shift, u.end + shift, u.speaker) for u in plain] == [
            (u.start, u.end, u.speaker) for u in moved
        ]


def assert_sound(text: str) -> None:
    page = ENGLISH.lay_out(text)
    for u in find_speech(page):
        assert 0 <= u.start < u.end <= len(text)
        assert page.starts[u.first] == u.start and page.ends[u.last - 1] == u.end
        assert 0 <= u.speaker_start < u.speaker_end <= len(text)
        assert u.speaker.strip()


PIECES = [
    *{word for text in EVERY for word in text.split()},
    *"“”\"‘’'«»„,.:;()—-?!",
    "\n",
    "\n\n",
    "\ud800",
    "e\u0301",
    "🛬",
]


@given(st.lists(st.sampled_from(sorted(PIECES)), max_size=60), st.sampled_from(["", " "]))
def test_spans_hold_in_any_jumble_of_words(pieces: list[str], space: str) -> None:
    assert_sound(space.join(pieces))


@given(st.text(max_size=300))
def test_spans_hold_in_any_text(text: str) -> None:
    assert_sound(text)
