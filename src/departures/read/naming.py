"""How a name stands in its sentence: what capitals mean there, and what stands beside it.

Invariant: everything is told from tokens of the same sentence; a line end parts names.
"""

from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from departures.read.language import grammar
from departures.read.page import Page


class Style(Enum):
    """How a sentence is written: as prose, or as a headline in which capitals tell nothing."""

    PROSE = 0
    TITLE = 1
    CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Words:
    """The word sets of `naming.toml`."""

    place: frozenset[str]
    not_place: frozenset[str]
    title: frozenset[str]
    small: frozenset[str]
    direction: frozenset[str]
    polity: frozenset[str]
    state_word: frozenset[str]
    government: frozenset[str]
    name: frozenset[str]
    site: frozenset[str]
    thing: frozenset[str]
    airport: frozenset[str]
    airport_chain: frozenset[str]
    airport_words: frozenset[str]
    calendar: frozenset[str]
    people: frozenset[str]
    not_airport: frozenset[str]
    known: frozenset[str]
    carrier_not: frozenset[str]
    office_small: frozenset[str]
    office_not: frozenset[str]


@cache
def naming_words(code: str) -> Words:
    """The word sets of a language."""
    tables = grammar(code, "naming")
    lists = {name: text for table in tables.values() for name, text in table.items()}
    sets = {name: frozenset(text.split()) for name, text in lists.items()}
    return Words(airport_words=sets["airport"] | sets["airport_chain"], **sets)


_SHARE = 0.7
_FEWEST = 3


@dataclass(slots=True)
class Surroundings:
    """A page seen from its names. Styles are worked out once for a sentence, where needed."""

    page: Page
    words: Words
    _styles: dict[int, Style] = field(default_factory=dict)

    def style(self, token: int) -> Style:
        """The style of the sentence in which `token` stands."""
        sentence = self.page.sentence_of(token)
        known = self._styles.get(sentence)
        if known is None:
            known = self._styles[sentence] = self._style(sentence)
        return known

    def _style(self, sentence: int) -> Style:
        page = self.page
        first, last, _ = page.sentences[sentence]
        text, starts, ends = page.text, page.starts, page.ends
        long = [
            t for t in range(first, last) if ends[t] - starts[t] > 3 and text[starts[t]].isalpha()
        ]
        if len(long) < _FEWEST:
            return Style.PROSE
        capital = [t for t in long if text[starts[t]].isupper()]
        if len(capital) < _SHARE * len(long):
            return Style.PROSE
        upper = sum(text[starts[t] : ends[t]].isupper() for t in capital)
        if upper >= _SHARE * len(long):
            return Style.CAPITALS
        return Style.PROSE if page.words[last - 1] == "." else Style.TITLE

    def opens(self, token: int) -> bool:
        """Whether `token` is the first word of its sentence, behind an opening mark or not."""
        first = self.page.sentences[self.page.sentence_of(token)].first
        return token == first or (token == first + 1 and self.page.words[first] in "\"'([-–—")

    def word_before(self, token: int) -> str:
        """The word before `token`, or nothing at the beginning of a line."""
        return self.page.words[token - 1] if token else "\n"

    def word_after(self, last: int) -> str:
        """The word after a name that ends before `last`."""
        return self.page.words[last] if last < len(self.page.words) else "\n"

    def capital(self, token: int) -> bool:
        """Whether there is a capitalised word at `token`."""
        return 0 <= token < len(self.page.words) and self.page.capital(token)

    def names_on(self, last: int) -> bool:
        """Whether a capitalised word goes on right after a name that ends before `last`."""
        if not self.capital(last):
            return False
        word = self.page.words[last]
        if word in self.words.calendar or word in self.words.small:
            return False
        return word in self.words.name or self.style(last) is Style.PROSE

    def named_before(self, first: int, opening: bool = False) -> bool:
        """Whether a capitalised word that belongs to a name stands right before `first`.

        The first word of a sentence counts only as a title, or where `opening` allows it.
        """
        if not self.capital(first - 1):
            return False
        word = self.page.words[first - 1]
        words = self.words
        if word in words.small or word in words.calendar or word in words.direction:
            return False
        if self.style(first) is not Style.PROSE:
            return False
        return opening or word in words.title or not self.opens(first - 1)

    def supported(self, first: int) -> bool:
        """Whether a preposition of place stands right before `first`."""
        if not first:
            return False
        words, at = self.page.words, first - 1
        if words[at] in self.words.direction and at:
            at -= 1
        before = words[at - 1] if at else "\n"
        if words[at] not in self.words.place:
            return words[at] == "of" and before in ("out", "outside", "north", "south")
        return before not in self.words.not_place
