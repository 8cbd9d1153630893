"""Days of orders: which date of a sentence is that of what a court did in it.

Invariant: a deadline, or a date of another clause, is no order's day.
"""

from bisect import bisect_left
from collections.abc import Sequence

from departures.read.dates import When
from departures.read.frames.benches import Bench, order_words
from departures.read.lexicon import Hit
from departures.read.page import Page
from departures.read.speech.grammar import tables

_FAR = 45
"""A date so many words away, or behind another clause, is not the order's."""
_PAPER = 5
"""So many words may stand between a paper and its day."""
_NEAR = 3
"""For so many sentences a bare hour is of the day told before."""
_DEADLINES = frozenset({"until", "by", "before"})


class Days:
    """The dates of a page, as days of orders."""

    def __init__(self, page: Page, dates: Sequence[When]) -> None:
        self.page, self.dates = page, dates
        self.firsts = [date.first for date in dates]
        self.speaks = tables("en").speaks - tables("en").nouns_too

    def of_verb(self, verb: Hit, index: int, bench: Bench, undergone: bool) -> When | None:
        """The day of an order: the nearest date of its clause; for a bare hour, the day before.

        A date right beside the bench is nearest: "On 5 May the court found the men … and freed";
        of a paper to which something is done no date of its own counts.
        """
        sentence = self.page.sentences[index]
        own = bench.first if undergone else verb.first
        best: When | None = None
        cost = _FAR
        first = max(sentence.first, verb.first - 2 * _FAR)
        for date in self.between(first, min(sentence.last, verb.last + _FAR)):
            if not date.earliest or date.bound in _DEADLINES:
                continue
            if own <= date.first < verb.first:
                continue
            beside = date.last == bench.first or date.first == bench.last
            away = 1 if beside else self._distance(verb, date)
            if away < cost:
                best, cost = date, away
        if best is not None or not self._has_clock(verb, index):
            return best
        near = self.page.sentences[max(0, index - _NEAR)].first
        earlier = [date for date in self.between(near, sentence.first) if date.earliest]
        return earlier[-1] if earlier else None

    def of_paper(self, paper: Bench) -> When | None:
        """The day of a court's paper: "Tuesday's ruling", "the order, signed on 5 May"."""
        words = self.page.words
        for date in self.between(paper.first - _PAPER, paper.last + _PAPER):
            before = date.last <= paper.first
            gap = words[date.last : paper.first] if before else words[paper.last : date.first]
            dating = {"'s"} if before else order_words()["dating"]
            if date.earliest and date.bound not in _DEADLINES and gap and dating.issuperset(gap):
                return date
        return None

    def between(self, first: int, last: int) -> Sequence[When]:
        """The dates that begin at tokens `first`…`last` (exclusive)."""
        return self.dates[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def first_between(self, first: int, last: int) -> When | None:
        """The first date that begins at tokens `first`…`last` (exclusive)."""
        return next(iter(self.between(first, last)), None)

    def _distance(self, verb: Hit, date: When) -> int:
        """Tokens between a verb and a date; far where another clause lies between."""
        behind = date.first >= verb.last
        first, last = (verb.last, date.first) if behind else (date.last, verb.first)
        between = self.page.words[first:last]
        turns = order_words()["turns"]
        apart = sum(word in turns or word in self.speaks for word in between)
        after = between.count("after") + between.count("before")
        return len(between) + (_FAR if behind else 30) * apart + 10 * after + 5 * between.count(",")

    def _has_clock(self, verb: Hit, index: int) -> bool:
        """Whether the hour is told beside a verb."""
        sentence = self.page.sentences[index]
        first, last = max(sentence.first, verb.first - _FAR), min(sentence.last, verb.last + _FAR)
        return not order_words()["clock"].isdisjoint(self.page.words[first:last])
