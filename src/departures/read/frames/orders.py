"""Orders: what a court or a judge did, on which day, and whether it was contested.

The road: benches and papers are found, verbs tell what they did (`rulers` says who, `effects` what,
`court_days` when), papers tell the rest, and what was told twice becomes one (`told`).

Invariant: an order's spans lie within the text; one order told twice is one.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from departures.read.dates import When
from departures.read.frames.benches import (
    Bench,
    Benches,
    bench_nouns,
    court_words,
    find_benches,
    order_words,
)
from departures.read.frames.court_days import Days
from departures.read.frames.dockets import Name, case_and_docket
from departures.read.frames.effects import Ruling
from departures.read.frames.papers import Papers
from departures.read.frames.past_days import past
from departures.read.frames.rulers import Rulers
from departures.read.frames.told import Docket, Told
from departures.read.frames.undergone import Undergone
from departures.read.lexicon import Hit, Values, values_of
from departures.read.page import Page

__all__ = ["Name", "OrderFrame", "find_orders"]

_ADDRESSED = {
    "asks": ("court",),
    "tells": ("court", "judge", "writ"),
    "says": ("court", "judge", "writ"),
}
"""Who orders something by merely asking for it, saying it, or telling it."""
_PARTIES = frozenset({"wins", "loses", "succeeds", "fails"})
"""What a party does in a court."""
_DONE = frozenset(
    {"vacates", "stays", "affirms", "extends", "lifts", "refuses", "grants", "allows"}
)
"""What may be told as done to a paper by nobody named."""
_CONSEQUENCES = frozenset(
    (decided, effect)
    for decided in ("affirms", "vacates")
    for effect in ("permits", "orders", "bars", "affirms")
    if decided != effect
)
"""What a court adds to its decision on another's: "set aside the orders and had them freed"."""
_TO_PAPERS = frozenset({"refuses", "lifts", "vacates", "affirms", "stays", "extends", "leaves"})
"""What is done to a paper that then only tells what it was: "lifted the order barring flights"."""
_WITHHELD = frozenset({"bars", "stays", "lifts", "vacates", "grants", "extends", "allows"})
"""What a court decides by not doing it: "would not stop the flight"."""
_UNDOING = frozenset({"vacates", "stays", "affirms"})
"""What a court does to another's order, and by which it lets a removal happen."""
_FOLLOWING = 4
"""For so many sentences the paper may be told on which an order stands."""


class OrderFrame(NamedTuple):
    """An order: `start`…`end` is the clause that tells it; its other spans are (start, end, …)."""

    start: int
    end: int
    first: int
    """The token of the verb or noun that tells it."""
    court: Name | None
    judge: Name | None
    case: Name | None
    docket: Name | None
    date: When | None
    effect: str
    subject: tuple[int, int] | None
    challenge: str | None


def find_orders(
    page: Page,
    dates: Sequence[When],
    marks: Sequence[int] | None = None,
    published: date | None = None,
) -> list[OrderFrame]:
    """Every order that a page tells, each once, in the order of the text.

    `marks`: the tokens of the first words of `court_words`, where they are known. `published`: no
    order was made after that day.
    """
    if bench_nouns().isdisjoint(page.words):
        return []
    hits = court_words().find(page, marks)
    values = values_of(hits)
    benches = find_benches(page, hits, values)
    if all(bench.kind == "writ" and not bench.named for bench in benches.found):
        return []
    gathering = _Gathering(page, values, past(page, dates, published), benches)
    rulings, challenges = values["ruling"], values["challenge"]
    for hit in hits:
        if hit.first in rulings:
            gathering.ruling(hit, rulings[hit.first])
        if hit.first in challenges:
            gathering.challenge(hit)
    return [_frame(page, order) for order in gathering.orders()]


