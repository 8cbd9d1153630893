"""Mentions beside a movement: a fact is one, a denial is no, and whatever is unsure stays open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.check.mentions import mentions


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two children were among the passengers.", [("children", "yes")]),
        ("There were no children on board.", [("children", "no")]),
        ("Nobody on the plane was a minor, officials said.", [("children", "no")]),
        ("It was not known whether children were on the flight.", [("children", "unknown")]),
        ("He left two children behind in Ohio.", []),
        ("Officials gave money to Save the Children.", []),
        ("The men were convicted of child abuse.", []),
        ("None of them was given notice.", [("notice", "no")]),
        ("Notice was never given to the men.", [("notice", "no")]),
        ("The men were notified in Spanish a day before.", [("notice", "yes")]),
        ("The flight left at short notice.", []),
        ("They were not told, but children were on board.", [("children", "yes")]),
        ("Lawyers asked for assurances.", [("assurances", "unknown")]),
        ("The minister gave assurances on their treatment.", [("assurances", "yes")]),
        ("They were flown without diplomatic assurances.", [("assurances", "no")]),
        ("Eight held withholding of removal.", [("protection", "yes")]),
        ("Her request for withholding of removal was denied.", [("protection", "no")]),
        ("No one had a credible fear interview.", [("fear", "no")]),
        ("They didn’t get fear interviews.", [("fear", "no")]),
        ("CREDIBLE FEAR interviews were held.", [("fear", "yes")]),
        ("No one was shackled.", []),
    ],
)
def test_a_mention_is_told_denied_or_open(text: str, told: list[tuple[str, str]]) -> None:
    assert list(mentions(text)) == told


@given(st.text(alphabet="no children. notice, whether ’'", max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert {answer for _, answer in mentions(text)} <= {"yes", "no", "unknown"}
