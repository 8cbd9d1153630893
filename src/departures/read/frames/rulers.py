"""Rulers: which court, judge or court paper is the subject of a verb, or does what it tells.

Invariant: nobody rules by a verb that is negated, merely possible, or asked for.
"""

from collections.abc import Sequence

from departures.read.dates import When
from departures.read.frames.benches import Bench, Benches, order_words
from departures.read.lexicon import Hit
from departures.read.page import Page

_ASIDE = 24
"""So many words may stand between a bench and its verb within commas."""
_CLAUSE = 80
"""So many words back in its sentence the court of an order is looked for."""
_SUBJECT = 18
"""So many words may stand between a paper and the verb that tells what was done to it."""
_GOT = 10
"""So many words may stand between a verb and the paper that somebody gets by it."""
_AGENT = 14
"""So many words may stand between a passive verb and its "by"."""


class Rulers:
    """The benches of a page by where they end and begin."""

    def __init__(self, page: Page, benches: Benches, dates: Sequence[When]) -> None:
        self.page, self.benches = page, benches
        self.words = order_words()
        self.ending = {bench.last: bench for bench in benches.found}
        self.date_ends = {date.last: date.first for date in dates}

    def ruler(self, verb: Hit, again: bool) -> Bench | None:
        """Whoever rules by a verb; `again`: its sentence has told an order already."""
        sentence = self.page.sentences[self.page.sentence_of(verb.first)]
        words = self.page.words
        if words[verb.first] in self.words["noun_forms"] and not self._is_verb(
            verb, sentence.first
        ):
            return None
        token = self._past_fillers(verb.first, sentence.first)
        if token is None:
            return None
        found = self._ends_at(token, sentence.first)
        if found is not None:
            return found
        agent = self._agent(verb, sentence.last)
        if agent is not None or token == sentence.first:
            return agent
        before = words[token - 1]
        if before in self.words["relatives"]:
            return self._related(token - 1, sentence.first)
        if before == ",":
            aside = self._before_aside(token - 1, sentence.first)
            gerund = words[verb.first].endswith("ing")
            return self._opening(sentence.first, token - 1) if gerund and not aside else aside
        if before in ("and", "but"):
            return None if again else self._opening(sentence.first, token)
        return None

    def undergoes(self, verb: Hit) -> Bench | None:
        """The paper or plea to which something is done by nobody named: "the stay was lifted"."""
        words, floor = self.page.words, self.page.sentences[self.page.sentence_of(verb.first)].first
        be = verb.first
        while be > floor and words[be - 1] in self.words["fillers"]:
            be -= 1
        if be == floor or words[be - 1] not in self.words["be"]:
            return None
        doubt = self.words["negations"] | self.words["modals"]
        if words[verb.last : verb.last + 1] == ["by"] or doubt.intersection(words[be - 4 : be]):
            return None
        for token in range(be - 2, max(floor, be - _SUBJECT), -1):
            if words[token] in self.words["judicial"]:
                return self._paper(token, words[verb.first])
        return None

    def _paper(self, token: int, verb: str) -> Bench | None:
        """A paper or plea of a court at `token`; none where it may be an office's."""
        before = self.page.words[token - 1] if token else ""
        others = before in self.words["not_writs"] and verb not in self.words["courtly"]
        if others or (
            before in self.words["appeals_by_people"] and verb not in self.words["courtly"]
        ):
            return None
        return self._unnamed(token)

    def _unnamed(self, token: int) -> Bench:
        """A paper without a name of its own."""
        start, end = self.page.starts[token], self.page.ends[token]
        name = self.page.text[start:end]
        return Bench("writ", token, token + 1, start, end, name, None, False)

    def obtained(self, verb: Hit) -> Bench | None:
        """The court's paper that somebody gets: "the lawyers won a stay"."""
        sentence = self.page.sentences[self.page.sentence_of(verb.first)]
        if self._past_fillers(verb.first, sentence.first) is None:
            return None
        for token in range(verb.last, min(sentence.last, verb.last + _GOT)):
            if self.page.words[token] in self.words["obtainable"]:
                return self._unnamed(token)
            if self.page.words[token] in ".,;":
                break
        return None

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
        relative = before in self.words["relatives"]
        return before in ("did", ",") or relative or verb.first in self.ending

    def _past_fillers(self, token: int, floor: int) -> int | None:
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
            return self.benches.before(token, "judge")
        if before in self.words["pronouns_court"]:
            return self._recent_court(token)
        if self.page.capital(token - 1) and before in self.benches.surnames:
            return self.benches.surnames[before]
        return None

    def _led(self, bench: Bench, floor: int) -> Bench | None:
        """Who rules where a preposition leads a bench: "an injunction from the court"."""
        if bench.kind == "writ":  # the court in its judgment
            end = self._past_fillers(bench.first - 1, floor)
            return self._ends_at(end, floor) if end is not None else None
        return bench if self.on_paper(bench) else self._sitting_at(bench)

    def _sitting_at(self, court: Bench) -> Bench | None:
        """The judge told with a court: "a judge at the district court"."""
        judge = self.ending.get(court.first - 1)
        seated = self.page.words[court.first - 1] in self.words["onward"]
        return judge if seated and judge is not None and judge.kind == "judge" else None

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
        before = self._past_fillers(token, floor)
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
                end = self._past_fillers(token, floor)
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
