"""What stands around the word for an agreement: its day, its sealing, and what makes it none.

Invariant: nothing is read beyond the sentence in which the word stands.
"""

from bisect import bisect_left
from collections.abc import Sequence

from departures.read.dates import When
from departures.read.frames.parties import party_words
from departures.read.lexicon import Hit
from departures.read.page import Page

_CONSENT = 8
"""So many words may stand between a verb of consent and what is consented to."""
_LACKING = 7
"""So many words may stand between a verb of having and what one has or lacks."""
_DATE_REACH = 14
"""So many words may stand between an agreement and its day."""


class Setting:
    """The dates of a page, and where something is signed, concluded or the like."""

    def __init__(self, page: Page, hits: Sequence[Hit], dates: Sequence[When]) -> None:
        self.page, self.dates = page, dates
        self.firsts = [date.first for date in dates]
        self.words = party_words()
        self.sealed = [hit.first for hit in hits if hit.sense("sealing")]

    def is_own_day(self, hit: Hit, date: When) -> bool:
        """Whether a date is the agreement's own: "of 6 May", "that was signed in 2004"."""
        between = self.page.words[hit.last : date.first]
        if "," in between and not self.is_sealed(hit.last, date.first):
            return False
        return self.words["dating"].issuperset(between) and date.first >= hit.last

    def is_sealed(self, first: int, last: int) -> bool:
        """Whether an agreement is signed, concluded or the like at tokens `first`…`last`."""
        return bisect_left(self.sealed, first) < bisect_left(self.sealed, last)

    def is_sealed_near(self, hit: Hit) -> bool:
        """Whether an agreement is signed, concluded or the like beside its noun."""
        return self.is_sealed(hit.first - _DATE_REACH, hit.first + _DATE_REACH)

    def is_held(self, hit: Hit, floor: int) -> bool:
        """Whether somebody has it: "have an understanding"."""
        held = self.page.words[max(floor, hit.first - _LACKING) : hit.first]
        return not self.words["holding"].isdisjoint(held)

    def dates_between(self, first: int, last: int) -> Sequence[When]:
        """The dates that begin at tokens `first`…`last` (exclusive)."""
        return self.dates[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def is_other(self, hit: Hit, floor: int, limit: int) -> bool:
        """Whether a noun is denied, or names no agreement of states: "no deal", "a plea deal"."""
        words = self.page.words
        before = words[max(floor, hit.first - 2) : hit.first]
        if before and before[-1] in self.words["not_pacts_before"]:
            return True
        if not self.words["negations"].isdisjoint(before) or self._is_lacking(hit.first, floor):
            return True
        return not self.words["private"].isdisjoint(words[hit.last : min(limit, hit.last + 8)])

    def _is_lacking(self, first: int, floor: int) -> bool:
        """Whether a noun is what somebody hasn't or leaves: "does not have a readmission deal"."""
        words = self.page.words
        for token in range(first - 1, max(floor, first - _LACKING + 1) - 1, -1):
            if words[token] in self.words["holding"]:
                return words[token - 1] in self.words["negations"]
            if words[token] in self.words["lacking"]:
                return True
            if words[token] in self.words["persons"]:  # he signed an agreement to leave
                return words[token + 1] in ("signed", "signs")
        return False

    def agrees(self, hit: Hit, limit: int) -> bool:
        """Whether a state agrees with another, or to take people: "agreed in May to receive"."""
        words = self.page.words
        if words[hit.first - 1] in self.words["negations"]:
            return False
        if words[hit.last : hit.last + 1] == ["with"]:
            return words[hit.first] == "agreed"
        last = min(limit, hit.last + _CONSENT) - 1
        for token in range(hit.last, last):
            if words[token] == "to" and words[token + 1] in self.words["hosting"]:
                return True
            if words[token] in ",.;":
                break
        return False

    def day(self, hit: Hit, index: int) -> When | None:
        """The day that stands nearest to an agreement's noun in its sentence."""
        sentence = self.page.sentences[index]
        near: tuple[int, When] | None = None
        first = max(sentence.first, hit.first - 2 * _DATE_REACH)
        for date in self.dates_between(first, min(sentence.last, hit.last + 2 * _DATE_REACH)):
            if not date.earliest:
                continue
            away = date.first - hit.last if date.first >= hit.last else hit.first - date.last + 4
            if away <= _DATE_REACH + 4 and (near is None or away < near[0]):
                near = (away, date)
        return near[1] if near else None

    def modality(self, hit: Hit, index: int) -> str:
        """Whether an agreement stands, is a draft, or is denied."""
        words = self.page.words
        first = max(self.page.sentences[index].first, hit.first - _DATE_REACH)
        before = words[first : hit.first]
        if not self.words["draft"].isdisjoint(words[hit.first : hit.last] + before[-2:]):
            return "planned"
        return "happened" if self.words["denial"].isdisjoint(before[-6:]) else "denied"

    def subject(self, hit: Hit, index: int) -> tuple[int, int] | None:
        """The tokens that say what an agreement is about."""
        limit = self.page.sentences[index].last
        for token in range(hit.last, min(limit - 1, hit.last + _DATE_REACH)):
            if self.page.words[token] in self.words["purposes"]:
                return token, limit
        return None
