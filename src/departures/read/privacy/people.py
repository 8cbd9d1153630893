"""Who is private: the names of a document taken together, mention by mention.

Whoever has an office or a public role at one mention keeps his name at all; everybody else is
withheld wherever a part of his name stands.

Invariant: nothing but names is withheld here, each whole: offsets of its first and last letter.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from departures.read.page import Page
from departures.read.privacy.evidence import Evidence, headline, joined
from departures.read.privacy.names import Finder, Name
from departures.read.privacy.roles import Standing
from departures.read.privacy.vocabulary import Kind, Vocabulary

_LONG = 4
_NEAR = 8
"""So many words around a name may tell of an office or of a removal."""
_SHARED = 12
"""So many people of one name are told apart."""


@dataclass(slots=True)
class Met:
    """A name, what stands beside it, and whether it is withheld."""

    name: Name
    standing: Standing
    hidden: bool = False


@dataclass(slots=True)
class People:
    """Everybody that a document names, over its title and its text."""

    words: Vocabulary
    public: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    """By every part of a name: the names of those with an office."""
    private: set[str] = field(default_factory=set)
    """The parts of the names of private people."""
    full: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    """By last part: the full names that end with it."""

    removed: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    """By every part of a name: those told to have been removed or held, with no high office."""

    def meet(self, page: Page) -> list[Met]:
        """The names on a page, with what stands beside each; those with an office are kept."""
        finder = Finder(page, self.words)
        names = finder.find()
        begins = frozenset(name.first for name in names if len(name.parts) > 1 or name.sure)
        evidence = Evidence(page, self.words, finder.upper, begins)
        told = [evidence.of(name) for name in names]
        _share(page, names, told, self._unplaced)
        standings = [standing for standing, _ in told]
        for name, standing in zip(names, standings, strict=True):
            if standing is Standing.PRIVATE and name.run and page.words[name.run - 1] == '"':
                name.first = name.run  # a man known as "Big Joe"
            if len(name.parts) > 1:
                self.full.setdefault(name.parts[-1], set()).add(name.parts)
            if self._is_removed(page, name):
                _keep(self.removed, name.parts)
            if standing is Standing.PUBLIC:
                _keep(self.public, name.parts)
        return [Met(name, told) for name, told in zip(names, standings, strict=True)]

    def _unplaced(self, name: Name) -> bool:
        """Whether a single word is no place and no ordinary word."""
        return self.words.kind(name.parts[0]) in (Kind.NAME, Kind.UNKNOWN) and not headline(name)

    def _is_removed(self, page: Page, name: Name) -> bool:
        """Whether a name's holder "was deported", or an agency "deported" him, and no official."""
        words, sets = page.words, self.words.sets
        last = page.sentences[name.sentence].last
        told = words[name.last : min(last, name.last + _NEAR)]
        passive = any(
            verb in ("was", "were", "been", "being") and done in sets["removed"]
            for verb, done in pairwise(told[:4] if "," not in told[:1] else told)
        )
        before = words[max(0, name.run - 2, name.first - _NEAR) : name.first]
        active = not sets["removed"].isdisjoint(before)
        return (passive or active) and not self._is_high(page, name)

    def _is_high(self, page: Page, name: Name) -> bool:
        """Whether a word for a high office stands near a name."""
        first, last, _ = page.sentences[name.sentence]
        near = page.words[max(first, name.first - _NEAR) : min(last, name.last + _NEAR)]
        return self._well_known(name.parts) or not self.words.sets["high"].isdisjoint(near)

    def _was_removed(self, parts: tuple[str, ...]) -> bool:
        """Whether a name is that of somebody who was removed."""
        whole = frozenset(parts)
        known = self.removed.get(parts[-1], []) if self.removed else []
        return any(whole <= other or other <= whole for other in known)

    def settle(self, page: Page, met: list[Met]) -> Iterator[Name]:
        """The names of private people among those met on a page."""
        calendar = self.words.sets["calendar"]
        for one in met:
            name, alone = one.name, len(one.name.parts) < 2
            if alone and (one.standing is not Standing.PRIVATE or name.parts[0] in calendar):
                continue
            one.hidden = self._withheld(page, name, one.standing)
            if one.hidden:
                self.private.update(name.parts)
                yield name

    def _withheld(self, page: Page, name: Name, standing: Standing) -> bool:
        """Whether a full name, or one that is told to be private, is withheld."""
        if standing is Standing.CASE or self._well_known(name.parts):
            return False
        if standing is Standing.PUBLIC:
            return self._was_removed(name.parts) and not self._is_high(page, name)
        if standing is Standing.PRIVATE:
            return name.sure or not headline(name)
        if self._has_office(name.parts) and not self._was_removed(name.parts):
            return False
        if name.sure:
            the = name.run == name.first and name.run > 0 and page.words[name.run - 1] == "the"
            return (standing is Standing.PERSON and not the) or not self._placed(page, name)
        return not headline(name) and (standing is Standing.PERSON or self._looks(page, name))

    def _well_known(self, parts: tuple[str, ...]) -> bool:
        """Whether everybody knows the office of a person of that name."""
        words = self.words
        if not words.alone.isdisjoint(parts) or parts in words.known:
            return True
        return (parts[0], parts[-1]) in words.known

    def _has_office(self, parts: tuple[str, ...]) -> bool:
        """Whether somebody with an office, elsewhere in the document, has that name."""
        whole = frozenset(parts)
        for known in self.public.get(parts[-1], ()):
            if len(known) > 1 and (known <= whole or whole <= known or _same(parts, known)):
                return True
            if len(known) == 1 and len(self.full.get(parts[-1], ())) < 2:
                return True
        return any(
            len(known) > 1 and known <= whole
            for part in parts
            for known in self.public.get(part, ())
        )

    def _placed(self, page: Page, name: Name) -> bool:
        """Whether a name of which nothing is told is rather that of a place or a thing."""
        before = page.words[name.run - 1] if name.run else "\n"
        kinds = [self.words.kind(part) for part in name.parts]
        if name.run != name.first:
            return False
        if before == "the" or before in self.words.sets["things"]:
            return True
        if before in self.words.sets["prepositions"]:
            return kinds[0] is Kind.PLACE or before in ("in", "at", "near")
        return False

    def _looks(self, page: Page, name: Name) -> bool:
        """Whether words that no list knows look like a name where they stand."""
        before = page.words[name.run - 1] if name.run else "\n"
        after = page.words[name.last] if name.last < len(page.words) else "\n"
        sets = self.words.sets
        if before in ("the", "'s") or before in sets["prepositions"] or before in sets["things"]:
            return False
        if before in sets["bodies"] or (before == '"' and after == '"'):
            return False
        if name.parts[0] in self.words.given and name.parts[-1] in self.words.surnames:
            return name.run == name.first and sets["calendar"].isdisjoint(name.parts)
        kinds = {self.words.kind(part) for part in name.parts}
        return not kinds <= {Kind.PLACE, Kind.OTHER, Kind.WORDY} and name.run == name.first

    def later(self, page: Page, met: list[Met]) -> Iterator[tuple[int, int]]:
        """Tokens of later mentions by one part of a name."""
        latest: dict[str, bool] = {}
        begun = {one.name.first: one for one in met}
        end, words, private = 0, page.words, self.private
        for token in [t for t, word in enumerate(words) if word in private or t in begun]:
            one = begun.get(token)
            if one is None:
                if token >= end and page.capital(token):
                    yield from self._lone(page, token, latest)
                continue
            end = one.name.last
            if len(one.name.parts) > 1:
                if one.standing is not Standing.CASE:
                    latest.update(dict.fromkeys(one.name.parts, one.hidden))
            elif self._alone(page, token, one.name, one.standing, latest):
                yield token, end

    def _lone(self, page: Page, token: int, latest: dict[str, bool]) -> Iterator[tuple[int, int]]:
        """A word that is part of a private name and stands in no name that was found."""
        if self._alone(page, token, None, Standing.UNTOLD, latest):
            yield token, token + 1

    def _alone(
        self,
        page: Page,
        token: int,
        name: Name | None,
        standing: Standing,
        latest: dict[str, bool],
    ) -> bool:
        """Whether one word that stands alone names a private person."""
        word = page.words[token] if name is None else name.parts[0]
        if word in self.words.sets["calendar"]:
            return False
        if standing is Standing.PUBLIC and name is not None:
            if self._was_removed(name.parts) and not self._is_high(page, name):
                return True
            latest[word] = False
        if standing in (Standing.PUBLIC, Standing.CASE):
            return False
        if standing is Standing.PRIVATE:
            return False  # settled already
        if word in self.private:
            if word in self.public and not latest.get(word, True):
                return False
            return standing is Standing.PERSON or not self._ordinary_here(page, token)
        if word in self.public or word in self.words.alone or name is None or headline(name):
            return False
        return self._is_person(page, name, standing)

    def _is_person(self, page: Page, name: Name, standing: Standing) -> bool:
        """Whether a single word of which nothing is known is the name of a person."""
        word = name.parts[0]
        if self._titled(page, name) or (name.sure and name.first < name.run):
            return True
        if self._thing(page, name):
            return False
        if standing is not Standing.PERSON:
            return name.sure
        listed = word in self.words.given or word in self.words.surnames or len(word) > _LONG
        return listed and self.words.kind(word) is Kind.NAME

    def _titled(self, page: Page, name: Name) -> bool:
        """Whether a title of courtesy stands before a name: "Ms. Ruiz"."""
        before = name.first - 1 - (name.first > 1 and page.words[name.first - 1] == ".")
        return name.run <= before and page.words[before] in self.words.sets["courtesy"]

    def _thing(self, page: Page, name: Name) -> bool:
        """Whether a single word with a capital may be something else than a person."""
        before = page.words[name.first - 1] if name.first else "\n"
        after = page.words[name.last] if name.last < len(page.words) else "\n"
        if before in ("the", "of", "in", "at", "near", "-") or after in ("-", "®"):
            return True
        if name.run_end > name.last and after not in self.words.sets["more_ordinary"]:
            return True
        return name.run != name.first

    def _ordinary_here(self, page: Page, token: int) -> bool:
        """Whether a word that is part of a private name means something else where it stands."""
        word = page.words[token]
        kind = self.words.kind(word)
        before = page.words[token - 1] if token else "\n"
        for after in range(token + 1, min(token + 3, len(page.words))):
            if not page.capital(after):
                break
            if self.words.kind(page.words[after]) is Kind.BODY:
                return True
        if kind is Kind.PLACE:
            return before in self.words.sets["prepositions"] or word in self.words.places.codes
        if kind in (Kind.WORDY, Kind.OTHER, Kind.TITLE, Kind.BODY):
            opening = page.sentences[page.sentence_of(token)].first == token
            return opening or before in ("in", "on", "the", "of")
        return False


