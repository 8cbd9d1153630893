"""What courts did: effect, day, court and judge, told in many ways, and each order once."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.dates import find_dates
from departures.read.frames.orders import OrderFrame, find_orders
from departures.read.language import language

ENGLISH = language("en")
CASES = tomllib.loads(Path(__file__).with_name("orders_cases.toml").read_text(encoding="utf-8"))
FRIDAY = date(2025, 9, 12)


def read(text: str) -> list[OrderFrame]:
    page = ENGLISH.lay_out(text)
    return find_orders(page, find_dates(page, FRIDAY), published=FRIDAY)


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"])
def test_an_order_has_its_effect_and_its_day(case: dict[str, Any]) -> None:
    found = [
        [
            order.effect,
            order.date.earliest.isoformat() if order.date and order.date.earliest else "",
        ]
        for order in read("Headline of a text\n\n" + case["text"])
    ]
    assert found == case["orders"]


def test_court_judge_case_and_docket_are_named() -> None:
    text = (
        "In A.B. v. Hall, No. 25-cv-1201, U.S. District Judge Ona Brell in Tacoma, Washington, "
        "ruled on June 3 that the removals may go ahead."
    )
    [order] = read(text)
    assert order.judge and order.judge[2] == "U.S. District Judge Ona Brell in Tacoma, Washington"
    assert order.case and text[order.case[0] : order.case[1]] == "A.B. v. Hall"
    assert order.docket and order.docket[2] == "25-cv-1201"


def test_an_order_told_twice_is_one() -> None:
    [order] = read(
        "The plane turned back after a judge blocked the flight.\n\n"
        "Judge Ona Brell in Boston had blocked the flight on Monday."
    )
    assert order.judge and "Ona Brell" in order.judge[2]
    assert order.date and order.date.earliest == date(2025, 9, 8)


def test_two_courts_make_two_orders() -> None:
    text = "The High Court of Kenya blocked the flight. The High Court of Ghana blocked it too."
    assert len(read(text)) == 2


def test_a_surname_stands_for_the_judge() -> None:
    [order] = read("Judge Ona Brell heard both sides. Brell then blocked the flight.")
    assert order.judge and order.judge[2] == "Judge Ona Brell"


def test_a_bare_hour_takes_the_day_told_before() -> None:
    [order] = read(
        "The plane took off on Sept. 3. At 7:40 p.m. Judge Ona Brell ordered the men's return."
    )
    assert order.date and order.date.earliest == date(2025, 9, 3)


@pytest.mark.parametrize(
    ("text", "challenge"),
    [
        (
            "A judge barred the flights on Monday. The government has appealed the ruling.",
            "appealed",
        ),
        ("A judge barred the flights on Monday. The government has not appealed.", None),
        ("A judge barred the flights. The 4th Circuit upheld the order on Friday.", "upheld"),
        ("A judge barred the flights. The Supreme Court stayed the order on Friday.", "stayed"),
    ],
)
def test_a_challenge_is_bound_to_the_order(text: str, challenge: str | None) -> None:
    assert read(text)[0].challenge == challenge


def test_noise_in_front_moves_spans_exactly() -> None:
    for case in CASES["case"]:
        plain, noise = read(case["text"]), "🛬 e\u0301 \u202bשלום\u202c.\n\n"
        moved = read(noise + case["text"])
        assert [(o.start + len(noise), o.end + len(noise), o.effect) for o in plain] == [
            (o.start, o.end, o.effect) for o in moved
        ]


PIECES = sorted(
    {word for case in CASES["case"] for word in case["text"].split()}
    | {".", ",", "\n\n", "v.", "No.", '"', "She", "It", "\ud800", "🛬", "by a judge", "which"}
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_spans_hold_in_any_jumble_of_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for order in read(text):
        assert 0 <= order.start < order.end <= len(text)
        for name in (order.court, order.judge, order.case, order.docket):
            assert name is None or text[name[0] : name[1]].strip()
        assert order.subject is None or text[order.subject[0] : order.subject[1]].strip()
