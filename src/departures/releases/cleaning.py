"""From cells of text to typed columns, by a layout.

Invariant: a value is typed, or empty because it was empty or blacked out. One that is neither is an
error that names its column and row: nothing becomes empty unsaid.
"""

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from departures.errors import BadInputError
from departures.releases.airports import destinations
from departures.releases.countries import codes
from departures.releases.layouts import Column, Fit, Layout
from departures.releases.sheets import Sheet
from departures.releases.streaming import AT_ONCE, ROW, ordered

if TYPE_CHECKING:
    import polars as pl

COUNTRY_COLUMNS = {
    "citizenship_country": "citizenship_code",
    "departure_country": "departure_code",
    "birth_country": "birth_code",
}
DROPOFF = "dropoff"
"""The column of the airport where people were left; its country is where they were sent."""
SERIAL = r"^\d{5}(?:\.\d+)?$"
EPOCH_DAYS = 25_569
"""How many days lie between day 0 of a workbook and 1970."""
NEAR_YEARS = ("1900-01-01", "2100-01-01")


def typed(sheet: Sheet, fit: Fit) -> "pl.DataFrame":
    """The rows under the header, with canonical names and types, and where each stood."""
    import polars as pl

    given = sheet.first.drop(ROW).columns
    names = {given[k]: name for k, name in enumerate(fit.names) if name is not None}
    blocks = chain([sheet.first.slice(fit.row + 1)], sheet.rest)
    with ThreadPoolExecutor(AT_ONCE) as workers:
        made = list(ordered(workers, partial(_typed_block, names=names, fit=fit), blocks))
    return pl.concat(made, rechunk=False).with_columns(_duplicate(fit.layout))


def _typed_block(block: "pl.DataFrame", names: dict[str, str], fit: Fit) -> "pl.DataFrame":
    import polars as pl

    named = {given: name for given, name in names.items() if given in block.columns}
    body = (
        block.lazy()
        .select(pl.col(ROW), *(pl.col(given).alias(name) for given, name in named.items()))
        .with_columns(_plain(fit.layout, list(named.values())))
        .filter(pl.any_horizontal(pl.exclude(ROW).is_not_null()) if named else pl.lit(value=False))
        .collect()
    )
    made = _finished(_with_types(_long(body, fit.layout), fit.layout), fit.layout)
    text = [name for name, kind in made.schema.items() if kind == pl.String]
    keys = set(fit.layout.identifiers)
    return made.with_columns(pl.col(name).cast(pl.Categorical) for name in text if name not in keys)


def _plain(layout: Layout, names: list[str]) -> list["pl.Expr"]:
    """Without spaces around, and empty where nothing stands or something was blacked out."""
    import polars as pl

    marks = "(?i)^(?:" + "|".join(layout.redactions) + ")$"
    return [
        pl.when(text.str.contains(marks) | (text == "")).then(None).otherwise(text).alias(name)
        for name in names
        for text in [pl.col(name).str.strip_chars()]
    ]


def _long(body: "pl.DataFrame", layout: Layout) -> "pl.DataFrame":
    """One row for each fiscal year, where years are columns."""
    if not layout.years:
        return body
    years = [name for name in body.columns if re.fullmatch(layout.years, name)]
    others = [name for name in body.columns if name not in years]
    long = body.unpivot(years, index=others, variable_name="fiscal_year", value_name="figure")
    return long.with_columns(long["fiscal_year"].str.extract(r"(\d{4})$"))


def _with_types(body: "pl.DataFrame", layout: Layout) -> "pl.DataFrame":
    import polars as pl

    columns = [*layout.columns]
    if layout.years:
        columns += [
            Column(given=name, name=name, type="integer") for name in ("fiscal_year", "figure")
        ]
    made = []
    for column in columns:
        if column.name not in body.columns:
            made.append(pl.Series(column.name, [None] * body.height, dtype=_kinds()[column.type]))
            continue
        values = body[column.name]
        cast = body.select(_cast(column, layout)).to_series()
        lost = values.is_not_null() & cast.is_null()
        if lost.any() and column.name not in layout.tolerant:
            row = body.filter(lost).row(0, named=True)
            raise BadInputError(
                f"row {row[ROW]}, column {column.given!r}: {str(row[column.name])[:40]!r} is no "
                f"{column.type}; mend the file, or the layout {layout.id}"
            )
        made.append(cast)
        if column.name in layout.tolerant:
            made.append(values.alias(f"{column.name}_told"))
    return pl.DataFrame([body[ROW].cast(pl.UInt32), *made])


