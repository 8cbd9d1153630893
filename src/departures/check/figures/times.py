"""R02, R03, R07: the days that an official figure counts, against those that the report tells.

Invariant: each says the figure as the release counts it, which is the reading that is right.
"""

from departures.check.figures import saying
from departures.check.figures.comparing import Beside
from departures.check.figures.examining import figure_rule, noticed
from departures.check.figures.reported import Span
from departures.check.registry import Noticed, Wording
from departures.releases.published import Figures, Published

NEARLY = 0.9
"""Periods with so large a share of their days in common are the same, told loosely."""


@figure_rule("R02")
def other_days(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """A fiscal year told as a calendar year or as other months; a day told as another."""
    told, meant = beside.told, beside.meant
    if meant is None or told.span is None or not meant.differences & {"period", "day"}:
        return None
    if "day" in meant.differences:
        return noticed(wording, "day", told, meant.figure, "note")
    if _overlap(told.span, meant.figure) >= NEARLY:
        return noticed(wording, "nearly", told, meant.figure, "note")
    form = "calendar" if _calendar_year(told.span) else "months"
    return noticed(wording, form, told, meant.figure, "question")


@figure_rule("R03")
def stock_or_flow(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """How many there are on a day, told as what happened or will; or the other way round."""
    told, meant = beside.told, beside.meant
    if meant is None or "kind" not in meant.differences:
        return None
    if not meant.figure.definition.stock:
        return noticed(wording, "flow", told, meant.figure, "question")
    form = "ahead" if told.ahead else "stock"
    return noticed(wording, form, told, meant.figure, "note" if told.stock else "question")


@figure_rule("R07")
def another_year(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """The figure of one year told of another, for which the release has another figure."""
    told, meant = beside.told, beside.meant
    if meant is None or "year" not in meant.differences:
        return None
    form = "year-beside" if beside.due else "year"
    due = saying.official(beside.due[0]) if beside.due else ""
    return noticed(wording, form, told, meant.figure, "question", due=due)


def _calendar_year(span: Span) -> bool:
    begins = (span.first.month, span.first.day) == (1, 1)
    return begins and (span.last.month, span.last.day) == (12, 31)


def _overlap(span: Span, figure: Published) -> float:
    """The share that two periods have in common of the days that either has."""
    counted = Span(figure.period.first, figure.period.last)
    shared = span.shared(counted)
    return shared / (span.days + counted.days - shared)
