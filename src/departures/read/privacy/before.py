"""What stands before a name: titles, "his wife, …", "a spokesman for the ministry, …".

Invariant: only words of the name's own sentence count, and never more than `REACH` of them.
"""

from departures.read.privacy.capitals import Style
from departures.read.privacy.names import Name
from departures.read.privacy.roles import NOTHING, REACH, Roles, Standing, Told
from departures.read.privacy.vocabulary import Kind


class Before(Roles):
    """Reads what stands before names."""

    __slots__ = ()

    def told(self, name: Name, floor: int, place: bool) -> Told:
        """What stands before a name; `place`: it may as well be a place."""
        words, sets = self.page.words, self.words.sets
        least: Told = NOTHING
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
        if word == "of" and words[at - 1] in sets["kin"] and not (inner or place):
            return Standing.PRIVATE, False
        if inner or word in ("of", "for", "'s"):
            told = self._office_before(name, floor)
            return told if told[0] is Standing.PUBLIC else least
        told = self._right_before(name, at, floor, place)
        return least if told[0] is Standing.UNTOLD else told

    def _office_before(self, name: Name, floor: int) -> Told:
        """An office of several words before a name: "Minister of State Ana Ruiz"."""
        words, sets = self.page.words, self.words.sets
        at = name.first - 1
        if words[at] in ("of", "for"):
            return NOTHING
        if words[at] == "'s" and name.run == name.first:  # "the network's Ana Ruiz"
            owner = words[at - 1] if at > floor else ""
            told = self.page.text[self.page.starts[at - 1] : self.page.ends[at - 1]]
            known = owner in sets["body"] or (told.isupper() and len(told) > 2)
            known = known or self._is_group(at - 1, floor)
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
        return NOTHING

    def _is_group(self, last: int, floor: int) -> bool:
        """Whether the capitals up to a token rather name a group than a person: "Pro Asyl"."""
        first = last
        while first > floor and self.upper[first - 1]:
            first -= 1
        words = self.page.words[first : last + 1]
        people = any(word in self.words.given for word in words)
        kinds = {self.words.kind(word) for word in words}
        return last > first and not people and kinds.isdisjoint((Kind.NAME, Kind.PLACE))

    def _right_before(self, name: Name, at: int, floor: int, place: bool) -> Told:
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
            if self.closes(name.run_end) and not place:
                return self._phrase_before(at, floor)
            return NOTHING
        if word in ("is", "was") and not place:
            told = self._phrase_before(at, floor)
            return told if told[0] is Standing.PUBLIC else NOTHING
        if place and (word.startswith("neighb") or self.words.is_country(name.parts[0])):
            return NOTHING
        told = self.role(word, max(floor, at - 6), at + 1, name.last)
        plain = word.isalpha() and not self.upper[at] and word not in sets["clause"]
        if told[0] is Standing.UNTOLD and plain and word not in sets["prepositions"]:
            told = self._phrase_before(at + 1, floor)
            if told[0] is not Standing.PUBLIC or not sets["of"] & {*words[max(floor, at - 4) : at]}:
                return NOTHING
        return told

    def _titled(self, name: Name) -> Told | None:
        """What the titles inside the name's own run tell: "ICE Director Ana Ruiz"."""
        words, sets = self.page.words, self.words.sets
        courtesy = False
        for token in range(name.first - 1, name.run - 1, -1):
            word = words[token]
            if word in sets["courtesy"]:
                courtesy = True
            elif word in sets["public"] or word in sets["with_body"]:
                return self.role(word, max(name.run, token - 4), token + 1, name.last)
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

    def _phrase_before(self, last: int, floor: int, named: bool = False) -> Told:
        """What the noun phrase that ends before token `last` says: "a lawyer for the man, …"."""
        words, sets = self.page.words, self.words.sets
        at = last - 1
        found: Told = NOTHING
        floor = max(floor, last - REACH)
        while at >= floor:
            word = words[at]
            inside = word == "and" and self.upper[at - 1] and self.upper[at + 1]
            ends = word in sets["closing"] or word in sets["clause"]
            if ends and not inside and not (named and at >= last - 3):
                break
            linked = found[0] is Standing.UNTOLD or self._links(at + 1, last)
            if linked and words[at + 1] not in ("'s", "'"):
                told = self.role(word, max(floor, at - 3), at + 1, last)
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
