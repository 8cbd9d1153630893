"""The words of values in their sentences, and the address at which a page shows them.

Invariant: the pieces of a passage, joined, are a piece of the document, save for the marks of
omission at cuts; the work is bounded however long the document or its words are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from departures.read.language import word_set
from departures.read.page import lay_out
from departures.words import Span

REACH = 600
"""How far to either side a sentence is looked for."""
LONGEST_WORDS = 1200
CUT = "…"
_CODE = re.compile("[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; `marked` where it is the words of a value."""

    words: str
    marked: bool


def anchor(start: int, end: int) -> str:
    """The fragment that leads to the words at `start`…`end` on the page of their document."""
    return f"w{start}-{end}"


def passages(
    text: str, spans: Sequence[Span], language: str
) -> Iterator[tuple[Span, tuple[Piece, ...]]]:
    """The sentences of `text` that hold the `spans`, each once, with its first span."""
    told: dict[tuple[int, int], list[Span]] = {}
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        told.setdefault(_sentence(text, span, language), []).append(span)
    for (start, end), held in told.items():
        yield held[0], tuple(_pieces(text, start, end, held))


@cache
def _abbreviations(language: str) -> frozenset[str]:
    if not _CODE.fullmatch(language):
        return frozenset()
    try:
        return word_set(language, "abbreviations.txt")
    except OSError:
        return frozenset()


def _sentence(text: str, span: Span, language: str) -> tuple[int, int]:
    """Where the sentence or sentences that hold `span` start and end."""
    if span.end - span.start > LONGEST_WORDS:
        return span.start, span.end
    first, last = max(0, span.start - REACH), min(len(text), span.end + REACH)
    page = lay_out(text[first:last], _abbreviations(language))
    starts = [first + page.starts[sentence.first] for sentence in page.sentences]
    ends = [first + page.ends[sentence.last - 1] for sentence in page.sentences]
    start = max((at for at in starts if at <= span.start), default=first)
    end = min((at for at in ends if at >= span.end), default=last)
    return start, end


def _pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Piece]:
    first, last = spans[0].start - REACH, spans[-1].end + REACH
    if 0 < first >= start:
        yield Piece(CUT, False)
    at = start
    for span in spans:
        if at < span.start:
            yield Piece(text[at : span.start], False)
        if at < span.end:
            yield Piece(_shortened(text[max(at, span.start) : span.end]), True)
            at = span.end
    if at < end:
        yield Piece(text[at:end], False)
    if end >= last < len(text):
        yield Piece(CUT, False)


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else words[:LONGEST_WORDS] + CUT
