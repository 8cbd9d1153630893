"""What operations are looked for by. Pure.

Invariant: an operation has a facet for each value that any source gives, not only for those shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from departures.words import Date, Finding, Named, Nationality, Operation, Party, Place

Facet = tuple[str, str]
DOUBTED: Facet = ("open", "doubt")
MOST_MONTHS = 12
"""An operation that is dated more loosely than within a year stands in no month."""


def facets_of(
    operation: Operation,
    findings: Iterable[Finding],
    sources: Mapping[str, str | None],
    *,
    doubted: bool,
) -> set[Facet]:
    """The facets of one operation; `sources` are the names of who published its documents."""
    found: set[Facet] = {("modality", operation.modality), ("act", operation.act)}
    found |= set(told_of(operation))
    found |= {("country", value) for name, value in found if name in COUNTRIES}
    found |= {
        ("source", name) for id in operation.documents if (name := sources.get(id)) is not None
    }
    found |= {("open", finding.weight) for finding in findings if finding.weight != "note"}
    if any(field.verdict == "disputed" for field in operation.values.values()):
        found.add(("open", "disputed"))
    if doubted:
        found.add(DOUBTED)
    return found


COUNTRIES = ("origin", "destination", "via", "onward", "nationality")
_NAMES = {"nationalities": "nationality"}


def told_of(operation: Operation) -> Iterator[Facet]:
    """What the values of an operation give to look for, with repetitions."""
    for field, resolved in operation.values.items():
        for entry in resolved.asserted:
            values = entry.value if isinstance(entry.value, tuple) else (entry.value,)
            for value in values:
                yield from _of(_NAMES.get(field, field), value)


def _of(name: str, value: object) -> Iterator[Facet]:
    match value:
        case Place() | Nationality() if value.country:
            yield name, value.country
        case Date():
            yield from (("month", month) for month in _months(value.earliest, value.latest))
        case Party() | Named() if name in ("carrier", "funder", "agency", "authority"):
            yield name, value.name
        case str() if name == "mode":
            yield name, value


def _months(first: date | None, last: date | None) -> Iterator[str]:
    """`2025-04`, for each month between two days."""
    if first is None or last is None:
        return
    month, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    if end - month < MOST_MONTHS:
        for number in range(month, end + 1):
            yield f"{number // 12:04d}-{number % 12 + 1:02d}"
