"""What speaks for two tellings being of one movement, and what against."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.resolve.making import (
    KABUL,
    MIAMI,
    MORE_THAN_100,
    NEW_YORK,
    SAMARKAND,
    UZBEKISTAN,
    carrier,
    citizens,
    claim,
    day,
    people,
    place,
    report,
)

import departures.resolve.features
from departures.resolve import Comparison, Movement, Report, prepare, score
from departures.resolve.features import weights

US = place("United States", "US", level="country")


def told(name: str, known: Report | None = None, **fields: Any) -> Movement:
    [movement] = prepare([claim(name, **fields)], reports=[known] if known else [])
    return movement


def compare(first: dict[str, Any], second: dict[str, Any]) -> Comparison:
    return score(told("one", **first), told("another", **second))


SAME: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {}),
    ({"destination": UZBEKISTAN}, {}),
    ({"count": people(131)}, {"count": MORE_THAN_100}),
    ({"count": people(131), "origin": US}, {"count": people(104), "origin": US}),
    (
        {"count": people(131), "origin": US},
        {"count": people(131), "origin": NEW_YORK, "date": day(29)},
    ),
    (
        {"count": people(131), "carrier": carrier("Sun Air"), "origin": US},
        {"count": people(131), "carrier": carrier("Sun Air"), "date": day(28), "origin": US},
    ),
    ({"destination": place("Toshkent", "UZ")}, {"destination": place("Tashkent", "UZ")}),
    ({"date": day(28, day(30).latest)}, {"count": people(131)}),
]
DIFFERENT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"destination": KABUL}, {}),
    ({"destination": SAMARKAND}, {}),
    ({"date": day(29)}, {}),
    ({"date": day(20)}, {"count": people(131)}),
    ({"origin": US}, {"origin": place("Berlin", "DE")}),
    (
        {"count": people(131), "origin": NEW_YORK},
        {"count": people(64), "origin": MIAMI},
    ),
    (
        {"count": people(131), "carrier": carrier("Sun Air"), "mode": "air"},
        {"count": people(90), "carrier": carrier("Moon Lines"), "mode": "air"},
    ),
]
ASK: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"mode": "air", "count": people(131)}, {"mode": "land", "count": people(90)}),
    ({"date": day(29), "count": people(131)}, {"count": people(131)}),
    ({"destination": UZBEKISTAN, "count": people(131)}, {"count": people(104)}),
    ({"destination": SAMARKAND, "count": people(131)}, {"count": people(131), "origin": NEW_YORK}),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_same(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert compare(first, second).outcome == "same", compare(first, second)


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_different(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert compare(first, second).outcome == "different", compare(first, second)


@pytest.mark.parametrize(("first", "second"), ASK)
def test_ask_a_person(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert compare(first, second).outcome == "ask", compare(first, second)


@pytest.mark.parametrize(("first", "second"), SAME + DIFFERENT + ASK)
def test_a_comparison_is_the_same_from_either_side(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    one, other = told("one", **first), told("another", **second)
    assert score(one, other) == score(other, one)


def test_movements_of_one_document_are_different() -> None:
    one, other = prepare([claim("one"), claim("one", at=50, movement=1)])
    assert score(one, other).outcome == "different"


def test_a_comparison_says_why_in_plain_words() -> None:
    found = compare({"count": people(131)}, {"count": MORE_THAN_100})
    assert found.why == "same day, same destination, 131 within more than 100"
    assert found.features == ("same-day", "same-destination", "count-within")


def test_digits_in_another_order_are_a_slip_and_not_another_number() -> None:
    found = compare({"count": people(131)}, {"count": people(113)})
    assert found.outcome == "same"
    assert found.why == "same day, same destination, 113 and 131 people, the same digits reordered"
    assert "count-slip" not in compare({"count": people(131)}, {"count": people(114)}).features


def test_a_shared_quotation_and_one_wire_text_speak_for_it() -> None:
    sketch = tuple(range(20))
    known = [
        report(name, sketch=sketch, quotations=("we will take home every one of them",))
        for name in ("one", "another")
    ]
    found = score(told("one", known[0]), told("another", known[1]))
    assert {"same-wire", "shared-quotation"} <= set(found.features)


def test_an_undated_telling_is_taken_to_be_of_the_days_before_its_report() -> None:
    undated = told("one", report("one"), date=None, count=people(131))
    assert undated.blocks & told("another").blocks
    found = score(undated, told("another", count=people(131)))
    assert found.outcome == "same"
    assert "reported-then" in found.features


def test_same_nationalities_speak_for_it_and_others_against() -> None:
    ours = {"nationalities": citizens("UZ", "KZ")}
    assert "same-nationalities" in compare(ours, ours).features
    assert "other-nationalities" in compare(ours, {"nationalities": citizens("VE")}).features


def test_the_features_of_the_file_are_those_of_the_code() -> None:
    code = Path(departures.resolve.features.__file__).read_text(encoding="utf-8")
    named = set(re.findall(r'"([a-z]+-[a-z]+)"', code))
    assert named == set(weights().weight)
