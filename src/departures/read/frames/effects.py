"""Effects: what a court's verb does to a removal, by its object and by what is asked or held.

Invariant: an effect is one of the vocabulary's, or none where the court decides nothing.
"""

from collections.abc import Callable

from departures.read.frames.court_clauses import Clause
from departures.read.frames.holdings import Holding
from departures.read.frames.pleas import Pleas
from departures.read.lexicon import Hit
from departures.read.page import Page

_NEAR = 10
"""So many words after a verb its object may stand."""
_FEW = 4
"""So many words after a verb what it is done to begins."""
_LONG = 15
"""So many words after "ordered" it is told what is not to be done."""
PLAIN = frozenset({"bars", "stays", "orders", "permits", "vacates", "affirms", "other"})


class Ruling:
    """A court's verb on its page, with what stands around it in its sentence."""

    def __init__(
        self, page: Page, verb: Hit, value: str, pleas: dict[int, str], rulings: dict[int, str]
    ) -> None:
        self.clause = Clause(page, verb)
        self.words, self.value = self.clause.tables, value
        self.pleas = Pleas(self.clause, pleas)
        self.rulings = rulings

    @property
    def vague(self) -> bool:
        """Whether another verb may tell better what was done: "granted the petition and freed"."""
        return self.value == "decides" or (self.value == "grants" and self.pleas.mere_request())

    def effect(self, earlier: str | None) -> str | None:
        """The order's effect; `earlier` is that of the order told before."""
        if self.clause.has("themselves", 1):  # "reversed himself", "stopped short of"
            return None
        if self.value == "extends":
            return self._extended(earlier)
        rule = RULES.get(self.value)
        return rule(self) if rule else self._plain()

    def _plain(self) -> str | None:
        """The effect that a verb names by itself; an order is stayed, not barred."""
        if self.value in ("bars", "stays"):
            if self.clause.has("proceedings", _FEW):
                return None
            if self._of_paper():
                return "stays"
        return self.value if self.value in PLAIN else None

    def _permitted(self) -> str | None:
        """What is let happen: a removal, or that people go free or remain, or a ruling stand."""
        let = self._lets_stay()
        return "permits" if let is None else let

    def _affirmed(self) -> str | None:
        """What is upheld: a paper, or a complaint: "upheld her petition"."""
        granted = self.pleas.is_near() and not self._has_paper()
        return self.pleas.granted() if granted else "affirms"

    def _allowed(self) -> str | None:
        """What is allowed: an appeal or a claim against what was decided, or a removal."""
        won = self.pleas.sought() == "appeal" or self.pleas.is_case()
        return "vacates" if won else "permits"

    def _refused(self) -> str | None:
        """What is refused: a plea; or a paper that is "thrown out", and not a plea for one."""
        thrown = not self.words["throwing"].isdisjoint([self.clause.word])
        if thrown and self._of_paper() and not self.pleas.is_request():
            return "vacates"
        return self.pleas.refused()

    def _kept(self) -> str | None:
        """Who is kept from removal; nobody by being kept in custody."""
        away = self.clause.about_removal(self.clause.following(_NEAR))
        kept = self.clause.has("custody", _NEAR) or not (away or self._kept_here())
        return None if kept else "bars"

    def _left(self) -> str | None:
        """A paper that is left standing."""
        left = self._has_paper() and self.clause.has("standing", _NEAR)
        return "affirms" if left else None

    def _called(self) -> str | None:
        """What is called off."""
        return "bars" if "off" in self.clause.following(_NEAR // 2) else None

    def _sentenced(self) -> str | None:
        """Who is sentenced to be expelled, or jailed and then expelled."""
        words = self.clause.following(_LONG)
        to_go = "to" in words and self.clause.about_removal(words[words.index("to") :])
        return "orders" if to_go else None

    def _received(self) -> str | None:
        """What somebody gets from a court."""
        return self.pleas.granted() if self.pleas.is_near() else None

    def _turned(self) -> str | None:
        """An order turned into a lasting one: "converted it into a preliminary injunction"."""
        words = self.clause.following(_NEAR)
        lasting = "into" in words and not self.words["bans"].isdisjoint(words)
        return "bars" if lasting else None

    def _ordered(self) -> str | None:
        """What an order asks for, told by what follows: "an order to bring her back"."""
        words = self.clause.following(_LONG)
        sought = self.pleas.sought()
        if (
            words[:1] == ["that"]
            and sought not in (None, "protection")
            and not self.words["disposed"].isdisjoint(words)
        ):
            return None
        if sought in ("stop", "stay") and self.pleas.is_near():
            return "bars" if sought == "stop" else "stays"
        for at in range(1, len(words)):  # … and suspended their return
            if words[at - 1] == "and" and self.clause.after + at in self.rulings:
                words = words[: at - 1]
                break
        return "orders" if self.words["stopping"].isdisjoint(words) else "bars"

    def _told(self) -> str | None:
        """What somebody is told: to do something, or that he must or may not do it."""
        words = self.clause.following(_NEAR)
        if "to" in words:
            before, after = words[: words.index("to")], words[words.index("to") :]
            authority = not self.words["government"].isdisjoint(before)
            if authority or self.clause.about_removal(after):
                return self._ordered()
        return Holding(self.clause).spoken()

    def _has_paper(self) -> bool:
        """Whether what a verb is done to is a court's or an office's decision."""
        words = self.clause.following(_NEAR)
        return "that" not in words and not self.words["judicial"].isdisjoint(words)

    def _confirmed(self) -> str | None:
        """A paper that is confirmed."""
        return "affirms" if self._has_paper() else None

    def _of_paper(self) -> bool:
        """Whether it is another court's paper that is stopped: "blocked the judge's order"."""
        words = self.clause.following(_NEAR // 2)
        for at, word in enumerate(words):
            if word in self.words["papers"]:
                return at > 0 and words[at - 1] not in self.words["not_writs"]
            if self.clause.about_removal([word]) or word in self.words["prepositions"]:
                return False
        return False

    def _restored(self) -> str:
        """What is put back: a removal or an order of removal, a policy, or somebody's status."""
        words = self.clause.following(_NEAR // 2)
        if not self.words["judicial"].isdisjoint(words):
            return "affirms" if self.clause.about_removal(words) else "bars"
        return "vacates" if not self.words["statuses"].isdisjoint(words) else "permits"

    def _lifted(self) -> str:
        """What is lifted frees the removal; people "discharged" or freed go home."""
        words = self.clause.following(_NEAR // 2)
        for at, word in enumerate(words):
            if word in self.words["findings"]:
                return "vacates"
            if word in self.words["papers"]:
                return "vacates" if self.clause.about_removal(words[:at]) else "permits"
            if word in self.words["bans"]:
                return "permits"
        return "orders" if not self.words["people"].isdisjoint(words) else "permits"

    def _is_count(self) -> bool:
        """Whether it is told how many pleas were granted: "412 of 1,377 motions"."""
        words = self.clause.following(3)
        return len(words) == 3 and words[0][0].isdigit() and words[1] == "of"

    def _lets_stay(self) -> str | None:
        """What else a judge lets happen: people go free or remain, or a ruling stand."""
        after = self.clause.following(6)
        if not self.clause.word.startswith("let"):
            return None
        paper = not self.words["papers"].isdisjoint(after)
        if paper and not self.words["standing"].isdisjoint(after):
            return "affirms"
        if not self.words["remaining"].isdisjoint(after):
            return "bars"
        out = not self.words["out"].isdisjoint(after[:4])
        return "other" if out and not self.clause.about_removal(after[:4]) else None

    def _put(self) -> str | None:
        """What is done to something put: "put on hold", "put the decision aside"."""
        if "aside" in self.clause.following(_NEAR // 2):
            return "vacates"
        return "stays" if self.clause.has("held_off", _NEAR) else None

    def _told_authority(self) -> bool:
        """Whether an authority gets until a day to do something, or so many hours."""
        words = self.clause.following(_NEAR)
        if "to" not in words:
            return False
        before = words[: words.index("to")]
        return not self.words["government"].isdisjoint(before)

    def _kept_here(self) -> bool:
        """Whether somebody is kept in a place: "kept four men in Malta", "in place"."""
        return not self.words["here"].isdisjoint(self.clause.following(_NEAR))

    def _obtained(self) -> str | None:
        """What a party gets: "won a stay", "obtained an order barring the removal"."""
        words = self.clause.following(2 * _NEAR)
        if "that" in words:
            start = self.clause.after + words.index("that")
            held = Clause(self.clause.page, Hit(start - 1, start, ()))
            return Holding(held).effect()
        sought = self.pleas.sought()
        if sought in ("stay", "stop"):
            return "stays" if sought == "stay" else "bars"
        if not self.words["noun_forms"].isdisjoint(self.clause.following(_NEAR)):
            return self._spelled_out() or self._ordered()
        return None

    def _granted(self) -> str | None:
        """What is granted or issued: a plea, time to act, or an order that says what it does."""
        if self._is_count():
            return None
        if self._told_authority() and self.clause.has("deadlines", _NEAR):
            return "orders"
        spelled = self._spelled_out()
        if spelled is not None:
            return spelled
        granted = self.pleas.granted()
        if granted is not None:
            return granted
        if self._told_authority():
            return "orders"
        if "that" in self.clause.following(_FEW + 1):
            return Holding(self.clause).spoken()
        near = self.clause.following(_NEAR // 2)
        if self.clause.is_passive():
            near = self.clause.preceding(_NEAR)
        approved = self.clause.word.startswith("approv") and self.clause.about_removal(near)
        return "permits" if approved else None

    def _spelled_out(self) -> str | None:
        """What an order that was issued does: "issued orders stopping the flight"."""
        words = self.clause.page.words
        last = min(self.clause.limit, self.clause.after + 2 * _NEAR)
        for token in range(self.clause.after, last):
            value = self.rulings.get(token)
            if value in PLAIN and value != "other" and words[token].endswith("ing"):
                stopping = not self.words["stopping"].isdisjoint(words[token : token + _LONG])
                return "bars" if value == "orders" and stopping else value
        return None

    def _extended(self, earlier: str | None) -> str | None:
        """A ban or stay that goes on; an order of another court that is left in place."""
        words = self.clause.following(_NEAR)
        known = earlier if earlier in ("bars", "stays") else "bars"
        left = not self.words["leaving"].isdisjoint([self.clause.word])
        if self.pleas.sought() == "stay":
            return "stays"
        if self.words["bans"].isdisjoint(words) and self.pleas.sought() != "stop":
            return None
        return "affirms" if left else known


RULES: dict[str, Callable[[Ruling], str | None]] = {
    "affirms": Ruling._affirmed,
    "allows": Ruling._allowed,
    "asks": lambda ruling: "orders",
    "calls": Ruling._called,
    "confirms": Ruling._confirmed,
    "decides": lambda ruling: Holding(ruling.clause).effect(),
    "fails": lambda ruling: ruling.pleas.lost(),
    "frees": lambda ruling: "orders",
    "grants": Ruling._granted,
    "keeps": Ruling._kept,
    "leaves": Ruling._left,
    "lifts": Ruling._lifted,
    "loses": lambda ruling: ruling.pleas.lost(),
    "obtains": Ruling._obtained,
    "orders": Ruling._ordered,
    "permits": Ruling._permitted,
    "puts": Ruling._put,
    "receives": Ruling._received,
    "refuses": Ruling._refused,
    "restores": Ruling._restored,
    "says": lambda ruling: Holding(ruling.clause).spoken(),
    "sentences": Ruling._sentenced,
    "succeeds": lambda ruling: ruling.pleas.won(),
    "tells": Ruling._told,
    "turns": Ruling._turned,
    "wins": lambda ruling: ruling.pleas.won(),
    "withholds": lambda ruling: ruling.pleas.withheld(),
}
"""What a verb does, by the table of `courts.toml` in which it stands."""
