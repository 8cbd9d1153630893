"""A page: offsets are the document's own, sentences are cut where they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.language import language
from departures.read.page import fold, lay_out

NOISE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("İßﬁ“”‘’—–\u00a0\u202f\u0301\u200d🛫\r\n\t .?!\"'0123456789"),
    ),
    max_size=300,
)


def sentences(text: str) -> list[str]:
    page = language("en").lay_out(text)
    return [page.words_between(s.first, s.last) for s in page.sentences]


@given(NOISE)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(NOISE)
def test_tokens_are_in_order_and_within_the_text(text: str) -> None:
    page = lay_out(text)
    ends = [0, *page.ends]
    for start, end, before in zip(page.starts, page.ends, ends, strict=False):
        assert before <= start < end <= len(text)


@given(NOISE)
def test_sentences_part_the_tokens_and_never_overlap(text: str) -> None:
    page = lay_out(text)
    before = 0
    for sentence in page.sentences:
        assert before <= sentence.first < sentence.last <= len(page.words)
        before = sentence.last


@given(NOISE)
def test_no_character_but_white_space_is_left_out(text: str) -> None:
    page = lay_out(text)
    covered = set()
    for start, end in zip(page.starts, page.ends, strict=True):
        covered |= set(range(start, end))
    left = {letter for index, letter in enumerate(text) if index not in covered}
    assert all(letter.isspace() for letter in left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. officials said so. They left.", ["U.S. officials said so.", "They left."]),
        ("Gen. Abel spoke on Sept. 4. He left.", ["Gen. Abel spoke on Sept. 4.", "He left."]),
        ('"We go." She went.', ['"We go."', "She went."]),
        ("“We go,” she said. “Now.”", ["“We go,” she said.", "“Now.”"]),
        ("It rose by 1.4 million. So be it.", ["It rose by 1.4 million.", "So be it."]),
        ("A heading\n\nA paragraph.", ["A heading", "A paragraph."]),
        ("• one flight\n• two flights", ["• one flight", "• two flights"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_long_line_that_is_wrapped_is_one_sentence() -> None:
    text = (
        "The ministry said on Tuesday that the flight to the capital of the\n"
        "Republic carried forty people."
    )
    assert len(sentences(text)) == 1


def test_paragraphs_are_counted() -> None:
    page = lay_out("One.\n\nTwo. Three.\n\nFour.")
    assert [s.paragraph for s in page.sentences] == [0, 1, 1, 2]


def test_accents_fold_at_the_same_place() -> None:
    page = lay_out("Türkiye and Côte d’Ivoire")
    assert page.words == ["turkiye", "and", "cote", "d'ivoire"]
