"""Snippets: a piece of the text, with the words of the query marked."""

from hypothesis import given
from hypothesis import strategies as st

from departures.record.search import terms_of
from departures.web.passages import CUT
from departures.web.views.snippets import snippet

TEXT = "Un avion est parti de Bogotá vendredi. " * 20 + "Il transportait 131 expulsés à Tachkent."


def marked(text: str, query: str) -> list[str]:
    return [piece.words for piece in snippet(text, terms_of(query)) if piece.marked]


def test_accents_and_case_are_folded_and_beginnings_found() -> None:
    assert marked(TEXT, "EXPULSES tach") == ["expulsés", "Tachkent"]
    assert marked("Bogota\u0301 et Bogotá", "bogota") == ["Bogota\u0301", "Bogotá"]


def test_a_phrase_is_marked_whole_and_only_where_it_stands() -> None:
    assert marked("131 people, 131 expelled people", '"131 expelled"') == ["131 expelled"]


def test_what_is_not_there_leaves_the_beginning_unmarked() -> None:
    assert marked(TEXT, "nowhere") == []
    assert snippet(TEXT, terms_of("nowhere"))[0].words.startswith("Un avion")


def test_blocks_are_no_words() -> None:
    assert marked("██████ was on board", "was") == ["was"]


@given(text=st.text(max_size=600), query=st.text(min_size=1, max_size=20))
def test_the_pieces_are_a_piece_of_the_text(text: str, query: str) -> None:
    pieces = [piece.words for piece in snippet(text, terms_of(query))]
    assert "".join(pieces).removeprefix(CUT).removesuffix(CUT) in text or CUT in text
