"""What the number reader hands on."""

from typing import NamedTuple


class Number(NamedTuple):
    """Tokens `first`…`last` (exclusive) and characters `start`…`end`, bound words included."""

    first: int
    last: int
    start: int
    end: int
    lower: int | None
    upper: int | None
    approximate: bool
    core_first: int
    core_last: int
    """`core_first`…`core_last`: the numeral alone."""
    form: str
    """figure, words, vague (dozens), ordinal, range, or zero (none, no flights)."""
    kind: str
    """count; percent (any share), money, age, time, date, year, decimal, measure (5 km, nine
    hours), name (C-17, section 235(b), numeric dates)."""
    value: float | None = None
    """The bare number, before its bounds: 100 of "more than 100", 11.4 of "11.4 percent"."""
