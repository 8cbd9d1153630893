"""Parties: which states an agreement is between, by what connects them to its noun.

Invariant: a party's offsets hold the words that name it; a people that is moved is no party.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from departures.read.agencies import AgencyHit
from departures.read.language import grammar
from departures.read.page import Page
from departures.read.places import PeopleHit, PlaceHit

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

    def __init__(
        self,
        page: Page,
        places: Sequence[PlaceHit],
        peoples: Sequence[PeopleHit],
        agencies: Sequence[AgencyHit],
        partner: str | None,
    ) -> None:
        self.page, self.partner = page, partner
        self.words = party_words()
        self.offices = Counter(
            agency.country for agency in agencies if agency.country and agency.kind != "government"
        )
        named = [*self._of_places(places), *self._of_peoples(peoples), *_of_unions(agencies)]
        self.found = sorted(named, key=lambda side: side.first)
        self.counts = Counter(side.country for side in self.found)
        self.peoples = [people for people in peoples if people.country]

    def _of_places(self, places: Sequence[PlaceHit]) -> list[Side]:
        """Countries, and capitals that stand for their governments."""
        found = []
        for place in places:
            state = place.kind in ("country", "territory") or place.country == "EU"
            state = state or (place.capital and self._is_government(place))
            if place.country and state and not self._are_people(place.last):
                found.append(Side(*place[:5], place.country))
        return found

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
        """The states named at tokens `first`…`last`, each once."""
        seen: dict[str, Side] = {}
        for side in self.found:
            if first <= side.first < last:
                seen.setdefault(side.country, side)
        return list(seen.values())

    def nationals(self, first: int, last: int) -> list[Side]:
        """The states whose citizens are named at tokens `first`…`last`."""
        text = self.page.text
        return [
            Side(p.first, p.last, p.start, p.end, text[p.start : p.end], p.country or "")
            for p in self.peoples
            if first <= p.first < last and p.plural
        ]

    def connected(self, first: int, last: int, limit: int) -> list[Side]:
        """The parties beside a noun at `first`…`last`: by "with", "between" or a dash."""
        words = self.page.words
        for token in range(last, min(limit, last + _WITH)):
            if words[token] == "between":
                return self._listed(token + 1, limit, 2)
            if words[token] == "with":
                return self._listed(token + 1, limit, 1)
            if words[token] in ".;:":
                break
        return self._paired(first)

    def _listed(self, first: int, limit: int, most: int) -> list[Side]:
        """The states named right after a preposition."""
        found: list[Side] = []
        reach = first + 9 * most
        for side in self.found:
            new = side.country not in [known.country for known in found]
            if first <= side.first < min(limit, reach) and len(found) < most and new:
                found.append(side)
        return found

    def _paired(self, first: int) -> list[Side]:
        """The states before a noun: "EU–Türkiye statement", "the Nauru deal"."""
        found: list[Side] = []
        at = first
        for side in reversed(self.found):
            if side.last > at or at - side.last > 1:
                if side.last <= at:
                    break
                continue
            if at - side.last == 1 and self.page.words[side.last] not in "-\u2013\u2014/":
                break
            found.insert(0, side)
            at = side.first
        return found

    def before(self, token: int, floor: int, least: int) -> list[Side]:
        """The states named before a token, not before `floor`, `least` times: nearest first."""
        seen: dict[str, Side] = {}
        for side in reversed(self.found):
            if floor <= side.first < token and self.counts[side.country] >= least:
                seen.setdefault(side.country, side)
        return list(seen.values())

    def home(self, known: set[str]) -> Side | None:
        """The state that the report is about, beside those known.

        Its partner, else that to which most of its offices belong, else the one named most.
        """
        ranked = [country for country, _ in self.offices.most_common(2)]
        ranked += [country for country, count in self.counts.most_common(2) if count > 1]
        for country in [self.partner, *ranked]:
            if country and country not in known and country in self.counts:
                return next(side for side in self.found if side.country == country)
        return None


def _of_unions(agencies: Sequence[AgencyHit]) -> list[Side]:
    """Unions of states, which sign through their offices: "the European Commission"."""
    return [
        Side(*agency[:5], "EU")
        for agency in agencies
        if agency.country == "EU" and agency.kind != "border"
    ]