def _kinds() -> dict[str, "pl.DataType | type[pl.DataType]"]:
    import polars as pl

    return {
        "text": pl.String,
        "date": pl.Date,
        "datetime": pl.Datetime("ms"),
        "integer": pl.Int64,
        "number": pl.Float64,
    }


def _cast(column: Column, layout: Layout) -> "pl.Expr":
    import polars as pl

    text = pl.col(column.name)
    if column.type == "text":
        return text
    if column.type in ("date", "datetime"):
        return _when(text, layout, exact=column.type == "datetime")
    number = text.str.replace_all(",", "").cast(pl.Float64, strict=False)
    if column.type == "number":
        return number
    return pl.when(number == number.round()).then(number).cast(pl.Int64)


def _when(text: "pl.Expr", layout: Layout, *, exact: bool) -> "pl.Expr":
    """A date, or with `exact` a time; one at midnight is a date, and a workbook counts days."""
    import polars as pl

    serial = pl.when(text.str.contains(SERIAL)).then(text.cast(pl.Float64, strict=False))
    if exact:
        seconds = ((serial - EPOCH_DAYS) * 86_400_000).round().cast(pl.Int64)
        tried = [
            text.str.to_datetime(order, time_unit="ms", strict=False)
            for order in ("%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f", "%m/%d/%Y %H:%M")
        ]
        days = [
            text.str.to_date(o, strict=False).cast(pl.Datetime("ms")) for o in layout.date_orders
        ]
        return pl.coalesce(*tried, *days, seconds.cast(pl.Datetime("ms")))
    day = text.str.replace(r"[ T]00:00(?::00(?:\.0+)?)?$", "")
    tried = [day.str.to_date(order, strict=False) for order in layout.date_orders]
    times = text.str.to_datetime("%Y-%m-%d %H:%M:%S%.f", strict=False).cast(pl.Date)
    return pl.coalesce(*tried, times, (serial - EPOCH_DAYS).cast(pl.Int32).cast(pl.Date))


def _finished(body: "pl.DataFrame", layout: Layout) -> "pl.DataFrame":
    """With the codes of countries, the fiscal year and the month of each row."""
    import polars as pl

    coded = [
        pl.col(name)
        .replace_strict(codes(body[name].unique().to_list()), return_dtype=pl.String)
        .alias(code)
        for name, code in COUNTRY_COLUMNS.items()
        if name in body.columns
    ]
    if DROPOFF in body.columns:
        airports = destinations(body[DROPOFF].unique().to_list())
        sent = pl.col(DROPOFF).replace_strict(airports, return_dtype=pl.String)
        coded.append(sent.alias("departure_code"))
    return body.with_columns(*coded, *_periods(layout))


def _periods(layout: Layout) -> list["pl.Expr"]:
    import polars as pl

    period = layout.column(layout.period or "")
    if period is None or period.type not in ("date", "datetime"):
        return []
    day = pl.col(period.name).cast(pl.Date)
    return [
        day.alias("day"),
        day.dt.strftime("%Y-%m").alias("month"),
        (day.dt.year() + (day.dt.month() >= 10)).cast(pl.Int64).alias("fiscal_year"),
    ]


def _duplicate(layout: Layout) -> "pl.Expr":
    """Rows alike in the layout's columns, the first left out; an empty one is like no other."""
    import polars as pl

    if not layout.duplicates:
        return pl.lit(False).alias("duplicate")
    keys = pl.struct(layout.duplicates)
    known = pl.all_horizontal(pl.col(name).is_not_null() for name in layout.duplicates)
    return (known & ~keys.is_first_distinct()).alias("duplicate")
