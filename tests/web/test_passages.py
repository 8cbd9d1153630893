"""Passages: the sentence around a value, bounded however long the document is."""

from hypothesis import given
from hypothesis import strategies as st

from departures.web.passages import CUT, LONGEST_WORDS, REACH, passages
from departures.words import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def sentence(text: str, *words: str, language: str = "en") -> str:
    """The sentence around the words, with them in brackets."""
    ((_, pieces),) = passages(text, [span(text, word) for word in words], language)
    return "".join(f"[{piece.words}]" if piece.marked else piece.words for piece in pieces)


def test_a_value_is_shown_in_its_sentence() -> None:
    text = "It left at dawn. The U.S. sent 131 people to Tashkent on April 30. It landed."
    assert sentence(text, "131") == "The U.S. sent [131] people to Tashkent on April 30."


def test_values_of_one_sentence_are_shown_together() -> None:
    text = "Kazakhs and Kyrgyz were aboard. Nobody else was."
    assert sentence(text, "Kyrgyz", "Kazakhs") == "[Kazakhs] and [Kyrgyz] were aboard."


def test_a_value_over_two_sentences_is_shown_in_both() -> None:
    text = "One flew. Two stayed. Three left."
    assert sentence(text, "flew. Two") == "One [flew. Two] stayed."


def test_a_long_sentence_is_cut_and_says_so() -> None:
    text = "word " * 1000 + "131 " + "word " * 1000
    shown = sentence(text, "131")
    assert shown.startswith(CUT)
    assert shown.endswith(CUT)
    assert len(shown) <= 2 * REACH + 10


def test_very_long_words_are_cut() -> None:
    text = "w" * 1_000_000
    assert len(sentence(text, text)) <= LONGEST_WORDS + 10


def test_a_language_without_data_has_sentences_too() -> None:
    for language in ("qq", "../..", "", "EN\x00"):
        assert sentence("Uno. Dos 131.", "131", language=language) == "Dos [131]."


@given(st.text(min_size=1, max_size=200), st.data())
def test_the_words_are_always_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    held = Span(start=start, end=end, text=text[start:end])
    ((first, pieces),) = passages(text, [held], "en")
    assert first == held
    assert [piece.words for piece in pieces if piece.marked] == [held.text]
    assert "".join(piece.words for piece in pieces) in text
