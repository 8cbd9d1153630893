"""Orders as they are told: gathered from several places, and several tellings made one.

Invariant: two tellings are one order only if effect, day, court and judge allow it.
"""

from dataclasses import dataclass

from departures.read.dates import When
from departures.read.frames.benches import Bench, Benches, order_words
from departures.read.page import Page

_RECENT = 60
"""An order may be one of so many told last."""
_HALTS = frozenset({"bars", "stays"})
"""Two ways to tell that a removal was stopped."""
_CONTESTED = frozenset({"bars", "stays", "orders"})


@dataclass(slots=True)
class Told:
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
    value: str = ""
    """By which rule its verb told it."""
    on_paper: bool = False
    """Whether it is what was done to a paper, whose own day is not its day."""
    challenge: str | None = None

    @property
    def bench(self) -> Bench | None:
        """Whoever made it."""
        return self.judge or self.court


class Docket:
    """The orders of a page, each once."""

    def __init__(self, page: Page, benches: Benches) -> None:
        self.page, self.benches = page, benches
        self.told: list[Told] = []
        self.tellings: list[Told] = []
        """Every telling in the order of the text, those that repeat an order included."""

    def here(self, sentence: int) -> list[Told]:
        """What has been told so far in a sentence."""
        return [told for told in self.tellings[-_RECENT:] if told.sentence == sentence]

    def add(self, order: Told) -> None:
        """Add an order, or what it adds to one told before."""
        self.tellings.append(order)
        known = self.known(order)
        if known is not None:
            known.date = known.date or order.date
            known.court = _better(known.court, order.court)
            known.judge = _better(known.judge, order.judge)
            return
        if order.effect == "affirms" or order.value == "stays":
            self._contest(order)
        self.told.append(order)

    def known(self, order: Told) -> Told | None:
        """The order told before that a telling repeats."""
        for known in self.told[-_RECENT:]:
            if known.effect == order.effect and _same(known, order):
                return known
            if {known.effect, order.effect} == _HALTS and _one_halt(known, order):
                return known
        return None

    def replace(self, known: Told) -> None:
        """Forget a telling that another tells better."""
        if known in self.told:
            self.told.remove(known)

    def reasons(self) -> None:
        """Drop holdings without an effect of their own by a bench that made another order.

        They give its reasons: "The judge blocked the flight. She found that nobody was heard."
        """
        made = [order for order in self.told if order.effect != "other"]
        self.told = [
            order
            for order in self.told
            if not (order.decided and order.effect == "other")
            or not any(self._one_ruling(order, other) for other in made)
        ]

    def _one_ruling(self, order: Told, other: Told) -> bool:
        """Whether a holding can be part of another's ruling: its day and its bench allow it."""
        if order.date and other.date and not _overlap(order.date, other.date):
            return False
        if order.sentence == other.sentence:
            return _same_bench(order, other) or order.bench is None
        return order.date is None and _same_bench(order, other)

    def _contest(self, order: Told) -> None:
        """Note on the last order that another court stayed or upheld it."""
        following = self.page.words[order.verb + 1 : order.verb + 8]
        if order_words()["papers"].isdisjoint(following):
            return
        for known in reversed(self.told[-_RECENT:]):
            if known.effect in _CONTESTED and known.challenge is None:
                known.challenge = "upheld" if order.effect == "affirms" else "stayed"
                return


def _one_halt(known: Told, order: Told) -> bool:
    """Whether a court that "blocked" a removal and "granted a stay" of it did one thing."""
    if known.date is None or order.date is None or known.on_paper or order.on_paper:
        return False
    alike = known.bench is not None and order.bench is not None and _same_bench(known, order)
    return alike and known.date.earliest == order.date.earliest and _same(known, order)


def _same(known: Told, order: Told) -> bool:
    """Whether two orders of one effect can be one: by day, by court and by judge."""
    if known.date and order.date and not _overlap(known.date, order.date):
        return False
    if known.effect == "other" and (known.date is None) != (order.date is None):
        return known.sentence == order.sentence
    for one, other in ((known.court, order.court), (known.judge, order.judge)):
        if one and other and one.named and other.named and not _alike(one, other):
            return False
    return True


def _same_bench(one: Told, other: Told) -> bool:
    """Whether two orders are of one bench, as far as it is told."""
    for first, second in ((one.judge, other.judge), (one.court, other.court)):
        if first and second:
            return _alike(first, second) or not (first.named and second.named)
    return one.bench is None or other.bench is None


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
