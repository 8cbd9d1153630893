"""Court clauses: the words around a court's verb, as far as they belong to it.

Invariant: nothing beyond the verb's sentence is looked at.
"""

from departures.read.frames.benches import order_words
from departures.read.lexicon import Hit
from departures.read.page import Page

_TURNS = frozenset({";", "but", "although", "though", "while"})
"""Where a sentence goes on to tell something else."""


class Clause:
    """A court's verb at tokens `verb`…`after` (exclusive) of a sentence `floor`…`limit`."""

    __slots__ = ("after", "floor", "limit", "page", "tables", "verb")

    def __init__(self, page: Page, verb: Hit) -> None:
        sentence = page.sentences[page.sentence_of(verb.first)]
        self.page, self.tables = page, order_words()
        self.verb, self.after = verb.first, verb.last
        self.floor, self.limit = sentence.first, sentence.last

    @property
    def word(self) -> str:
        """The verb's first word."""
        return self.page.words[self.verb]

    def following(self, reach: int) -> list[str]:
        """The words after the verb, at most `reach` of them, within the clause."""
        words = self.page.words[self.after : min(self.limit, self.after + reach)]
        for index, word in enumerate(words):
            if word in _TURNS:
                return words[:index]
        return words

    def preceding(self, reach: int) -> list[str]:
        """The words before the verb, at most `reach` of them, within the sentence."""
        return self.page.words[max(self.floor, self.verb - reach) : self.verb]

    def has(self, table: str, reach: int) -> bool:
        """Whether one of a table's words stands after the verb."""
        return not self.tables[table].isdisjoint(self.following(reach))

    def is_passive(self) -> bool:
        """Whether the verb tells what is done to what stands before it."""
        return not self.tables["be"].isdisjoint(self.preceding(2))

    def about_removal(self, words: list[str]) -> bool:
        """Whether words speak of removing people, or of their return."""
        stems = tuple(self.tables["removal_stems"])
        return any(word.startswith(stems) for word in words)
