"""Offices of government and other bodies that a page names.

Listed names come with the word lists; others are told from how they are built: "Ministry of X",
"Georgia's Interior Ministry", "the government of Eswatini". Invariant: hits are in order and
don't overlap.
"""

from typing import NamedTuple

from departures.read.lexicon import Hit
from departures.read.page import Page


class AgencyHit(NamedTuple):
    """An office. `country` where the name or its words tell one; `kind` as in agencies.toml."""

    first: int
    last: int
    start: int
    end: int
    name: str
    country: str | None
    kind: str


def find_agencies(page: Page, hits: list[Hit]) -> list[AgencyHit]:
    """The agencies that a page names."""
    found: list[AgencyHit] = []
    for hit in hits:
        sense = hit.sense("agency")
        if sense is None:
            continue
        name = page.words_between(hit.first, hit.last)
        if name.islower() if hit.last - hit.first > 1 else not name.isupper():
            continue
        start, end = page.starts[hit.first], page.ends[hit.last - 1]
        country = sense.data.get("country")
        found.append(AgencyHit(hit.first, hit.last, start, end, name, country, sense.value))
    return found
