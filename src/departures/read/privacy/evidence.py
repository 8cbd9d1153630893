"""What the words around a name tell of the person: an office or public role, or none.

Invariant: only words of the name's own sentence count.
"""

from collections.abc import Sequence

from departures.read.page import Page
from departures.read.privacy.after import After
from departures.read.privacy.before import Before
from departures.read.privacy.capitals import Style
from departures.read.privacy.names import Name
from departures.read.privacy.roles import Standing, Told
from departures.read.privacy.vocabulary import Kind, Vocabulary

_SHORT = 24
"""Tokens in the longest line that says who made the report."""
_FIRST_LINES = 8


class Evidence:
    """Reads the surroundings of names on one page. `begins`: where names of people begin."""

    def __init__(
        self, page: Page, words: Vocabulary, upper: Sequence[bool], begins: frozenset[int]
    ) -> None:
        self._page = page
        self._words = words
        self._upper = upper
        self._before = Before(page, words, upper, begins)
        self._after = After(page, words, upper, begins)

    def of(self, name: Name) -> Told:
        """What stands about a name beside it; and whether it is said of several at once."""
        first, last, _ = self._page.sentences[name.sentence]
        if self._in_byline(name, first, last):
            return Standing.PUBLIC, True
        if self._in_case(name, first, last):
            return Standing.CASE, False
        place = len(name.parts) == 1 and self._words.kind(name.parts[0]) is Kind.PLACE
        before = self._before.told(name, first, place)
        if before[0] in (Standing.PUBLIC, Standing.PRIVATE):
            return before
        after = self._after.told(name, last, place)
        return before if after[0] is Standing.UNTOLD else after

    def _in_byline(self, name: Name, first: int, last: int) -> bool:
        """Whether the line says who made the report: "By Ana Ruiz", "Photo: Ana Ruiz/AP"."""
        words, sets = self._page.words, self._words.sets
        if name.last < last and words[name.last] == "/" and self._upper[name.last + 1]:
            return True
        lead = words[first : min(first + 4, name.first)]
        if "by" in lead:
            before = lead[: lead.index("by")]
            heading = last - first <= _SHORT and name.sentence < _FIRST_LINES
            if heading and words[last - 1] != "." and self._opens(before):
                return True
        near = words[max(first, name.first - 3) : name.first]
        if (
            len(name.parts) > 1
            and "by" in near
            and sets["works"] & {*words[max(first, name.first - _SHORT) : name.first]}
        ):
            return True
        credited = lead[1:] if lead and lead[0] in "([" else lead
        return bool(credited) and credited[0] in sets["byline"] and ("by" in lead or ":" in lead)

    def _opens(self, words: list[str]) -> bool:
        """Whether a line's words before "by" only say what was made: "Exclusive by"."""
        sets = self._words.sets
        return all(word in sets["works"] or word in ("a", "the", "exclusive") for word in words)

    def _in_case(self, name: Name, first: int, last: int) -> bool:
        """Whether a name stands in the name of a case: "Ruiz Soto v. Noem", "Matter of Soto"."""
        words, at = self._page.words, name.last
        while at < last and at < name.last + 4 and words[at] in (",", "et", "al", "."):
            at += 1
        if at < last and words[at] in ("v", "vs", "versus"):
            return True
        at = name.run - 1
        if at > first and words[at] == ".":
            at -= 1
        if at >= first and words[at] in ("v", "vs", "versus"):
            return True
        if name.first - 2 < first:
            return False
        return tuple(words[name.first - 2 : name.first]) in (("matter", "of"), ("in", "re"))


def joined(page: Page, before: Name, after: Name) -> bool:
    """Whether two names stand side by side in one list: "Ana Ruiz, Per Lund and Kim Oh"."""
    if before.sentence != after.sentence or after.run - before.last > 3:
        return False
    between = page.words[before.last : after.first]
    return bool(between) and all(word in (",", "and", "&", ";", "or") for word in between)


def headline(name: Name) -> bool:
    """Whether a name stands where capitals tell nothing."""
    return name.style is not Style.PROSE
