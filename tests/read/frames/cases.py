"""Cases of reading kept in a TOML file beside their test: a text, and what must be read in it.

Invariant: a case names only the fields that it is about; what it names must be read exactly, and
no operation or figure may be read beside those that it names.
"""

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from departures.reading import read_document
from departures.words import Count, Date, Document, Operation, Reading, StatisticClaim

PUBLISHED = date(2025, 5, 15)
"""A Thursday, where a case gives no `published`."""
CONTEXT = "\n\nMigrants who are refused asylum can be held by the border police and deported.\n"
"""Said after a case's text, save where it stands `alone`: whether a text is read at all is the
gate's affair, and tried apart.
"""
HERE = Path(__file__).parent


def cases(name: str) -> list[Any]:
    """The cases of `name.toml` as parameters; `wrong` says why one is still read wrong."""
    table = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        pytest.param(
            case,
            id=case["name"],
            marks=[pytest.mark.xfail(strict=True, reason=case["wrong"])] if "wrong" in case else [],
        )
        for case in table["case"]
    ]


def check(case: dict[str, Any]) -> None:
    """Hold what is read in a case's text against what the case says."""
    reading = reading_of(
        case["text"] + ("" if case.get("alone") else CONTEXT),
        case.get("published", PUBLISHED) or None,
    )
    if "operations" in case:
        _compare([_operation(one, reading) for one in _as_told(reading)], case["operations"])
    if "statistics" in case:
        _compare([_statistic(one) for one in statistics(reading)], case["statistics"])


def reading_of(text: str, published: date | None = PUBLISHED) -> Reading:
    """What the reader makes of a text."""
    return read_document(Document.of(text, published=published))


def _as_told(reading: Reading) -> list[Operation]:
    """The operations in the order in which the text tells of them."""
    begins = {claim.id: claim.quote.start for claim in reading.claims}

    def first(operation: Operation) -> tuple[int, ...]:
        ends = (operation.origin, operation.destination)
        places = (place.start if place else 0 for place in ends)
        return min(begins[claim] for claim in operation.claims), *places

    return sorted(reading.operations, key=first)


def statistics(reading: Reading) -> list[StatisticClaim]:
    """The figures of a reading, in the order of the text."""
    return [claim for claim in reading.claims if isinstance(claim, StatisticClaim)]


def _compare(read: Sequence[dict[str, str]], expected: Sequence[dict[str, str]]) -> None:
    shown = [
        {name: facts.get(name, "") for name in wanted}
        for facts, wanted in zip(read, expected, strict=False)
    ]
    shown += read[len(expected) :]
    assert shown == list(expected), f"read as\n{shown}\nand not as\n{list(expected)}"


def _operation(operation: Operation, reading: Reading) -> dict[str, str]:
    """The shown values of an operation as short text; `counts`, `modalities`: all of them."""
    places = {
        "origin": operation.origin and operation.origin.country,
        "to": operation.destination and operation.destination.country,
        "city": operation.destination and operation.destination.name,
        "via": " ".join(place.country or place.name for place in operation.via),
        "onward": " ".join(place.country or place.name for place in operation.onward),
    }
    parties = {
        name: held.name if held else ""
        for name, held in (
            ("carrier", operation.carrier),
            ("funder", operation.funder),
            ("agency", operation.agency),
            ("authority", operation.authority),
        )
    }
    counts = operation.values.get("count")
    modalities = [claim.modality for claim in reading.claims if claim.id in operation.claims]
    return {
        "act": operation.act,
        "date": days(operation.date),
        **{name: value or "" for name, value in places.items()},
        **parties,
        "mode": operation.mode or "",
        "count": people(operation.count),
        "counts": " ".join(
            people(entry.value)
            for entry in (counts.asserted if counts else ())
            if isinstance(entry.value, Count)
        ),
        "verdict": counts.verdict if counts else "",
        "flights": people(operation.flights),
        "people": " ".join(item.country for item in operation.nationalities),
        "groups": " ".join(people(item.count) for item in operation.nationalities),
        "modality": operation.modality,
        "modalities": " ".join(dict.fromkeys(modalities)),
    }


def _statistic(claim: StatisticClaim) -> dict[str, str]:
    return {
        "measure": claim.measure,
        "count": people(claim.count),
        "of": " ".join(claim.population),
        "origin": " ".join(claim.origin),
        "to": " ".join(claim.destination),
        "period": days(claim.period),
        "basis": claim.period.basis if claim.period else "",
        "agency": claim.agency.name if claim.agency else "",
        "modality": claim.modality,
        "said_by": claim.asserted_by.speaker if claim.asserted_by else "",
    }


def people(count: Count | None) -> str:
    """`131`; `101-` at least; `-50` at most; `24-99`; `~120` about."""
    if count is None:
        return ""
    about = "~" if count.approximate else ""
    low = "" if count.lower is None else str(count.lower)
    high = "" if count.upper is None else str(count.upper)
    return about + (low if low == high else f"{low}-{high}")


def days(when: Date | None) -> str:
    """`2025-04-30`; `2025-01-01/2025-03-31`; `?` where the words can't be resolved."""
    if when is None:
        return ""
    if when.earliest is None and when.latest is None:
        return "?"
    if when.earliest == when.latest:
        return str(when.earliest)
    return f"{when.earliest or '..'}/{when.latest or '..'}"
