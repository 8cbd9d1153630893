"""Parties: which states an agreement is between, by what connects them to its noun.

Invariant: a party's offsets hold the words that name it; a people that is moved is no party.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from departures.read.agencies import AgencyHit
from departures.read.language import grammar
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Scene

_PARTY = 9
"""So many words may name one party: "the Cabinet of Ministers of the Kyrgyz Republic"."""
_MEMORY = 60
"""Among so many states back a party is looked for."""
_LIST = 4
"""So many partners may be listed."""
_LED = 3
"""So many words may stand between a preposition and the noun that it leads."""
_WITH = 8
"""So many words after a noun its "with" or "between" may stand."""


@cache
def party_words(code: str = "en") -> dict[str, frozenset[str]]:
    """The tables of the agreement grammar."""
    return {name: frozenset(words) for name, words in grammar(code, "parties")["words"].items()}


class Side(NamedTuple):
    """A state that is, or may be, party to something."""

    first: int
    last: int
    start: int
    end: int
    name: str
    country: str


class Sides:
    """The states that a page names, in order, and who its report is about."""

    def __init__(self, scene: Scene, partner: str | None) -> None:
        """`partner`: the country to which the report's operation leads, if it is one."""
        self.page, self.partner = scene.page, partner
        agencies = [agency for line in scene.lines for agency in line.agencies]
        self.words = party_words()
        self.offices = Counter(
            agency.country for agency in agencies if agency.country and agency.kind != "government"
        )
        named = [*self._of_places(scene.places), *self._of_peoples(scene.peoples)]
        named += _of_offices(agencies)
        self.found = _apart(sorted(named, key=lambda side: side.first))
        self.firsts = [side.first for side in self.found]
        self.counts = Counter(side.country for side in self.found)
        self.opening: dict[str, Side] = {}
        for side in self.found:
            self.opening.setdefault(side.country, side)
        self.ranked = [country for country, _ in self.offices.most_common(2)]
        self.ranked += [country for country, count in self.counts.most_common(2) if count > 1]
        self.peoples = [people for people in scene.peoples if people.country]
        self.people_firsts = [people.first for people in self.peoples]

    def _of_places(self, places: Sequence[PlaceHit]) -> list[Side]:
        """Countries, and capitals that stand for their governments."""
        found = []
        for place in places:
            state = place.kind in ("country", "territory") or place.country == "EU"
            state = state or (place.capital and self._is_government(place))
            if place.country and state and not self._are_people(place.last):
                union = self.page.words[place.first] in self.words["union_seats"]
                country = "EU" if union and not self._at_home(place, places) else place.country
                found.append(Side(*place[:5], country))
        return found

    def _at_home(self, seat: PlaceHit, places: Sequence[PlaceHit]) -> bool:
        """Whether a text that names Brussels is about Belgium too."""
        return any(place.country == seat.country and not place.capital for place in places)

    def _is_government(self, capital: PlaceHit) -> bool:
        """Whether a capital stands for its government, and not for where something was."""
        words = self.page.words
        if not capital.first or words[capital.first - 1] not in self.words["at_places"]:
            return True
        return capital.first > 1 and words[capital.first - 2] in self.words["governments"]

    def _of_peoples(self, peoples: Sequence[PeopleHit]) -> list[Side]:
        """Adjectives of governments: "the Algerian Foreign Ministry", "US officials"."""
        found = []
        for people in peoples:
            if people.country and not people.plural and not self._are_people(people.last):
                text = self.page.text[people.start : people.end]
                found.append(
                    Side(people.first, people.last, people.start, people.end, text, people.country)
                )
        return found

    def _are_people(self, after: int) -> bool:
        """Whether those who are moved follow: "Cuban nationals", "US deportees"."""
        words = self.page.words[after : after + 4]
        for word in words:
            if word in self.words["people"]:
                return True
            if word not in self.words["of_people"]:
                return False
        return False

    def between(self, first: int, last: int) -> list[Side]:
        """The states named at tokens `first`…`last` (exclusive), each once."""
        seen: dict[str, Side] = {}
        for side in self.found[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]:
            seen.setdefault(side.country, side)
        return list(seen.values())

    def nationals(self, first: int, last: int) -> list[Side]:
        """The states whose citizens are named at tokens `first`…`last` (exclusive)."""
        text = self.page.text
        begin, end = bisect_left(self.people_firsts, first), bisect_left(self.people_firsts, last)
        return [
            Side(p.first, p.last, p.start, p.end, text[p.start : p.end], p.country or "")
            for p in self.peoples[begin:end]
            if p.plural
        ]

    def connected(self, first: int, last: int, limit: int) -> list[Side]:
        """The parties beside a noun at `first`…`last`: by "with", "between" or a dash."""
        words = self.page.words
        for token in range(last, min(limit, last + _WITH)):
            if words[token] == "between":
                return self._listed(token + 1, limit, 2)
            if words[token] == "with" and words[token - 1] != "and":
                listed = self._listed(token + 1, limit, 1)
                return self.owner(first) + listed if listed else listed
            if words[token] in ".;:":
                break
        return self._paired(first) or self._by_means(first)

    def partners(self, last: int, limit: int) -> list[Side]:
        """Those listed behind the "with" that follows a noun: "with Ghana, Rwanda and Uganda"."""
        words = self.page.words
        for token in range(last, min(limit, last + _WITH)):
            if words[token] == "with":
                near = self.between(token + 1, min(limit, token + 1 + _PARTY * _LIST))
                listed = [side for side in near[:1] if side.first <= token + _LED]
                for side in near[1:]:
                    if not listed or not self.joined(listed[-1], side):
                        break
                    listed.append(side)
                return listed
            if words[token] in ".;:":
                break
        return []

    def joined(self, one: Side, other: Side) -> bool:
        """Whether nothing but a comma or "and" stands between two states."""
        between = self.page.words[one.last : other.first]
        return 0 < len(between) <= _LED and self.words["joins"].issuperset(between)

    def _by_means(self, first: int) -> list[Side]:
        """The party before the noun by which something is: "agreed with Spain by the pact"."""
        words = self.page.words
        at = first
        while at > max(0, first - _LED) and words[at - 1] not in self.words["means"]:
            at -= 1
        found = self.between(max(0, at - _PARTY), at)
        side = found[-1] if found and at and words[at - 1] in self.words["means"] else None
        if side is None or side.last != at - 1:
            return []
        return [side] if "with" in words[max(0, side.first - _LED - 1) : side.first] else []

    def _listed(self, first: int, limit: int, most: int) -> list[Side]:
        """The states named right after a preposition, `most` of them."""
        return self.between(first, min(limit, first + _PARTY * most))[:most]

    def owner(self, first: int) -> list[Side]:
        """Whose the noun at `first` is: "Italy's 2023 protocol", "the EU's statement"."""
        words = self.page.words
        at = bisect_left(self.firsts, first) - 1
        if at < 0:
            return []
        side = self.found[at]
        owns = words[side.last : side.last + 1] == ["'s"] and first - side.last <= _LED
        return [side] if owns else []

    def _paired(self, first: int) -> list[Side]:
        """The states before a noun: "EU–Türkiye statement", "the Nauru deal"."""
        found: list[Side] = []
        at = first
        for index in range(bisect_left(self.firsts, first) - 1, -1, -1):
            side = self.found[index]
            joined = at - side.last == 1 and self.page.words[side.last] in "-\u2013\u2014/"
            if side.last != at and not joined:
                break
            found.insert(0, side)
            at = side.first
        return found

    def before(self, token: int, floor: int, least: int) -> list[Side]:
        """The states named before a token, not before `floor`, `least` times: nearest first."""
        seen: dict[str, Side] = {}
        end = bisect_left(self.firsts, token)
        for side in reversed(self.found[max(0, end - _MEMORY) : end]):
            if side.first < floor:
                break
            if self.counts[side.country] >= least:
                seen.setdefault(side.country, side)
        return list(seen.values())

    def home(self, known: set[str]) -> Side | None:
        """The state that the report is about, beside those known.

        That to which most of its offices belong, where it names none the one named most, else its
        partner.
        """
        for country in [*self.ranked[:1], self.partner, *self.ranked[1:]]:
            if country and country not in known and country in self.opening:
                return self.opening[country]
        return None


def _of_offices(agencies: Sequence[AgencyHit]) -> list[Side]:
    """Governments by their own names, "the White House", and unions of states, which sign
    through their offices: "the European Commission".
    """
    found = []
    for agency in agencies:
        union = agency.country == "EU" and agency.kind != "border"
        if agency.country and (union or agency.kind == "government"):
            found.append(Side(*agency[:5], agency.country))
    return found


def _apart(sides: list[Side]) -> list[Side]:
    """`sides` without those that stand inside the name of the one before."""
    found: list[Side] = []
    for side in sides:
        if not found or side.first >= found[-1].last:
            found.append(side)
    return found
