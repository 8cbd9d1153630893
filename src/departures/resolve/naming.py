"""The readable id of an operation: day, countries, place.

Invariant: the id is made of what is shown; equal ids are told apart by a number, in an order that
depends only on the operations that share them.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from departures.words import Operation


def slug(words: str) -> str:
    """Lower-case ASCII words joined by hyphens."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", bare.lower()))


def base_id(operation: Operation) -> str:
    """`2025-04-30-us-uz-tashkent`; `undated`, `xx` where the claims give no day or country."""
    parts: list[str] = [_day(operation)]
    parts += [
        place.country if place and place.country else "xx"
        for place in (operation.origin, operation.destination)
    ]
    place = operation.destination
    if place and place.level in ("city", "airport"):
        parts.append(place.name)
    return slug(" ".join(parts))[:80].strip("-")


def _day(operation: Operation) -> str:
    when = operation.date
    if not when or not when.earliest:
        return "undated"
    if when.latest and (when.latest - when.earliest).days > 2:
        same_month = when.latest.isoformat()[:7] == when.earliest.isoformat()[:7]
        return when.earliest.isoformat()[: 7 if same_month else 4]
    return when.earliest.isoformat()


def distinct(operations: Iterable[Operation]) -> list[Operation]:
    """The same operations, each with an id of its own; those that share a base id must be all here.

    The one that was reported first has the bare id, the others `-2`, `-3` …
    """
    alike: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        alike[base_id(operation)].append(operation)
    return [
        operation.model_copy(update={"id": base if number == 1 else f"{base}-{number}"})
        for base, held in alike.items()
        for number, operation in enumerate(sorted(held, key=_first_reported), start=1)
    ]


def _first_reported(operation: Operation) -> tuple[date, str]:
    return operation.first_reported or date.max, min(operation.claims)
