"""Days of orders: which date of a sentence is that of what a court did in it.

Invariant: a deadline, or a date of another clause, is no order's day.
"""

from collections.abc import Sequence

from departures.read.dates import When
from departures.read.frames.benches import order_words
from departures.read.lexicon import Hit
from departures.read.page import Page
from departures.read.speech.grammar import tables

_FAR = 45
"""A date so many words away, or behind another clause, is not the order's."""
_NEAR = 3
"""For so many sentences a bare hour is of the day told before."""
_DEADLINES = frozenset({"until", "by", "before"})


class Days:
    """The dates of a page, as days of orders."""

    def __init__(self, page: Page, dates: Sequence[When]) -> None:
        self.page, self.dates = page, dates
        self.speaks = tables("en").speaks - tables("en").nouns_too

    def of_verb(self, verb: Hit, index: int) -> When | None:
        """The day of an order: the nearest date of its clause; for a bare hour, the day before."""
        sentence = self.page.sentences[index]
        best: When | None = None
        cost = _FAR
        for date in self.dates:
            if date.first >= sentence.last:
                break
            if date.first < sentence.first or not date.earliest or date.bound in _DEADLINES:
                continue
            away = self._distance(verb, date)
            if away < cost:
                best, cost = date, away
        if best is not None or not self._has_clock(index):
            return best
        near = self.page.sentences[max(0, index - _NEAR)].first
        earlier = [d for d in self.dates if near <= d.first < sentence.first and d.earliest]
        return earlier[-1] if earlier else None

    def _distance(self, verb: Hit, date: When) -> int:
        """Tokens between a verb and a date; far where another clause lies between."""
        behind = date.first >= verb.last
        first, last = (verb.last, date.first) if behind else (date.last, verb.first)
        between = self.page.words[first:last]
        turns = order_words()["turns"]
        apart = sum(word in turns or word in self.speaks for word in between)
        after = between.count("after") + between.count("before")
        return len(between) + (_FAR if behind else 30) * apart + 10 * after + 5 * between.count(",")

    def _has_clock(self, index: int) -> bool:
        """Whether a sentence tells the hour."""
        sentence = self.page.sentences[index]
        clock = order_words()["clock"]
        return not clock.isdisjoint(self.page.words[sentence.first : sentence.last])
