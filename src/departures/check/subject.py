"""What a rule looks at: one operation, what its claims say of it, and the shelves.

Invariant: what the reports don't say is empty or None here, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from departures.check.mentions import Topic, mentioned
from departures.law.asking import day_of_orders, third_country
from departures.law.covering import People
from departures.law.force import Answer
from departures.law.periods import Situation
from departures.law.rows import Jurisdiction
from departures.law.shelf import Shelf
from departures.words import Claim, Nationality, Operation, Place
from departures.words.countries import country_name


@dataclass(frozen=True)
class Subject:
    """One operation beside the law shelf."""

    operation: Operation
    claims: Mapping[str, Claim]
    law: Shelf
    take_off: datetime | None = None
    """When it left, where a track or a person says so."""

    @cached_property
    def day(self) -> date | None:
        """The day of departure, where exactly one is reported."""
        when = self.operation.date
        exact = when and when.earliest == when.latest
        return when.earliest if when and exact else None

    @cached_property
    def origin(self) -> str | None:
        """The country that people were sent from."""
        return self.operation.origin.country if self.operation.origin else None

    @cached_property
    def destination(self) -> str | None:
        """The country that they were sent to."""
        return self.operation.destination.country if self.operation.destination else None

    @cached_property
    def nationalities(self) -> dict[str, Nationality]:
        """Every nationality that any claim reports on board, by country."""
        field = self.operation.values.get("nationalities")
        found: dict[str, Nationality] = {}
        for entry in field.asserted if field else ():
            for item in entry.value if isinstance(entry.value, tuple) else ():
                if isinstance(item, Nationality):
                    known = found.get(item.country)
                    found[item.country] = known if known and known.count else item
        return found

    @cached_property
    def jurisdiction(self) -> Jurisdiction | None:
        """Whose law holds where it began; none where that is unknown or there is no data."""
        return self.law.jurisdiction(self.origin)

    @cached_property
    def authority(self) -> str | None:
        """The legal power that the reports name, by its id."""
        named = self.operation.authority
        return self.law.authority(named.name) if named else None

    @cached_property
    def third_country(self) -> Answer:
        """Whether the destination is a third country, by nationality, for anybody on board."""
        return third_country(self.nationalities, self.destination)

    @cached_property
    def situation(self) -> Situation | None:
        """The orders of that day for these people; none where the day or the law is unknown."""
        if self.day is None or not self.american:
            return None
        people = People(frozenset(self.nationalities), self.destination, self.authority)
        day = day_of_orders(self.law, self.day, self.take_off)
        return self.law.periods.situation(day, self.take_off, people)

    @property
    def american(self) -> bool:
        """Whether it began where the shelf's orders and rules on notice hold."""
        return self.jurisdiction is not None and self.jurisdiction.id == "us"

    @cached_property
    def mentions(self) -> dict[Topic, Answer]:
        """What the reports say of protection, fear, notice, assurances and children."""
        return mentioned(self.claims[id] for id in self.operation.claims if id in self.claims)

    @cached_property
    def words(self) -> str:
        """The sentences that tell of the operation, folded."""
        held = (self.claims[id].quote.text for id in self.operation.claims if id in self.claims)
        return "\n".join(dict.fromkeys(held)).casefold()

    def missing(self) -> tuple[str, ...]:
        """What is missing to look anything up for this operation."""
        absent = []
        if self.day is None:
            absent.append("the day of departure")
        if self.origin is None:
            absent.append("the country of departure")
        return tuple(absent)

    def evidence(self, *names: str) -> tuple[str, ...]:
        """The claims that give these fields."""
        ids = (
            claim
            for name in names
            if name in self.operation.values
            for entry in self.operation.values[name].asserted
            for claim in entry.claims
        )
        return tuple(dict.fromkeys(ids))

    def where(self) -> str:
        """The destination as it stands in a sentence."""
        return in_words(self.operation.destination)


def in_words(place: Place | None) -> str:
    """A place by its country, or by its name where the country is unknown."""
    if place is None:
        return "the destination"
    return country_name(place.country, article=True) if place.country else place.name


def opening(words: str) -> str:
    """`words` as a sentence begins."""
    return words[:1].upper() + words[1:]
