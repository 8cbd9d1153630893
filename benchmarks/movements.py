"""Claims to measure resolving with: many reports of many movements, made without texts.

Invariant: the same number and seed make the same claims; ten movements begin on every day, two of
them to the most frequent destination, so that a larger record is a longer one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from departures.resolve import Report
from departures.words import (
    Count,
    Date,
    Nationality,
    OperationClaim,
    Party,
    Place,
    Span,
    claim_id,
    document_id,
)

FIRST_DAY = date(2015, 1, 1)
MOVEMENTS_A_DAY = 10
REPORTS = (1, 2, 3, 4, 5, 10)
CLAIMS_A_REPORT = (1, 2, 3, 4)
DESTINATIONS = (
    ("GT", "Guatemala City"),
    ("HN", "San Pedro Sula"),
    ("MX", "Villahermosa"),
    ("SV", "San Salvador"),
    ("CO", "Bogota"),
    ("EC", "Guayaquil"),
    ("VE", "Caracas"),
    ("IN", "Amritsar"),
    ("AF", "Kabul"),
    ("UZ", "Tashkent"),
    ("TR", "Istanbul"),
    ("NG", "Lagos"),
    ("PK", "Islamabad"),
    ("MA", "Casablanca"),
    ("AL", "Tirana"),
    ("VN", "Hanoi"),
)
ORIGINS = (("US", "Alexandria"), ("US", "El Paso"), ("US", "Harlingen"), ("DE", "Leipzig"))
CARRIERS = ("Sun Air", "Moon Lines", "Harbour Jet", "Northern Charter")
OUTLETS = 60
SKETCH = 64


@dataclass(frozen=True, slots=True)
class _Movement:
    """What happened, before anybody told it."""

    day: date
    origin: Place
    destination: Place
    people: int
    carrier: str


def told(number: int, seed: int = 1) -> tuple[list[OperationClaim], list[Report]]:
    """About `number` claims, and the reports that make them."""
    chance = Random(seed)
    claims: list[OperationClaim] = []
    reports: list[Report] = []
    count = 0
    while len(claims) < number:
        movement = _movement(FIRST_DAY + timedelta(days=count // MOVEMENTS_A_DAY), chance)
        count += 1
        for _ in range(chance.choice(REPORTS)):
            report = _report(f"report {len(reports)}", movement, chance)
            reports.append(report)
            claims += _claims(report, movement, chance)
    return claims[:number], reports


def _movement(day: date, chance: Random) -> _Movement:
    shares = list(accumulate(1 / (rank + 1) for rank in range(len(DESTINATIONS))))
    country, city = chance.choices(DESTINATIONS, cum_weights=shares)[0]
    start, town = chance.choice(ORIGINS)
    return _Movement(
        day,
        _place(town, start),
        _place(city, country),
        chance.randint(15, 180),
        chance.choice(CARRIERS),
    )


def _report(name: str, movement: _Movement, chance: Random) -> Report:
    return Report(
        document=document_id(name),
        source=f"Outlet {chance.randrange(OUTLETS)}",
        published=movement.day + timedelta(days=chance.choice((0, 1, 1, 2))),
        sketch=tuple(sorted(chance.getrandbits(32) for _ in range(SKETCH))),
    )


def _claims(report: Report, movement: _Movement, chance: Random) -> list[OperationClaim]:
    return [
        _claim(report, movement, 100 * number, chance)
        for number in range(chance.choice(CLAIMS_A_REPORT))
    ]


def _claim(report: Report, movement: _Movement, at: int, chance: Random) -> OperationClaim:
    """One passage; it tells the day, the destination and some of the rest."""
    words = f"passage {chance.getrandbits(40):x}"
    quote = Span(start=at, end=at + len(words), text=words)
    given = {name for name in ("origin", "people", "carrier", "who") if chance.random() < 0.6}
    return OperationClaim(
        id=claim_id(report.document, "operation", quote, ""),
        document=report.document,
        quote=quote,
        reader="benchmark",
        date=Date(start=at, end=at + 3, text="day", earliest=movement.day, latest=movement.day),
        destination=movement.destination,
        origin=movement.origin if "origin" in given else None,
        count=_people(movement, chance) if "people" in given else None,
        carrier=_carrier(movement) if "carrier" in given else None,
        nationalities=_citizens(movement) if "who" in given else (),
    )


def _people(movement: _Movement, chance: Random) -> Count:
    if chance.random() < 0.3:
        return Count(start=0, end=4, text="many", lower=movement.people // 10 * 10)
    exact = movement.people + (chance.randint(-9, 9) if chance.random() < 0.1 else 0)
    return Count(start=0, end=len(str(exact)), text=str(exact), lower=exact, upper=exact)


def _carrier(movement: _Movement) -> Party:
    return Party(start=0, end=len(movement.carrier), text=movement.carrier, name=movement.carrier)


def _citizens(movement: _Movement) -> tuple[Nationality, ...]:
    country = movement.destination.country
    assert country
    return (Nationality(start=0, end=2, text=country, country=country),)


def _place(name: str, country: str) -> Place:
    return Place(start=0, end=len(name), text=name, name=name, country=country)