class _Gathering:
    """The orders told so far."""

    def __init__(self, page: Page, values: Values, dates: Sequence[When], benches: Benches) -> None:
        self.page, self.benches = page, benches
        self.days = Days(page, dates)
        self.rulers = Rulers(page, benches, dates)
        self.undergone = Undergone(page, benches, self.rulers)
        self.docket = Docket(page, benches)
        self.values, self.pleas, self.rulings = values, values["plea"], values["ruling"]

    def ruling(self, verb: Hit, value: str) -> None:
        """Take in what a verb tells, where a court is its subject or does it."""
        bench = self._bench(verb, value)
        if bench is None and value in _WITHHELD:
            bench, value = self.rulers.unwilling(verb), "withholds"
        if bench is None:
            return
        here = self.docket.here(self.page.sentence_of(verb.first))
        if here and self._describes(verb, bench, here[-1]):
            return
        before = self.docket.told[-1].effect if self.docket.told else None
        ruling = Ruling(self.page, verb, value, self.pleas, self.rulings)
        effect = ruling.effect(before)
        if effect is None or (here and self._adds_nothing(value, effect, bench, here)):
            return
        made = self._made(verb, ruling, effect, bench, here)
        if here and self._tells_better(made, here[-1], verb):
            made.date = made.date or here[-1].date
            self.docket.replace(here[-1])
        self.docket.add(made)

    def _made(self, verb: Hit, ruling: Ruling, effect: str, bench: Bench, here: list[Told]) -> Told:
        """What a verb tells, with who did it and when."""
        index = self.page.sentence_of(verb.first)
        undergone = bench.kind == "writ" and ruling.value in _DONE and bench.last < verb.first
        date = self.days.of_verb(verb, index, bench, undergone)
        if date is None and here and (undergone or not self._anew(bench, here)):
            date = here[-1].date
        elsewhere = bench.first < self.page.sentences[index].first  # "she", "it"
        if date is None and elsewhere and self.docket.tellings:
            date = self.docket.tellings[-1].date
        court, judge = self.rulers.names(bench, index)
        return Told(
            verb=verb.first,
            sentence=index,
            first=self._clause_start(bench, index),
            subject=(verb.last, self.page.sentences[index].last),
            effect=effect,
            court=court,
            judge=judge,
            date=date,
            decided=ruling.vague,
            value=ruling.value,
            on_paper=undergone,
        )

    def _anew(self, bench: Bench, here: list[Told]) -> bool:
        """Whether a sentence names another court for a verb than for the one before."""
        another = bench.kind != "writ" or self.days.of_paper(bench) is not None
        return another and bench.first > here[-1].verb

    def _adds_nothing(self, value: str, effect: str, bench: Bench, here: list[Told]) -> bool:
        """Whether a verb gives the reasons or the consequence of what its sentence has told."""
        if self._anew(bench, here) or all(order.effect == "other" for order in here):
            return False
        if value in ("decides", "says") or effect == "other":
            return True
        return (here[-1].effect, effect) in _CONSEQUENCES

    def orders(self) -> list[Told]:
        """What was told, with what the papers add, in the order of the text."""
        Papers(self.page, self.days, self.rulers, self.docket, self.values).read()
        self.docket.reasons()
        told = sorted(self.docket.told, key=lambda order: order.verb)
        self._date_by_papers(told)
        self._date_by_bench(told)
        return told

    def challenge(self, hit: Hit) -> None:
        """Note that the order told last is contested."""
        before = self.page.words[max(0, hit.first - 3) : hit.first]
        own = self.page.words[hit.first : hit.last]
        if self.docket.told and order_words()["negations"].isdisjoint(before + own):
            self.docket.told[-1].challenge = "appealed"

    def _bench(self, verb: Hit, value: str) -> Bench | None:
        """Whoever rules by a verb, or the paper to which it is done or that somebody gets."""
        if value == "obtains":
            return self.undergone.obtained(verb)
        if value == "receives":
            return self.undergone.giver(verb)
        if value in _PARTIES:
            return self.undergone.party(verb)
        bench = self.rulers.ruler(verb)
        if bench is None and value in _DONE:
            return self.undergone.paper(verb)
        if bench is None or (value in _ADDRESSED and bench.kind not in _ADDRESSED[value]):
            return None
        return bench

    def _describes(self, verb: Hit, paper: Bench, known: Told) -> bool:
        """Whether a verb only tells what a paper was to which something is done."""
        if paper.kind != "writ" or not known.verb < paper.first < verb.first:
            return False
        return known.value in _TO_PAPERS and self.days.of_paper(paper) is None

    def _tells_better(self, made: Told, known: Told, verb: Hit) -> bool:
        """Whether a verb tells what another of its sentence only names: "ruled …, upholding …"."""
        if made.effect == "other":
            return False
        words = self.page.words
        gerund = words[verb.first].endswith("ing") and words[verb.first - 1] == ","
        plain = known.effect == "other"
        if gerund and known.effect == "permits" and made.effect in _UNDOING:
            return True  # "cleared the way …, setting aside the injunction"
        goes_on = verb.first > 0 and words[verb.first - 1] in ("and", "but")
        return (known.decided or plain) and (gerund or goes_on)

    def _date_by_papers(self, told: list[Told]) -> None:
        """Give orders without a day that of the paper or the court told with them.

        As in "Tuesday's ruling", "wrote Judge Ruiz on Tuesday".
        """
        sentences = self.page.sentences
        telling = {order.sentence for order in told}
        for order in told:
            if order.date is not None or order.effect == "other" or order.on_paper:
                continue
            last = sentences[min(len(sentences) - 1, order.sentence + _FOLLOWING)].last
            for paper in self.benches.between(sentences[order.sentence].first, last):
                if paper.kind == "writ":
                    order.date = order.date or self.days.of_paper(paper)
                elif self.page.sentence_of(paper.first) not in telling:
                    order.date = order.date or self.days.of_speech(paper)

    def _date_by_bench(self, told: list[Told]) -> None:
        """Give an order without a day that of what the same court did just before."""
        known: Told | None = None
        if any(order.date is None for order in told):
            borne = self.days.of_document()
            for order in told:
                order.date = order.date or borne
        for order in told:
            bench = order.bench
            if order.date is None and bench is not None and not order.on_paper:
                order.date = self.days.of_speech(bench)
            if order.date is not None:
                known = order
            elif known is not None and self._goes_on(order, known):
                order.date = known.date

    def _goes_on(self, order: Told, known: Told) -> bool:
        """Whether "the court", "she" or a name in an order is the bench of the one before."""
        bench, before = order.bench, known.bench
        if bench is None or before is None:
            return bench is None and order.sentence - known.sentence < _FOLLOWING
        return bench == before or (
            bench.kind == before.kind and not bench.named and self.page.words[bench.first] == "the"
        )

    def _clause_start(self, bench: Bench, index: int) -> int:
        """The sentence's first token where the bench opens it, else the bench's."""
        sentence = self.page.sentences[index]
        if not sentence.first <= bench.first < sentence.last:
            return sentence.first
        return sentence.first if bench.first - sentence.first < 8 else bench.first


def _frame(page: Page, order: Told) -> OrderFrame:
    sentence = page.sentences[order.sentence]
    last = sentence.last
    while last > order.first + 1 and page.words[last - 1][0] == "\n":
        last -= 1
    first, end = order.subject
    end = min(end, last)
    while end > first and page.words[end - 1] in ".,;":
        end -= 1
    case, docket = case_and_docket(page, order.sentence, order.verb)
    return OrderFrame(
        start=page.starts[order.first],
        end=page.ends[last - 1],
        first=order.verb,
        court=_named(order.court),
        judge=_named(order.judge),
        case=case,
        docket=docket,
        date=order.date,
        effect=order.effect,
        subject=(page.starts[first], page.ends[end - 1]) if first < end else None,
        challenge=order.challenge,
    )


def _named(bench: Bench | None) -> Name | None:
    return (bench.start, bench.end, bench.name) if bench else None
