"""Keeping the shelf current: dockets asked at CourtListener, suggestions out; a person accepts.

`fetch` asks and keeps suggestions in a file; `accept` writes one into its case's data file. Nothing
is written into the shelf otherwise.
"""

from departures.law.updating.accepting import accept, reject
from departures.law.updating.client import BASE, Client, LawUpdateError
from departures.law.updating.fetching import dockets_of, fetch
from departures.law.updating.progress import Progress, Suggestion, load, pacing

__all__ = [
    "BASE",
    "Client",
    "LawUpdateError",
    "Progress",
    "Suggestion",
    "accept",
    "dockets_of",
    "fetch",
    "load",
    "pacing",
    "reject",
]
