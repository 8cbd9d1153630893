"""Carriers: listed names, names told by how they are built, and words that only look like them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.carriers import CarrierHit, find_carriers
from departures.read.language import language


def read(text: str) -> list[CarrierHit]:
    words = language("en")
    page = words.lay_out(text)
    return find_carriers(page, words.lexicon.find(page))


def carriers(text: str) -> list[tuple[str, str]]:
    return [(hit.name, hit.kind) for hit in read(text)]


@pytest.mark.parametrize(
    "name",
    [
        "GlobalX",
        "Omni Air International",
        "World Atlantic Airlines",
        "Eastern Air Express",
        "Avelo Airlines",
        "iAero Airways",
        "Freebird Airlines",
        "SmartLynx",
        "Privilege Style",
        "AirTanker",
        "Hi Fly",
        "Enter Air",
        "Uzbekistan Airways",
        "Air Peace",
        "RwandAir",
        "easyJet",
        "KLM",
    ],
)
def test_airlines_are_recognised(name: str) -> None:
    assert carriers(f"They were flown home by {name} on Monday.") == [(name, "airline")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A jet of Sunline Airways left at dawn.", "Sunline Airways", "airline"),
        ("A jet of Blue Heron Air Lines left at dawn.", "Blue Heron Air Lines", "airline"),
        ("Zenith Blue Aviation flew them.", "Zenith Blue Aviation", "airline"),
        ("The contract went to CSI Aviation.", "CSI Aviation", "broker"),
        ("It was arranged by Air Charter Service.", "Air Charter Service", "broker"),
        ("A US Air Force C-17 took them.", "US Air Force", "military"),
        ("A Ruritanian Air Force plane took them.", "Ruritanian Air Force", "military"),
        ("A ship of the Mexican navy took them.", "Mexican navy", "military"),
        ("Two Colombian military planes took them.", "Colombian military", "military"),
    ],
)
def test_carriers_are_told_by_how_their_names_are_built(text: str, name: str, kind: str) -> None:
    assert carriers(text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "ICE Air planned the flight.",
        "ICE Air Operations planned the flight.",
        "Air traffic was light and the air was cold.",
        "He left Yokota Air Base.",
        "The delta was flooded; a titan of industry spoke.",
        "They met at an Open Air concert.",
        "The military denied it.",
        "Three airlines refused.",
    ],
)
def test_what_only_looks_like_a_carrier_is_none(text: str) -> None:
    assert carriers(text) == []


def test_two_carriers_in_one_sentence() -> None:
    text = "Chartered from Classic Air Charter, the plane was flown by Swift Air."
    assert carriers(text) == [("Classic Air Charter", "broker"), ("Swift Air", "airline")]


@given(st.text(st.characters()))
def test_no_text_fails_and_every_span_reproduces_its_name(text: str) -> None:
    assert all(text[hit.start : hit.end] == hit.name for hit in read(text))


WORDS = ["Air", "Airlines", "Force", "US", "Mexican", "navy", "ICE", "Blue", "the", "of", ".", "\n"]


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_hits_are_in_order_and_never_overlap(text: str) -> None:
    hits = read(text)
    assert all(left.last <= right.first for left, right in pairwise(hits))
    assert all(text[hit.start : hit.end] == hit.name for hit in hits)


@pytest.mark.parametrize("piece", ["Air ", "Blue Airlines ", "navy ", "Mexican ", "Air Force "])
def test_time_grows_with_length_only(piece: str) -> None:
    words = language("en")
    page = words.lay_out(piece * 10_000)
    hits = words.lexicon.find(page)
    begun = time.process_time()
    find_carriers(page, hits)
    assert time.process_time() - begun < 5
