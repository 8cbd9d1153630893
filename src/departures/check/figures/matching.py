"""R01: whether a release has the reported figure, for the people and days that the report tells.

Invariant: a release without the figure refutes nothing, and what it leaves out is said; a smaller
number may be of a part, a larger one of more than the release counts.
"""

from departures.check.figures import saying
from departures.check.figures.agreeing import ROWS
from departures.check.figures.comparing import Beside, Meant
from departures.check.figures.examining import figure_rule, noticed
from departures.check.figures.phrasing import part_named
from departures.check.figures.reported import Reported
from departures.check.registry import Noticed, Wording
from departures.law.force import Answer
from departures.releases.published import Figures, Published


@figure_rule("R01")
def has_figure(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """Yes, no, or unknown with what is missing; where it is told otherwise, other rules say how."""
    told, meant = beside.told, beside.meant
    if meant:
        return None if meant.differences else _same(told, meant, wording)
    if told.movement:
        return None
    if beside.due:
        return _other(told, beside.due[0], wording)
    return _unknown(told, figures, wording)


def _same(told: Reported, meant: Meant, wording: Wording) -> Noticed:
    rows = meant.figure.release.kind == "individual" and meant.agreement == "rounded"
    tolerance = wording.say("rows" if rows else meant.agreement, percent=f"{ROWS:.0%}")
    return noticed(wording, "same", told, meant.figure, "note", tolerance=tolerance)


def _other(told: Reported, figure: Published, wording: Wording) -> Noticed:
    """The release has another number: a question only where it should have counted no fewer."""
    if (told.count.lower or 0) <= figure.value:
        answer: Answer = "no" if figure.whom else "unknown"
        return noticed(wording, "smaller", told, figure, "note", answer)
    plain = told.measure == figure.definition.told_as[0]
    same = plain and told.by == part_named(figure.release.agency)
    return noticed(wording, "larger", told, figure, "question" if same else "note", "no")


def _unknown(told: Reported, figures: Figures, wording: Wording) -> Noticed:
    tables = figures.tables_for(told.measure)
    people, days = saying.told_people(told), saying.told_days(told.span)
    text = wording.say(
        "no-row" if tables else "no-table",
        number=saying.number(told),
        leaves_out=" ".join(tables[0].caveats) if tables else "",
    )
    missing = wording.say("missing", people=people, days=days)
    return Noticed(text, "note", claims=(told.claim,), answer="unknown", missing=(missing,))
