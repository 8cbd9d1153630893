"""Marks: the tokens of a page at which a layer has work to do, found for all layers in one pass.

Invariant: a token is marked for a layer exactly if its word is one of the layer's triggers or, for
numbers and dates, a figure.
"""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from departures.read.dates.finding import handlers
from departures.read.frames.benches import court_words
from departures.read.frames.pacts import pact_words
from departures.read.gazetteer import gazetteer
from departures.read.language import language
from departures.read.numbers.figures import is_figure
from departures.read.numbers.vocabulary import number_words
from departures.read.page import Page
from departures.read.speech.grammar import tables

_MOST = 20_000
"""So many words are remembered; when there are more, remembering begins anew."""
_LONGEST = 40
"""Longer words are met once."""


class Marks(NamedTuple):
    """The tokens, in order, at which each layer looks."""

    hits: list[int]
    numbers: list[int]
    dates: list[int]
    places: list[int]
    speech: list[int]
    courts: list[int]
    pacts: list[int]


class _Layers(dict[str, tuple[int, ...]]):
    """By word, the fields of `Marks` in which its tokens belong; remembered as words are met."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.triggers: tuple[Collection[str], ...] = (
            language(code).lexicon.heads,
            number_words(code).triggers,
            handlers(code).keys(),
            gazetteer(code).heads.keys(),
            tables(code).triggers.keys(),
            court_words(code).heads,
            pact_words(code).heads,
        )

    def __missing__(self, word: str) -> tuple[int, ...]:
        figure = is_figure(word)
        layers = tuple(
            layer
            for layer, triggers in enumerate(self.triggers)
            if word in triggers or (figure and layer in _FIGURES)
        )
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = layers
        return layers


_FIGURES = (Marks._fields.index("numbers"), Marks._fields.index("dates"))
_layers = cache(_Layers)


def find_marks(page: Page, code: str) -> Marks:
    """Where each layer has work to do on a page."""
    marks = Marks([], [], [], [], [], [], [])
    for token, layers in enumerate(map(_layers(code).__getitem__, page.words)):
        if layers:
            for layer in layers:
                marks[layer].append(token)
    return marks
