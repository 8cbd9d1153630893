"""The seed report, read right: every row of the table in CLAIMS.md, by name."""

from collections.abc import Iterable
from datetime import date

import pytest
from tests.seed import needs_seed, seed_reading

from departures.words import (
    AgreementClaim,
    Operation,
    OrderClaim,
    Reading,
    Speaker,
    StatementClaim,
    StatisticClaim,
)

pytestmark = needs_seed


@pytest.fixture(scope="module")
def seed() -> Reading:
    return seed_reading()


@pytest.fixture(scope="module")
def flight(seed: Reading) -> Operation:
    [operation] = [o for o in seed.operations if o.destination and o.destination.country == "UZ"]
    return operation


def statistics(seed: Reading) -> list[StatisticClaim]:
    return [claim for claim in seed.claims if isinstance(claim, StatisticClaim)]


def said(seed: Reading, *names: str) -> list[tuple[str, Speaker]]:
    """Words and speaker of the statements whose speaker is one of these."""
    return [
        (claim.quote.text, claim.asserted_by)
        for claim in seed.claims
        if isinstance(claim, StatementClaim)
        and any(
            name.casefold()
            in f"{claim.asserted_by.speaker} {claim.asserted_by.organization}".casefold()
            for name in names
        )
    ]


def manners(statements: Iterable[tuple[str, Speaker]]) -> list[str]:
    return [speaker.manner for _, speaker in statements]


def test_operation_of_30_april_from_new_york_to_tashkent(flight: Operation) -> None:
    assert flight.date and flight.date.earliest == flight.date.latest == date(2025, 4, 30)
    assert flight.origin and (flight.origin.name, flight.origin.country) == ("New York", "US")
    assert flight.destination
    assert (flight.destination.name, flight.destination.country) == ("Tashkent", "UZ")
    assert flight.mode == "air"
    assert flight.modality == "happened"


def test_carrier_and_funder(flight: Operation, seed: Reading) -> None:
    assert flight.carrier and flight.carrier.name == "Uzbekistan Airways"
    assert flight.funder and flight.funder.country == "UZ"
    funders = flight.values["funder"].asserted
    assert any("Homeland Security" in name for entry in funders for name in entry.said_by)


def test_both_counts_with_who_says_them(flight: Operation) -> None:
    entries = {(e.value.lower, e.value.upper): e for e in flight.values["count"].asserted}
    assert set(entries) == {(101, None), (131, 131)}
    assert any("Kristi Noem" in name for name in entries[131, 131].said_by)
    assert flight.values["count"].verdict == "compatible"
    assert flight.count and flight.count.lower == 131


def test_the_headline_counts_too(flight: Operation, seed: Reading) -> None:
    bounded = next(e for e in flight.values["count"].asserted if e.value.upper is None)
    quotes = {claim.id: claim.quote for claim in seed.claims}
    assert len(bounded.claims) == 2
    assert min(quotes[claim].start for claim in bounded.claims) == 0


def test_nationals_of_three_countries(flight: Operation) -> None:
    assert {item.country for item in flight.nationalities} == {"UZ", "KZ", "KG"}


def test_onward_travel_as_uzbek_media_say(flight: Operation, seed: Reading) -> None:
    [entry] = flight.values["onward"].asserted
    assert {place.country for place in entry.value} == {"KZ", "KG"}
    assert "Uzbek media" in entry.said_by


def test_975_is_a_stock_that_ice_estimates_as_possible(seed: Reading) -> None:
    [claim] = [c for c in statistics(seed) if c.count.lower == c.count.upper == 975]
    assert claim.measure == "docket"
    assert claim.modality == "possible"
    assert claim.population == ("UZ",)
    assert claim.period and claim.period.earliest == date(2025, 1, 1)
    assert claim.asserted_by
    assert "Immigration and Customs Enforcement" in claim.asserted_by.speaker


def test_572_removals_to_uzbekistan_from_september_to_september(seed: Reading) -> None:
    [claim] = [c for c in statistics(seed) if c.count.lower == c.count.upper == 572]
    assert claim.measure == "removals"
    assert claim.destination == ("UZ",)
    assert claim.period
    assert (claim.period.earliest, claim.period.latest) == (date(2023, 9, 1), date(2024, 9, 30))
    assert claim.agency and "Immigration and Customs Enforcement" in claim.agency.name
    assert claim.asserted_by is None


