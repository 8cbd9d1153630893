"""A question becomes SQL, and its result an answer.

Invariant: the query that an answer shows is the one that was run, and a row that the layout says
can't be added up is never in a sum.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from departures.errors import BadInputError, RecordError
from departures.releases.answers import Answer, Basis, Cell, Period, Question, Source
from departures.releases.caveats import caveats_of
from departures.releases.choosing import Choice
from departures.releases.definitions import definition
from departures.releases.fiscal import first_day, last_day
from departures.releases.layouts import Layout
from departures.releases.manifest import Caveat, Release
from departures.releases.withholding import withheld

if TYPE_CHECKING:
    import polars as pl

MADE = ("citizenship_code", "departure_code", "birth_code", "day", "month", "fiscal_year")
"""Columns that importing adds; a question may use them beside the layout's."""
SHORT = {"citizenship": "citizenship_code", "departure": "departure_code"}
MOST_GROUPS = 100_000
NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")
DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Held:
    """A release as it is asked: its manifest, its layout, its files."""

    release: Release
    layout: Layout
    files: tuple[Path, ...]

    @property
    def frame(self) -> "pl.LazyFrame":
        """All rows; nothing is read before a query needs it."""
        import polars as pl

        return pl.scan_parquet(list(self.files))

    @property
    def schema(self) -> "pl.Schema":
        """The columns with their types."""
        return self.frame.collect_schema()

    @property
    def columns(self) -> list[str]:
        """What a question may name."""
        return [name for name in self.schema.names() if not name.startswith("_")]


def ask(held: Held, question: Question, floor: int, choice: Choice) -> Answer:
    """The answer of one release. Raises `BadInputError` for a column that it doesn't have."""
    _known(held, question)
    period, outside = _period(held, question)
    query = _query(held, question, period)
    rows = [] if outside else _run(held, query)
    caveats = caveats_of(held.release, held.layout, period, outside, choice)
    figure, cells = _figures(held, question, rows, caveats)
    answer = Answer(
        question=question,
        figure=figure,
        unit=held.release.unit,
        cells=cells,
        period=period,
        release=Source.of(held.release),
        definition=definition(held.release.measure),
        caveats=tuple(dict.fromkeys(caveats)),
        query=query,
        others=tuple(other.id for other in choice.others),
        floor=floor,
    )
    if held.release.kind != "individual":
        return answer
    return withheld(answer, [] if outside else _left_out(held, question, period))


def _left_out(held: Held, question: Question, period: Period | None) -> list[int]:
    """How many rows each condition leaves out that the others let in."""
    equal = _equal(question)
    when = _when(held, question, period)
    figures = []
    for name, value in equal.items():
        others = [_is(held, other, wanted) for other, wanted in equal.items() if other != name]
        unlike = f'("{name}" IS NULL OR NOT {_is(held, name, value)})'
        query = _select(held, ["COUNT(*) AS figure"], [*others, *when, unlike])
        figures.append(int(str(_run(held, query)[0]["figure"])))
    return figures


def _known(held: Held, question: Question) -> None:
    named = [*(SHORT.get(name, name) for name in question.by), *question.where]
    named += [SHORT["citizenship"]] if question.citizenship else []
    named += [SHORT["departure"]] if question.departure else []
    lost = [name for name in named if name not in held.columns]
    private = [name for name in named if name in held.layout.identifiers]
    if lost:
        raise BadInputError(
            f"{held.release.id} has no column {lost[0]!r}; it has {', '.join(held.columns)}"
        )
    if private:
        raise BadInputError(f"{private[0]} tells people apart; it can't be asked for")


def _period(held: Held, question: Question) -> tuple[Period | None, str | None]:
    """The days that are counted, and what is to be said where the release doesn't hold them."""
    first, last = held.release.first, held.release.last
    asked = _asked(question)
    if asked is None:
        basis: Basis = "as_of" if held.layout.period == "as_of" else "all"
        return (Period(first=first, last=last, basis=basis) if first and last else None), None
    if first is None or last is None:
        return asked, "The release doesn't say when; no period can be counted."
    if asked.last < first or asked.first > last:
        return asked, f"The release covers {first} to {last}; the period asked for is outside."
    if "day" not in held.columns and "as_of" not in held.columns and not _whole_years(asked):
        return asked, "The release has fiscal years only (October to September), no other months."
    return asked, None


def _asked(question: Question) -> Period | None:
    if question.fiscal_year is not None:
        year = question.fiscal_year
        return Period(first=first_day(year), last=last_day(year), basis="fiscal_year")
    if question.first or question.last:
        first = question.first or date.min
        last = question.last or date.max
        if first > last:
            raise BadInputError(f"the period ends on {last}, before it begins on {first}")
        return Period(first=first, last=last, basis="days")
    return None


def _whole_years(period: Period) -> bool:
    begins = (period.first.month, period.first.day) == (10, 1)
    return begins and (period.last.month, period.last.day) == (9, 30)


