"""What stands around a claim moves its spans, exactly, and changes nothing else."""

from collections.abc import Callable

import pytest
from tests.read.invented import reading

from departures.words import Claim

PLAIN = """Germany deported 47 Uzbek nationals to Tashkent on April 30 on a charter flight \
operated by Freebird Airlines. All of them had been refused asylum."""
SPOKEN = """Germany deported 47 Uzbek nationals to Tashkent on Tuesday, Interior Minister Anna \
Berg said.

“They had no right to stay,” Berg said. She added that 12 women and 3 children were on board.

In 2024, Germany deported 1,204 people to Uzbekistan, according to the ministry. All of them had \
been refused asylum."""
HEADED = """Germany flies 47 Uzbeks home

BERLIN, May 14 (Own Wire) - Forty-seven Uzbek nationals who had been refused asylum were flown \
from Leipzig to Tashkent on Tuesday, the interior ministry said.

The flight, operated by Freebird Airlines and paid for by Frontex, landed at 6 a.m.
"""
RULED = """A federal judge on Friday barred the government from deporting migrants to countries \
other than their own. The government appealed.

Two days later, 31 Afghan nationals were deported from the United States to Kabul."""
TEXTS = {"plain": PLAIN, "spoken": SPOKEN, "headed": HEADED, "ruled": RULED}
texts = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())

SPACES = ["  ", "\t", "\n", "\n\n\n", "\r\n\r\n", " \u00a0\u2003", "\u2028\n", "\f\n"]
WORDLESS = [
    "🛬🛬",
    "👩🏽\u200d✈️✈️",
    "\u0301\u0308",
    "\u202e\u202c",
    "\u200b",
    "…",
    "—",
    "***",
    "\ufeff",
]
FOREIGN = ["e\u0301\u0301a\u0308o\u0302.", "שלום עולם.", "مرحبا بالعالم\u200f.", "Привет, мир."]
UNRELATED = [
    "The town council approved a new budget for the swimming pool.",
    "The council approved a new budget for the swimming pool on 3 March 2019.",
    "Heavy rain is expected over the weekend, with up to 40 millimetres in places.",
    "The harbour master counted 300 sailing boats from Japan and Peru.",
]
OTHER_SUBJECTS = [
    "The museum's collection includes 300 paintings from Japan and Peru.",
    "The midfielder saw a red card in the semi-final.",
    "A novel about the harbour won the prize.",
]


def told(claims: tuple[Claim, ...], place: Callable[[int], int]) -> list[object]:
    """Claims without what depends on the document as a whole, their offsets moved to `place`."""
    return [_placed(claim.model_dump(mode="json"), place) for claim in claims]


def _placed(value: object, place: Callable[[int], int]) -> object:
    if isinstance(value, dict):
        return {
            name: place(inner) if name in ("start", "end") else _placed(inner, place)
            for name, inner in value.items()
            if name not in ("id", "document")
        }
    if isinstance(value, list):
        return [_placed(inner, place) for inner in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def assert_only_moved(text: str, before: str, after: str = "") -> None:
    plain = told(reading(text).claims, lambda at: at + len(before))
    assert plain
    assert told(reading(before + text + after).claims, lambda at: at) == plain


@texts
@pytest.mark.parametrize("spaces", SPACES, ids=ascii)
def test_white_space_before_a_text_moves_its_claims(text: str, spaces: str) -> None:
    assert_only_moved(text, spaces)


@texts
@pytest.mark.parametrize("marks", WORDLESS, ids=ascii)
def test_a_line_without_words_moves_the_claims(text: str, marks: str) -> None:
    assert_only_moved(text, f"{marks}\n\n")


@texts
@pytest.mark.parametrize("sentence", FOREIGN, ids=ascii)
def test_a_line_in_another_script_moves_the_claims(text: str, sentence: str) -> None:
    assert_only_moved(text, f"{sentence}\n\n")


@texts
@pytest.mark.parametrize("sentence", UNRELATED)
def test_an_unrelated_paragraph_before_moves_the_claims(text: str, sentence: str) -> None:
    assert_only_moved(text, f"{sentence}\n\n")


@texts
@pytest.mark.parametrize("sentence", [*UNRELATED, *FOREIGN, *WORDLESS], ids=ascii)
def test_an_unrelated_paragraph_after_changes_nothing(text: str, sentence: str) -> None:
    assert_only_moved(text, "", f"\n\n{sentence}")


@pytest.mark.parametrize("text", [PLAIN, SPOKEN, RULED], ids=["plain", "spoken", "ruled"])
@pytest.mark.parametrize("sentence", OTHER_SUBJECTS)
def test_a_paragraph_on_another_subject_does_not_silence_the_rest(text: str, sentence: str) -> None:
    assert_only_moved(text, "", f"\n\n{sentence}")


@texts
def test_line_ends_of_another_system_move_the_claims(text: str) -> None:
    other = text.replace("\n", "\r\n")
    moved = told(reading(text).claims, lambda at: at + text.count("\n", 0, at))
    assert told(reading(other).claims, lambda at: at) == moved


@texts
@pytest.mark.parametrize("wide", ["\u00a0", "\u2009", "  ", "\t"], ids=ascii)
def test_other_spaces_between_words_change_no_value(text: str, wide: str) -> None:
    def place(at: int) -> int:
        return at + (len(wide) - 1) * text.count(" ", 0, at)

    spaced = reading(text.replace(" ", wide)).claims
    assert told(spaced, lambda at: at) == told(reading(text).claims, place)


@pytest.mark.parametrize("wide", ["\u00a0", "  ", "\n"], ids=ascii)
def test_a_name_is_the_same_whatever_parts_its_words(wide: str) -> None:
    (plain,), (spaced,) = (
        reading(text).operations
        for text in (PLAIN, PLAIN.replace("Freebird Airlines", f"Freebird{wide}Airlines"))
    )
    assert plain.carrier
    assert spaced.carrier
    assert spaced.carrier.name == plain.carrier.name


MARKED = ["🛬 ", "\u200b", "\u200f", "• ", "— ", "> ", "1. "]
JOINED = [
    pytest.param(mark, marks=pytest.mark.xfail(strict=True, reason=because))
    for mark, because in (
        ("\ufeff", "a byte-order mark inside a text counts as a letter of the word that follows"),
    )
]


@pytest.mark.parametrize("mark", [*MARKED, *JOINED], ids=ascii)
def test_a_mark_on_the_line_itself_moves_every_value(mark: str) -> None:
    """The quote may take the mark in; no value may."""
    (plain,) = reading(PLAIN).operations
    (marked,) = reading(mark + PLAIN).operations
    for name in ("date", "origin", "destination", "carrier", "count"):
        before, after = getattr(plain, name), getattr(marked, name)
        start, end = before.start + len(mark), before.end + len(mark)
        assert after == before.model_copy(update={"start": start, "end": end})
