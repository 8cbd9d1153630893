"""What a request asks for: the facets in its query, the page of a list.

Invariant: a facet that is not asked for narrows nothing, and one that no operation has gives an
empty list, not an error.
"""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, Query

from departures.record.facets import Facet

LONGEST = 200


def _facets(
    country: Annotated[
        str | None,
        Query(max_length=LONGEST, description="ISO 3166-1 alpha-2: of any place or nationality."),
    ] = None,
    month: Annotated[str | None, Query(max_length=LONGEST, description="As in `2025-04`.")] = None,
    source: Annotated[
        str | None, Query(max_length=LONGEST, description="Who published one of its documents.")
    ] = None,
    carrier: Annotated[
        str | None, Query(max_length=LONGEST, description="Who carried, as any source says.")
    ] = None,
    open: Annotated[
        str | None,
        Query(
            max_length=LONGEST,
            description="`disputed`, `doubt`, `question` or `conflict`.",
        ),
    ] = None,
) -> Sequence[Facet]:
    asked = {
        "country": country.upper() if country else None,
        "month": month,
        "source": source,
        "carrier": carrier,
        "open": open,
    }
    return tuple((name, value) for name, value in asked.items() if value)


Facets = Annotated[Sequence[Facet], Depends(_facets)]
"""The facets that the query names, all of which an answer has."""

PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]
"""Which page of a list."""
