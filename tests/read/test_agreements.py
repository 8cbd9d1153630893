"""Agreements between governments: parties, day, terms and whether they stand, each told once."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.frames.agreements import AgreementFrame, find_agreements
from departures.read.language import language
from departures.read.scene import survey

ENGLISH = language("en")
CASES = tomllib.loads(Path(__file__).with_name("agreements_cases.toml").read_text(encoding="utf-8"))
FRIDAY = date(2025, 9, 12)
HEADLINE = "Headline of a text\n\n"


def read(text: str, partner: str | None = None) -> list[AgreementFrame]:
    return find_agreements(survey(ENGLISH, ENGLISH.lay_out(text), FRIDAY), partner)


def parties(agreement: AgreementFrame) -> str:
    return " ".join(sorted(country for *_, country in agreement.parties))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"])
def test_an_agreement_has_its_parties_and_its_day(case: dict[str, Any]) -> None:
    found = [
        [parties(a), a.date.earliest.isoformat() if a.date and a.date.earliest else ""]
        for a in read(HEADLINE + case["text"])
    ]
    assert found == case["agreements"]


def test_terms_and_subject_are_spans() -> None:
    text = (
        "Under a deal with Rwanda, Washington will pay $7.5 million to send up to 250 people there."
    )
    [agreement] = read(HEADLINE + text)
    full = HEADLINE + text
    assert [full[start:end] for start, end in agreement.terms] == [
        "$7.5 million",
        "up to 250 people there",
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A draft agreement between Chad and Sweden is under discussion.", "planned"),
        ("Angola denied a deal with the United States on Monday.", "denied"),
        ("Ghana offered to take people deported from the United States.", "possible"),
        ("Ghana and the United States signed an agreement on Monday.", "happened"),
    ],
)
def test_drafts_offers_and_denials_are_told_apart(text: str, modality: str) -> None:
    [agreement] = read(HEADLINE + text)
    assert agreement.modality == modality


def test_an_agreement_told_twice_is_one() -> None:
    [agreement] = read(
        HEADLINE
        + "Ghana has a deal with the United States. The deal, signed in May, covers 40 people."
    )
    assert parties(agreement) == "GH US"
    assert agreement.date and agreement.date.earliest == date(2025, 5, 1)


def test_two_days_make_two_agreements() -> None:
    text = (
        "Ghana and the United States signed a deal in 2008. "
        "They signed an agreement with Ghana in May."
    )
    assert len(read(HEADLINE + text)) == 2


def test_the_reports_partner_completes_an_agreement() -> None:
    text = (
        "A plane flew to Uzbekistan. It is the first such deal between the United States and "
        "a foreign government."
    )
    [agreement] = read(HEADLINE + text, partner="UZ")
    assert parties(agreement) == "US UZ"


def test_a_headline_counts_where_the_text_tells_no_other() -> None:
    [agreement] = read("Angola denies deal with United States\n\nNo plane is coming.")
    assert (parties(agreement), agreement.modality) == ("AO US", "denied")


def test_noise_in_front_moves_spans_exactly() -> None:
    noise = "🛬 e\u0301 \u202bשלום\u202c.\n\n"
    for case in CASES["case"]:
        plain, moved = read(HEADLINE + case["text"]), read(noise + HEADLINE + case["text"])
        assert [(a.start + len(noise), a.end + len(noise), parties(a)) for a in plain] == [
            (a.start, a.end, parties(a)) for a in moved
        ]


PIECES = sorted(
    {word for case in CASES["case"] for word in case["text"].split()}
    | {".", ",", "\n\n", "between", "both", "governments", '"', "\ud800", "🛬", "deal", "$3"}
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_spans_hold_in_any_jumble_of_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for agreement in read(text):
        assert 0 <= agreement.start < agreement.end <= len(text)
        assert agreement.parties
        for start, end, name, _ in agreement.parties:
            assert text[start:end] == name
        for span in (*agreement.terms, *([agreement.what] if agreement.what else [])):
            assert text[span[0] : span[1]].strip()
