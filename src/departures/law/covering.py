"""Whether an order covers people of whom this much is known.

Invariant: `no` only where something known shuts everybody out; `yes` only where nothing is
missing. Else `unknown`, with every input that is missing.
"""

from collections.abc import Collection
from dataclasses import dataclass

from departures.law.force import Answer
from departures.law.rows import Covers
from departures.words import Value

NATIONALITY = "the nationality"
DESTINATION = "the destination"
AUTHORITY = "the legal authority for each removal"
PETITIONER = "whether one of those who asked for the order was on board"


class Coverage(Value):
    """Whether an order covers people, why not, or what is missing to say."""

    answer: Answer
    why: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """What is known of people who are sent; empty is not known."""

    nationalities: frozenset[str] = frozenset()
    destination: str | None = None
    authority: str | None = None

    @classmethod
    def of(
        cls,
        nationalities: Collection[str] = (),
        destination: str | None = None,
        authority: str | None = None,
    ) -> "People":
        """People by what is known of them."""
        return cls(frozenset(nationalities), destination, authority)


def coverage(covers: Covers, people: People) -> Coverage:
    """Whether an order that reaches `covers` reaches any of these people."""
    if why := _shut_out(covers, people):
        return Coverage(answer="no", why=why)
    missing = tuple(dict.fromkeys((*_missing(covers, people), *covers.needs)))
    return Coverage(answer="unknown" if missing else "yes", missing=missing)


def _shut_out(covers: Covers, people: People) -> str | None:
    """Why nobody of these people is covered."""
    if covers.authorities and people.authority and people.authority not in covers.authorities:
        return f"{people.authority} is not among the authorities that it reaches"
    known = people.nationalities
    if covers.nationalities and known and known.isdisjoint(covers.nationalities):
        return "it reaches citizens of other countries"
    elsewhere = people.destination and people.destination not in covers.destinations
    return "it is about other destinations" if covers.destinations and elsewhere else None


def _missing(covers: Covers, people: People) -> list[str]:
    missing = []
    if covers.individual:
        missing.append(PETITIONER)
    if covers.authorities and people.authority is None:
        missing.append(AUTHORITY)
    if covers.nationalities and not people.nationalities <= set(covers.nationalities):
        missing.append("which of them are citizens of the countries that it reaches")
    needs_nationality = covers.nationalities or covers.third_country
    needs_destination = covers.destinations or covers.third_country
    if needs_nationality and not people.nationalities:
        missing.append(NATIONALITY)
    if needs_destination and people.destination is None:
        missing.append(DESTINATION)
    return missing
