"""Papers: orders that a noun tells alone: "an April 18 order of a Boston judge", "a court order".

Invariant: a paper tells an order only where it is a court's, and its day, its effect or its breach
is told with it.
"""

from departures.read.frames.benches import Bench, order_words
from departures.read.frames.court_clauses import Clause
from departures.read.frames.court_days import Days
from departures.read.frames.effects import PLAIN
from departures.read.frames.holdings import Holding
from departures.read.frames.rulers import Rulers
from departures.read.frames.told import Docket, Told
from departures.read.lexicon import Hit, Values
from departures.read.page import Page

_ISSUER = 8
"""So many words may stand between a court and its paper."""
_BREACH = 6
"""So many words before a paper its breach may be told: "in defiance of a Boston judge's order"."""
_AIM = 12
"""So many words behind a paper it may be told what it asks for."""


UNDOING = frozenset({"puts", "stays", "lifts", "vacates"})
"""What is done to an order that stopped something."""


class Papers:
    """The court papers of a page, as orders."""

    def __init__(
        self,
        page: Page,
        days: Days,
        rulers: Rulers,
        docket: Docket,
        values: Values,
    ) -> None:
        self.page, self.benches, self.days = page, rulers.benches, days
        self.rulers, self.docket = rulers, docket
        self.pleas, self.rulings = values["plea"], values["ruling"]
        self.words = order_words()

    def read(self) -> None:
        """Take in every paper that no verb has told."""
        for paper in self.benches.found:
            if paper.kind == "writ":
                self._read(paper)

    def _read(self, paper: Bench) -> None:
        issuer = self._issuer(paper)
        if issuer is None and not self._is_courtly(paper):
            return
        index = self.page.sentence_of(paper.first)
        date = self.days.of_paper(paper) or (self.days.of_paper(issuer) if issuer else None)
        last = max(paper.last, date.last if date else 0, issuer.last if issuer else 0)
        effect = self._effect(paper, last, index)
        if date is None and (effect is None or (issuer is None and not self._is_breached(paper))):
            return
        if effect is None and self._is_touched(paper, index):
            effect = "bars"
        court, judge = self.rulers.names(issuer, index) if issuer else (None, None)
        first = min(paper.first, issuer.first) if issuer else paper.first
        made = Told(
            paper.first, index, first, (paper.first, last), effect or "other", court, judge, date
        )
        if not self._repeats(made, index):
            self.docket.add(made)

    def _repeats(self, made: Told, index: int) -> bool:
        """Whether a paper is one that verbs have told already, and adds nothing but its day."""
        for known in self.docket.told:
            if made.date and known.date and known.date.earliest == made.date.earliest:
                return True
            if known.sentence == index and made.date is None:
                return True
            if known.sentence == index and known.date is None:
                return self._near(known, made)
        if made.date is None:
            return any(self._akin(known, made) for known in self.docket.told)
        return False

    def _near(self, known: Told, made: Told) -> bool:
        """Whether a verb of a sentence tells what its paper does, or was done to it."""
        return known.effect == made.effect or made.effect == "other"

    def _akin(self, known: Told, made: Told) -> bool:
        """Whether an undated paper can be an order told before: most of one text are."""
        return made.effect == "other" or known.effect == made.effect or not made.bench

    def _effect(self, paper: Bench, last: int, index: int) -> str | None:
        """What a paper does: by its kind, by what it is "to" do, or since it was breached."""
        kind = next(
            (self.pleas[at] for at in range(paper.first, paper.last) if at in self.pleas), None
        )
        if kind in ("stop", "stay"):
            return "bars" if kind == "stop" else "stays"
        sentence = self.page.sentences[index]
        following = self.page.words[last : min(sentence.last, last + _AIM)]
        if following[:1] == ["to"] and self._on_removal(following):
            told = self.rulings.get(last + 1)
            if told in PLAIN and told != "orders":
                return told
            return "orders" if self.words["stopping"].isdisjoint(following[:4]) else "bars"
        comma = following[:1] == [","]
        if following[comma : comma + 1] == ["that"]:
            return Holding(Clause(self.page, Hit(paper.first, last + comma, ()))).effect()
        if following[:1] in (["on"], ["for"]) and self._on_removal(following[:4]):
            return "orders"
        return "bars" if self._is_breached(paper) else None

    def _is_touched(self, paper: Bench, index: int) -> bool:
        """Whether an "order" is one that another court stayed or lifted: most such orders bar."""
        if not self.page.words[paper.last - 1].startswith("order"):
            return False
        here = [told for told in self.docket.told if told.sentence == index]
        return any(told.value in UNDOING and told.verb > paper.first for told in here)

    def _is_breached(self, paper: Bench) -> bool:
        """Whether somebody acts "in defiance of" a paper, or "despite" it."""
        floor = self.page.sentences[self.page.sentence_of(paper.first)].first
        before = self.page.words[max(floor, paper.first - _BREACH) : paper.first]
        return not self.words["breach_of"].isdisjoint(before)

    def _on_removal(self, words: list[str]) -> bool:
        """Whether a paper is "on his expulsion", "to bring them back"."""
        stems = tuple(self.words["removal_stems"])
        return any(word.startswith(stems) for word in words)

    def _issuer(self, paper: Bench) -> Bench | None:
        """The bench whose paper it is: "a judgment of the court", "the High Court's ruling"."""
        words = self.page.words
        for bench in self.benches.between(paper.first - _ISSUER, paper.last + _ISSUER):
            if bench.kind == "writ":
                continue
            if bench.first >= paper.last:
                between = words[paper.last : bench.first]
                return bench if self._made_by(between) else None
            possessive = words[bench.last : bench.last + 1] == ["'s"]
            if bench.last <= paper.last and (possessive or bench.last >= paper.first):
                return bench
        return None

    def _made_by(self, between: list[str]) -> bool:
        """Whether what stands between a paper and a bench makes it the bench's."""
        if not between or between[-1] not in ("of", "by", "from"):
            return False
        return self.words["paper_participles"].issuperset(between[:-1])

    def _is_courtly(self, paper: Bench) -> bool:
        """Whether a paper is a court's by its noun: a court order, an injunction."""
        if any(self.pleas.get(at) == "stop" for at in range(paper.first, paper.last)):
            return True
        return self.page.words[paper.last - 2 : paper.last - 1] == ["court"]
