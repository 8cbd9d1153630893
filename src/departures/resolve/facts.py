"""A movement as comparing needs it: every value once, folded, in sets.

Invariant: facts are made from the claims of the movement and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from departures.resolve.folding import joined
from departures.resolve.values import is_exact, lowest, uppermost
from departures.words import Count, OperationClaim, Place
from departures.words.folding import folded_words

SENTENCE_WORDS: Final = 8
"""Shorter passages are alike by chance."""
FEWEST: Final = 10
"""Smaller numbers are alike by chance."""
PART: Final = 0.5
"""A number below this share of the largest one in a movement is of some of its people."""
Window = tuple[date, date]


class Ends(NamedTuple):
    """Where movements begin, or where they end."""

    countries: frozenset[str]
    names: frozenset[str]
    """Cities and airports, folded."""
    airports: frozenset[str]
    """Their codes, where they are known."""


class Number(NamedTuple):
    """How many, as wide as the words are taken to be."""

    lower: float
    upper: float
    words: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the claims of a movement say, without who says it where."""

    window: Window | None
    dated: bool
    """Whether any claim dates it, closely or not."""
    destination: Ends
    origin: Ends
    exact: frozenset[int]
    """The exact ones among the numbers of people."""
    people: tuple[Number, ...]
    flights: tuple[Number, ...]
    carriers: frozenset[str]
    nationalities: frozenset[str]
    modes: frozenset[str]
    sentences: frozenset[str]


def facts_of(claims: Sequence[OperationClaim], days: Window | None) -> Facts:
    """The facts of a movement; `days` are those within which it took place."""
    counts = _of_all([claim.count for claim in claims if claim.count])
    destination = _ends([claim.destination for claim in claims])
    return Facts(
        window=days,
        dated=any(claim.date for claim in claims),
        destination=destination,
        # "Migrants from Iraq were sent home to Baghdad" gives no place of departure.
        origin=_without(_ends([claim.origin for claim in claims]), destination),
        exact=frozenset(
            count.lower
            for count in counts
            if count.lower and count.lower >= FEWEST and is_exact(count)
        ),
        people=_numbers(counts),
        flights=_numbers([claim.flights for claim in claims if claim.flights]),
        carriers=frozenset(joined(claim.carrier.name) for claim in claims if claim.carrier),
        nationalities=frozenset(item.country for claim in claims for item in claim.nationalities),
        modes=frozenset(claim.mode for claim in claims if claim.mode),
        sentences=_sentences(claims),
    )


def _ends(told: Sequence[Place | None]) -> Ends:
    places = [place for place in told if place]
    towns = [place for place in places if place.level in ("city", "airport", "state")]
    return Ends(
        frozenset(place.country for place in places if place.country),
        frozenset(joined(place.name) for place in towns),
        frozenset(place.airport for place in towns if place.airport),
    )


def _of_all(counts: list[Count]) -> list[Count]:
    """The numbers that may be those of all on board; much smaller ones are of some of them."""
    most = max((lowest(count) for count in counts), default=0)
    return [count for count in counts if uppermost(count) >= PART * most]


def _without(origin: Ends, destination: Ends) -> Ends:
    countries = origin.countries - destination.countries
    return origin._replace(countries=countries) if countries else Ends(countries, *_NO_TOWNS)


_NO_TOWNS: Final[tuple[frozenset[str], frozenset[str]]] = (frozenset(), frozenset())


def _numbers(told: Sequence[Count]) -> tuple[Number, ...]:
    """Each number once, the smaller first."""
    return tuple(sorted({Number(lowest(count), uppermost(count), count.text) for count in told}))


def _sentences(claims: Sequence[OperationClaim]) -> frozenset[str]:
    passages = (folded_words(claim.quote.text) for claim in claims)
    return frozenset(" ".join(words) for words in passages if len(words) >= SENTENCE_WORDS)
