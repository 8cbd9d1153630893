"""Official figures and the days of reports in words.

Invariant: a figure is said with its people, its days and its agency, as the release counts it.
"""

from departures.check.figures.reported import Reported, Span
from departures.releases.answers import Period, Whom
from departures.releases.fiscal import fiscal_year
from departures.releases.published import Published
from departures.words.countries import country_name


def official(figure: Published) -> str:
    """`572 removals by ICE of citizens of Uzbekistan, wherever they were sent, in …`."""
    return figure.definition.in_words.format(
        figure=f"{figure.value:,}",
        agency=agency(figure),
        whom=people(figure.whom, stock=figure.definition.stock),
        when=days(figure.period),
    )


def agency(figure: Published) -> str:
    """Who released it, without its departments."""
    return figure.release.agency.split(",")[0].split(";")[0]


def people(whom: Whom | None, *, stock: bool = False) -> str:
    """Whom a figure counts."""
    if whom is None:
        return "people of all countries"
    country = country_name(whom.country, article=True)
    if whom.role == "departure":
        return f"people sent to {country}, whichever their citizenship"
    return f"citizens of {country}" + ("" if stock else ", wherever they were sent")


def days(period: Period) -> str:
    """Which days a figure counts."""
    if period.basis == "fiscal_year":
        return f"in fiscal year {fiscal_year(period.last)} ({period.first} to {period.last})"
    return told_days(Span(period.first, period.last))


def number(told: Reported) -> str:
    """The number in the report's own words."""
    return " ".join(told.count.text.split())


def told_days(span: Span | None) -> str:
    """The days of a report, as a sentence goes on with them."""
    if span is None:
        return "no day is told"
    return f"on {span.first}" if span.days == 1 else f"from {span.first} to {span.last}"


def told_people(told: Reported) -> str:
    """Whom a report's figure counts, as it is told."""
    if told.citizens and told.sent_to:
        to = country_name(told.sent_to, article=True)
        return f"{people(told.groups[1], stock=True)} sent to {to}"
    return people(told.whom, stock=True).replace(", whichever their citizenship", "")
