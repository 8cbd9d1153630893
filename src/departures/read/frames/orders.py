"""Orders: what a court or a judge did, on which day, and whether it was contested.

Invariant: an order's spans lie within the text; one order told twice is one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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
from departures.read.frames.rulers import Rulers
from departures.read.lexicon import Hit, Values, values_of
from departures.read.page import Page

__all__ = ["Name", "OrderFrame", "find_orders"]

_CONTESTED = frozenset({"bars", "stays", "orders"})
_ADDRESSED = {"asks": ("court",), "tells": ("court", "judge")}
"""Who orders something by merely asking for it or telling it."""
_DONE = frozenset(
    {"vacates", "stays", "affirms", "extends", "lifts", "refuses", "grants", "allows"}
)
"""What may be told as done to a paper by nobody named."""
_RECENT = 60
"""An order may be one of so many told last."""
_FOLLOWING = 4
"""For so many sentences the paper may be told on which an order stands."""
_PAPER_DATE = 6
"""So many words may stand between a court's paper and its date."""
_PAPERS = frozenset({"order", "ruling", "injunction", "judgment", "judgement"})


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


@dataclass(slots=True)
class _Told:
    """An order as it is gathered from the places that tell it."""

    verb: int
    sentence: int
    first: int
    subject: tuple[int, int]
    effect: str
    court: Bench | None
    judge: Bench | None
    date: When | None
    decided: bool = False
    """Whether a verb like "ruled" tells it, which another may tell better: ", upholding …"."""
    challenge: str | None = None


def find_orders(
    page: Page, dates: Sequence[When], marks: Sequence[int] | None = None
) -> list[OrderFrame]:
    """Every order that a page tells, each once, in the order of the text.

    `marks`: the tokens of the first words of `court_words`, where they are known.
    """
    if bench_nouns().isdisjoint(page.words):
        return []
    hits = court_words().find(page, marks)
    values = values_of(hits)
    benches = find_benches(page, hits, values)
    if all(bench.kind == "writ" and not bench.named for bench in benches.found):
        return []
    gathering = _Gathering(page, values, dates, benches)
    rulings, challenges = values["ruling"], values["challenge"]
    for hit in hits:
        if hit.first in rulings:
            gathering.ruling(hit, rulings[hit.first])
        if hit.first in challenges:
            gathering.challenge(hit)
    gathering.papers()
    gathering.date_by_papers()
    told = sorted(gathering.told, key=lambda order: order.verb)
    return [_frame(page, order) for order in told]


