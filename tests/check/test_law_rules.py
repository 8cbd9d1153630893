"""The rules that ask the law shelf: what they answer, and that unknown says what is missing."""

from datetime import date, datetime
from typing import Any

import pytest

from departures import law
from departures.check import Subject, examine, examine_claims, examine_each
from departures.check.registry import Noticed, read_wordings
from departures.check.speakers import distinct
from departures.errors import BadInputError
from departures.resolve import gather
from departures.words import (
    AgreementClaim,
    Claim,
    Date,
    Named,
    Nationality,
    OperationClaim,
    OrderClaim,
    Party,
    Place,
    Span,
    claim_id,
    document_id,
)

DOCUMENT = document_id("a report")
SPAN = {"start": 0, "end": 3, "text": "xxx"}


def when(day: date) -> Date:
    return Date(**SPAN, earliest=day, latest=day)


def place(country: str) -> Place:
    return Place(**SPAN, name=country, country=country, level="country")


def flight(day: str, to: str, *nationalities: str, words: str = "xxx", **given: Any) -> Claim:
    quote = Span(start=0, end=len(words), text=words)
    return OperationClaim(
        id=claim_id(DOCUMENT, "operation", quote, day + to),
        document=DOCUMENT,
        quote=quote,
        reader="person/test",
        date=when(date.fromisoformat(day)),
        origin=place("US"),
        destination=place(to),
        nationalities=tuple(Nationality(**SPAN, country=code) for code in nationalities),
        **given,
    )


def answers(claim: Claim, at: str | None = None) -> dict[str, list[Noticed]]:
    [operation] = gather([claim])
    hour = datetime.fromisoformat(at) if at else None
    told: dict[str, list[Noticed]] = {}
    for name, noticed in examine_each(Subject(operation, {claim.id: claim}, law.shelf(), hour)):
        told.setdefault(name, []).append(noticed)
    return told


def test_the_flight_of_30_april_2025() -> None:
    told = answers(flight("2025-04-30", "UZ", "UZ", "KZ", "KG"))
    assert told["L01"][0].answer == "yes"
    injunction = next(each for each in told["L03"] if each.orders == ("dvd-pi-20250418",))
    assert "had effect on 2025-04-30" in injunction.text
    assert "2025-06-23" in injunction.text
    assert "the legal authority for each removal" in injunction.missing
    assert "do not state under which kind of order" in told["L06"][0].text
    assert "18 April 2025" in told["L10"][0].text
    assert "paid in full by Uzbekistan" in told["L12"][0].text


def test_expedited_removal_is_outside_the_class_of_that_order() -> None:
    claim = flight("2025-04-30", "UZ", "KZ", authority=Named(**SPAN, name="expedited removal"))
    told = answers(claim)
    assert not [each for each in told["L03"] if "dvd-pi-20250418" in each.orders]
    assert told["L07"][0].answer == "yes"


@pytest.mark.parametrize("hour", ["17:25", "17:45"])
def test_the_hour_puts_a_flight_before_the_oral_order(hour: str) -> None:
    told = answers(flight("2025-03-15", "SV", "VE"), f"2025-03-15T{hour}:00-04:00")
    assert told["L05"][0].answer == "yes"
    assert "before the oral order" in told["L05"][0].text


def test_without_the_hour_before_or_after_is_unknown() -> None:
    told = answers(flight("2025-03-15", "SV", "VE"))
    assert told["L05"][0].answer == "unknown"
    assert told["L05"][0].missing == ("the hour of the departure",)


def test_a_ruling_with_its_mandate_withheld_is_made_only() -> None:
    told = answers(flight("2026-07-01", "MX", "GT"))
    assert any("mrny-cadc-20260623" in each.orders for each in told["L04"])


def test_an_operation_of_another_state_gets_no_order_of_the_united_states() -> None:
    claim = flight("2025-04-30", "TR", "AF").model_copy(update={"origin": place("DE")})
    told = answers(claim)
    assert not [each for each in told["L03"] if each.text]
    assert "outside the Union" in told["L01"][0].text
    assert told["L10"][0].answer == "no"


def test_a_visa_measure_near_the_day_is_context() -> None:
    assert "2025-04-05" in answers(flight("2025-07-04", "SS", "VN"))["L14"][0].text
    assert answers(flight("2025-09-04", "SS", "VN"))["L14"][0].answer == "no"


