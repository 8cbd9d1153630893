"""Claims and reports made by hand, for what resolving must get right."""

from datetime import date
from typing import Any

from departures.resolve import Report
from departures.words import (
    Count,
    Date,
    Nationality,
    OperationClaim,
    Party,
    Place,
    Span,
    Speaker,
    claim_id,
    document_id,
)

PUBLISHED = date(2025, 5, 1)


def place(name: str, country: str, airport: str | None = None, level: str = "city") -> Place:
    return Place.model_validate(
        {
            "start": 20,
            "end": 20 + len(name),
            "text": name,
            "name": name,
            "country": country,
            "airport": airport,
            "level": level,
        }
    )


TASHKENT = place("Tashkent", "UZ", "TAS")
SAMARKAND = place("Samarkand", "UZ", "SKD")
KABUL = place("Kabul", "AF", "KBL")
UZBEKISTAN = place("Uzbekistan", "UZ", level="country")
NEW_YORK = place("New York", "US")
MIAMI = place("Miami", "US")


def day(first: date | int, last: date | None = None) -> Date:
    """A day; a number is a day of April 2025."""
    earliest = first if isinstance(first, date) else date(2025, 4, first)
    return Date(start=40, end=46, text="Apr 30", earliest=earliest, latest=last or earliest)


def people(lower: int | None, upper: int | None = None, words: str = "") -> Count:
    """An exact number, or bounds with their words."""
    upper = upper if words else lower
    text = words or str(lower)
    return Count(start=5, end=5 + len(text), text=text, lower=lower, upper=upper)


MORE_THAN_100 = people(101, None, "more than 100")


def citizens(*countries: str, **counted: int) -> tuple[Nationality, ...]:
    named = [Nationality(start=9, end=11, text="xx", country=country) for country in countries]
    return (
        *named,
        *(
            Nationality(start=9, end=11, text="xx", country=country, count=people(number))
            for country, number in counted.items()
        ),
    )


def carrier(name: str) -> Party:
    return Party(start=3, end=3 + len(name), text=name, name=name)


def claim(
    report: str = "a report",
    at: int = 0,
    movement: int = 0,
    speaker: str | None = None,
    **fields: Any,
) -> OperationClaim:
    """One passage of a report; on 30 April to Tashkent where the fields don't say otherwise."""
    document = document_id(report)
    quote = Span(start=at, end=at + 3, text="xxx")
    told = {"date": day(30), "destination": TASHKENT, **fields}
    return OperationClaim(
        id=claim_id(document, "operation", quote, str(movement)),
        document=document,
        quote=quote,
        reader="rules-en/test",
        movement=movement,
        asserted_by=Speaker(speaker=speaker, manner="direct", start=0, end=3) if speaker else None,
        **told,
    )


def report(
    name: str,
    source: str | None = None,
    published: date | None = PUBLISHED,
    sketch: tuple[int, ...] = (),
    quotations: tuple[str, ...] = (),
) -> Report:
    return Report(
        document=document_id(name),
        source=source,
        published=published,
        sketch=sketch,
        quotations=quotations,
    )
