"""Rulers: which court, judge or court paper is the subject of a verb, or does what it tells.

Invariant: nobody rules by a verb that is negated, merely possible, or asked for.
"""

from collections.abc import Sequence

from departures.read.dates import When
from departures.read.frames.benches import Bench, Benches, order_words
from departures.read.frames.voices import Voices
from departures.read.lexicon import Hit
from departures.read.page import Page
from departures.read.speech.grammar import tables

_ASIDE = 24
"""So many words may stand between a bench and its verb within commas."""
_CLAUSE = 80
"""So many words back in its sentence the court of an order is looked for."""
_GOT = 10
"""So many words may stand between a verb and the paper that somebody gets by it."""
_SEAT = 7
"""So many words may stand between a judge and the court at which he sits."""
_AGENT = 14
"""So many words may stand between a passive verb and its "by"."""


class Rulers:
    """The benches of a page by where they end and begin."""

    def __init__(self, page: Page, benches: Benches, dates: Sequence[When]) -> None:
        self.page, self.benches = page, benches
        self.words = order_words()
        self.ending = {bench.last: bench for bench in benches.found}
        self.speaks = tables("en").speaks
        self.date_ends = {date.last: date.first for date in dates}
        self.voices = Voices(page, benches, self.ending, self.date_ends)

    def ruler(self, verb: Hit) -> Bench | None:
        """Whoever rules by a verb."""
        bench = self._subject(verb)
        if bench is None or self.voices.is_doubtful(bench, verb):
            return None
        return None if self.voices.is_tally(bench, verb) else bench

    def unwilling(self, verb: Hit) -> Bench | None:
        """The bench that would not do what a verb tells: "the judge would not stop the flight"."""
        words, first = self.page.words, verb.first
        floor = self.page.sentences[self.page.sentence_of(first)].first
        if first > floor and words[first - 1] == "wouldn't":
            token = first - 1
        elif words[first - 2 : first] == ["would", "not"] and first - 2 > floor:
            token = first - 2
        else:
            return None
        token = self.past_fillers(token, floor) or floor
        bench = self._ends_at(token, floor) if token > floor else None
        return None if bench is None or bench.kind == "writ" else bench

    def _subject(self, verb: Hit) -> Bench | None:
        """Whoever is the subject of a verb, or does what it tells in the passive."""
        sentence = self.page.sentences[self.page.sentence_of(verb.first)]
        words = self.page.words
        if words[verb.first] in self.words["noun_forms"] and not self._is_verb(
            verb, sentence.first
        ):
            return self.voices.moved(verb, sentence.first)
        token = self.past_fillers(verb.first, sentence.first)
        if token is None:
            return self.voices.moved(verb, sentence.first)
        found = self._ends_at(token, sentence.first)
        if found is not None:
            return found
        agent = self._agent(verb, sentence.last) or self.voices.attributed(verb, sentence.last)
        if agent is not None:
            return agent
        if self.voices.is_performed(verb, sentence.first):
            return self._sitting(verb.first)
        return self._behind(verb, token, sentence.first) if token > sentence.first else None

    def _behind(self, verb: Hit, token: int, floor: int) -> Bench | None:
        """The subject from which a relative, an aside or another verb parts a verb."""
        before = self.page.words[token - 1]
        if before in self.words["relatives"]:
            return self._related(token - 1, floor)
        if before == ",":
            apposed = self.ending.get(token - 1)
            if apposed is not None and self.page.words[apposed.first - 1 : apposed.first] == [","]:
                return apposed
            aside = self._before_aside(token - 1, floor)
            if aside is not None:
                return aside
            gerund = self.page.words[verb.first].endswith("ing")
            return (
                self._opening(floor, token - 1) if gerund or self._resumes(token, floor) else None
            )
        if before in ("and", "but"):
            return self._opening(floor, token)
        return self._afar(verb, token, floor)

    def _resumes(self, token: int, floor: int) -> bool:
        """Whether an aside only parts a verb from its "and": "and, in the same breath, barred"."""
        words = self.page.words
        for at in range(token - 2, max(floor, token - _GOT), -1):
            if words[at] == ",":
                return words[at - 1] in ("and", "but")
        return False

    def _afar(self, verb: Hit, token: int, floor: int) -> Bench | None:
        """A bench with more told about it: "a judge appointed by the last president blocked"."""
        words = self.page.words
        if words[verb.first].endswith("ing") or words[verb.first] in self.words["noun_forms"]:
            return None
        for at in range(token - 1, max(floor, token - _ASIDE), -1):
            if words[at] in self.words["clause_ends"] or words[at] in self.speaks:
                return None
            bench = self.ending.get(at)
            if bench is not None:
                led = bench.first > floor and words[bench.first - 1] in self.words["objects"]
                told = words[at] in self.words["described"]
                return bench if told and not led and bench.kind != "writ" else None
        return None

    def _sitting(self, token: int) -> Bench | None:
        """The court whose text it is: the last before `token` that is no paper, else the first."""
        return self.benches.before(token, "court") or self.benches.before(token, "judge")

    def on_paper(self, bench: Bench) -> bool:
        """Whether a paper is what rules: "an interim measure (Rule 39) of the court"."""
        if bench.kind == "writ":
            return True
        before = self.benches.between(bench.first - _GOT, bench.first)
        of = self.page.words[bench.first - 1] in ("of", "by", "from")
        return of and any(other.kind == "writ" for other in before)

    def names(self, bench: Bench, index: int) -> tuple[Bench | None, Bench | None]:
        """The court and the judge of an order, as far as its sentence names them."""
        if bench.kind == "writ":
            sentence = self.page.sentences[index]
            first = max(sentence.first, bench.first - _CLAUSE)
            for other in self.benches.between(first, bench.first):
                if other.kind != "writ":
                    return self.names(other, index)
            return None, None
        bench = self.benches.named(bench)
        return (bench, None) if bench.kind == "court" else (None, bench)

    def _is_verb(self, verb: Hit, floor: int) -> bool:
        """Whether "order" or "bars" is a verb: after "did", a bench, or what relates to one."""
        if verb.first == floor:
            return False
        before = self.page.words[verb.first - 1]
        if before in ("did", ",") or before in self.words["relatives"]:
            return True
        bench = self.ending.get(self.past_fillers(verb.first, floor) or floor)
        if bench is None or bench.last <= floor:
            return False
        plural = self.page.words[bench.last - 1].endswith("s")
        return plural or self.page.words[verb.first].endswith("s")

    def past_fillers(self, token: int, floor: int) -> int | None:
        """The token after the subject of a verb at `token`; none where nobody does it."""
        words = self.page.words
        while token > floor:
            before = words[token - 1]
            if token in self.date_ends and self.date_ends[token] >= floor:
                token = self.date_ends[token]
                continue
            if before in self.words["negations"] or before in self.words["modals"]:
                return None
            if token in self.ending:
                return token
            if (
                before in self.words["fillers"]
                or before in self.words["clock"]
                or before[0].isdigit()
                or before[-1].isdigit()
                or (before == "." and words[token - 2][0].isdigit())
            ):
                token -= 1
            else:
                break
        return token

    def _ends_at(self, token: int, floor: int) -> Bench | None:
        """The bench that ends at `token` and is no object; a pronoun or surname for one."""
        words = self.page.words
        bench = self.ending.get(token)
        if bench is not None:
            before = words[bench.first - 1] if bench.first > floor else "."
            if before in self.words["objects"]:
                return self._led(bench, floor)
            return bench
        if token == floor:
            return None
        before = words[token - 1]
        if before in self.words["pronouns_judge"]:
            return self.benches.before(token, "judge") or self.benches.after(token, "judge")
        if before in self.words["pronouns_court"]:
            return self._recent_court(token)
        if self.page.capital(token - 1) and before in self.benches.surnames:
            return self.benches.surnames[before]
        return None

    def _led(self, bench: Bench, floor: int) -> Bench | None:
        """Who rules where a preposition leads a bench: "an injunction from the court"."""
        if bench.kind == "writ":  # the court in its judgment
            end = self.past_fillers(bench.first - 1, floor)
            return self._ends_at(end, floor) if end is not None else None
        return bench if self.on_paper(bench) else self._sitting_at(bench, floor)

    def _sitting_at(self, court: Bench, floor: int) -> Bench | None:
        """The judge told with a court: "a judge at the district court"."""
        words = self.page.words
        if words[court.first - 1] not in self.words["onward"]:
            return None
        for at in range(court.first - 1, max(floor, court.first - _SEAT), -1):
            judge = self.ending.get(at)
            if judge is not None and judge.kind == "judge":
                led = judge.first > floor and words[judge.first - 1] in self.words["objects"]
                return None if led else judge
            if words[at - 1] in self.words["clause_ends"] or words[at - 1] in self.speaks:
                return None
        return None

    def _recent_court(self, token: int) -> Bench | None:
        """The court that "it" means, named in this sentence or the one before."""
        bench = self.benches.before(token, "court")
        if bench is None:
            return None
        here = self.page.sentence_of(token)
        return bench if self.page.sentence_of(bench.first) >= here - 1 else None

    def _agent(self, verb: Hit, limit: int) -> Bench | None:
        """The bench by which something is done: "released by a court"."""
        words = self.page.words
        paper = False
        for bench in self.benches.between(verb.last, min(limit, verb.last + _AGENT)):
            before = words[bench.first - 1]
            if bench.kind == "writ":
                paper = before in self.words["papers_by"]
            elif before == "by" or (paper and before == "of"):
                return bench
        return None

    def _related(self, token: int, floor: int) -> Bench | None:
        """The bench or paper to which "that" or "which" at `token` relates."""
        while token > floor and self.page.words[token - 1] in ',"':
            token -= 1
        before = self.past_fillers(token, floor)
        while before is not None and before > floor and self.page.words[before - 1] in ',"':
            before -= 1
        if before is None:
            return None
        return self.ending.get(before)

    def _before_aside(self, comma: int, floor: int) -> Bench | None:
        """The bench before words within commas: "a judge, who had seen the list, ordered"."""
        words = self.page.words
        for token in range(comma - 1, max(floor, comma - _ASIDE), -1):
            if words[token] == ",":
                end = self.past_fillers(token, floor)
                bench = self._ends_at(end, floor) if end is not None else None
                if bench is not None:
                    return bench
        return None

    def _opening(self, floor: int, limit: int) -> Bench | None:
        """The bench with which a sentence begins: "Ruiz heard both sides and ordered"."""
        floor = max(floor, limit - _CLAUSE)
        for bench in self.benches.between(floor, limit):
            if bench.kind != "writ":
                before = self.page.words[bench.first - 1] if bench.first > floor else "."
                return None if before in self.words["objects"] else bench
        for token in range(floor, limit - 1):
            if self.page.capital(token) and self.page.words[token] in self.benches.surnames:
                return self.benches.surnames[self.page.words[token]]
        return None
