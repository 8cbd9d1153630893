"""Which official figure a report means, and in what it tells it otherwise.

Of the figures whose number agrees, the one that is told most nearly is meant. Invariant: a number
alone is no evidence. A figure is meant only where the report's country is its country and its days,
or another figure of the release for the report's days, speak for it.
"""

from dataclasses import dataclass
from typing import Literal

from departures.check.figures.agreeing import Agreement, agreement, rows_agree
from departures.check.figures.phrasing import names_year, part_named
from departures.check.figures.reported import Reported, Span
from departures.releases.answers import Whom
from departures.releases.published import Figures, Published

Difference = Literal["period", "year", "day", "kind", "group", "agency", "separator", "rounding"]
FEW = 20
"""Smaller numbers are alike by chance; so are those below `MANY` whose days say little."""
MANY = 100
NEAR = 400
"""A number on a day is not told so many days away from it."""
TOTAL = 1000
YEAR = range(330, 401)
"""So many days are told as a year."""


@dataclass(frozen=True, slots=True)
class Meant:
    """An official figure that a report gives, and in what the report tells it otherwise."""

    figure: Published
    agreement: Agreement
    differences: frozenset[Difference]


@dataclass(frozen=True, slots=True)
class Beside:
    """A reported figure beside the official ones."""

    told: Reported
    due: tuple[Published, ...]
    """What the releases have for just what is told, the newest first."""
    meant: Meant | None


def compare(told: Reported, figures: Figures) -> Beside:
    """Hold a reported figure against what is published of its country, or of all countries."""
    due = _due(told, figures)
    for figure in due:
        if agreed := _agrees(told, figure):
            return Beside(told, due, Meant(figure, agreed, _own(told, figure, agreed)))
    found = [
        meant
        for whom in told.groups
        for figure in figures.about(whom)
        if (meant := _meant(told, figure, figures))
    ]
    nearest = min(found, key=lambda each: _distance(told, each), default=None)
    return Beside(told, due, nearest)


def _due(told: Reported, figures: Figures) -> tuple[Published, ...]:
    """A flow of exactly the told days; a stock of a day among them."""
    if told.span is None or (told.citizens and told.sent_to):
        return ()
    if not told.stock:
        return tuple(figures.of(told.measure, told.whom, told.span.first, told.span.last))
    return tuple(
        figure
        for figure in figures.about(told.whom)
        if told.measure in figure.definition.told_as
        and told.span.first <= figure.period.last <= told.span.last
    )


def _agrees(told: Reported, figure: Published) -> Agreement | None:
    if figure.release.kind == "individual" and rows_agree(told.count, figure.value):
        return "rounded"
    agreed = agreement(told.count, figure.value)
    if agreed in ("above", "misplaced") and figure.value < FEW:
        return None
    if agreed == "within" and figure.whom is None and 2 * (told.count.lower or 0) < figure.value:
        return None
    return agreed


def _own(told: Reported, figure: Published, agreed: Agreement) -> frozenset[Difference]:
    """The differences that days and groups have no part in."""
    found: set[Difference] = {"kind"} if figure.definition.stock and told.ahead else set()
    if agreed == "misplaced":
        found.add("separator")
    if agreed == "above":
        found.add("rounding")
    if agreed != "within" and _of_another_part(told, figure):
        found.add("agency")
    return frozenset(found)


def _of_another_part(told: Reported, figure: Published) -> bool:
    """Whether the report says that another part of government did it, or the whole of it."""
    part = part_named(figure.release.agency) or "ice"
    return told.by is not None and told.by != part


def _meant(told: Reported, figure: Published, figures: Figures) -> Meant | None:
    agreed = agreement(told.count, figure.value)
    if agreed in (None, "within") or figure.value < (FEW if figure.whom else TOTAL):
        return None
    when = _days_told(told, figure, figures)
    if when is None or (not _told_exactly(told, figure.value) and when & {"year", "kind", "day"}):
        return None
    group: set[Difference] = {"group"} if _other_group(told, figure.whom) else set()
    return Meant(figure, agreed, when | group | _own(told, figure, agreed))


def _told_exactly(told: Reported, value: int) -> bool:
    """Whether the number itself is told, if only as a bound: "more than 975"."""
    return value in (told.count.lower, told.count.upper, (told.count.lower or 0) - 1)


def _other_group(told: Reported, whom: Whom | None) -> bool:
    """Whether a country's people are told for people sent there, or the other way round."""
    if whom is None:
        return False
    return bool(told.sent_to if whom.role == "citizenship" else told.citizens)


def _days_told(told: Reported, figure: Published, figures: Figures) -> frozenset[Difference] | None:
    """How the told days differ from the figure's; null where nothing speaks for this figure."""
    stock = figure.definition.stock
    counted = Span(figure.period.first, figure.period.last)
    if told.measure not in figure.definition.told_as and stock == told.stock:
        return None
    if stock != told.stock:
        return _as_another_kind(told.span, counted, figure.value)
    if told.span is None or told.span == counted or (stock and told.span.shared(counted)):
        return frozenset()
    if stock:
        return frozenset({"day"}) if _apart(told.span, counted) <= NEAR else None
    return _as_other_days(told, told.span, figure, figures)


def _as_another_kind(span: Span | None, counted: Span, value: int) -> frozenset[Difference] | None:
    """A number on a day told as of a period, or of what may come; or the other way round."""
    near = span is None or span.shared(counted) or _apart(span, counted) <= NEAR
    surely = value >= MANY or (span is not None and span.shared(counted))
    return frozenset({"kind"}) if near and surely else None


def _as_other_days(
    told: Reported, span: Span, figure: Published, figures: Figures
) -> frozenset[Difference] | None:
    """A year's number told as that of another year, or of other months."""
    counted = Span(figure.period.first, figure.period.last)
    shared = span.shared(counted)
    if span.days in YEAR and 2 * shared < span.days:
        years = (_fiscal_year_of(span), span)
        known = any(
            figures.of(told.measure, whom, each.first, each.last)
            for whom in told.groups
            for each in years
        )
        if names_year(told.words, counted.last.year, span.last.year):
            return frozenset()
        return frozenset({"year"}) if known else None
    within = 2 * shared >= span.days
    if within and (2 * shared >= counted.days or figure.value >= MANY):
        return frozenset({"period"})
    return None


def _fiscal_year_of(span: Span) -> Span:
    """The fiscal year with the number of the year in which a span ends."""
    year = span.last.year
    return Span(span.last.replace(year - 1, 10, 1), span.last.replace(year, 9, 30))


def _apart(span: Span, other: Span) -> int:
    """How many days lie between two spans."""
    if span.shared(other):
        return 0
    return max((other.first - span.last).days, (span.first - other.last).days)


def _distance(told: Reported, meant: Meant) -> tuple[int, int, int]:
    """The fewer differences, the more days in common, the nearer; then the newer release."""
    counted = Span(meant.figure.period.first, meant.figure.period.last)
    shared = told.span.shared(counted) if told.span else 0
    exact = meant.agreement != "exact"
    return len(meant.differences), exact, -shared
