"""R06 and R08: the digits of a number, and what rounding makes of it.

Invariant: only where nothing but the number differs much is the number at issue.
"""

from departures.check.figures.comparing import Beside
from departures.check.figures.examining import figure_rule, noticed
from departures.check.registry import Noticed, Wording
from departures.releases.published import Figures


@figure_rule("R06")
def separator_out_of_place(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """The same digits with a thousands separator, or a zero, out of place."""
    meant = beside.meant
    if meant is None or "separator" not in meant.differences:
        return None
    return noticed(wording, "separator", beside.told, meant.figure, "question")


@figure_rule("R08")
def rounded_to_more(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """A number rounded up, and then told as if there were more."""
    meant = beside.meant
    if meant is None or "rounding" not in meant.differences:
        return None
    return noticed(wording, "rounding", beside.told, meant.figure, "question")
