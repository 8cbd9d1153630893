"""Where a page has capitals that may begin a name, and what capitals tell in a sentence.

Invariant: a word has a capital where the text has one, or where a sentence written without any
names a person.
"""

from collections.abc import Sequence
from enum import Enum

from departures.read.page import Page
from departures.read.privacy.vocabulary import Kind, Vocabulary

_LOUD = 0.6
"""So large a share of capitals makes a headline."""
_FEWEST = 4
_POST = 4
"""Words in the shortest sentence that may be written without capitals."""
_ITEM = 7
"""A line of a list that has fewer capitals is no headline."""
_BULLETS = frozenset("-\u2013\u2014\u2022*")
_BEYOND = 4
"""So many words past the last one may be asked about."""


class Style(Enum):
    """Whether capitals tell anything in a sentence."""

    PROSE = 0
    TITLE = 1
    CAPITALS = 2


def capitals(page: Page, words: Vocabulary) -> list[bool]:
    """For each token, and some beyond, whether it has a capital, or is a name without."""
    upper = [page.text[start].isupper() for start in page.starts] + [False] * _BEYOND
    for first, last, _ in page.sentences:
        if _without_capitals(page, upper, first, last):
            named = False
            for token in range(first, last):
                word = page.words[token]
                # A given name, and what is behind it: "my cousin kwabena asante".
                named = words.kind(word) is Kind.NAME and (named or word in words.given)
                upper[token] = upper[token] or named
    return upper


def _without_capitals(page: Page, upper: Sequence[bool], first: int, last: int) -> bool:
    """Whether a sentence is written as people post: it begins with a small letter."""
    words = page.words
    opening = next((t for t in range(first, last) if words[t].isalpha()), None)
    return opening is not None and last - first >= _POST and not upper[opening]


def style_of(page: Page, first: int, last: int, begun: Sequence[int]) -> Style:
    """How a sentence is written, by the share of its longer words with a capital; `begun`: where
    capitals stand in it.
    """
    text = page.text
    if len(begun) * 3 < last - first or len(begun) < _FEWEST:
        return Style.PROSE
    if page.words[first] in _BULLETS and len(begun) < _ITEM:
        return Style.PROSE
    starts, ends, capital = page.starts, page.ends, frozenset(begun)
    long = [t for t in range(first, last) if ends[t] - starts[t] > 3 and text[starts[t]].isalpha()]
    loud = [t for t in long if t in capital]
    if len(loud) < max(_FEWEST, _LOUD * len(long)):
        return Style.PROSE
    if sum(text[starts[t] : ends[t]].isupper() for t in loud) >= _LOUD * len(long):
        return Style.CAPITALS
    # A list of names ends in a full stop or has commas between; a headline has neither.
    return Style.PROSE if page.words[last - 1] in (".", ":") else Style.TITLE
