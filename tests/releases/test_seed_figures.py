"""The seed report's figures beside the real releases: which they are, and how they are told."""

from datetime import date

import pytest
from tests.seed import SEED, needs_seed

from departures.reading import read_document
from departures.releases import Shelf
from departures.releases.published import Figures
from departures.words import Document, Finding, StatisticClaim

pytestmark = needs_seed


@pytest.fixture(scope="module")
def found(official: Shelf) -> dict[int | None, dict[str, Finding]]:
    """The findings about figures, by the number and the rule."""
    text = SEED.read_text(encoding="utf-8")
    report = Document.of(text, published=date(2025, 5, 1), source="RFE/RL")
    reading = read_document(report, Figures(official))
    claims = {claim.id: claim for claim in reading.claims if isinstance(claim, StatisticClaim)}
    noticed: dict[int | None, dict[str, Finding]] = {}
    for each in reading.findings:
        if each.rule.startswith("R") and each.about in claims:
            noticed.setdefault(claims[each.about].count.lower, {})[each.rule] = each
    return noticed


def test_572_is_fiscal_2024_told_from_september_and_counts_by_citizenship(
    found: dict[int | None, dict[str, Finding]],
) -> None:
    days, people = found[572]["R02"], found[572]["R04"]
    assert set(found[572]) == {"R02", "R04"}
    assert days.weight == "note"
    assert "are nearly those" in days.text
    assert "fiscal year 2024 (2023-10-01 to 2024-09-30)" in days.text
    assert "citizens of Uzbekistan, wherever they were sent" in people.text


def test_975_is_the_docket_of_24_november_2024_a_stock(
    found: dict[int | None, dict[str, Finding]],
) -> None:
    stock = found[975]["R03"]
    assert "a number of people on one day" in stock.text
    assert "975 citizens of Uzbekistan with a final order" in stock.text
    assert "2024-11-24" in stock.text
    assert any(rest.id == "docket" for rest in stock.evidence)
