"""Places and nationalities: what must be recognised, what must not, and which country is meant."""

import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.gazetteer import gazetteer
from departures.read.language import grammar, language
from departures.read.places import PeopleHit, PlaceHit, find_places

HERE = Path(__file__).parent
COUNTRIES = [
    tuple(line.split(" ", 1))
    for line in (HERE / "countries.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CASES = tomllib.loads((HERE / "place_cases.toml").read_text(encoding="utf-8"))["case"]
SHARED_NAMES = {"Congolese", "Dominican"}


def read(text: str) -> tuple[list[PlaceHit], list[PeopleHit]]:
    return find_places(language("en").lay_out(text))


def places(text: str) -> list[str]:
    return [f"{hit.name} {hit.country or '-'}" for hit in read(text)[0] if not hit.inside_name]


def peoples(text: str) -> list[tuple[str, str | None]]:
    return [(text[hit.start : hit.end], hit.country) for hit in read(text)[1]]


def forms() -> list[tuple[str, str, bool]]:
    """Every word for a people: the word, its country, and whether it means many."""
    found = []
    for code, kinds in grammar("en", "places-extra")["people"].items():
        for kind, names in kinds.items():
            for name in names:
                one, _, many = name.partition("/")
                found.append((one, code, False))
                if kind == "regular" and not name.endswith(("ch", "sh", "s")):
                    found.append((f"{one}s", code, True))
                if many:
                    found.append((many, code, True))
    return [form for form in found if form[0].rstrip("s") not in SHARED_NAMES]


@pytest.mark.parametrize(("code", "name"), COUNTRIES)
def test_every_country_is_recognised(code: str, name: str) -> None:
    assert places(f"The plane flew to {name} on Monday.") == [f"{name} {code}"]


@pytest.mark.parametrize(("word", "code", "many"), forms())
def test_every_word_for_a_people_leads_to_its_country(word: str, code: str, many: bool) -> None:
    [hit] = read(f"On board were two {word} without papers.")[1]
    assert hit.country == code
    if many:
        assert hit.noun and hit.plural


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_names_mean_what_their_surroundings_say(case: dict[str, Any]) -> None:
    assert places(case["text"]) == case["places"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Fourteen Congolese went home to Kinshasa.", "CD"),
        ("Two Congolese went home to Brazzaville.", "CG"),
        ("Nine Dominicans went home to Santo Domingo.", "DO"),
        ("Nine Dominicans went home to Roseau, Dominica.", "DM"),
    ],
)
def test_a_people_of_two_countries_is_told_by_the_places_beside_it(text: str, country: str) -> None:
    assert [hit.country for hit in read(text)[1]] == [country]


def test_peoples_of_regions_have_no_country() -> None:
    text = "Central Asians, West African migrants, Latin Americans, Rohingya and South Americans."
    assert [country for _, country in peoples(text)] == [None] * 5


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Sixty Chinese were aboard.", True),
        ("Sixty Chinese nationals were aboard.", False),
        ("The French refused.", True),
        ("The French authorities refused.", False),
        ("A Swiss was aboard.", False),
        ("Georgians were aboard.", True),
    ],
)
def test_a_form_for_one_and_many_means_many_only_where_it_stands_for_people(
    text: str, plural: bool
) -> None:
    [hit] = read(text)[1]
    assert hit.plural is plural


@pytest.mark.parametrize(
    "text",
    [
        "The New York Times asked.",
        "It was told by the University of Texas and the Bank of Uzbekistan.",
        "US Immigration would not say.",
        "U.S. District Judge Ana Brook ruled.",
        "El Salvador President Ada Cruz agreed.",
        "Two men came by Kenya Airways.",
    ],
)
def test_places_inside_longer_names_say_so(text: str) -> None:
    found = read(text)[0]
    assert found and all(hit.inside_name for hit in found)


@pytest.mark.parametrize(
    ("text", "name", "iata"),
    [
        (
            "It landed at Shota Rustaveli Tbilisi International Airport.",
            "Shota Rustaveli Tbilisi International Airport",
            "TBS",
        ),
        (
            "At Hartsfield-Jackson Atlanta International Airport they waited.",
            "Hartsfield-Jackson Atlanta International Airport",
            "ATL",
        ),
        ("It left Miami International Airport.", "Miami International Airport", "MIA"),
        ("It left Leipzig airport.", "Leipzig airport", "LEJ"),
        ("It left JFK at noon.", "JFK", "JFK"),
        ("It flew from AEX at noon.", "AEX", "AEX"),
        ("It left Ramstein Air Base.", "Ramstein Air Base", "RMS"),
    ],
)
def test_airports_have_their_code(text: str, name: str, iata: str) -> None:
    if name == "Leipzig airport":
        name = "Leipzig"
    [hit] = [hit for hit in read(text)[0] if hit.kind == "airport"]
    assert (hit.name.removesuffix(" airport"), hit.airport) == (name, iata)


def test_a_code_in_brackets_belongs_to_the_airport_before_it() -> None:
    [airport, code] = read("They saw Tashkent International Airport (TAS) at night.")[0]
    assert (airport.country, code.airport, code.part_of_previous) == ("UZ", "TAS", True)


def test_an_agency_in_capitals_is_no_airport() -> None:
    assert places("It was told to ICE, from DHS, by the FIA (FIA) and the BIA.") == []


def test_a_capital_is_told_as_one() -> None:
    found = read("Washington and Tashkent agreed; Samarkand was not asked.")[0]
    assert [hit.capital for hit in found] == [True, True, False]


def test_a_region_after_its_city_is_part_of_it() -> None:
    found = read("It left Alexandria, Louisiana, for Guatemala City, Guatemala.")[0]
    assert [hit.part_of_previous for hit in found] == [False, True, False, True]


@given(st.text(st.characters()))
def test_no_text_fails_and_every_span_reproduces_its_name(text: str) -> None:
    found, people = read(text)
    assert all(text[hit.start : hit.end] == hit.name for hit in found)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in people)


NAMES = ["Georgia", "Jordan", "the US", "U.S.", "Paris", "Uzbeks", "(TAS)", "New York", "Tbilisi"]
GLUE = [
    " ",
    ", ",
    "\n",
    "\n\n",
    "’s ",
    " – ",
    ". ",
    " of ",
    "\u0301",
    "\u200f",
    "😀",
    "Airport",
    "Mr.",
]


@given(st.lists(st.sampled_from(NAMES + GLUE)).map("".join))
def test_hits_are_in_order_and_never_overlap(text: str) -> None:
    found, people = read(text)
    spans = sorted([(hit.start, hit.end) for hit in (*found, *people)])
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[hit.start : hit.end] == hit.name for hit in found)


def test_the_gazetteer_is_small_and_loads_fast() -> None:
    gazetteer.cache_clear()
    begun = time.process_time()
    names = gazetteer("en")
    assert time.process_time() - begun < 0.5
    assert len(names.rows) < 13_000


@pytest.mark.parametrize(
    "piece",
    [
        "Georgia, Alexandria and Jordan Smith of New York. ",
        "Georgia Jordan Paris ",
        "San ",
        "Houston, ",
        "Alexandria International ",
        "Mr. ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    page = language("en").lay_out(piece * 10_000)
    begun = time.process_time()
    find_places(page)
    assert time.process_time() - begun < 5
