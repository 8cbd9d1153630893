"""Cases and dockets: "T.N. v. Lyle, No. 25-cv-1904".

Invariant: a name's offsets hold the name.
"""

from departures.read.frames.benches import order_words
from departures.read.page import Page

_NEAR = 60
"""So many words may stand between a verb and the case that it decides."""
_LONGEST = 12
"""Words in the longest name of a party, and pieces of the longest docket number."""

Name = tuple[int, int, str]
"""Start, end and the name that stands there."""


def case_and_docket(page: Page, index: int, verb: int) -> tuple[Name | None, Name | None]:
    """The case and the docket that a sentence names near the verb that decides it."""
    sentence, words = page.sentences[index], page.words
    first, last = max(sentence.first, verb - _NEAR), min(sentence.last, verb + _NEAR)
    case = docket = None
    for token in range(first + 1, last - 1):
        if case is None and words[token] in ("v", "vs"):
            case = _case(page, token, first, last)
        if docket is None and words[token] in ("no", "case"):
            docket = _docket(page, token, last)
    return case, docket


def _case(page: Page, versus: int, floor: int, limit: int) -> Name | None:
    """The names on both sides of "v."."""
    words = page.words
    first, begun = versus, versus + 1 + (words[versus + 1] == ".")
    while first > max(floor, versus - _LONGEST) and _in_name(page, first - 1):
        first -= 1
    last = begun
    while last < min(limit, begun + _LONGEST) and _in_name(page, last):
        last += 1
    while last > begun and words[last - 1] == ".":
        last -= 1
    first += words[first] in order_words()["objects"]
    return _span(page, first, last) if first < versus and last > begun else None


def _in_name(page: Page, token: int) -> bool:
    """Whether a token can stand in a party's name."""
    return page.capital(token) or page.words[token] in (".", "of", "'s", "-", "and")


def _docket(page: Page, token: int, limit: int) -> Name | None:
    """The number behind "No.": figures and letters joined without a space."""
    words = page.words
    first = token + 1 + (words[token + 1] == ".")
    last = first
    while last < min(limit, first + _LONGEST):
        apart = last > first and page.starts[last] != page.ends[last - 1]
        if apart or not (words[last].isalnum() or words[last] in "-:./"):
            break
        last += 1
    while last > first and words[last - 1] in ".:":
        last -= 1
    if last > first and "-" in words[first:last] and words[first][0].isdigit():
        return _span(page, first, last)
    return None


def _span(page: Page, first: int, last: int) -> Name:
    start, end = page.starts[first], page.ends[last - 1]
    return start, end, page.text[start:end]
