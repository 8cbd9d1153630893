"""The figures that the releases on a shelf publish, all at hand: each release is asked once.

Invariant: a figure here is what one release says to one question. Of several releases nothing is
added up, one office's part is never the country's, a synthetic table is nobody's, and what a
release withholds is not here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from departures.releases.answers import FLOOR, Basis, Period, Source, Whom
from departures.releases.definitions import Definition, definitions
from departures.releases.fiscal import first_day, fiscal_year, last_day
from departures.releases.manifest import Release
from departures.releases.months import Months
from departures.releases.shelf import MANIFEST, Shelf, open_shelf


@dataclass(frozen=True, slots=True)
class Published:
    """One official figure."""

    value: int
    whom: Whom | None
    period: Period
    definition: Definition
    release: Source

    @property
    def query(self) -> str:
        """The command that gives it again."""
        asked = [f"--table {self.release.table}", f"--release {self.release.id}"]
        if self.whom:
            asked.append(f"--{self.whom.role} {self.whom.country}")
        if self.period.basis == "fiscal_year":
            asked.append(f"--fiscal-year {fiscal_year(self.period.last)}")
        else:
            asked.append(f"--from {self.period.first} --to {self.period.last}")
        return " ".join(["departures releases count", *asked])


@dataclass(frozen=True, slots=True)
class Table:
    """A release whose figures are of the whole country, and what is to be said beside them."""

    release: Source
    definition: Definition
    caveats: tuple[str, ...]


def figures_in(folder: Path) -> "Figures":
    """The figures of the releases in a folder, made anew only when a release came or went."""
    manifests = sorted(folder.glob(f"*/{MANIFEST}"))
    return _figures(folder, tuple((path, path.stat().st_mtime_ns) for path in manifests))


@lru_cache(maxsize=4)
def _figures(folder: Path, state: tuple[tuple[Path, int], ...]) -> "Figures":
    return Figures(open_shelf(folder))


class Figures:
    """What a shelf publishes. Nothing is read before the first question."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The releases that have figures to hold a report's against, the newest first."""
        made = []
        for release in self._shelf.releases():
            layout = self._shelf.layout(release.id)
            told = definitions()[release.measure]
            whole = told.told_as and not layout.partial and not release.synthetic
            if whole and _has_figures(release, layout.period):
                caveats = tuple(each.text for each in (*release.caveats, *layout.caveats))
                made.append(Table(Source.of(release), told, caveats))
        return tuple(made)

    def tables_for(self, measure: str) -> list[Table]:
        """The tables by which a claim with this measure can be answered, the newest first."""
        return [table for table in self.tables if measure in table.definition.told_as]

    def about(self, whom: Whom | None) -> Sequence[Published]:
        """All figures of whole years, and of days, about these people."""
        return self._gathered[0].get(whom, ())

    def of(self, measure: str, whom: Whom | None, first: date, last: date) -> list[Published]:
        """What each release has for exactly these days, the newest first."""
        exact = [
            figure
            for figure in self.about(whom)
            if measure in figure.definition.told_as
            and (figure.period.first, figure.period.last) == (first, last)
        ]
        return exact or [
            Published(value, whom, _period(first, last, "days"), table.definition, table.release)
            for table, months in self._gathered[1]
            if measure in table.definition.told_as
            and (value := months.within(whom, first, last)) is not None
        ]

    @cached_property
    def _gathered(
        self,
    ) -> tuple[Mapping[Whom | None, Sequence[Published]], Sequence[tuple[Table, Months]]]:
        held: defaultdict[Whom | None, list[Published]] = defaultdict(list)
        monthly = []
        for table in self.tables:
            if table.release.kind == "individual":
                months = Months.of(self._shelf, table.release)
                monthly.append((table, months))
                found = _of_years(table, months)
            else:
                found = _of_counts(self._shelf, table)
            for figure in found:
                held[figure.whom].append(figure)
        return held, monthly


def _has_figures(release: Release, period: str | None) -> bool:
    """Rows of people have days; counts must be of fiscal years or of one day, as weeks straddle."""
    if release.kind == "individual":
        return True
    return release.kind == "counts" and period in ("fiscal_year", "as_of")


def _of_counts(shelf: Shelf, table: Table) -> Iterator[Published]:
    """The figures of a table that the agency counted itself."""
    release = table.release
    when = "as_of" if table.definition.stock else "fiscal_year"
    for by in ((when,), (when, "citizenship")):
        for cell in shelf.count(release.table, by=by, release=release.id).cells:
            country = cell.keys.get("citizenship_code")
            if cell.figure is None or (len(by) > 1 and country is None):
                continue
            whom = Whom("citizenship", str(country)) if country else None
            period = _of_key(cell.keys[when])
            yield Published(cell.figure, whom, period, table.definition, release)


def _of_key(key: str | int | None) -> Period:
    """The period of a cell: a fiscal year, or the one day of a stock."""
    if isinstance(key, int):
        return _period(first_day(key), last_day(key), "fiscal_year")
    day = date.fromisoformat(str(key))
    return _period(day, day, "as_of")


def _of_years(table: Table, months: Months) -> Iterator[Published]:
    """Fiscal and calendar years that a table of people covers whole."""
    for year in range(months.first.year, months.last.year + 2):
        fiscal = _period(first_day(year), last_day(year), "fiscal_year")
        calendar = _period(date(year, 1, 1), date(year, 12, 31), "days")
        for period in (fiscal, calendar):
            for whom in months.cells:
                value = months.within(whom, period.first, period.last)
                if value is not None and value >= FLOOR:
                    yield Published(value, whom, period, table.definition, table.release)


def _period(first: date, last: date, basis: Basis) -> Period:
    return Period(first=first, last=last, basis=basis)
