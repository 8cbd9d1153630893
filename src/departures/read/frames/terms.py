"""Terms: the sums, numbers and times that the sentence of an agreement names.

Invariant: terms are in order, don't overlap, and hold a number each.
"""

from collections.abc import Sequence

from departures.read.dates import When
from departures.read.frames.parties import party_words
from departures.read.page import Page

_LONGEST = 120
"""Terms stand among so many first words of a sentence."""
_NOUN = 4
"""So many words may follow a number in its term."""
_CURRENCY = frozenset("$\u20ac\u00a3")


def find_terms(
    page: Page, first: int, last: int, dates: Sequence[When]
) -> tuple[tuple[int, int], ...]:
    """The terms at tokens `first`…`last` that are none of `dates`: "up to 36,000 a year"."""
    words = party_words()
    last = min(last, first + _LONGEST)
    days = {token for date in dates for token in range(date.first, date.last)}
    found: list[tuple[int, int]] = []
    done = first
    for token in range(first, last):
        if token < done or token in days or not page.words[token][0].isdigit():
            continue
        begin = token
        if begin > done and page.words[begin - 1] in _CURRENCY:
            begin -= 1
        while begin > done and page.words[begin - 1] in words["bounds"]:
            begin -= 1
        end = _noun_end(page, token + 1, last, words["ends"])
        if end > token + 1 or begin < token:
            found.append((page.starts[begin], page.ends[end - 1]))
            done = end
    return tuple(found)


def _noun_end(page: Page, token: int, last: int, ends: frozenset[str]) -> int:
    """The token after the words that say of what a number is."""
    limit = min(last, token + _NOUN)
    while token < limit and page.words[token] not in ends and page.words[token][0].isalpha():
        token += 1
    if token < last - 1 and page.words[token] == "-" and page.words[token + 1].isalpha():
        return _noun_end(page, token + 2, last, ends)
    return token