class _Gathering:
    """The orders told so far."""

    def __init__(self, page: Page, values: Values, dates: Sequence[When], benches: Benches) -> None:
        self.page, self.dates, self.benches = page, dates, benches
        self.days = Days(page, dates)
        self.rulers = Rulers(page, benches, dates)
        self.told: list[_Told] = []
        self.pleas, self.rulings = values["plea"], values["ruling"]

    def ruling(self, verb: Hit, value: str) -> None:
        """Take in what a verb tells, where a court is its subject or does it."""
        index = self.page.sentence_of(verb.first)
        here = [order for order in self.told[-_RECENT:] if order.sentence == index]
        again = any(order.effect != "other" for order in here)
        bench = self._bench(verb, value, again)
        if bench is None:
            return
        anew = bool(here) and bench.kind != "writ" and bench.first > here[-1].verb
        if value == "decides" and again and not anew:  # it gives its reasons
            return
        earlier = self.told[-1].effect if self.told else None
        effect = Ruling(self.page, verb, value, self.pleas, self.rulings).effect(earlier)
        if effect is None:
            return
        undergone = bench.kind == "writ" and value in _DONE and bench.last < verb.first
        date = self.days.of_verb(verb, index, bench, undergone)
        if date is None and here and undergone:
            date = here[-1].date
        if date is None and self.told and (bench.first < self.page.sentences[index].first):
            date = self.told[-1].date
        court, judge = self.rulers.names(bench, index)
        first = self._clause_start(bench, index)
        subject = (verb.last, self.page.sentences[index].last)
        decided = value == "decides"
        made = _Told(verb.first, index, first, subject, effect, court, judge, date, decided)
        if here and self._tells_better(made, here[-1], verb):
            made.date = made.date or here[-1].date
            self.told.remove(here[-1])
        self._add(made, value)

    def _bench(self, verb: Hit, value: str, again: bool) -> Bench | None:
        """Whoever rules by a verb, or the paper to which it is done or that somebody gets."""
        if value == "obtains":
            return self.rulers.obtained(verb)
        bench = self.rulers.ruler(verb, again)
        if bench is None and value in _DONE:
            return self.rulers.undergoes(verb)
        if bench is None or (value in _ADDRESSED and bench.kind not in _ADDRESSED[value]):
            return None
        return bench if value != "keeps" or self.rulers.on_paper(bench) else None

    def _tells_better(self, made: _Told, known: _Told, verb: Hit) -> bool:
        """Whether a verb tells what another of its sentence only names: "ruled …, upholding …"."""
        if made.effect == "other":
            return False
        words = self.page.words
        gerund = words[verb.first].endswith("ing") and words[verb.first - 1] == ","
        plain = known.effect == "other"
        return (gerund and (known.decided or plain)) or (plain and self._goes_on(verb))

    def _goes_on(self, verb: Hit) -> bool:
        """Whether a verb goes on with the subject of the one before: "… and suspended"."""
        return verb.first > 0 and self.page.words[verb.first - 1] in ("and", "but")

    def _add(self, order: _Told, value: str) -> None:
        """Add an order, or what it adds to one told before."""
        for known in self.told[-_RECENT:]:
            if known.effect == order.effect and _same(known, order):
                known.date = known.date or order.date
                known.court = _better(known.court, order.court)
                known.judge = _better(known.judge, order.judge)
                return
        object_words = self.page.words[order.verb + 1 : order.verb + 8]
        on_paper = not _PAPERS.isdisjoint(object_words)
        for known in reversed(self.told[-_RECENT:]):
            if known.effect in _CONTESTED and known.challenge is None and on_paper:
                if order.effect == "affirms" or value == "stays":
                    known.challenge = "upheld" if order.effect == "affirms" else "stayed"
                break
        self.told.append(order)

    def challenge(self, hit: Hit) -> None:
        """Note that the order told last is contested."""
        before = self.page.words[max(0, hit.first - 3) : hit.first]
        words = order_words()
        if self.told and words["negations"].isdisjoint(
            before + self.page.words[hit.first : hit.last]
        ):
            self.told[-1].challenge = "appealed"

    def papers(self) -> None:
        """Take in what a noun tells alone: "a judgment of the Court of Justice of 4 October"."""
        days = {order.date.earliest for order in self.told if order.date}
        for paper in self.benches.found:
            bench = self._issuer(paper) if paper.kind == "writ" else None
            if bench is None:
                continue
            index = self.page.sentence_of(paper.first)
            limit = self.page.sentences[index].last
            after = max(paper.last, bench.last)
            date = self.days.first_between(after, min(limit, after + _PAPER_DATE + 1))
            if date is None or date.earliest in days:
                continue
            court, judge = self.rulers.names(bench, index)
            effect = "orders" if self._on_removal(date.last, limit) else "other"
            subject = (paper.first, date.last)
            made = _Told(paper.first, index, paper.first, subject, effect, court, judge, date)
            self.told.append(made)

    def date_by_papers(self) -> None:
        """Give orders without a day that of the paper or the court told with them.

        As in "Tuesday's ruling", "wrote Judge Ruiz on Tuesday".
        """
        sentences = self.page.sentences
        told = {order.sentence for order in self.told}
        for order in self.told:
            if order.date is not None or order.effect == "other":
                continue
            last = sentences[min(len(sentences) - 1, order.sentence + _FOLLOWING)].last
            for paper in self.benches.between(sentences[order.sentence].first, last):
                if paper.kind == "writ" or self.page.sentence_of(paper.first) not in told:
                    order.date = order.date or self.days.of_paper(paper)

    def _issuer(self, paper: Bench) -> Bench | None:
        """The bench whose paper it is: "a judgment of the court", "the High Court's ruling"."""
        words = self.page.words
        for bench in self.benches.between(paper.first - _PAPER_DATE, paper.last + 2):
            if bench.kind == "writ":
                continue
            if bench.first == paper.last + 1 and words[paper.last] in ("of", "by", "from"):
                return bench
            possessive = words[bench.last : bench.last + 1] == ["'s"]
            if possessive and paper.last - 3 <= bench.last < paper.last:
                return bench
        return None

    def _on_removal(self, token: int, limit: int) -> bool:
        """Whether a paper is "on his expulsion", "for her deportation"."""
        words = self.page.words[token : min(limit, token + 4)]
        stems = tuple(order_words()["removal_stems"])
        return words[:1] in (["on"], ["for"]) and any(word.startswith(stems) for word in words)

    def _clause_start(self, bench: Bench, index: int) -> int:
        """The sentence's first token where the bench opens it, else the bench's."""
        sentence = self.page.sentences[index]
        if not sentence.first <= bench.first < sentence.last:
            return sentence.first
        return sentence.first if bench.first - sentence.first < 8 else bench.first


def _same(known: _Told, order: _Told) -> bool:
    """Whether two orders of one effect can be one: by day, by court and by judge."""
    if known.date and order.date and not _overlap(known.date, order.date):
        return False
    for one, other in ((known.court, order.court), (known.judge, order.judge)):
        if one and other and one.named and other.named and not _alike(one, other):
            return False
    return True


def _overlap(one: When, other: When) -> bool:
    first, last = one.earliest or one.latest, one.latest or one.earliest
    begins, ends = other.earliest or other.latest, other.latest or other.earliest
    if not (first and last and begins and ends):
        return True
    return first <= ends and begins <= last


def _alike(one: Bench, other: Bench) -> bool:
    """Whether two names can be one court's or one judge's."""
    if one.surname and other.surname:
        return one.surname == other.surname
    shorter, longer = sorted((one.name.lower(), other.name.lower()), key=len)
    return shorter in longer


def _better(known: Bench | None, other: Bench | None) -> Bench | None:
    """The bench that is named, else the one known first."""
    if known is None or (other is not None and other.named and not known.named):
        return other
    return known


def _frame(page: Page, order: _Told) -> OrderFrame:
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
