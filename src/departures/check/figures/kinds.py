"""R04 and R05: whose removals an official figure counts: of which people, by which agency.

Invariant: what the release doesn't tell apart is said to be unknown, not taken for nothing.
"""

from departures.check.figures.comparing import Beside
from departures.check.figures.examining import figure_rule, noticed
from departures.check.registry import Noticed, Wording
from departures.releases.published import Figures


@figure_rule("R04")
def citizens_or_sent_there(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """Citizens of a country told as people sent there; or the other way round."""
    told, meant = beside.told, beside.meant
    if meant is None or meant.figure.whom is None or "group" not in meant.differences:
        return None
    return noticed(wording, meant.figure.whom.role, told, meant.figure, "question")


@figure_rule("R05")
def one_agency_or_all(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """What one agency did, told as done by another, or by the department that it is part of."""
    told, meant = beside.told, beside.meant
    if meant is None or "agency" not in meant.differences:
        return None
    return noticed(
        wording, "whole" if told.by == "dhs" else "other", told, meant.figure, "question"
    )
