"""Days and periods of a page, resolved against the day of publication.

Invariant: dates don't overlap, each reproduces its words at its offsets, and without a day of
publication whatever needs one is unresolved: never guessed, never today.
"""

from departures.read.dates.finding import When, find_dates

__all__ = ["When", "find_dates"]