def test_what_reports_say_of_protection_and_children_is_noticed() -> None:
    words = "Two children and a man with withholding of removal were on board."
    told = answers(flight("2025-10-01", "GH", "NG", words=words))
    assert [told[name][0].answer for name in ("L08", "L16", "L13")] == ["yes", "yes", "unknown"]


def test_every_rule_answers_and_each_unknown_says_what_is_missing() -> None:
    told = answers(flight("2025-04-30", "UZ"))
    assert {f"L{number:02}" for number in range(1, 18)} <= set(told)
    unknown = [each for held in told.values() for each in held if each.answer == "unknown"]
    assert unknown
    assert all(each.missing for each in unknown)


def test_an_operation_of_which_nothing_is_known_gets_no_finding_of_law() -> None:
    claim = flight("2025-04-30", "UZ").model_copy(update={"date": None, "origin": None})
    [operation] = gather([claim])
    assert not [each for each in examine([operation], [claim]) if each.rule > "L02"]


@pytest.mark.parametrize("word", ["illegal", "violated", "complied", "refoulement"])
def test_words_that_judge_are_refused_at_loading(word: str) -> None:
    table = f'[X]\nquestion = "?"\nsources = []\n[X.text]\nsays = "They {word} it."\n'
    with pytest.raises(BadInputError, match=word[:6]):
        read_wordings(table)
    assert read_wordings(table.replace(word, f"“{word}”"))


def test_a_person_is_listed_once() -> None:
    assert distinct(["secretary", "Kristi Noem"]) == ["Kristi Noem"]
    assert distinct(["Secretary Kristi Noem", "Kristi Noem"]) == ["Secretary Kristi Noem"]
    assert distinct(["Tom Homan", "Kristi Noem"]) == ["Tom Homan", "Kristi Noem"]


def order(day: str, **given: Any) -> OrderClaim:
    quote = Span(start=0, end=40, text="barred removal to countries not their own".ljust(40)[:40])
    return OrderClaim(
        id=claim_id(DOCUMENT, "order", quote, day),
        document=DOCUMENT,
        quote=quote,
        reader="person/test",
        date=when(date.fromisoformat(day)),
        **given,
    )


@pytest.mark.parametrize(
    ("claim", "row"),
    [
        (order("2025-04-18", effect="bars"), "dvd-pi-20250418"),
        (
            order("2025-04-18", effect="bars", judge=Named(**SPAN, name="judge")),
            "dvd-pi-20250418",
        ),
        (
            order("2025-06-23", effect="permits", court=Party(**SPAN, name="U.S. Supreme Court")),
            "dvd-scotus-20250623",
        ),
        (order("2025-03-15", effect="bars", judge=Named(**SPAN, name="James Boasberg")), "jgg-tro"),
    ],
)
def test_what_a_report_says_of_an_order_is_matched_to_its_row(claim: OrderClaim, row: str) -> None:
    [found] = examine_claims([claim])
    assert found.about == claim.id
    assert next(each.id for each in found.evidence if each.kind == "order").startswith(row)


def test_an_order_that_is_not_on_the_shelf_is_unmatched() -> None:
    [found] = examine_claims([order("2019-01-02", effect="bars")])
    assert found.answer == "unknown"
    assert "does not say that there is no such order" in found.text


def test_a_first_such_deal_is_held_against_the_earlier_ones() -> None:
    words = "the first such deal between the US and a foreign government"
    quote = Span(start=0, end=len(words), text=words)
    claim = AgreementClaim(
        id=claim_id(DOCUMENT, "agreement", quote, ""),
        document=DOCUMENT,
        quote=quote,
        reader="person/test",
        parties=(Party(**SPAN, name="Uzbekistan", country="UZ"),),
    )
    [found] = examine_claims([claim], published=date(2025, 5, 1))
    assert "Panama" in found.text
    assert found.answer == "no"


def test_what_reports_deny_is_a_no_and_what_they_leave_open_is_unknown() -> None:
    words = "No children were on board, and it was unclear whether assurances were given."
    told = answers(flight("2025-10-01", "GH", "NG", words=words))
    assert [told[name][0].answer for name in ("L16", "L11", "L08")] == ["no", "unknown", "unknown"]
    denied = answers(flight("2025-05-01", "UZ", "KZ", words="None of the men was given notice."))
    assert denied["L10"][0].answer == "no"
    assert "notice was not given" in denied["L10"][0].text
