"""What the words around a name tell of the person: an office or public role, or none.

Invariant: only words of the name's own sentence count, and never more than `_REACH` of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from departures.read.page import Page
from departures.read.privacy.names import Name, Style
from departures.read.privacy.vocabulary import Kind, Vocabulary

_REACH = 16
_SHORT = 24
"""Tokens in the longest line that says who made the report."""
_FIRST_LINES = 8


class Standing(Enum):
    """What is told of a person at one mention."""

    PUBLIC = "public"
    PRIVATE = "private"
    PERSON = "person"
    """Certainly a person, of whom nothing else is told."""
    UNTOLD = "untold"
    CASE = "case"
    """Part of the name of a court case or a firm."""


@dataclass(slots=True)
class Evidence:
    """Reads the surroundings of names on one page. `begins`: where other names begin."""

    page: Page
    words: Vocabulary
    upper: Sequence[bool]
    begins: frozenset[int]

    def of(self, name: Name) -> tuple[Standing, bool]:
        """What stands about a name beside it; and whether it is said of several at once."""
        first, last, _ = self.page.sentences[name.sentence]
        if self._in_byline(name, first, last):
            return Standing.PUBLIC, True
        if self._in_case(name, first, last):
            return Standing.CASE, False
        place = len(name.parts) == 1 and self.words.kind(name.parts[0]) is Kind.PLACE
        before, several = self._before(name, first, place)
        if before in (Standing.PUBLIC, Standing.PRIVATE):
            return before, several
        after, plural = self._after(name, last, place)
        if after is Standing.UNTOLD:
            return before, several
        return after, plural

    def _in_byline(self, name: Name, first: int, last: int) -> bool:
        """Whether the line says who made the report: "By Ana Ruiz", "Photo: Ana Ruiz/AP"."""
        words, byline = self.page.words, self.words.sets["byline"]
        following = words[name.last] if name.last < len(words) else "\n"
        if following == "/" and self.upper[name.last + 1]:
            return True
        heading = last - first <= _SHORT and words[last - 1] != "."
        heading = heading and name.sentence < _FIRST_LINES
        if heading and "by" in words[max(first, name.first - 8) : name.first]:
            return True
        near = words[max(first, name.first - 3) : name.first]
        if "by" in near and self.words.sets["works"] & {*words[first : name.first]}:
            return True
        opening = words[first + 1 : first + 2] if words[first] in "([" else words[first : first + 1]
        return bool(opening) and opening[0] in byline

    def _in_case(self, name: Name, first: int, last: int) -> bool:
        """Whether a name stands in the name of a case: "Ruiz Soto v. Noem", "Matter of Soto"."""
        words, at = self.page.words, name.last
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

    def _before(self, name: Name, floor: int, place: bool) -> tuple[Standing, bool]:
        """What stands before a name; `place`: it may as well be a place."""
        words, sets = self.page.words, self.words.sets
        least: tuple[Standing, bool] = (Standing.UNTOLD, False)
        titled = self._titled(name)
        if titled is not None and titled[0] is not Standing.PERSON:
            return titled
        if titled is not None:
            least = titled
        at = name.run - 1
        while at > floor and (words[at] in "\"'(." or words[at] in sets["courtesy"]):
            at -= 1
        at -= words[at] == "a" and titled is not None
        if at < floor:
            return least
        word = words[at]
        cued = word in sets["named"] or word in sets["as"]
        inner = name.run < name.first and titled is None and not cued
        if name.style is not Style.PROSE and (inner or word == "of"):
            return least
        if inner or word in ("of", "for", "'s"):
            told = self._office_before(name, floor)
            return told if told[0] is Standing.PUBLIC else least
        told = self._right_before(name, at, floor, place)
        return least if told[0] is Standing.UNTOLD else told

    def _office_before(self, name: Name, floor: int) -> tuple[Standing, bool]:
        """An office of several words before a name: "Minister of State Ana Ruiz"."""
        words, sets = self.page.words, self.words.sets
        at = name.first - 1
        if words[at] in ("of", "for"):
            return Standing.UNTOLD, False
        if words[at] == "'s" and name.run == name.first:  # "the network's Ana Ruiz"
            owner = words[at - 1] if at > floor else ""
            told = self.page.text[self.page.starts[at - 1] : self.page.ends[at - 1]]
            known = owner in sets["body"] or (told.isupper() and len(told) > 2)
            return (Standing.PUBLIC if known else Standing.PERSON), False
        for token in range(at, max(floor, at - 10) - 1, -1):
            word = words[token]
            if (word in sets["public"] or word in sets["with_body"]) and self.upper[token]:
                return Standing.PUBLIC, False
            small = word in ("of", "for", "the", "and", "-", "&", ".", "nd", "rd", "st")
            if not (self.upper[token] or small or word.isdigit()):
                if word in sets["public"] and words[token + 1] in ("of", "for"):
                    return Standing.PUBLIC, False
                break
        return Standing.UNTOLD, False

    def _right_before(self, name: Name, at: int, floor: int, place: bool) -> tuple[Standing, bool]:
        """What the word at `at`, right before a name and its titles, tells."""
        words, sets = self.page.words, self.words.sets
        word = words[at]
        if word in sets["named"] or (word in sets["as"] and self._names(at, floor)):
            told = self._phrase_before(at, floor, named=True)
            if told[0] is Standing.PUBLIC:
                return told
            thing = words[at - 1] in sets["body"] or words[at - 1] in sets["things"]
            return (Standing.UNTOLD if thing else Standing.PRIVATE), False
        if word == ",":
            if words[at - 1] in sets["name"]:  # "only his first name, Lamin"
                return Standing.PRIVATE, False
            if self._closes(name.run_end) and not place:
                return self._phrase_before(at, floor)
            return Standing.UNTOLD, False
        if word in ("is", "was") and not place:
            told = self._phrase_before(at, floor)
            return told if told[0] is Standing.PUBLIC else (Standing.UNTOLD, False)
        if place and (word.startswith("neighb") or self.words.is_country(name.parts[0])):
            return Standing.UNTOLD, False
        told = self._role(word, max(floor, at - 6), at + 1, name.last)
        plain = word.isalpha() and not self.upper[at] and word not in sets["clause"]
        if told[0] is Standing.UNTOLD and plain and word not in sets["prepositions"]:
            told = self._phrase_before(at + 1, floor)
            if told[0] is not Standing.PUBLIC or not sets["of"] & {*words[max(floor, at - 4) : at]}:
                return Standing.UNTOLD, False
        return told

    def _titled(self, name: Name) -> tuple[Standing, bool] | None:
        """What the titles inside the name's own run tell: "ICE Director Ana Ruiz"."""
        words, sets = self.page.words, self.words.sets
        courtesy = False
        for token in range(name.first - 1, name.run - 1, -1):
            word = words[token]
            if word in sets["courtesy"]:
                courtesy = True
            elif word in sets["public"] or word in sets["with_body"]:
                return self._role(word, max(name.run, token - 4), token + 1, name.last)
            elif word in sets["private"] and token == name.first - 1 and len(name.parts) > 1:
                return None if word in ("national", "family") else (Standing.PRIVATE, False)
            elif not courtesy and word not in ".-," and token < name.first - 3:
                break
        return (Standing.PERSON, False) if courtesy else None

    def _names(self, at: int, floor: int) -> bool:
        """Whether "as" or "is" at a token says what somebody's name is."""
        return any(
            word in self.words.sets["name"] for word in self.page.words[max(floor, at - 3) : at]
        )

    def _role(self, word: str, first: int, last: int, end: int) -> tuple[Standing, bool]:
        """What a noun right before a name tells; `first`…`last`: the phrase that it ends."""
        words, sets = self.page.words, self.words.sets
        several = word.endswith("s") and word not in ("attorneys",)
        if word in sets["private"] and not (word in sets["with_body"] and self.upper[last - 1]):
            return Standing.PRIVATE, several
        if word in sets["public"] or word in sets["with_body"]:
            phrase = words[first:last]
            if sets["criminal"] & {*phrase}:
                return Standing.PRIVATE, several
            if word in ("member", "members"):
                lawmaker = sets["assembly"] & {*words[last : last + 3]}
                return (Standing.PUBLIC if lawmaker else Standing.UNTOLD), several
            if word in sets["public"] or self._owned(first, last - 1):
                return Standing.PUBLIC, several
            return self._employed(end), several
        return Standing.UNTOLD, False

    def _owned(self, first: int, last: int) -> bool:
        """Whether a phrase has a capital that does not only open its sentence."""
        page = self.page
        return any(
            self.upper[t] and page.sentences[page.sentence_of(t)].first != t
            for t in range(first, last)
        )

    def _employed(self, last: int) -> Standing:
        """Whether an organisation is named behind a name: "Ana Ruiz of Border Watch"."""
        words, sets = self.page.words, self.words.sets
        employed = last + 1 < len(words) and words[last] in sets["employed"]
        if employed and self._is_body(last + 1, only_known=words[last] == "from"):
            return Standing.PUBLIC
        return Standing.PERSON

    def _is_body(self, token: int, only_known: bool = False) -> bool:
        """Whether the words from a token name an organisation."""
        words, sets, page = self.page.words, self.words.sets, self.page
        while token < len(words) - 1 and (not self.upper[token] or words[token] == "the"):
            if words[token] in sets["body"] or words[token] in sets["things"]:
                return True
            if words[token] in sets["closing"] or words[token] in sets["clause"]:
                return False
            token += 1
        begun, known, capitals = token, False, 0
        while token < min(len(words), begun + 8) and (
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

    def _phrase_before(self, last: int, floor: int, named: bool = False) -> tuple[Standing, bool]:
        """What the noun phrase that ends before token `last` says: "a lawyer for the man, …"."""
        words, sets = self.page.words, self.words.sets
        at = last - 1
        found: tuple[Standing, bool] = (Standing.UNTOLD, False)
        floor = max(floor, last - _REACH)
        while at >= floor:
            word = words[at]
            inside = word == "and" and self.upper[at - 1] and self.upper[at + 1]
            ends = word in sets["closing"] or word in sets["clause"]
            if ends and not inside and not (named and at >= last - 3):
                break
            linked = found[0] is Standing.UNTOLD or self._links(at + 1, last)
            if linked and words[at + 1] not in ("'s", "'"):
                told = self._role(word, max(floor, at - 3), at + 1, last)
                if told[0] is Standing.PERSON:
                    capital = any(self.upper[t] for t in range(at + 1, last))
                    told = (Standing.PUBLIC if capital else Standing.PERSON, told[1])
                if told[0] is not Standing.UNTOLD:
                    found = told
            at -= 1
        return found

    def _links(self, first: int, last: int) -> bool:
        """Whether a noun is carried on by "of", "for": what follows only says whose it is."""
        return first < last and self.page.words[first] in self.words.sets["of"]

    def _closes(self, token: int) -> bool:
        """Whether an apposition ends at a token."""
        words = self.page.words
        if token >= len(words):
            return True
        word = words[token]
        if word in ("of", "at"):
            return True
        return word in self.words.sets["closing"] or word[0] == "\n" or word in ("said", "says")

    def _after(self, name: Name, limit: int, place: bool) -> tuple[Standing, bool]:
        """What stands behind a name; `place`: it may as well be a place."""
        words, sets = self.page.words, self.words.sets
        at = name.last
        if at >= limit:
            return Standing.UNTOLD, False
        if place:
            before = words[name.first - 1] if name.first else "\n"
            aged = self._aged(at, limit) and before not in sets["prepositions"]
            return (Standing.PRIVATE if aged else Standing.UNTOLD), False
        word = words[at]
        if word == '"' and at + 1 < limit and words[at + 1] == ",":
            at, word = at + 1, ","
        if word == "(" and words[at + 2 : at + 3] == [")"] and self.words.is_country(words[at + 1]):
            return Standing.PRIVATE, False
        if word in (",", "(", "-", "–", "—"):
            return self._apposition(at + 1, limit)
        if self._leads(at, limit) or tuple(words[at : at + 2]) == ("speaks", "for"):
            return Standing.PUBLIC, False
        if word in ("is", "was", "became", "serves", "served", "remains"):
            article = words[at + 1 : at + 2] and words[at + 1] in ("a", "an", "the", "one")
            told = (
                self._first_role(at + 1, min(limit, at + 8))
                if article
                else (Standing.UNTOLD, False)
            )
            if told[0] in (Standing.PUBLIC, Standing.PRIVATE):
                return told
            return Standing.PERSON, False
        if word == "who" and self._leads(at + 1, limit):
            return Standing.PUBLIC, False
        if word in sets["employed"] and self._employed(at) is Standing.PUBLIC:
            return Standing.PUBLIC, False
        if word == "'s":
            family = at + 1 < limit and words[at + 1] in sets["family"]
            return (Standing.PRIVATE if family else Standing.PERSON), False
        if word in sets["verbs"]:
            return Standing.PERSON, False
        if word in sets["family"]:
            return Standing.PRIVATE, False
        return Standing.UNTOLD, False

    def _leads(self, at: int, limit: int) -> bool:
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
            capital = self.upper[token] and words[token] in sets["body"]
            if words[token] in sets["bodies"] or capital:
                return True
        return False

    def _aged(self, at: int, limit: int) -> bool:
        """Whether a comma is followed by an age: ", 34,"."""
        words = self.page.words
        if at + 2 >= limit or words[at] != ",":
            return False
        return len(words[at + 1]) == 2 and words[at + 1].isdigit() and words[at + 2] in ",."

    def _apposition(self, first: int, limit: int) -> tuple[Standing, bool]:
        """What is set behind a name: ", 34, a farmer", ", who leads the clinic", " (D-Texas)"."""
        words, sets = self.page.words, self.words.sets
        if first >= limit:
            return Standing.UNTOLD, False
        word = words[first]
        if word in sets["party"] and words[first + 1 : first + 2] in (["-"], ["."], [","], [")"]):
            return Standing.PUBLIC, False
        aged = len(word) <= 2 and word.isdigit() and self._closes(first + 1)
        if aged or word in ("aged", "age"):
            while first < limit and words[first] not in (",", ")", ".", "and"):
                first += 1
            told = self._first_role(first + 1, limit)
            return told if told[0] is Standing.PUBLIC else (Standing.PRIVATE, False)
        if word == "who" and first + 1 < limit:
            return (Standing.PUBLIC if self._leads(first + 1, limit) else Standing.PERSON), False
        return self._first_role(first, limit)

    def _first_role(self, first: int, limit: int) -> tuple[Standing, bool]:
        """What the first noun for people in an apposition says, if one stands there."""
        words, sets = self.page.words, self.words.sets
        for token in range(first, min(limit, first + _REACH)):
            word = words[token]
            if word in sets["closing"] or (token in self.begins and token > first - 1):
                if word not in ("-",) and not self._owns(token):
                    break
                continue
            if word in sets["clause"] and word not in ("as", "against"):
                break
            role = word in sets["public"] or word in sets["private"] or word in sets["with_body"]
            if not role or words[token + 1 : token + 2] in (["'s"], ["'"]):
                continue
            following = words[token + 1] if token + 1 < len(words) else ""
            if following in sets["verbs"] and following not in ("who", "whose", "whom"):
                break  # "…, the judge said, …" is no apposition
            return self._role_behind(word, token, first, limit)
        return Standing.UNTOLD, False

    def _role_behind(self, word: str, token: int, first: int, limit: int) -> tuple[Standing, bool]:
        """What a noun in an apposition says, with the organisation before or behind it."""
        words, sets = self.page.words, self.words.sets
        told = self._role(word, first, token + 1, token + 1)
        following = words[token + 1 : token + 2]
        if told[0] is Standing.PRIVATE and following and following[0] in sets["public"]:
            return self._role(following[0], first, token + 2, token + 2)  # "migrant advocate"
        if told[0] is Standing.PERSON:
            end = min(limit, token + 6)
            behind = next((t for t in range(token + 1, end) if words[t] in sets["of"]), None)
            if behind is not None and self._is_body(behind + 1, words[behind] == "from"):
                return Standing.PUBLIC, told[1]
        return told

    def _owns(self, token: int) -> bool:
        """Whether the name that begins at a token only says whose office it is: "Ruiz's lawyer"."""
        words = self.page.words
        return any(word in ("'s", "'") for word in words[token + 1 : token + 5])


def joined(page: Page, before: Name, after: Name) -> bool:
    """Whether two names stand side by side in one list: "Ana Ruiz, Per Lund and Kim Oh"."""
    if before.sentence != after.sentence or after.run - before.last > 3:
        return False
    between = page.words[before.last : after.first]
    return bool(between) and all(word in (",", "and", "&", ";", "or") for word in between)


def headline(name: Name) -> bool:
    """Whether a name stands where capitals tell nothing."""
    return name.style is not Style.PROSE
