"""Voices: how a court's act is told beyond "the court ruled", and when it is no act at all.

Invariant: what a court only may do, or is counted to have done, is no ruling of it.
"""

from departures.read.frames.benches import Bench, Benches, order_words
from departures.read.lexicon import Hit
from departures.read.page import Page
from departures.read.speech.grammar import tables

_NOTE = 6
"""So many words of a note may stand before its participle."""


class Voices:
    """A page's verbs, with the benches around them."""

    def __init__(
        self, page: Page, benches: Benches, ending: dict[int, Bench], dated: dict[int, int]
    ) -> None:
        self.page, self.benches = page, benches
        self.ending, self.date_ends = ending, dated
        self.words, self.speaks = order_words(), tables("en").speaks

    def is_doubtful(self, bench: Bench, verb: Hit) -> bool:
        """Whether a court only may rule: "if the court blocks", "until the court rules"."""
        floor = self.page.sentences[self.page.sentence_of(verb.first)].first
        if not floor < bench.first < verb.first:
            return False
        words = self.page.words
        before = words[bench.first - 1]
        present = not words[verb.first].endswith(("ed", "ing")) and verb.first == bench.last
        ahead = present and before in self.words["ahead"] and words[verb.first].endswith("s")
        asked = before in self.words["modals"] and bench.first not in self.date_ends
        return ahead or asked or before in self.words["conditions"]

    def is_tally(self, bench: Bench, verb: Hit) -> bool:
        """Whether it is told how often courts ruled: "courts have ordered 1,204 expulsions"."""
        words = self.page.words
        if verb.last >= len(words) or words[bench.first] not in self.words["benches"]:
            return False
        return words[verb.last][0].isdigit() or words[verb.last] in ("more", "thousands", "about")

    def moved(self, verb: Hit, floor: int) -> Bench | None:
        """The bench that somebody got to do it: "her lawyers got a judge in Tampa to stop it"."""
        bench = self.ending.get(verb.first - 1)
        if self.page.words[verb.first - 1] != "to" or bench is None or bench.first <= floor:
            return None
        before = self.page.words[max(floor, bench.first - 2) : bench.first]
        return None if self.words["moving"].isdisjoint(before) else bench

    def attributed(self, verb: Hit, limit: int) -> Bench | None:
        """The bench that says what it did: "the removals are enjoined, the judge wrote"."""
        words = self.page.words
        if words[verb.first - 1] not in self.words["be"] and not self.is_note(verb):
            return None
        for bench in self.benches.between(verb.last, limit):
            says = words[bench.last] if bench.last < limit else ""
            told = says in self.speaks or says in self.words["rules"]
            if told and words[bench.first - 1] == ",":
                return bench
        return None

    def is_note(self, verb: Hit) -> bool:
        """Whether a sentence is a mere note: "Rehearing denied", "4th Circuit: stay granted"."""
        words, at = self.page.words, verb.first - 1
        floor = self.page.sentences[self.page.sentence_of(verb.first)].first
        if at < floor or not (
            words[at] in self.words["judicial"] or words[at] in self.words["filed"]
        ):
            return False
        while at > floor and at > verb.first - _NOTE and words[at - 1] not in (":", ";"):
            if words[at - 1] in self.words["determiners"]:
                return False
            at -= 1
        return at == floor or words[at - 1] in (":", ";")

    def is_performed(self, verb: Hit, floor: int) -> bool:
        """Whether a court's own text does what it says: "it is hereby ordered", "we affirm"."""
        words = self.page.words
        before = words[verb.first - 1] if verb.first > floor else ""
        earlier = words[verb.first - 2] if verb.first > floor + 1 else ""
        if before == "hereby" or (before == "is" and earlier == "it"):
            return True
        subject = earlier if before == "therefore" else before
        return subject in ("we", "i") and words[verb.first] in self.words["performed"]
