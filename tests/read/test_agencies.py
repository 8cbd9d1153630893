"""Offices: listed names, names told by how they are built, and the country that they belong to."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.agencies import AgencyHit, find_agencies
from departures.read.language import language
from departures.read.places import find_places


def read(text: str) -> list[AgencyHit]:
    words = language("en")
    page = words.lay_out(text)
    return find_agencies(page, words.lexicon.find(page), *find_places(page))


def agencies(text: str) -> list[tuple[str, str | None]]:
    return [(hit.name, hit.country) for hit in read(text)]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("It was told by ICE.", "ICE", "US"),
        ("Frontex paid for it.", "Frontex", "EU"),
        ("The Home Office declined.", "Home Office", "GB"),
        ("Migrationsverket declined.", "Migrationsverket", "SE"),
        ("The DT&V declined.", "DT&V", "NL"),
        ("Pakistan's FIA arrested them.", "Pakistan's FIA", "PK"),
        ("The UNHCR protested.", "UNHCR", None),
        ("Georgia's Interior Ministry agreed.", "Georgia's Interior Ministry", "GE"),
        ("The Uzbek Foreign Ministry agreed.", "Uzbek Foreign Ministry", "UZ"),
        ("Cambodia's interior ministry agreed.", "Cambodia's interior ministry", "KH"),
        ("Germany's federal police flew them.", "Germany's federal police", "DE"),
        ("The Honduran migration institute knew.", "Honduran migration institute", "HN"),
        ("The Swazi government agreed.", "Swazi government", "SZ"),
        ("The government of Eswatini agreed.", "government of Eswatini", "SZ"),
        ("The interior ministry in Berlin agreed.", "interior ministry", "DE"),
        (
            "Ecuador's Ministry of Foreign Affairs and Human Mobility agreed.",
            "Ecuador's Ministry of Foreign Affairs and Human Mobility",
            "EC",
        ),
        ("The Embassy of Ghana in Nepal helped.", "Embassy of Ghana", "GH"),
        ("The Ministry of Rivers agreed.", "Ministry of Rivers", None),
        ("The Ruritanian Border Guard Service knew.", "Ruritanian Border Guard Service", None),
    ],
)
def test_offices_and_their_countries(text: str, name: str, country: str | None) -> None:
    assert agencies(text) == [(name, country)]


def test_two_offices_joined_by_and_are_two() -> None:
    text = "It was the Department of Homeland Security and the Department of State."
    assert [name for name, _ in agencies(text)] == [
        "Department of Homeland Security",
        "Department of State",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ice covered the runway and they ate ice cream.",
        "The government agreed.",
        "A service was held; an office was closed.",
        "He was home office for years.",
        "Jane Roe, Field Office Director, agreed.",
    ],
)
def test_what_only_looks_like_an_office_is_none(text: str) -> None:
    assert agencies(text) == []


@given(st.text(st.characters()))
def test_no_text_fails_and_every_span_reproduces_its_name(text: str) -> None:
    assert all(text[hit.start : hit.end] == hit.name for hit in read(text))


WORDS = [
    "Ministry",
    "of",
    "the",
    "Interior",
    "government",
    "Georgia",
    "’s",
    "Uzbek",
    "ICE",
    ".",
    "\n",
]


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_hits_are_in_order_and_never_overlap(text: str) -> None:
    hits = read(text)
    assert all(left.last <= right.first for left, right in pairwise(hits))
    assert all(text[hit.start : hit.end] == hit.name for hit in hits)


@pytest.mark.parametrize(
    "piece", ["Ministry ", "Ministry of ", "Ministry of Rivers and ", "government "]
)
def test_time_grows_with_length_only(piece: str) -> None:
    words = language("en")
    page = words.lay_out(piece * 10_000)
    hits = words.lexicon.find(page)
    begun = time.process_time()
    find_agencies(page, hits)
    assert time.process_time() - begun < 5
