"""The place of a query's words in a text, with the words marked.

Invariant: the pieces, joined, are a piece of the text that was given, save for the marks of
omission; whoever gives a masked text gets a masked snippet.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from departures.record.search import MOST_WORDS, Term
from departures.web.passages import CUT, Piece
from departures.words.folding import fold

REACH: Final = 120
"""Characters shown on either side of the first match."""
_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_SPACE: Final = re.compile(r"\s+")


class _Word(NamedTuple):
    key: str
    start: int
    end: int


def snippet(text: str, terms: Sequence[Term]) -> tuple[Piece, ...]:
    """The text around the first match of any term, each match in it marked."""
    matches = _matches(text, terms)
    first = next(matches, None)
    if first is None:
        start, end = 0, _cut(text, 2 * REACH)
        return tuple(_pieces(text, start, end, []))
    start, end = _cut(text, max(0, first[0] - REACH)), _cut(text, first[1] + REACH)
    marked = [first]
    for match in matches:
        if match[1] > end:
            break
        marked.append(match)
    return tuple(_pieces(text, min(start, first[0]), max(end, first[1]), marked))


def _matches(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Where terms stand, in the order of the text, without overlaps."""
    found = islice(_WORD.finditer(text), MOST_WORDS)
    words = [_Word(fold(word.group()), word.start(), word.end()) for word in found]
    at = 0
    while at < len(words):
        length = max((_length(words, at, term) for term in terms), default=0)
        if length:
            yield words[at].start, words[at + length - 1].end
        at += length or 1


def _length(words: Sequence[_Word], at: int, term: Term) -> int:
    """How many words from `at` on are the term; 0 where it does not stand there."""
    if not term.whole:
        return int(words[at].key.startswith(term.words[0]))
    keys = tuple(word.key for word in words[at : at + len(term.words)])
    return len(keys) if keys == term.words else 0


def _cut(text: str, at: int) -> int:
    """The next place at or after `at` where no word is torn apart, if one is near."""
    if at in (0, len(text)) or at > len(text):
        return min(at, len(text))
    space = _SPACE.search(text, at, at + 30)
    return space.start() if space else at


def _pieces(text: str, start: int, end: int, marked: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    if start:
        yield Piece(CUT, False)
    at = start
    for first, last in marked:
        if at < first:
            yield Piece(text[at:first], False)
        yield Piece(text[first:last], True)
        at = last
    if at < end:
        yield Piece(text[at:end], False)
    if end < len(text):
        yield Piece(CUT, False)
