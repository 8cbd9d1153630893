"""The words of a value in their sentence, and the address at which a page shows them.

Invariant: `before + words + after` is a piece of the document, save for the marks of omission at
cuts; the work is bounded however long the document or its words are.
"""

import re
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
class Passage:
    """A sentence with the words of one value in it."""

    before: str
    words: str
    after: str


def anchor(span: Span) -> str:
    """The fragment that leads to a span's words on the page of its document."""
    return f"w{span.start}-{span.end}"


@cache
def _abbreviations(language: str) -> frozenset[str]:
    if not _CODE.fullmatch(language):
        return frozenset()
    try:
        return word_set(language, "abbreviations.txt")
    except OSError:
        return frozenset()


def passage(text: str, span: Span, language: str) -> Passage:
    """The sentence or sentences of `text` that hold `span`."""
    first, last = max(0, span.start - REACH), min(len(text), span.end + REACH)
    start, end = _sentence(text, span, first, last, language)
    before = text[start : span.start].lstrip()
    after = text[span.end : end].rstrip()
    if start == first > 0:
        before = CUT + before
    if end == last < len(text):
        after += CUT
    return Passage(before, _shortened(text[span.start : span.end]), after)


def _sentence(text: str, span: Span, first: int, last: int, language: str) -> tuple[int, int]:
    """Where the sentence around `span` starts and ends, within `first`…`last`."""
    if span.end - span.start > LONGEST_WORDS:
        return span.start, span.end
    page = lay_out(text[first:last], _abbreviations(language))
    starts = [first + page.starts[sentence.first] for sentence in page.sentences]
    ends = [first + page.ends[sentence.last - 1] for sentence in page.sentences]
    start = max((at for at in starts if at <= span.start), default=first)
    end = min((at for at in ends if at >= span.end), default=last)
    return start, end


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else words[:LONGEST_WORDS] + CUT
