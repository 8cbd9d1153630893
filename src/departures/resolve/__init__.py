"""Resolving: operation claims in, operations out. Pure; the order of the claims doesn't matter.

`gather(claims, decisions, reports)` does all of it. A store that must not resolve everything anew
when one document arrives takes its steps apart: `prepare` applies decisions and makes movements of
single documents (`movements`), `score` compares two of them (`comparing`), `settle` makes
operations of those that belong together (`settling`), with all their values side by side
(`fields`), asks about those that may (`doubts`), and `distinct` tells equal names apart (`naming`).
"""

from departures.resolve.comparing import Comparison, Outcome, linked, score
from departures.resolve.decided import FIXED, Mark, apply, as_decided, claims_of, stranded
from departures.resolve.doubts import Doubt
from departures.resolve.gathering import gather, newest_first
from departures.resolve.movements import Movement, prepare
from departures.resolve.naming import base_id, distinct
from departures.resolve.reports import Report, report_of, same_wire
from departures.resolve.settling import Settled, settle

__all__ = [
    "FIXED",
    "Comparison",
    "Doubt",
    "Mark",
    "Movement",
    "Outcome",
    "Report",
    "Settled",
    "apply",
    "as_decided",
    "base_id",
    "claims_of",
    "distinct",
    "gather",
    "linked",
    "newest_first",
    "prepare",
    "report_of",
    "same_wire",
    "score",
    "settle",
    "stranded",
]
