"""Quotations: where the marks open and close, whatever their shape.

Invariant: quotations don't overlap and stand in the order of the text; one that its paragraph
leaves open ends with the paragraph.
"""

from contextlib import suppress
from typing import NamedTuple

from departures.read.page import Page

_LOW = "\u201e\u201a"
_OPENING = "\u201c\u201f\u00ab\u2018\u201b\u2039" + _LOW
_CLOSING = "\u201d\u00bb\u203a"
_BEFORE_OPENING = frozenset(" \t\r\n\u00a0\u202f\u2009([{-\u2013\u2014/:")


_LONGEST = 100
"""A quotation left open ends after so many sentences, if its paragraph goes on."""


class Quotation(NamedTuple):
    """Marks at tokens `opening` and `closing`; `start`…`end` are the characters between them."""

    opening: int
    closing: int
    start: int
    end: int
    goes_on: bool = False
    """Whether it opens again what the paragraph before left open."""


def _opens(page: Page, token: int, opened: int | None) -> bool:
    """Whether the mark at `token` opens a quotation, given the mark that is open."""
    place = page.starts[token]
    shape = page.text[place]
    if shape in _CLOSING:
        return opened is None and _looks_opening(page, place)
    if shape in _OPENING:
        low = opened is not None and page.text[page.starts[opened]] in _LOW
        return not (low and shape in "\u201c\u2018")
    if opened is None:
        return _looks_opening(page, place)
    return _looks_opening(page, place) and page.text[page.starts[opened]] not in _OPENING


def _looks_opening(page: Page, place: int) -> bool:
    """Whether a mark stands before a word and after a space."""
    text = page.text
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return before in _BEFORE_OPENING and not after.isspace()


def _inside(page: Page, opening: int, closing: int, goes_on: bool = False) -> Quotation | None:
    """The quotation between two marks, or none where nothing is said."""
    if closing <= opening + 1:
        return None
    start, end = page.starts[opening + 1], page.ends[closing - 1]
    return Quotation(opening, closing, start, end, goes_on)


def _paragraph_end(page: Page, token: int) -> int:
    """The first token after `token` that begins another paragraph's white space."""
    sentences = page.sentences
    index = page.sentence_of(token)
    paragraph = sentences[index].paragraph
    last = min(len(sentences), index + _LONGEST) - 1
    while index < last and sentences[index + 1].paragraph == paragraph:
        index += 1
    return sentences[index].last


def _pair(page: Page, marks: list[int]) -> list[Quotation]:
    """Quotations from the double marks of a page."""
    found: list[Quotation] = []
    opened: int | None = None
    limit, goes_on = 0, False
    for token in marks:
        if opened is not None and token >= limit:
            _keep(found, _inside(page, opened, limit, goes_on))
            goes_on = page.words[token - 1][0] == "\n"
            opened = None
        if _opens(page, token, opened):
            if opened is not None:
                end = _sentence_end(page, opened, token)
                _keep(found, _inside(page, opened, end, goes_on))
                goes_on = False
            opened, limit = token, _paragraph_end(page, token)
        elif opened is not None:
            _keep(found, _inside(page, opened, token, goes_on))
            opened, goes_on = None, False
    if opened is not None:
        _keep(found, _inside(page, opened, limit, goes_on))
    return found


def _sentence_end(page: Page, opened: int, token: int) -> int:
    """Where an unclosed quotation ends: with its sentence, at the latest before `token`."""
    return min(page.sentences[page.sentence_of(opened)].last, token)


def _places(words: list[str], wanted: str) -> list[int]:
    """Every token that is `wanted`."""
    found: list[int] = []
    token = -1
    with suppress(ValueError):
        while True:
            token = words.index(wanted, token + 1)
            found.append(token)
    return found


def _keep(found: list[Quotation], quotation: Quotation | None) -> None:
    if quotation is not None:
        found.append(quotation)


def _single(page: Page, taken: list[Quotation]) -> list[Quotation]:
    """Quotations in single marks, outside those in double ones."""
    words, text = page.words, page.text
    found: list[Quotation] = []
    marks = _places(words, "'")
    within = iter([*taken, Quotation(len(words), len(words), 0, 0)])
    current = next(within)
    opened: int | None = None
    for token in marks:
        while token > current.closing:
            current = next(within)
        if token > current.opening:
            continue
        place = page.starts[token]
        if _looks_opening(page, place) and text[place] != "\u2019":
            opened = None if text[place + 1].isdigit() else token
        elif opened is not None and page.sentences and token < _paragraph_end(page, opened):
            after = text[place + 1 : place + 2]
            if words[token - 1] in ".,?!" or not after.isalnum():
                _keep(found, _inside(page, opened, token))
                opened = None
    return found


def find_quotations(page: Page) -> list[Quotation]:
    """All quotations of the page, in order; single marks inside double ones don't count."""
    if not page.sentences:
        return []
    words = page.words
    double = _pair(page, _places(words, '"')) if '"' in words else []
    single = _single(page, double) if "'" in words else []
    return sorted(double + single) if single else double
