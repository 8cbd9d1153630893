"""R01: whether a release has the reported figure, for the people and days that the report tells.

Invariant: a release without the figure refutes nothing, and what it leaves out is said; a smaller
number may be of a part, a larger one of more than the release counts.
"""

from departures.check.figures import saying
from departures.check.figures.agreeing import ROWS
from departures.check.figures.comparing import Beside, Meant
from departures.check.figures.examining import figure_rule, noticed
from departures.check.figures.reported import Reported, part_named
from departures.check.registry import Noticed, Wording
from departures.releases.published import Figures, Published


@figure_rule("R01")
def has_figure(beside: Beside, figures: Figures, wording: Wording) -> Noticed | None:
    """Yes, no, or unknown with what is missing."""
    if beside.meant:
        return _meant(beside.told, beside.meant, wording)
    if beside.due:
        return _other(beside.told, beside.due[0], wording)
    return _unknown(beside.told, figures, wording)


def _meant(told: Reported, meant: Meant, wording: Wording) -> Noticed | None:
    """Where it is told otherwise, the other rules say how."""
    if meant.differences:
        return None
    rows = meant.figure.release.kind == "individual" and meant.agreement == "rounded"
    tolerance = wording.say("rows" if rows else meant.agreement, percent=f"{ROWS:.0%}")
    text = wording.say("same", official=saying.official(meant.figure), tolerance=tolerance)
    return noticed(told, meant.figure, text, "note")


def _other(told: Reported, figure: Published, wording: Wording) -> Noticed | None:
    """The release has another number: a question only where it should have counted no fewer."""
    larger = (told.count.lower or 0) > figure.value
    text = wording.say(
        "larger" if larger else "smaller",
        told=told.count.text,
        official=saying.official(figure),
    )
    if larger and told.by == part_named(figure.release.agency):
        return noticed(told, figure, text, "question", "no")
    return noticed(told, figure, text, "note", "no" if figure.whom else "unknown")


def _unknown(told: Reported, figures: Figures, wording: Wording) -> Noticed:
    tables = figures.tables_for(told.measure)
    days = saying.told_days(told.span)
    missing = (wording.say("missing", whom=saying.told_people(told), when=days),)
    if not tables:
        text = wording.say("no-table")
    else:
        [newest, *_] = tables
        text = wording.say(
            "no-row",
            title=newest.release.title,
            first=str(newest.release.first),
            last=str(newest.release.last),
            leaves_out=" ".join(newest.caveats),
        )
    return Noticed(text, "note", claims=(told.claim,), answer="unknown", missing=missing)
