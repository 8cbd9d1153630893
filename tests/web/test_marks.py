"""Marks: the pieces are the text again, and elements nest, whatever the spans."""

from hypothesis import given
from hypothesis import strategies as st

from departures.web.marks import Closing, Mark, Opening, marked, paragraphs

TEXTS = st.text(st.sampled_from("ab \n\r\t.é😀\u202e"), max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text and spans in it that nest, touch, cross and repeat."""
    text = draw(TEXTS.filter(bool))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] < pair[1]), max_size=8))
    return text, [Mark(start, end, f"w{start}-{end}", ("value",)) for start, end in set(pairs)]


@given(marked_texts())
def test_the_pieces_joined_are_the_paragraphs(given: tuple[str, list[Mark]]) -> None:
    text, marks = given
    shown = ["".join(p for p in pieces if isinstance(p, str)) for pieces in marked(text, marks)]
    assert shown == [text[start:end] for start, end in paragraphs(text)]
    assert " ".join(shown).split() == text.split()


@given(marked_texts())
def test_every_element_is_closed_and_every_mark_opens_first_once(
    given: tuple[str, list[Mark]],
) -> None:
    text, marks = given
    firsts: list[Mark] = []
    for pieces in marked(text, marks):
        depth = 0
        for piece in pieces:
            depth += isinstance(piece, Opening) - isinstance(piece, Closing)
            assert depth >= 0
            if isinstance(piece, Opening) and piece.first:
                firsts.append(piece.mark)
        assert depth == 0
    assert len(firsts) == len(set(firsts))
    blocks = paragraphs(text)
    inside = [m for m in marks if any(a < m.end and m.start < b for a, b in blocks)]
    assert set(firsts) == set(inside)


@given(marked_texts())
def test_a_mark_covers_its_words_and_no_others(given: tuple[str, list[Mark]]) -> None:
    text, marks = given
    covered: dict[Mark, list[int]] = {mark: [] for mark in marks}
    for (at, _), pieces in zip(paragraphs(text), marked(text, marks), strict=True):
        stack: list[Mark] = []
        for piece in pieces:
            if isinstance(piece, Opening):
                stack.append(piece.mark)
            elif isinstance(piece, Closing):
                stack.pop()
            else:
                for mark in stack:
                    covered[mark] += range(at, at + len(piece))
                at += len(piece)
    in_paragraphs = {i for start, end in paragraphs(text) for i in range(start, end)}
    for mark, indices in covered.items():
        assert indices == [i for i in range(mark.start, mark.end) if i in in_paragraphs]


def test_nested_and_crossing_marks_are_cut_where_they_cross() -> None:
    outer, crossing = Mark(0, 6, "a", ("order",)), Mark(4, 9, "b", ("value",))
    assert marked("abcdefghij", [outer, crossing]) == [
        [
            Opening(outer, True),
            "abcd",
            Opening(crossing, True),
            "ef",
            Closing(),
            Closing(),
            Opening(crossing, False),
            "ghi",
            Closing(),
            "j",
        ]
    ]
