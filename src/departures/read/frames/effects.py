"""Effects: what a court's verb does to the removal, by what is ordered, granted or refused.

Invariant: an effect is one of the vocabulary's, or none where the court decides nothing.
"""

from departures.read.frames.benches import order_words
from departures.read.lexicon import Hit
from departures.read.page import Page

_NEAR = 10
"""So many words after a verb its object may stand."""
PLAIN = frozenset({"bars", "stays", "orders", "permits", "vacates", "affirms", "other"})


class Ruling:
    """A court's verb on its page, with what stands around it in its sentence."""

    def __init__(
        self, page: Page, verb: Hit, value: str, pleas: dict[int, str], rulings: dict[int, str]
    ) -> None:
        self.words = order_words()
        self.page, self.verb, self.value = page, verb, value
        self.pleas, self.rulings = pleas, rulings
        sentence = page.sentences[page.sentence_of(verb.first)]
        self.floor, self.limit = sentence.first, sentence.last

    def effect(self, earlier: str | None) -> str | None:
        """The order's effect; `earlier` is that of the order told before."""
        match self.value:
            case "orders":
                return self._ordered()
            case "asks":
                return "orders"
            case "tells":
                return self._ordered() if self._told() else None
            case "keeps":
                return None if self._has("custody", _NEAR) else "bars"
            case "confirms":
                return "affirms" if self._has_paper() else None
            case "obtains":
                return self._obtained()
            case "allows":
                return "vacates" if self._plea() == "appeal" else "permits"
            case "grants":
                return None if self._is_count() else self._granted()
            case "refuses":
                return self._refused()
            case "decides":
                return self._decided()
            case "extends":
                return self._extended(earlier)
            case "lifts":
                return "permits"
            case "puts":
                return self._put()
            case "permits" if self._lets_go():
                return "other"
            case plain:
                return plain if plain in PLAIN else None

    def _after(self, reach: int) -> list[str]:
        """The words after the verb, at most `reach` of them, within the clause."""
        last = min(self.limit, self.verb.last + reach)
        words = self.page.words[self.verb.last : last]
        for index, word in enumerate(words):
            if word in (";", "but", "although", "though", "while"):
                return words[:index]
        return words

    def _has(self, table: str, reach: int) -> bool:
        """Whether one of a table's words stands after the verb."""
        return not self.words[table].isdisjoint(self._after(reach))

    def _is_count(self) -> bool:
        """Whether it is told how many pleas were granted: "412 of 1,377 motions"."""
        words = self._after(3)
        return len(words) == 3 and words[0][0].isdigit() and words[1] == "of"

    def _lets_go(self) -> bool:
        """Whether a judge lets somebody out: "let them go", "let her out on bail"."""
        after = self._after(4)
        out = self.words["out"].intersection(after) and not self._about_removal(after)
        return bool(out) and self.page.words[self.verb.first] in ("let", "lets", "letting")

    def _put(self) -> str | None:
        """What is done to something put: "put on hold", "put the decision aside"."""
        if "aside" in self._after(_NEAR // 2):
            return "vacates"
        return "stays" if self._has("held_off", _NEAR) else None

    def _told(self) -> bool:
        """Whether somebody is told to do, or not to do, something about people's removal."""
        words = self._after(_NEAR)
        removal = "to" in words and self._about_removal(words[words.index("to") :])
        return removal or self._told_authority()

    def _told_authority(self) -> bool:
        """Whether an authority is told to do something: "told the ministry to …"."""
        words = self._after(_NEAR)
        return "to" in words and not self.words["government"].isdisjoint(words[: words.index("to")])

    def _has_paper(self) -> bool:
        """Whether what a verb is done to is a court's or an office's decision."""
        words = self._after(_NEAR)
        return "that" not in words and not self.words["judicial"].isdisjoint(words)

    def _obtained(self) -> str | None:
        """What a party gets: "won a stay", "obtained an order barring the removal"."""
        for token in range(self.verb.last, min(self.limit, self.verb.last + _NEAR)):
            plea = self.pleas.get(token)
            if plea in ("stay", "injunction"):
                return "stays" if plea == "stay" else "bars"
            if self.page.words[token] in self.words["noun_forms"]:
                return self._spelled_out() or self._ordered()
        return None

    def _ordered(self) -> str:
        """What an order asks for, told by what follows: "an order to bring her back"."""
        return "bars" if self._has("stopping", _NEAR + 5) else "orders"

    def _plea(self) -> str | None:
        """What is granted or refused: the first such noun after the verb, else the one before."""
        for token in range(self.verb.last, min(self.limit, self.verb.last + _NEAR)):
            if token in self.pleas:
                return self.pleas[token]
        for token in range(self.verb.first - 1, max(self.floor, self.verb.first - _NEAR) - 1, -1):
            if token in self.pleas:
                return self.pleas[token]
        return None

    def _granted(self) -> str | None:
        plea = self._plea()
        if plea == "stay":
            return "stays"
        if plea in ("injunction", "protection"):
            return "bars"
        if plea == "appeal":
            return "vacates"
        if plea == "request":
            return "bars" if self._has("stops", 2 * _NEAR) else "other"
        if plea is None and self._told_authority():  # gave the ministry a week to …
            return "orders"
        return "other" if plea else self._spelled_out()

    def _spelled_out(self) -> str | None:
        """What an order that was issued does: "issued orders stopping the flight"."""
        for token in range(self.verb.last, min(self.limit, self.verb.last + 2 * _NEAR)):
            value = self.rulings.get(token)
            if value in PLAIN and self.page.words[token].endswith("ing"):
                return value
        return None

    def _refused(self) -> str | None:
        words = self._after(_NEAR)
        plea = self._plea()
        infinitive = self._infinitive(words)
        if infinitive is not None and not any(
            token in self.pleas for token in range(self.verb.last, self.verb.last + infinitive)
        ):
            verb = words[infinitive + 1 : infinitive + 2]
            if self.words["holds"].intersection(verb):
                return "other"
            if self.words["stops"].intersection(verb):
                return "other" if "stay" in words else "permits"
            if self.words["hears"].intersection(verb):
                return "permits"
            return "affirms" if self.words["disturbs"].intersection(verb) else "other"
        if plea == "appeal":
            return "affirms"
        if plea == "stay":
            return "other"
        if plea in ("request", "injunction"):
            return self._request_refused()
        return "other" if plea else None

    def _infinitive(self, words: list[str]) -> int | None:
        """Where "to" stands before what is refused, and parts no votes: "by four to one"."""
        if "to" not in words[:6] or ("by" in words[:6] and words.index("by") < words.index("to")):
            return None
        return words.index("to")

    def _request_refused(self) -> str:
        """A request that fails leaves the removal free, unless it was one to free it."""
        following = self._after(2 * _NEAR)
        if "to" in following:
            verb = following[following.index("to") + 1 : following.index("to") + 2]
            if self.words["disturbs"].intersection(verb):
                return "affirms"
            if self.words["holds"].intersection(verb):
                return "other"
        return "permits"

    def _decided(self) -> str | None:
        content = self._after(60)
        if "that" not in content and not self._has("denying", _NEAR):
            return self._decided_plainly()
        if "that" in content and content[content.index("that") + 1 :][:1] in (["nobody"], ["no"]):
            return "bars"
        if self._goes_ahead(content):
            return "permits"
        passive = self.page.words[self.verb.first - 1] in self.words["be"]
        before = self.page.words[max(self.floor, self.verb.first - 2 * _NEAR) : self.verb.first]
        if not self._about_removal(content + before if passive else content):
            return "other" if "that" in content or self._has("denying", 12) else None
        if not self.words["demanding"].isdisjoint(content):
            return "orders"
        if not self.words["denying"].isdisjoint(content):
            return "bars"
        return "permits" if not self.words["allowing"].isdisjoint(content) else "other"

    def _decided_plainly(self) -> str | None:
        """What is decided without "that": "held the minister in contempt"."""
        words = self._after(_NEAR)
        if not self.words["unheard"].isdisjoint(words):
            return "permits"
        plain = self.words["decided"].isdisjoint(words) and words[:1] != ["for"]
        return None if plain else "other"

    def _goes_ahead(self, content: list[str]) -> bool:
        """Whether something "may proceed", or the court cannot stop it."""
        words = content[: 3 * _NEAR]
        if not self.words["unheard"].isdisjoint(words):
            return True
        going = next((at for at, word in enumerate(words) if word in self.words["proceeding"]), 0)
        before = words[max(0, going - 4) : going]
        return ("may" in before or "can" in before) and self.words["denying"].isdisjoint(before)

    def _about_removal(self, content: list[str]) -> bool:
        """Whether a stretch speaks of removing people."""
        stems = tuple(self.words["removal_stems"])
        return any(word.startswith(stems) for word in content)

    def _extended(self, earlier: str | None) -> str | None:
        words = self._after(_NEAR)
        plea = self._plea()
        if plea == "stay":
            return "stays"
        if plea == "injunction":
            return earlier if earlier in ("bars", "stays") else "bars"
        if "order" in words or "ban" in words or "injunction" in words or "block" in words:
            return earlier if earlier in ("bars", "stays") else "bars"
        return None
