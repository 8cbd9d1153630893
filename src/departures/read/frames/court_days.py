"""Days of orders: which date of a sentence is that of what a court did in it.

Invariant: a deadline, another paper's date, or a date of another clause is no order's day.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date as day

from departures.read.dates import When
from departures.read.frames.benches import Bench, order_words
from departures.read.frames.past_days import moved
from departures.read.language import grammar
from departures.read.lexicon import Hit
from departures.read.page import Page, Sentence
from departures.read.speech.grammar import tables

_FAR = 45
"""A date so many words away, or behind another clause, is not the order's."""
_PAPER = 8
"""So many words may stand between a paper and its day."""
_YEAR, _CENTURIES = 4, ("19", "20")
"""Digits of a year, and its first two."""
_NEAR = 3
"""For so many sentences a bare hour is of the day told before."""
_OPENING = 3
"""A date among so many words of a sentence, and with a comma, is that of its main clause."""
_DEADLINES = frozenset({"until", "by", "before"})


class Days:
    """The dates of a page, as days of orders."""

    def __init__(self, page: Page, dates: Sequence[When]) -> None:
        self.page, self.dates = page, dates
        self.firsts = [date.first for date in dates]
        self.words, counting = order_words(), grammar("en", "orders")["counting"]
        self.numbers, self.units = counting["numbers"], counting["units"]
        self.speaks = tables("en").speaks - tables("en").nouns_too

    def of_verb(self, verb: Hit, index: int, bench: Bench, undergone: bool) -> When | None:
        """The day of an order: the nearest date of its clause; for a bare hour, the day before.

        A date right beside the bench is nearest: "On 5 May the court found the men … and freed";
        of a paper to which something is done no date of its own counts.
        """
        sentence = self.page.sentences[index]
        if bench.first >= verb.last:
            spoken = self.of_speech(bench)
            if spoken is not None:
                return spoken
        if bench.kind == "writ":
            paper = self.of_paper(bench)
            if paper is not None and not undergone:
                return paper
        nearest = self._nearest(verb, sentence, bench, undergone)
        if nearest is not None:
            return nearest
        if not self._has_clock(verb, index):
            return self._of_entry(index)
        near = self.page.sentences[max(0, index - _NEAR)].first
        earlier = [
            date
            for date in self.between(near, sentence.first)
            if date.earliest and date.unit == "day"
        ]
        return earlier[-1] if earlier else None

    def _nearest(self, verb: Hit, sentence: Sentence, bench: Bench, undergone: bool) -> When | None:
        """The date in its sentence nearest to the verb, those of other things aside."""
        own = bench.first if undergone else verb.first
        best: When | None = None
        cost = _FAR
        first = max(sentence.first, verb.first - 2 * _FAR)
        for date in self.between(first, min(sentence.last, verb.last + _FAR)):
            if own <= date.first < verb.first or self._is_deadline(date):
                continue
            if date.first >= verb.last and self._of_paper_after(verb.last, date):
                continue
            if date.last <= verb.first < bench.first and self._of_paper_after(sentence.first, date):
                continue
            opens = date.first - sentence.first < _OPENING and self._word(date.last) == ","
            counted = self._counted(date, bench)
            if counted is not None:
                return counted
            if date.last <= bench.first and not opens and self._parted(date, bench):
                continue
            if undergone and self._dates_paper(date, bench):
                continue
            if bench.last <= date.first < verb.first and self._in_aside(date, bench, verb):
                continue
            away = 1 if self._beside(date, bench) else self._distance(verb, date)
            away = min(away, 2 * _PAPER) if opens else away
            if away < cost:
                best, cost = date, away
        return best

    def of_paper(self, paper: Bench) -> When | None:
        """The day of a court's paper: "Tuesday's ruling", "the order, signed on 5 May"."""
        words = self.page.words
        limit = self.page.sentences[self.page.sentence_of(paper.first)].last
        year = self._year_before(paper)
        if year is not None:
            return year
        for date in self.between(paper.first - _PAPER, min(limit, paper.last + _PAPER)):
            if self._is_deadline(date):
                continue
            if paper.first <= date.first < paper.last:
                return date
            before = date.last <= paper.first
            gap = words[date.last : paper.first] if before else words[paper.last : date.first]
            dating = self.words["dating_before"] if before else self.words["dating"]
            if dating.issuperset(gap) or (not before and self._entered(gap)):
                return date
        return None

    def _year_before(self, paper: Bench) -> When | None:
        """The year as an adjective of a paper: "a judge's 2021 order"."""
        for token in range(max(0, paper.first - 1), paper.last - 1):
            word = self.page.words[token]
            if len(word) == _YEAR and word.isascii() and word.isdigit() and word[:2] in _CENTURIES:
                start, end = self.page.starts[token], self.page.ends[token]
                first, last = day(int(word), 1, 1), day(int(word), 12, 31)
                return When(token, token + 1, start, end, first, last, "stated", unit="year")
        return None

    def of_speech(self, bench: Bench) -> When | None:
        """The day on which a bench speaks: "wrote Judge Ruiz on Tuesday"."""
        sentence = self.page.sentences[self.page.sentence_of(bench.first)]
        words = self.page.words
        said = bench.first > sentence.first and words[bench.first - 1] in self.speaks
        for date in self.between(bench.last, min(sentence.last, bench.last + _NEAR)):
            if date.first <= bench.last + 1 and not self._is_deadline(date):
                return date
            behind = words[bench.last : bench.last + 1]
            spoken = said or not (self.speaks | self.words["rules"]).isdisjoint(behind)
            if spoken and not self._is_deadline(date):
                return date
        return None

    def of_document(self) -> When | None:
        """The day that a court's own text bears: "Dated: 3 May", "Judgment of 12 June"."""
        for date in self.dates:
            sentence = self.page.sentences[self.page.sentence_of(date.first)]
            before = self.page.words[max(sentence.first, date.first - _PAPER) : date.first]
            short = sentence.last - sentence.first < 2 * _PAPER
            if short and date.earliest and not self.words["bearing"].isdisjoint(before):
                return date
        return None

    def _of_entry(self, index: int) -> When | None:
        """The day that heads an entry of a log or bulletin: "22 January. The court …"."""
        paragraph, at = self.page.sentences[index].paragraph, index
        while at > 0 and self.page.sentences[at - 1].paragraph == paragraph:
            at -= 1
        head = self.page.sentences[at]
        if at == index or head.last - head.first > 2 * _PAPER:
            return None
        dates = self.between(head.first, head.first + 2)
        return dates[0] if dates and not self._is_deadline(dates[0]) else None

    def between(self, first: int, last: int) -> Sequence[When]:
        """The dates that begin at tokens `first`…`last` (exclusive)."""
        return self.dates[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def _is_deadline(self, date: When) -> bool:
        """Whether a date is no day on which something was done: "until May 5", "due Friday"."""
        if not date.earliest or date.bound in _DEADLINES:
            return True
        before = self.page.words[max(0, date.first - 2) : date.first]
        return not self.words["coming"].isdisjoint(before)

    def _of_paper_after(self, first: int, date: When) -> bool:
        """Whether a date is that of a paper named from token `first` on: "the order of 2 May"."""
        words = self.page.words
        for at in range(date.first - 1, max(first, date.first - 3 * _PAPER) - 1, -1):
            if words[at] == ";" or (words[at] == "," and words[at + 1] not in self.words["dating"]):
                return False
            if words[at] in self.words["papers"]:
                between = [word for word in words[at + 1 : date.first] if word != ","]
                if between and between[0] in ("of", "dated", "from") and len(between) < 3:
                    return True
                return not self.words["paper_participles"].isdisjoint(between[:2])
        return False

    def _counted(self, date: When, bench: Bench) -> When | None:
        """The day counted from another event: "left on 2 May, two days after a judge …"."""
        between = self.page.words[date.last : bench.first]
        if len(between) not in (3, 4, 5) or between[-1] not in ("after", "before"):
            return None
        unit, number = between[-2], between[-3]
        if unit in ("hours", "minutes"):
            return date
        days = self.numbers.get(number, 1 if number == "," else 0) * self.units.get(unit, 0)
        return moved(date, -days if between[-1] == "after" else days) if days else None

    def _parted(self, date: When, bench: Bench) -> bool:
        """Whether a date before a bench is of another event: "left on Monday until a judge"."""
        between = self.page.words[date.last : bench.first]
        if not self.words["parting"].isdisjoint(between):
            return True
        after = [at for at, word in enumerate(between) if word == "after"]
        return any(not self.words["spans"].isdisjoint(between[at - 1 : at]) for at in after)

    def _entered(self, gap: list[str]) -> bool:
        """Whether a paper is dated from afar: "… that rested on it, entered on 3 May"."""
        end = len(gap) - (gap[-1:] == ["on"])
        if end < 2:
            return False
        related = gap[:2] == [",", "which"]
        participle = gap[end - 1] in self.words["paper_participles"] and (
            gap[end - 2] == "," or related
        )
        return participle or (gap[0] == "in" and gap[-1] == "on" and len(gap) < _PAPER)

    def _dates_paper(self, date: When, paper: Bench) -> bool:
        """Whether a date is the one a paper bears before its noun: "the Sept. 5 injunction"."""
        gap = self.page.words[date.last : paper.first]
        return date.last <= paper.first and self.words["dating_before"].issuperset(gap)

    def _in_aside(self, date: When, bench: Bench, verb: Hit) -> bool:
        """Whether a date is told about the bench itself: "the judge, who was named in 2021, …"."""
        words = self.page.words
        relative = not {"who", "which", "whose"}.isdisjoint(words[bench.last : date.first])
        return relative and "," in words[date.last : verb.first]

    def _beside(self, date: When, bench: Bench) -> bool:
        """Whether a date stands beside the bench, or the bench's clause tells of its day."""
        if date.first == bench.last:
            return True
        if date.last > bench.first:
            return False
        gap = self.page.words[date.last : bench.first]
        return not gap or gap == [","] or (len(gap) < 3 and gap[-1] == "when")

    def _distance(self, verb: Hit, date: When) -> int:
        """Tokens between a verb and a date; far where another clause lies between."""
        behind = date.first >= verb.last
        first, last = (verb.last, date.first) if behind else (date.last, verb.first)
        between = self.page.words[first:last]
        turns = self.words["turns"]
        apart = sum(word in turns or word in self.speaks for word in between)
        after = between.count("after") + between.count("before")
        return len(between) + (_FAR if behind else 30) * apart + 10 * after + 5 * between.count(",")

    def _has_clock(self, verb: Hit, index: int) -> bool:
        """Whether the hour is told beside a verb."""
        sentence = self.page.sentences[index]
        first, last = max(sentence.first, verb.first - _FAR), min(sentence.last, verb.last + _FAR)
        return not self.words["clock"].isdisjoint(self.page.words[first:last])

    def _word(self, token: int) -> str:
        return self.page.words[token] if token < len(self.page.words) else ""
