"""Pleas: what a party asked of a court, and so what it means that the court grants or refuses it.

Invariant: an effect follows from what was sought and how it ended, by the tables of `orders.toml`.
"""

from functools import cache

from departures.read.frames.benches import order_words
from departures.read.frames.court_clauses import Clause
from departures.read.language import grammar

_NEAR = 10
"""So many words may stand between a verb and the plea that it decides."""
_AIM = 14
"""So many words after a plea its aim is told: "a request by four families for an injunction"."""
_MADE = 4
"""So many words before a plea whoever made it may be named."""
_INFINITIVE = 6
"""So many words after "refused" its "to" may stand: "refused on Monday evening to stop"."""


@cache
def _outcomes(code: str = "en") -> dict[str, dict[str, str]]:
    """The effects of granting and of refusing, by what was sought."""
    outcomes: dict[str, dict[str, str]] = grammar(code, "orders")["outcomes"]
    return outcomes


class Pleas:
    """The pleas of a clause, by their tokens."""

    def __init__(self, clause: Clause, kinds: dict[int, str]) -> None:
        self.clause, self.kinds = clause, kinds
        self.words = order_words()

    def granted(self) -> str | None:
        """The effect of granting what the clause names; none where it names nothing sought."""
        sought = self.sought()
        return _outcomes()["granted"][sought] if sought else None

    def refused(self) -> str | None:
        """The effect of refusing a plea, or of refusing to do something."""
        infinitive = self._infinitive()
        if infinitive is not None and self._first(self.clause.after, infinitive) is None:
            return self._unwilling(infinitive + 1)
        sought = self.sought()
        return _outcomes()["refused"][sought] if sought else None

    def withheld(self) -> str | None:
        """The effect of not doing what the verb tells: "would not stop the flight"."""
        return self._unwilling(self.clause.verb)

    def sought(self) -> str | None:
        """What was sought by the plea that the verb decides: after it, else before it."""
        behind = self._first(self.clause.after, self.clause.after + _NEAR)
        before = self._last(self.clause.verb - _NEAR, self.clause.verb)
        note = before is not None and before >= self.clause.verb - 2
        passive = note or (self.clause.is_passive() and before is not None)
        token = before if passive or behind is None else behind
        return None if token is None else self._aim(token)

    def is_near(self) -> bool:
        """Whether a plea stands right behind the verb: "ordered provisional measures"."""
        token = self._first(self.clause.after, self.clause.after + 3)
        between = self.clause.page.words[self.clause.after : token]
        return token is not None and "that" not in between and "to" not in between

    def won(self) -> str:
        """The effect of a party's success; an unnamed case is one against a removal."""
        if self._state_before():
            return "vacates" if self.sought() == "appeal" else "permits"
        return self.granted() or "bars"

    def lost(self) -> str:
        """The effect of a party's failure."""
        if self._state_before():
            return "affirms" if self.sought() == "appeal" else "other"
        return self.refused() or "permits"

    def _state_before(self) -> bool:
        """Whether the party told before the verb is the state."""
        return not self.words["government"].isdisjoint(self.clause.preceding(_MADE + 2))

    def mere_request(self) -> bool:
        """Whether the plea after the verb doesn't say by its name what it asks for."""
        token = self._first(self.clause.after, self.clause.after + _NEAR)
        return token is not None and self.kinds[token] == "request"

    def is_request(self) -> bool:
        """Whether a plea stands near behind the verb, and what it asks for behind it."""
        words = self.clause.following(_NEAR // 2)
        return any(self.kinds.get(self.clause.after + at) == "request" for at in range(len(words)))

    def is_case(self) -> bool:
        """Whether the verb is done to a case as such: "allowed the claim"."""
        token = self._first(self.clause.after, self.clause.after + _MADE)
        words = self.clause.page.words
        return token is not None and words[token] in self.words["cases"]

    def _aim(self, token: int) -> str:
        """What a plea at a token is for: itself, or what is told after a mere "request"."""
        kind = self.kinds[token]
        if kind == "stay" and self._is_state(token):
            return "stop"
        if kind != "request":
            return kind
        end = min(self.clause.limit, token + _AIM)
        words = self.clause.page.words
        for at in range(token + 1, end):
            word = words[at]
            if word in ",;":
                break
            if word == "against" and self._against_paper(at, end):
                return "appeal"
            if word == "to":
                aim = self._verb_aim(at + 1)
                if aim is not None:
                    return aim
            elif at in self.kinds and self.kinds[at] != "request":
                return self.kinds[at]
        return "demand" if self._by_state(token) else "stop"

    def _against_paper(self, at: int, end: int) -> bool:
        """Whether a plea is against what a court decided: "a complaint against that ruling"."""
        words = self.clause.page.words[at + 1 : min(end, at + 5)]
        return not self.words["papers"].isdisjoint(words) and not self.clause.about_removal(words)

    def _verb_aim(self, at: int) -> str | None:
        """What somebody wants who asks "to" do what the verb at a token tells."""
        if at >= self.clause.limit:
            return None
        word = self.clause.page.words[at]
        for aim in ("lift", "hold", "stop", "free", "hear"):
            if word in self.words[f"to_{aim}"]:
                return self._turned(aim, at)
        return None

    def _turned(self, aim: str, at: int) -> str:
        """An aim, turned where its object is a court's paper or a person who is to remain."""
        following = set(self.clause.page.words[at + 1 : min(self.clause.limit, at + 7)])
        paper = not self.words["papers"].isdisjoint(following)
        if aim == "hold":
            here = not paper and not self.words["here"].isdisjoint(following)
            return "stop" if here else "stay"
        if aim == "stop":
            if paper and self.clause.page.words[at] in self.words["to_meddle"]:
                return "lift"
            return "stay" if paper else "stop"
        if aim == "free":
            return "stop" if not self.words["remaining"].isdisjoint(following) else "free"
        return aim

    def _unwilling(self, at: int) -> str | None:
        """The effect of refusing to do what the verb at a token tells."""
        words, limit = self.clause.page.words, self.clause.limit
        verb = words[at] if at < limit else ""
        if verb in self.words["to_give"]:
            token = self._first(at + 1, at + 1 + _NEAR)
            return _outcomes()["refused"][self._aim(token)] if token is not None else "permits"
        if verb in self.words["to_hear"]:
            token = self._first(at + 1, at + 1 + _NEAR)
            appeal = token is not None and self.kinds[token] == "appeal"
            return "affirms" if appeal else "permits"
        aim = self._verb_aim(at)
        if aim is not None:
            return _outcomes()["refused"][aim]
        following = self.clause.following(2 * _NEAR)
        told = self.words["custody"] | self.words["judicial"] | self.words["government"]
        relevant = not told.isdisjoint(following) or self.clause.about_removal(following)
        return "other" if relevant else None

    def _infinitive(self) -> int | None:
        """Where "to" stands before what is refused, and parts no votes: "by four to one"."""
        words = self.clause.page.words
        for at in range(self.clause.after, min(self.clause.limit, self.clause.after + _INFINITIVE)):
            if words[at] == "by":
                return None
            if words[at] == "to":
                return at
        return None

    def _first(self, first: int, last: int) -> int | None:
        """The first plea at tokens `first`…`last` (exclusive)."""
        return next(
            (at for at in range(first, min(last, self.clause.limit)) if at in self.kinds), None
        )

    def _last(self, first: int, last: int) -> int | None:
        """The last plea at tokens `first`…`last` (exclusive)."""
        tokens = range(last - 1, max(first, self.clause.floor) - 1, -1)
        return next((token for token in tokens if token in self.kinds), None)

    def _by_state(self, token: int) -> bool:
        """Whether it is the state that asks: "the ministry's request"."""
        first = max(self.clause.floor, token - _MADE)
        words = self.clause.page.words[first : min(self.clause.limit, token + _MADE)]
        return not self.words["government"].isdisjoint(words)

    def _is_state(self, token: int) -> bool:
        """Whether "stay" is a sojourn: "his stay in the country"."""
        return self.clause.page.words[token + 1 : token + 2] == ["in"]
