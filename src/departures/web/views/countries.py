"""Countries: how the operations name them, and their figures in the official releases.

Invariant: figures of two releases stand beside each other and are never added up; a stock and a
flow never stand in one chart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from departures.releases.answers import Source
from departures.releases.published import Published
from departures.tongue import _, later, phrases
from departures.web.drawing.bars import Column, bars, steps

PARTS = {
    "origin": later("as origin"),
    "destination": later("as destination"),
    "nationality": later("as nationality"),
    "via": later("on the way"),
    "onward": later("for onward travel"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One way in which operations name a country."""

    name: str
    label: str
    operations: int


@dataclass(frozen=True, slots=True)
class Line:
    """A country in a list."""

    code: str
    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One official figure as a row."""

    period: str
    value: str
    query: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What one release says of a country, with the drawing where there are several periods."""

    release: Source
    term: str
    meaning: str
    figures: tuple[Figure, ...]
    drawing: Markup | None


def lines(counted: Mapping[str, Mapping[str, int]]) -> list[Line]:
    """Every country that an operation names, by name."""
    named = (Line(code, phrases.country(code), parts(of)) for code, of in counted.items())
    return sorted(named, key=lambda line: line.name)


def parts(counted: Mapping[str, int]) -> tuple[Part, ...]:
    """How many operations name a country in each part."""
    return tuple(Part(name, _(label), counted.get(name, 0)) for name, label in PARTS.items())


def figures(published: Iterable[Published]) -> list[Figures]:
    """The figures by release."""
    held = sorted(published, key=lambda each: (each.release.id, each.period.first))
    return [
        _figures(number, list(of))
        for number, (_id, of) in enumerate(groupby(held, key=lambda each: each.release.id))
    ]


def _figures(number: int, held: list[Published]) -> Figures:
    first = held[0]
    columns = [Column(_short(each), each.value, phrases.number(each.value)) for each in held]
    title = f"{first.release.title}: {first.definition.term}"
    drawn = bars(
        columns,
        [(step, phrases.number(step)) for step in steps(columns)],
        title,
        _("The table under the drawing says the same."),
        f"figures-{number}",
    )
    return Figures(
        release=first.release,
        term=first.definition.term,
        meaning=first.definition.meaning,
        figures=tuple(
            Figure(_period(each), phrases.number(each.value), each.query) for each in held
        ),
        drawing=drawn if len(held) > 1 else None,
    )


def _short(figure: Published) -> str:
    if figure.period.basis == "fiscal_year":
        return _("FY{year}").format(year=figure.period.last.year)
    return phrases.period(figure.period.first, figure.period.last)


def _period(figure: Published) -> str:
    days = phrases.period(figure.period.first, figure.period.last)
    if figure.period.basis == "fiscal_year":
        return _("fiscal year {year}: {days}").format(year=figure.period.last.year, days=days)
    return days