def test_hundreds_of_raids_and_thousands_of_arrests_since_20_january(seed: Reading) -> None:
    raids = [c for c in statistics(seed) if (c.count.lower, c.measure) == (200, "other")]
    [arrests] = [c for c in statistics(seed) if (c.count.lower, c.measure) == (2000, "arrests")]
    raid = next(c for c in raids if "raids" in c.quote.text)
    for claim in (raid, arrests):
        assert claim.period and claim.period.earliest == date(2025, 1, 20)


def test_operations_to_panama_and_costa_rica_begun_by_february(seed: Reading) -> None:
    by_goal = {o.destination.country: o for o in seed.operations if o.destination}
    for country in ("PA", "CR"):
        operation = by_goal[country]
        assert operation.date and operation.date.earliest == date(2025, 2, 1)
        assert operation.origin and operation.origin.country == "US"
        assert operation.modality == "ongoing"
        speakers = {n for e in operation.values["destination"].asserted for n in e.said_by}
        assert any("NY Times" in name for name in speakers)


def test_order_of_18_april_bars_and_is_appealed(seed: Reading) -> None:
    [order] = [claim for claim in seed.claims if isinstance(claim, OrderClaim)]
    assert order.effect == "bars"
    assert order.date and order.date.earliest == date(2025, 4, 18)
    assert order.judge and "judge" in order.judge.text
    assert order.challenge == "appealed"
    assert order.subject and "countries other than their own" in order.subject.text


def test_agreement_between_the_us_and_uzbekistan(seed: Reading) -> None:
    [agreement] = [claim for claim in seed.claims if isinstance(claim, AgreementClaim)]
    assert {party.country for party in agreement.parties} == {"US", "UZ"}
    assert "first such deal" in agreement.quote.text


def test_statements_of_burkhanov(seed: Reading) -> None:
    statements = said(seed, "Burkhanov")
    assert manners(statements) == ["direct", "direct"]
    assert all(speaker.speaker == "Ahror Burkhanov" for _, speaker in statements)
    assert all("spokesman" in (speaker.role or "") for _, speaker in statements)
    assert all("Foreign Ministry" in (speaker.organization or "") for _, speaker in statements)


def test_statements_of_dhs(seed: Reading) -> None:
    direct = [
        words
        for words, speaker in said(seed, "DHS", "Department of Homeland Security")
        if speaker.manner == "direct" and "Noem" not in speaker.speaker
    ]
    assert len(direct) == 2
    assert "deep security cooperation" in direct[0]
    assert "sets the standard" in direct[1]


def test_statements_of_noem(seed: Reading) -> None:
    statements = said(seed, "Noem")
    assert sorted(manners(statements)) == ["direct", "indirect"]
    assert all(speaker.speaker == "Kristi Noem" for _, speaker in statements)


def test_statements_of_the_uzbek_foreign_ministry(seed: Reading) -> None:
    ministry = [
        (words, speaker)
        for words, speaker in said(seed, "Uzbek Foreign Ministry")
        if "Burkhanov" not in speaker.speaker
    ]
    assert manners(ministry) == ["direct", "direct"]


@pytest.mark.parametrize("name", ["Many critics", "NY Times", "Uzbek Service", "Uzbek media"])
def test_indirect_statements(seed: Reading, name: str) -> None:
    assert "indirect" in manners(said(seed, name))


def test_background_of_august_2024(seed: Reading) -> None:
    found = [c for c in statistics(seed) if set(c.population) == {"UZ", "KG"}]
    [claim] = found
    assert claim.count.lower == 200
    assert claim.measure == "other"
    assert claim.asserted_by and "Uzbek Service" in claim.asserted_by.speaker


def test_findings_on_counts_third_country_and_onward_travel(seed: Reading) -> None:
    by_rule = {finding.rule: finding for finding in seed.findings}
    assert "131" in by_rule["C01"].text and "more than 100" in by_rule["C01"].text
    assert "Kazakhstan" in by_rule["L01"].text and "Kyrgyzstan" in by_rule["L01"].text
    assert "Uzbek media" in by_rule["L02"].text
