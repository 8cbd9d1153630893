"""R06 and R08: the digits of a number, and what rounding makes of it.

Invariant: only where nothing but the number differs much is the number at issue.
"""

from departures.check.figures import saying
from departures.check.figures.comparing import Beside
from departures.check.figures.examining import figure_rule, noticed
from departures.check.registry import Noticed, Wording
from departures.releases.published import Figures


@figure_rule("R06")
def separator_out_of_place(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """The same digits with a thousands separator, or a zero, out of place."""
    return _number(beside, "separator", wording)


@figure_rule("R08")
def rounded_to_more(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """A number rounded up and then told as less than there were."""
    return _number(beside, "rounding", wording)


def _number(beside: Beside, difference: str, wording: Wording) -> Noticed | None:
    told, meant = beside.told, beside.meant
    if meant is None or difference not in meant.differences:
        return None
    text = wording.say(
        difference,
        told=told.count.text,
        figure=f"{meant.figure.value:,}",
        official=saying.official(meant.figure),
    )
    return noticed(told, meant.figure, text, "question")
