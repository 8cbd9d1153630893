"""Which movements are one: the movements of single documents, brought together across documents.

Invariant: the outcome is the same for any order of the claims, and no pair is compared whose
destinations and days can't meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from departures.words import OperationClaim

Movement = tuple[OperationClaim, ...]
"""The claims of one document that tell of one movement."""

DAY_MARGIN = timedelta(days=1)
"""A night flight leaves on one day and lands on the next; reports give either."""
LONGEST_WINDOW = timedelta(days=10)
"""A movement dated by a longer period than this is too vague to be matched across documents."""


def movements(claims: Iterable[OperationClaim]) -> list[Movement]:
    """The movements that documents tell of, each with its claims in the order of the text."""
    grouped: dict[tuple[str, int], list[OperationClaim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.document, claim.movement].append(claim)
    return [
        tuple(sorted(group, key=lambda claim: (claim.quote.start, claim.id)))
        for _, group in sorted(grouped.items())
    ]


def window(movement: Movement) -> tuple[date, date] | None:
    """The days within which a movement took place; null where no claim dates it closely enough."""
    dated = [
        (claim.date.earliest, claim.date.latest or claim.date.earliest)
        for claim in movement
        if claim.date and claim.date.earliest
    ]
    close = [(first, last) for first, last in dated if last - first <= LONGEST_WINDOW]
    if not close:
        return None
    return min(first for first, _ in close), max(last for _, last in close)


def countries(movement: Movement, field: str) -> frozenset[str]:
    """The countries that a movement's claims give as `origin` or `destination`."""
    places = (getattr(claim, field) for claim in movement)
    return frozenset(place.country for place in places if place and place.country)


def same(first: Movement, second: Movement) -> bool:
    """Whether two movements of different documents are one: same route, days that meet."""
    if first[0].document == second[0].document:
        return False
    days, others = window(first), window(second)
    if not days or not others:
        return False
    if days[0] - DAY_MARGIN > others[1] or others[0] - DAY_MARGIN > days[1]:
        return False
    if not countries(first, "destination") & countries(second, "destination"):
        return False
    origins, starts = countries(first, "origin"), countries(second, "origin")
    return not origins or not starts or bool(origins & starts)


def cluster(parts: Sequence[Movement]) -> list[list[Movement]]:
    """Movements brought together: each cluster is one operation."""
    parent = list(range(len(parts)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for first, second in _candidates(parts):
        if root(first) != root(second) and same(parts[first], parts[second]):
            parent[max(root(first), root(second))] = min(root(first), root(second))
    clusters: dict[int, list[Movement]] = defaultdict(list)
    for index, part in enumerate(parts):
        clusters[root(index)].append(part)
    return list(clusters.values())


def _candidates(parts: Sequence[Movement]) -> Iterable[tuple[int, int]]:
    """Pairs that share a destination country and a day, the margin included."""
    buckets: dict[tuple[str, date], list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        days = window(part)
        if days is None:
            continue
        day = days[0] - DAY_MARGIN
        while day <= days[1]:
            for country in countries(part, "destination"):
                buckets[country, day].append(index)
            day += timedelta(days=1)
    seen: set[tuple[int, int]] = set()
    for members in buckets.values():
        for position, first in enumerate(members):
            for second in members[position + 1 :]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    yield first, second
