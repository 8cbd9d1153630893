"""What the attribution grammar sees of a page: its tokens, the nouns for those who speak, and the
quotations; and where a noun phrase begins and ends.

Invariant: a phrase never leaves its sentence.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from departures.read.page import Page
from departures.read.speech.grammar import MARKS, Noun, Tables
from departures.read.speech.quotations import Quotation

_BULLETS = frozenset("\u2022-*\u2013\u2014")
_DASHES = frozenset("-\u2013\u2014")
_DATELINE = 16
"""Tokens in the longest dateline."""
_LONGEST = 24
"""Tokens in the longest noun phrase that is looked at."""
BACK = 2000
"""So many words back a speaker is followed."""


@dataclass(slots=True)
class Scene:
    """A page under the attribution grammar; `longer`: nouns of several words by first token."""

    page: Page
    tables: Tables
    longer: dict[int, tuple[int, Noun]]
    quotations: list[Quotation]
    openings: list[int]
    words: list[str] = field(init=False)
    """The folded words of the page."""

    def __post_init__(self) -> None:
        self.words = self.page.words

    def quotation_around(self, token: int) -> Quotation | None:
        """The quotation in which `token` stands, its marks included."""
        index = bisect_right(self.openings, token) - 1
        if index >= 0 and token <= self.quotations[index].closing:
            return self.quotations[index]
        return None

    def noun_at(self, token: int) -> tuple[int, Noun] | None:
        """The noun for a speaker at `token`, and the token after it."""
        longer = self.longer.get(token)
        if longer is not None:
            return longer
        noun = self.tables.nouns.get(self.words[token])
        return None if noun is None else (token + 1, noun)

    def phrase_start(self, last: int, floor: int) -> int:
        """The first token of the noun phrase that ends before token `last`."""
        words, stops = self.words, self.tables.stops
        if last > floor and self.tables.pronouns.get(words[last - 1], "narrator") != "narrator":
            within = "who" in words[max(floor, last - 4) : last - 1]  # those who defend it
            if not within:
                return last - 1
        token = last
        floor = max(floor, last - _LONGEST)
        while token > floor:
            word = words[token - 1]
            if word in stops or word[0] == "\n":
                if word == ")":
                    token = self._before_bracket(token - 1, floor)
                    continue
                if not self._passes(token - 1, floor):
                    break
            token -= 1
        return self._past_adverbial(token, last)

    def _passes(self, token: int, floor: int) -> bool:
        """Whether a noun phrase goes on to the left over one of the `stops` at `token`."""
        words = self.words
        word = words[token]
        if word == "who":
            return words[token - 1] != "," and token - 1 > floor
        if word == "'":
            return self.quotation_around(token) is None
        return word == "and" and self._joins_names(token)

    def _before_bracket(self, closing: int, floor: int) -> int:
        """The token of the bracket that `closing` closes; `closing` where there is none near."""
        for token in range(closing - 1, max(floor, closing - 10) - 1, -1):
            if self.words[token] == "(":
                return token
        return closing

    def _joins_names(self, token: int) -> bool:
        """Whether "and" stands inside a name, between two capitals, or joins two who speak."""
        page = self.page
        if not 0 < token < len(self.words) - 1:
            return False
        if page.capital(token - 1) and page.capital(token + 1):
            return True
        noun = self.tables.nouns.get(self.words[token - 1])
        if noun is None or noun.kind != "role":
            return noun is not None and noun.plural
        after = self.words[token + 1]
        return noun.plural or after in self.tables.owners or after in self.tables.indefinite

    def _past_adverbial(self, first: int, last: int) -> int:
        """`first`, or the token after an adverbial in front: "In May", "Last week", "But"."""
        words, tables = self.words, self.tables
        while first < last - 1 and (words[first] in tables.joins or words[first] == "'s"):
            first += 1
        start = first
        if first < last - 1 and words[first] in tables.front:
            first = self._after_preposition(first + 1, last)
        elif words[first] in tables.time_alone and words[first] != "that":
            while first < last - 1 and (words[first] in tables.time or words[first][0].isdigit()):
                first += 1
        elif first < last - 1 and words[first] == "this" and words[first + 1] in tables.time:
            first += 2
        return first if first < last else start

    def _after_preposition(self, token: int, last: int) -> int:
        """The head phrase that follows a prepositional one which begins before `token`."""
        page, words, tables = self.page, self.words, self.tables
        begun = token
        while token < last and (words[token] in tables.time or words[token][0].isdigit()):
            token += 1
        if begun < token < last:
            return token
        for token in range(begun + 1, last):
            noun = self.noun_at(token)
            after_small = page.capital(token) and not page.capital(token - 1)
            if words[token] in tables.determiners or (noun and page.capital(token)) or after_small:
                return token
        return begun

    def phrase_end(self, first: int, limit: int) -> int:
        """The token after the noun phrase that begins at `first`."""
        words, tables = self.words, self.tables
        token = first
        limit = min(limit, first + _LONGEST, len(words))
        while token < limit:
            word = words[token]
            if word == "(":
                break
            if word in MARKS or word[0] == "\n":
                break
            if word == "'" and self.quotation_around(token) is not None:
                break
            if word == "." and not self._abbreviates(token, limit):
                break
            if token > first and word in tables.breaks and word not in ("who", "not"):
                break
            if token > first and self._acts(token, limit):
                break
            if word == "and" and not self._joins_names(token):
                break
            token += 1
        return token

    def _acts(self, token: int, limit: int) -> bool:
        """Whether a word is the verb of a clause: "gave", "reached the", "covers 200"."""
        words, tables = self.words, self.tables
        word = words[token]
        if word in tables.happens:
            return words[token - 1] != "who"
        if not word.endswith(("ed", "s")) or self.page.capital(token) or token + 1 >= limit:
            return False
        if word in tables.nouns or word in tables.prepositions or word in tables.determiners:
            return False
        return words[token + 1] in tables.determiners or words[token + 1][0].isdigit()

    def _abbreviates(self, token: int, limit: int) -> bool:
        """Whether the full stop at `token` stands inside its sentence."""
        return token + 1 < limit and self.words[token + 1] != '"'

    def trim_time(self, first: int, last: int) -> int:
        """`last`, or the token before a trailing "on Friday", "in a statement"."""
        words, tables = self.words, self.tables
        token = last
        while token > first and (words[token - 1] in tables.time or words[token - 1][0].isdigit()):
            token -= 1
        if first < token < last:
            while token > first + 1 and words[token - 1] in tables.clock:
                token -= 1
            if any(words[index] in tables.time for index in range(token, last)):
                return token
        if words[last - 1] in tables.media:
            for token in range(last - 2, max(first, last - 6), -1):
                if words[token] in tables.told_in and token > first:
                    return token
        return last

    def body_start(self, index: int) -> int:
        """Where a sentence begins after its dateline, list mark or clock time."""
        page = self.page
        sentence = page.sentences[index]
        first = sentence.first
        if self.words[first] in _BULLETS:
            return first + 1
        loud = page.text[page.starts[first] : page.ends[first]].isupper()
        if not loud and not self.words[first][0].isdigit():
            return first
        for token in range(first + 1, min(sentence.last - 1, first + _DATELINE)):
            word = self.words[token]
            if (loud and word == ":") or (word in _DASHES and self._spaced(token)):
                return token + 1
        return first

    def _spaced(self, token: int) -> bool:
        """Whether white space stands on both sides of a token."""
        text, page = self.page.text, self.page
        before, after = page.starts[token] - 1, page.ends[token]
        return text[before : before + 1].isspace() and text[after : after + 1].isspace()
