"""Which rows of the shelf a report's words mean: the day alone says nothing, the bench must fit."""

from datetime import date

import pytest

from departures import law
from departures.law.matching import rows_meant
from departures.reading import read_document
from departures.words import Document, OrderClaim


def meant(sentence: str, published: date) -> set[str]:
    """The rows that the orders in a report of one sentence mean."""
    claims = read_document(Document.of(sentence, published=published)).claims
    orders = [claim for claim in claims if isinstance(claim, OrderClaim)]
    assert orders, "the sentence tells of no order"
    return {row.id for claim in orders for row in rows_meant(claim, law.shelf())}


@pytest.mark.parametrize(
    ("sentence", "published", "row"),
    [
        (
            "On April 18, a federal judge in Boston barred the deportation of migrants to "
            "countries other than their own without a chance to object.",
            date(2025, 5, 2),
            "dvd-pi-20250418",
        ),
        (
            "The Supreme Court on June 23 allowed the government to resume deportations of "
            "migrants to third countries.",
            date(2025, 6, 24),
            "dvd-scotus-20250623",
        ),
    ],
)
def test_a_ruling_of_that_day_and_bench_is_found(sentence: str, published: date, row: str) -> None:
    assert row in meant(sentence, published)


def test_an_appeals_court_never_means_a_trial_judge_of_the_same_day() -> None:
    sentence = (
        "The 1st U.S. Circuit Court of Appeals on September 18 barred the deportation of migrants "
        "to third countries."
    )
    assert meant(sentence, date(2025, 9, 19)) == set()
