"""What nouns for people and names of organisations tell: who has an office, who speaks for a body.

Invariant: a person counts as public only by a word for an office, or by an organisation named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from departures.read.page import Page
from departures.read.privacy.vocabulary import Kind, Vocabulary

REACH = 16
"""So many words may an apposition have."""
_BODY = 8
"""So many words may stand before, or in, the name of an organisation."""


class Standing(Enum):
    """What is told of a person at one mention."""

    PUBLIC = "public"
    PRIVATE = "private"
    PERSON = "person"
    """Certainly a person, of whom nothing else is told."""
    UNTOLD = "untold"
    CASE = "case"
    """Part of the name of a court case or a firm."""


Told = tuple[Standing, bool]
"""What is told, and whether it is told of several people at once."""
NOTHING: Told = (Standing.UNTOLD, False)


@dataclass(slots=True)
class Roles:
    """Reads roles on one page. `begins`: where names of people begin."""

    page: Page
    words: Vocabulary
    upper: Sequence[bool]
    begins: frozenset[int]

    def role(self, word: str, first: int, last: int, end: int) -> Told:
        """What a noun right before a name tells; `first`…`last`: the phrase that it ends."""
        words, sets = self.page.words, self.words.sets
        several = word.endswith("s") and word not in ("attorneys",)
        if word in sets["private"] and not (word in sets["with_body"] and self.upper[last - 1]):
            return Standing.PRIVATE, several
        if word in sets["public"] or word in sets["with_body"]:
            phrase = words[first:last]
            if sets["criminal"] & {*phrase}:
                return Standing.PRIVATE, several
            if word in sets["ranks"] and not sets["left"].isdisjoint(phrase):
                return (
                    Standing.PUBLIC if self._owned(first, last - 1) else Standing.PERSON
                ), several
            if word in ("member", "members"):
                lawmaker = sets["assembly"] & {*words[last : last + 3]}
                return (Standing.PUBLIC if lawmaker else Standing.UNTOLD), several
            if word in sets["public"] or self._owned(first, last - 1):
                return Standing.PUBLIC, several
            return self.employed(end), several
        return NOTHING

    def _owned(self, first: int, last: int) -> bool:
        """Whether a phrase has a capital that does not only open its sentence."""
        page = self.page
        return any(
            self.upper[t] and page.sentences[page.sentence_of(t)].first != t
            for t in range(first, last)
        )

    def employed(self, last: int) -> Standing:
        """Whether an organisation is named behind a name: "Ana Ruiz of Border Watch"."""
        words, sets = self.page.words, self.words.sets
        employed = last + 1 < len(words) and words[last] in sets["employed"]
        if employed and self.is_body(last + 1, only_known=words[last] == "from"):
            return Standing.PUBLIC
        return Standing.PERSON

    def is_body(self, token: int, only_known: bool = False) -> bool:
        """Whether the words from a token name an organisation."""
        words, sets, page = self.page.words, self.words.sets, self.page
        limit = min(len(words) - 1, token + _BODY)
        while token < limit and (not self.upper[token] or words[token] == "the"):
            if words[token] in sets["body"] or words[token] in sets["things"]:
                return True
            if words[token] in sets["closing"] or words[token] in sets["clause"]:
                return False
            token += 1
        begun, known, capitals = token, False, 0
        while token < min(len(words), begun + _BODY) and (
            self.upper[token] or words[token] in ("of", "for", "at", "the", "and", "de", "del")
        ):
            letters = page.text[page.starts[token] : page.ends[token]]
            acronym = len(letters) > 1 and letters.isupper() and letters not in ("US", "UK", "LA")
            known = known or words[token] in sets["body"] or acronym
            capitals += self.upper[token]
            known = known or words[token] in sets["opens"] or (capitals > 2 and not only_known)
            token += 1
        if known or only_known or token == begun:
            return known and token > begun
        return self.words.kind(words[begun]) is not Kind.PLACE and begun not in self.begins

    def closes(self, token: int) -> bool:
        """Whether an apposition ends at a token."""
        words = self.page.words
        if token >= len(words):
            return True
        word = words[token]
        if word in ("of", "at"):
            return True
        return word in self.words.sets["closing"] or word[0] == "\n" or word in ("said", "says")

    def leads(self, at: int, limit: int) -> bool:
        """Whether a verb says that somebody leads a body: "heads the clinic", "represents him"."""
        words, sets = self.page.words, self.words.sets
        if at >= limit:
            return False
        if words[at] in sets["acts_for"]:
            return True
        if words[at] not in sets["who"]:
            return False
        for token in range(at + 1, min(limit, at + 8)):
            ends = words[token] in sets["of"] and words[token] != "of"
            if ends or words[token] in sets["closing"]:
                return False
            if words[token] in sets["bodies"] or (self.upper[token] and self._named_body(token)):
                return True
        return False

    def _named_body(self, token: int) -> bool:
        """Whether a word with a capital names a body: "the Commission", "the Circle"."""
        word, the = self.page.words[token], self.page.words[token - 1] == "the"
        return word in self.words.sets["body"] or (
            the and self.words.kind(word) in (Kind.OTHER, Kind.UNKNOWN, Kind.BODY)
        )
