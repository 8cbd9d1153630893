"""Undergone: what is done to a court's paper by nobody named, and what a party gets from a court.

Invariant: a paper that may be an office's is none of a court's.
"""

from departures.read.frames.benches import Bench, Benches
from departures.read.frames.rulers import Rulers
from departures.read.lexicon import Hit
from departures.read.page import Page

_SUBJECT = 18
"""So many words may stand between a paper and the verb that tells what was done to it."""
_GOT = 10
"""So many words may stand between a verb and the paper that somebody gets by it."""


class Undergone:
    """The papers of a page as what something is done to."""

    def __init__(self, page: Page, benches: Benches, rulers: Rulers) -> None:
        self.page, self.benches, self.rulers = page, benches, rulers
        self.words = rulers.words

    def paper(self, verb: Hit) -> Bench | None:
        """The paper or plea to which something is done by nobody named: "the stay was lifted"."""
        words, floor = self.page.words, self.page.sentences[self.page.sentence_of(verb.first)].first
        if self.rulers.voices.is_note(verb):
            return self._unnamed(verb.first - 1)
        be = verb.first
        while be > floor and words[be - 1] in self.words["fillers"]:
            be -= 1
        if be == floor or words[be - 1] not in self.words["be"]:
            return None
        doubt = self.words["negations"] | self.words["modals"]
        if words[verb.last : verb.last + 1] == ["by"] or doubt.intersection(words[be - 4 : be]):
            return None
        for token in range(be - 2, max(floor, be - _SUBJECT), -1):
            filed = words[be - 1] in ("is", "are") and words[token] in self.words["filed"]
            if filed or words[token] in self.words["judicial"]:
                return self._paper(token, words[verb.first])
        return None

    def _paper(self, token: int, verb: str) -> Bench | None:
        """A paper or plea of a court at `token`; none where it may be an office's."""
        before = self.page.words[token - 1] if token else ""
        opening = self.page.words[max(0, token - 3) : token]
        if not self.words["conditions"].isdisjoint(opening) or "once" in opening:
            return None
        office = before in self.words["not_writs"] or before in self.words["appeals_by_people"]
        return None if office and verb not in self.words["courtly"] else self._unnamed(token)

    def _unnamed(self, token: int) -> Bench:
        """A paper without a name of its own."""
        start, end = self.page.starts[token], self.page.ends[token]
        name = self.page.text[start:end]
        return Bench("writ", token, token + 1, start, end, name, None, False)

    def obtained(self, verb: Hit) -> Bench | None:
        """The court's paper that somebody gets: "the lawyers won a stay"."""
        sentence = self.page.sentences[self.page.sentence_of(verb.first)]
        if self.rulers.past_fillers(verb.first, sentence.first) is None:
            return None
        for token in range(verb.last, min(sentence.last, verb.last + _GOT)):
            if self.page.words[token] in self.words["obtainable"]:
                return self._unnamed(token)
            if self.page.words[token] in ".,;":
                break
        return None

    def giver(self, verb: Hit) -> Bench | None:
        """The court from which somebody has a paper: "received a removal order from a judge"."""
        bench = self.party(verb)
        if bench is None or bench.first < verb.last:
            return None
        return bench if self.page.words[bench.first - 1] == "from" else None

    def party(self, verb: Hit) -> Bench | None:
        """The court in which somebody wins or loses: "lost his appeal in the High Court"."""
        sentence = self.page.sentences[self.page.sentence_of(verb.first)]
        if self.rulers.past_fillers(verb.first, sentence.first) is None:
            return None
        first = max(sentence.first, verb.first - _GOT)
        for bench in self.benches.between(first, min(sentence.last, verb.last + _GOT)):
            before = self.page.words[bench.first - 1] if bench.first > first else ""
            if bench.kind != "writ" and before in self.words["venue"]:
                return bench
        return None
