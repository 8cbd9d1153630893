"""The audit: what was done at the doors, and what was decided, in one list.

Invariant: every event and every decision that is given is one line, the latest first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from departures.review.people import Event
from departures.tongue import _
from departures.web.views.decisions import told
from departures.words import Decision


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody did."""

    at: datetime
    who: str
    act: str
    about: str
    client: str


def lines(events: Iterable[Event], decisions: Sequence[Decision]) -> list[Line]:
    """Events and decisions together."""
    done = [Line(each.at, each.who, each.act, each.about, each.client) for each in events]
    for each in told(decisions):
        number = _("Decision {number}: {act}").format(number=each.id, act=each.act)
        done.append(Line(each.when, each.who, number, each.what, ""))
    return sorted(done, key=lambda line: line.at, reverse=True)
