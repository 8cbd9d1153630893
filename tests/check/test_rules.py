"""The rules: what they notice, and that they speak neutrally."""

from datetime import date

import pytest

from departures.check import examine
from departures.check.figures.examining import figure_rules
from departures.check.registry import FORBIDDEN, rules, wordings
from departures.check.told import RULES
from departures.resolve import gather
from departures.words import (
    Count,
    Date,
    Finding,
    Nationality,
    OperationClaim,
    Place,
    Span,
    Speaker,
    claim_id,
    document_id,
)

DOCUMENT = document_id("a report")
TASHKENT = Place(start=20, end=28, text="Tashkent", name="Tashkent", country="UZ")
BISHKEK = Place(start=50, end=60, text="Kyrgyzstan", name="Kyrgyzstan", country="KG")


def nationality(code: str) -> Nationality:
    return Nationality(start=10, end=12, text="xx", country=code)


def findings(rule: str, *fields: dict) -> list[Finding]:
    claims = []
    for number, given in enumerate(fields):
        quote = Span(start=number, end=number + 3, text="xxx")
        claims.append(
            OperationClaim(
                id=claim_id(DOCUMENT, "operation", quote, str(number)),
                document=DOCUMENT,
                quote=quote,
                reader="person/test",
                date=Date(
                    start=1,
                    end=2,
                    text="x",
                    earliest=date(2025, 4, 30),
                    latest=date(2025, 4, 30),
                ),
                destination=TASHKENT,
                **given,
            )
        )
    return [item for item in examine(gather(claims), claims) if item.rule == rule]


def count(lower: int, upper: int | None) -> dict:
    return {"count": Count(start=0, end=3, text="131", lower=lower, upper=upper)}


def test_compatible_counts_are_a_note_and_disputed_ones_a_conflict() -> None:
    [note] = findings("C01", count(101, None), count(131, 131))
    [conflict] = findings("C01", count(104, 104), count(131, 131))
    assert (note.weight, conflict.weight) == ("note", "conflict")
    assert len(note.evidence) == 2


def test_one_count_is_no_finding() -> None:
    assert not findings("C01", count(131, 131))


def test_third_country_names_for_whom_it_is_one_and_for_whom_not() -> None:
    carried = tuple(nationality(code) for code in ("UZ", "KZ", "KG"))
    [found] = findings("L01", {"nationalities": carried})
    assert "citizens of Kazakhstan and Kyrgyzstan" in found.text
    assert "For citizens of Uzbekistan it is." in found.text
    assert "not known from the reports" in found.text


def test_no_third_country_where_all_are_citizens_of_the_destination() -> None:
    assert not findings("L01", {"nationalities": (nationality("UZ"),)})


def test_unknown_nationalities_are_no_finding() -> None:
    assert not findings("L01", {})


def test_onward_travel_leaves_destination_or_transit_open() -> None:
    speaker = Speaker(speaker="Local media", manner="indirect", start=0, end=3)
    given = {"onward": (BISHKEK,), "nationalities": (nationality("KG"),), "asserted_by": speaker}
    [found] = findings("L02", given)
    assert found.text.startswith("Local media reported that citizens of Kyrgyzstan were expected")
    assert "Kyrgyzstan" in found.text
    assert "is not stated" in found.text


@pytest.mark.parametrize("name", sorted(wordings()))
def test_no_rule_judges_in_its_own_voice(name: str) -> None:
    words = " ".join(wordings()[name].templates.values()).lower()
    assert not [word for word in FORBIDDEN if word in words]


def test_every_rule_has_its_words_and_every_wording_its_rule() -> None:
    assert {*rules(), *RULES, *figure_rules()} == set(wordings())


def test_two_reports_of_one_onward_journey_are_one_finding() -> None:
    almaty = Place(start=70, end=76, text="Almaty", name="Almaty", country="KZ")
    kazakhstan = Place(start=70, end=80, text="Kazakhstan", name="Kazakhstan", country="KZ")
    speaker = Speaker(speaker="The ministry", manner="indirect", start=0, end=3)
    [found] = findings(
        "L02", {"onward": (almaty,)}, {"onward": (kazakhstan,), "asserted_by": speaker}
    )
    assert found.text.startswith("The ministry reported")
    assert len(found.evidence) == 2


def test_onward_travel_within_the_destination_is_no_finding() -> None:
    samarkand = Place(start=70, end=79, text="Samarkand", name="Samarkand", country="UZ")
    assert not findings("L02", {"onward": (samarkand,)})