def _keep(names: dict[str, list[frozenset[str]]], parts: tuple[str, ...]) -> None:
    """Keep a name in mind under every part of it."""
    whole = frozenset(parts)
    for part in parts:
        known = names.setdefault(part, [])
        if len(known) < _SHARED and whole not in known:
            known.append(whole)


def _same(parts: tuple[str, ...], known: frozenset[str]) -> bool:
    """Whether two names with one last part have the first part in common too."""
    return parts[0] in known


def _share(
    page: Page,
    names: list[Name],
    told: list[tuple[Standing, bool]],
    unplaced: Callable[[Name], bool],
) -> None:
    """Give what is told of several to all in a row: "lawyers Ana Ruiz and Per Lund"."""
    untold = (Standing.UNTOLD, Standing.PERSON)
    for at in range(1, len(names)):
        before, name = names[at - 1], names[at]
        between = page.words[before.last : name.first]
        if told[at - 1][0] is Standing.PUBLIC and between in (["of"], ["at"]):
            told[at] = (Standing.CASE, False)  # a firm with the names of its founders
        if told[at][0] not in untold or not joined(page, before, name):
            continue
        if told[at - 1][1]:
            told[at] = told[at - 1]
        elif told[at - 1][0] in untold and before.sure and len(before.parts) > len(name.parts):
            told[at] = (Standing.PRIVATE, False) if unplaced(name) else told[at]
    for at in range(len(names) - 1, 0, -1):
        if told[at][1] and told[at - 1][0] in untold and joined(page, names[at - 1], names[at]):
            told[at - 1] = told[at]
