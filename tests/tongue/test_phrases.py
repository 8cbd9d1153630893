"""Phrases: every term of the vocabulary has a name, and values say what they say."""

from datetime import date
from typing import get_args

import pytest

from departures.tongue import phrases
from departures.words import (
    Act,
    AgreementClaim,
    Challenge,
    Claim,
    Count,
    Date,
    Effect,
    Manner,
    Measure,
    Modality,
    Mode,
    Operation,
    OperationClaim,
    OrderClaim,
    Place,
    StatementClaim,
    StatisticClaim,
    Verdict,
    Weight,
)

BESIDE_VALUES = {"id", "document", "quote", "asserted_by", "modality", "reader", "kind", "movement"}


@pytest.mark.parametrize(
    ("terms", "table"),
    [
        (Act, phrases.ACTS),
        (Modality, phrases.MODALITIES),
        (Mode, phrases.MODES),
        (Measure, phrases.MEASURES),
        (Effect, phrases.EFFECTS),
        (Challenge, phrases.CHALLENGES),
        (Manner, phrases.MANNERS),
        (Verdict, phrases.VERDICTS),
        (Weight, phrases.WEIGHTS),
    ],
)
def test_every_term_has_a_name(terms: object, table: dict[str, str]) -> None:
    assert set(get_args(terms)) == set(table)


def test_every_kind_and_every_field_has_a_name() -> None:
    kinds = (OperationClaim, StatisticClaim, OrderClaim, AgreementClaim, StatementClaim)
    assert {kind.model_fields["kind"].default for kind in kinds} == set(phrases.KINDS)
    fields = {name for kind in kinds for name in kind.model_fields} - BESIDE_VALUES
    assert fields - {"act", "measure", "effect"} <= set(phrases.FIELDS)
    assert Operation.model_fields.keys() >= {"count", "date"}
    assert get_args(Claim)


def count(lower: int | None, upper: int | None, *, approximate: bool = False) -> str:
    return phrases.spoken(
        Count(start=0, end=1, text="x", lower=lower, upper=upper, approximate=approximate)
    )


def test_counts_say_what_they_leave_open() -> None:
    assert count(131, 131) == "131"
    assert count(101, None) == "101 or more"
    assert count(None, 49) == "up to 49"
    assert count(24, 99) == "24 to 99"
    assert count(1_445_549, 1_445_549) == "1,445,549"
    assert count(120, 120, approximate=True) == "about 120"
    assert count(0, 0) == "0"


def when(first: date | None, last: date | None) -> str:
    return phrases.spoken(Date(start=0, end=4, text="then", earliest=first, latest=last))


def test_dates_say_the_shortest_that_is_exact() -> None:
    assert when(date(2025, 4, 30), date(2025, 4, 30)) == "30 April 2025"
    assert when(date(2025, 4, 1), date(2025, 4, 30)) == "April 2025"
    assert when(date(2025, 4, 1), date(2025, 4, 28)) == "1 to 28 April 2025"
    assert when(date(2023, 10, 1), date(2024, 9, 30)) == "October 2023 to September 2024"
    assert when(date(2025, 4, 28), date(2025, 5, 4)) == "28 April 2025 to 4 May 2025"
    assert when(date(2025, 1, 20), None) == "20 January 2025 or later"
    assert when(None, date(2025, 2, 28)) == "28 February 2025 or earlier"
    assert when(None, None) == "then"
    assert when(date(9999, 12, 31), date(9999, 12, 31)) == "31 December 9999"
    assert when(date(9999, 12, 1), date(9999, 12, 31)) == "December 9999"


def test_a_country_is_not_named_twice() -> None:
    words = {"start": 0, "end": 1, "text": "x"}
    here = Place.model_validate({**words, "name": "Uzbekistan", "country": "UZ"})
    land = here.model_copy(update={"name": "the U.S.", "country": "US", "level": "country"})
    there = Place.model_validate({**words, "name": "JFK", "country": "US", "airport": "JFK"})
    assert phrases.spoken(here) == "Uzbekistan"
    assert phrases.spoken(land) == "United States"
    assert phrases.spoken(there) == "JFK, United States (JFK)"
    assert phrases.spoken((here, there)) == "Uzbekistan · JFK, United States (JFK)"