def _query(held: Held, question: Question, period: Period | None) -> str:
    by = [SHORT.get(name, name) for name in question.by]
    where = _conditions(held, question, period)
    totals = _totals(held, question)
    figure = f'SUM("{held.layout.figure}")' if held.layout.figure else _rows(held.layout)
    single, several = figure, "0"
    if held.layout.overlap:
        column = f'"{held.layout.overlap}"'
        single = f'SUM(CASE WHEN {column} > 1 THEN 0 ELSE "{held.layout.figure}" END)'
        several = f"SUM(CASE WHEN {column} > 1 THEN 1 ELSE 0 END)"
    selected = [
        *(f'"{name}"' for name in by),
        f"{single} AS figure",
        "COUNT(*) AS counted",
        f"{several} AS overlapping",
    ]
    query = _select(held, selected, [*where, *totals])
    if by:
        named = ", ".join(f'"{name}"' for name in by)
        query += f" GROUP BY {named} ORDER BY {named}"
    return query


def _select(held: Held, selected: list[str], conditions: list[str]) -> str:
    query = f'SELECT {", ".join(selected)} FROM "{held.release.id}"'  # noqa: S608 - names are known
    return query + (f" WHERE {' AND '.join(conditions)}" if conditions else "")


def _rows(layout: Layout) -> str:
    return f'COUNT("{layout.counted}")' if layout.counted else "COUNT(*)"


def _conditions(held: Held, question: Question, period: Period | None) -> list[str]:
    equal = [_is(held, name, value) for name, value in _equal(question).items()]
    return [*equal, *_when(held, question, period)]


def _equal(question: Question) -> dict[str, str]:
    """Columns with the value that each must have."""
    equal = dict(question.where)
    if question.citizenship:
        equal[SHORT["citizenship"]] = question.citizenship
    if question.departure:
        equal[SHORT["departure"]] = question.departure
    return equal


def _is(held: Held, name: str, value: str) -> str:
    """A condition with the value as the column's type has it. Raises `BadInputError`."""
    import polars as pl

    kind = held.schema[name]
    if kind == pl.Boolean:
        return f'"{name}"' if value.casefold() == "true" else f'NOT "{name}"'
    if kind.is_numeric() and not NUMBER.fullmatch(value):
        raise BadInputError(f"{name} is a number; {value[:40]!r} is none")
    if kind == pl.Date and not DAY.fullmatch(value):
        raise BadInputError(f"{name} is a day such as 2024-10-01; {value[:40]!r} is none")
    typed = value if kind.is_numeric() else _literal(value)
    return f'"{name}" = {"DATE " if kind == pl.Date else ""}{typed}'


def _when(held: Held, question: Question, period: Period | None) -> list[str]:
    if period is None or period.basis in ("all", "as_of"):
        return []
    column = next((name for name in ("day", "as_of") if name in held.columns), None)
    if period.basis == "fiscal_year" and column != "as_of":
        return [f"fiscal_year = {question.fiscal_year}"]
    if column is None:
        return [f"fiscal_year BETWEEN {period.first.year + 1} AND {period.last.year}"]
    return [f"{column} BETWEEN DATE '{period.first}' AND DATE '{period.last}'"]


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _totals(held: Held, question: Question) -> list[str]:
    """A row that is the total of others never stands among them; it answers for all, alone."""
    made = []
    for name, values in held.layout.totals.items():
        listed = ", ".join(map(_literal, values))
        grouped = name in question.by or SHORT["citizenship"] in _columns(question)
        if grouped or held.layout.complete:
            made.append(f'("{name}" IS NULL OR "{name}" NOT IN ({listed}))')
        else:
            made.append(f'"{name}" IN ({listed})')
    return made


def _columns(question: Question) -> set[str]:
    named = {SHORT.get(name, name) for name in question.by} | set(question.where)
    return named | ({SHORT["citizenship"]} if question.citizenship else set())


def _run(held: Held, query: str) -> list[dict[str, object]]:
    import polars as pl

    try:
        context = pl.SQLContext({held.release.id: held.frame})
        found = context.execute(query).collect(engine="streaming")
    except pl.exceptions.PolarsError as error:
        raise RecordError(
            f"{held.release.id} can't be counted so; if it can't be counted at all, take it off "
            "the shelf and add its files again"
        ) from error
    if found.height > MOST_GROUPS:
        raise BadInputError(
            f"that makes {found.height:,} groups, more than {MOST_GROUPS:,}; group by fewer columns"
        )
    return found.to_dicts()


def _figures(
    held: Held, question: Question, rows: list[dict[str, object]], caveats: list[Caveat]
) -> tuple[int | None, tuple[Cell, ...]]:
    names = [SHORT.get(name, name) for name in question.by]
    cells = tuple(
        Cell(
            keys={name: _key(row[name]) for name in names},
            figure=None if row["overlapping"] else _whole(row["figure"]),
        )
        for row in rows
        if row["counted"]
    )
    if overlapping := sum(int(str(row["overlapping"] or 0)) for row in rows):
        caveats.append(
            Caveat(
                text=f"{overlapping} of the rows asked for count the same events once for each of "
                "several releases; they are not added up, and no figure is given for them."
            )
        )
        return None, cells if names else ()
    if not cells and held.release.kind == "individual" and rows:
        return 0, ()
    if not cells:
        caveats.append(
            Caveat(text="The release has no row for this; that doesn't say there was none.")
        )
        return None, ()
    if not held.layout.complete and names and not question.citizenship:
        return None, cells
    figures = [cell.figure for cell in cells]
    known = [figure for figure in figures if figure is not None]
    return (sum(known) if len(known) == len(figures) else None), cells if names else ()


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value).split(".")[0])


def _key(value: object) -> str | int | None:
    return value if value is None or isinstance(value, int) else str(value)
