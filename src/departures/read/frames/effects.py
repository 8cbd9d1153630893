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
                return "bars" if self._has("stopping", _NEAR + 5) else "orders"
            case "asks":
                return "orders"
            case "allows":
                return "vacates" if self._plea() == "appeal" else "permits"
            case "grants":
                return self._granted()
            case "refuses":
                return self._refused()
            case "decides":
                return self._decided()
            case "extends":
                return self._extended(earlier)
            case "lifts":
                return "permits"
            case "puts":
                return "stays" if "hold" in self._after(_NEAR) else None
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
        infinitive = words.index("to") if "to" in words[:6] else None
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
            return None
        if "that" in content and content[content.index("that") + 1 :][:1] in (["nobody"], ["no"]):
            return "bars"
        if not self._about_removal(content):
            return "other" if "that" in content or self._has("denying", 12) else None
        if not self.words["demanding"].isdisjoint(content):
            return "orders"
        if not self.words["denying"].isdisjoint(content):
            return "bars"
        return "permits" if not self.words["allowing"].isdisjoint(content) else "other"

    def _about_removal(self, content: list[str]) -> bool:
        """Whether a stretch speaks of removing people."""
        stems = tuple(self.words["removal_stems"])
        return any(word.startswith(stems) for word in content)

    def _extended(self, earlier: str | None) -> str | None:
        words = self._after(_NEAR)
        if self._plea() == "stay":
            return "stays"
        if "order" in words or "ban" in words or "injunction" in words or "block" in words:
            return earlier if earlier in ("bars", "stays") else "bars"
        return None
