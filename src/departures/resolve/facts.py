"""A movement as comparing needs it: every value once, folded, in sets.

Invariant: facts are made from the claims of the movement and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from departures.resolve.folding import folded, joined
from departures.words import Count, OperationClaim, Place

SENTENCE_WORDS: Final = 8
"""Shorter passages are alike by chance."""
Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Ends:
    """Where movements begin, or where they end."""

    countries: frozenset[str]
    places: tuple[tuple[str, str | None], ...]
    """Cities and airports, each with its folded name and its code."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the claims of a movement say, without who says it where."""

    window: Window | None
    dated: bool
    """Whether any claim dates it, closely or not."""
    destination: Ends
    origin: Ends
    counts: tuple[Count, ...]
    flights: tuple[Count, ...]
    carriers: frozenset[str]
    nationalities: frozenset[str]
    modes: frozenset[str]
    sentences: frozenset[str]


def facts_of(claims: Sequence[OperationClaim], days: Window | None) -> Facts:
    """The facts of a movement; `days` are those within which it took place."""
    return Facts(
        window=days,
        dated=any(claim.date for claim in claims),
        destination=_ends([claim.destination for claim in claims]),
        origin=_ends([claim.origin for claim in claims]),
        counts=_counts([claim.count for claim in claims]),
        flights=_counts([claim.flights for claim in claims]),
        carriers=frozenset(joined(claim.carrier.name) for claim in claims if claim.carrier),
        nationalities=frozenset(item.country for claim in claims for item in claim.nationalities),
        modes=frozenset(claim.mode for claim in claims if claim.mode),
        sentences=_sentences(claims),
    )


def _ends(told: Sequence[Place | None]) -> Ends:
    countries: set[str] = set()
    places: dict[tuple[str, str | None], None] = {}
    for place in told:
        if place is None:
            continue
        if place.country:
            countries.add(place.country)
        if place.level in ("city", "airport", "state"):
            places[joined(place.name), place.airport] = None
    return Ends(frozenset(countries), tuple(sorted(places, key=str)))


def _counts(told: Sequence[Count | None]) -> tuple[Count, ...]:
    """Each count once, the smaller first."""
    once = {
        (count.lower, count.upper, count.approximate): count for count in reversed(told) if count
    }
    return tuple(once[key] for key in sorted(once, key=str)) if len(once) > 1 else (*once.values(),)


def _sentences(claims: Sequence[OperationClaim]) -> frozenset[str]:
    passages = (folded(claim.quote.text) for claim in claims)
    return frozenset(" ".join(words) for words in passages if len(words) >= SENTENCE_WORDS)
