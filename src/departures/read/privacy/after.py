"""What stands behind a name: ", 34, a farmer", ", who leads the clinic", " (D-Texas)".

Invariant: only words of the name's own sentence count, and never more than `REACH` of them.
"""

from departures.read.privacy.names import Name
from departures.read.privacy.roles import NOTHING, REACH, Roles, Standing, Told

_PERSON: Told = (Standing.PERSON, False)
_OWN = (["his"], ["her"], ["their"], ["my"])
"""Whoever acts on behalf of his own family has no office."""
_NAME = frozenset(("name", "names", "surname"))
_NEAR = 8


class After(Roles):
    """Reads what stands behind names."""

    __slots__ = ()

    def told(self, name: Name, limit: int, place: bool) -> Told:
        """What stands behind a name; `place`: it may as well be a place."""
        words, sets = self.page.words, self.words.sets
        at = name.last
        if at >= limit:
            return NOTHING
        if place:
            before = words[name.first - 1] if name.first else "\n"
            aged = self._aged(at, limit) and before not in sets["prepositions"]
            return (Standing.PRIVATE if aged else Standing.UNTOLD), False
        if words[at] == '"' and words[at + 1 : at + 2] == [","]:
            at += 1
        if words[at] in (",", "(", "-", "–", "—"):
            return self._set_behind(at, limit)
        if words[at] in ("is", "was", "became", "serves", "served", "remains"):
            article = words[at + 1 : at + 2] and words[at + 1] in ("a", "an", "the", "one")
            told = self._first_role(at + 1, min(limit, at + 8)) if article else NOTHING
            return told if told[0] in (Standing.PUBLIC, Standing.PRIVATE) else _PERSON
        if self._acts(at, limit):
            return Standing.PUBLIC, False
        family = words[at + 1 : at + 2] if words[at] == "'s" else words[at : at + 1]
        if family and family[0] in sets["family"]:
            return Standing.PRIVATE, False
        return _PERSON if words[at] == "'s" or words[at] in sets["verbs"] else NOTHING

    def _acts(self, at: int, limit: int) -> bool:
        """Whether the words at a token say that somebody speaks for others."""
        words = self.page.words
        if words[at] == "contributed" or tuple(words[at : at + 2]) == ("speaks", "for"):
            return True
        if self.leads(at, limit) or (words[at] == "who" and self.leads(at + 1, limit)):
            return True
        employed = words[at] in self.words.sets["employed"]
        return employed and self.employed(at) is Standing.PUBLIC

    def _set_behind(self, at: int, limit: int) -> Told:
        """What a comma or a bracket at a token sets behind a name."""
        words = self.page.words
        bracketed = words[at] == "(" and words[at + 2 : at + 3] == [")"]
        if bracketed and self.words.is_country(words[at + 1]):
            return Standing.PRIVATE, False
        return self._apposition(at + 1, limit)

    def _aged(self, at: int, limit: int) -> bool:
        """Whether a comma is followed by an age: ", 34,"."""
        words = self.page.words
        if at + 2 >= limit or words[at] != ",":
            return False
        return len(words[at + 1]) == 2 and words[at + 1].isdigit() and words[at + 2] in ",."

    def _apposition(self, first: int, limit: int) -> Told:
        """What is set behind a name: ", 34, a farmer", ", who leads the clinic", " (D-Texas)"."""
        words, sets = self.page.words, self.words.sets
        if first >= limit:
            return NOTHING
        word = words[first]
        if word in sets["party"] and words[first + 1 : first + 2] in (["-"], ["."], [","], [")"]):
            return Standing.PUBLIC, False
        aged = len(word) <= 2 and word.isdigit() and self.closes(first + 1)
        if aged or word in ("aged", "age"):
            while first < limit and words[first] not in (",", ")", ".", "and"):
                first += 1
            told = self._first_role(first + 1, limit)
            return told if told[0] is Standing.PUBLIC else (Standing.PRIVATE, False)
        if word == "who" and first + 1 < limit:
            return self._who(first + 1, limit), False
        return self._first_role(first, limit)

    def _who(self, first: int, limit: int) -> Standing:
        """What a clause behind a name says: ", who leads the clinic", ", who gave no surname"."""
        told = self.page.words[first : min(limit, first + REACH)]
        if self.leads(first, limit):
            return Standing.PUBLIC
        if "behalf" in told:
            whose = told[told.index("behalf") + 2 :][:1]
            return Standing.PERSON if whose in _OWN else Standing.PUBLIC
        named = not _NAME.isdisjoint(told[:_NEAR])
        return Standing.PRIVATE if named else Standing.PERSON

    def _first_role(self, first: int, limit: int) -> Told:
        """What the first noun for people in an apposition says, if one stands there."""
        words, sets = self.page.words, self.words.sets
        for token in range(first, min(limit, first + REACH)):
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
        return NOTHING

    def _role_behind(self, word: str, token: int, first: int, limit: int) -> Told:
        """What a noun in an apposition says, with the organisation before or behind it."""
        words, sets = self.page.words, self.words.sets
        told = self.role(word, first, token + 1, token + 1)
        following = words[token + 1 : token + 2]
        if told[0] is Standing.PRIVATE and following and following[0] in sets["public"]:
            return self.role(following[0], first, token + 2, token + 2)  # "migrant advocate"
        if told[0] is Standing.PERSON:
            end = min(limit, token + 6)
            behind = next((t for t in range(token + 1, end) if words[t] in sets["of"]), None)
            if behind is not None and self.is_body(behind + 1, words[behind] == "from"):
                return Standing.PUBLIC, told[1]
        return told

    def _owns(self, token: int) -> bool:
        """Whether the name that begins at a token only says whose office it is: "Ruiz's lawyer"."""
        words = self.page.words
        return any(word in ("'s", "'") for word in words[token + 1 : token + 5])
