"""Counted groups: a number with its noun, and whose citizens they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.language import language
from departures.read.numbers import find_numbers
from departures.read.page import Page
from departures.read.people import Around, Group, find_groups, find_singles
from departures.read.places import find_places

ENGLISH = language("en")


def around(page: Page) -> Around:
    places, peoples = find_places(page, "en")
    return Around(
        {hit.first: hit for hit in ENGLISH.lexicon.find(page)},
        {place.first: place for place in places},
        {people.first: people for people in peoples},
        {number.first: number for number in find_numbers(page, "en")},
    )


def groups(text: str) -> list[Group]:
    page = ENGLISH.lay_out(text)
    return find_groups(page, around(page), find_numbers(page, "en"))


def singles(text: str) -> list[Group]:
    page = ENGLISH.lay_out(text)
    return find_singles(page, around(page))


def words(text: str, group: Group) -> str:
    page = ENGLISH.lay_out(text)
    return text[page.starts[group.first] : page.ends[group.last - 1]]


@pytest.mark.parametrize(
    ("text", "noun", "what", "countries"),
    [
        ("They held 33 Afghan men.", "people", "general", "AF"),
        ("They held 33 Afghans.", "people", "citizens", "AF"),
        ("They held 33 Afghan nationals.", "people", "citizens", "AF"),
        ("They held 33 citizens of Chad.", "people", "citizens", "TD"),
        ("They held 33 citizens of Chad, Mali and Niger.", "people", "citizens", "TD ML NE"),
        ("They held 33 nationals from Chad.", "people", "citizens", "TD"),
        ("They held 33 people.", "people", "general", ""),
        ("They held 33 undocumented migrants.", "people", "migrants", ""),
        ("They held 33 deportees.", "people", "deported", ""),
        ("They held 33 detainees.", "people", "detained", ""),
        ("They held 33 passengers.", "people", "travellers", ""),
        ("They held 33 Kazakh and Kyrgyz nationals.", "people", "citizens", "KZ KG"),
        ("It was told of 66 charter flights.", "flights", "flights", ""),
        ("It was told of 66 buses.", "flights", "vehicles", ""),
        ("It was told of 66 police officers.", "staff", "people", ""),
        ("They held 33 of them.", None, None, ""),
        ("They held 33 in May.", None, None, ""),
        ("They held thirty-three young Malian women.", "people", "general", "ML"),
        pytest.param(
            "They held 33 tired and hungry Malian women.",
            *("people", "general", "ML"),
            marks=pytest.mark.xfail(strict=True, reason="'and' between adjectives ends the search"),
        ),
        ("They held more than 33 Malians.", "people", "citizens", "ML"),
        ("They held 33 people from Mali.", "people", "general", ""),
    ],
)
def test_a_number_counts_its_noun(
    text: str, noun: str | None, what: str | None, countries: str
) -> None:
    [group] = groups(text)
    assert (group.noun, group.what) == (noun, what)
    assert " ".join(held.country or "" for held in group.countries) == countries


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("They held more than 33 Afghan men there.", "more than 33 Afghan men"),
        ("They held 33 citizens of Chad and Mali there.", "33 citizens of Chad and Mali"),
        ("They held 33 people there.", "33 people"),
        ("They held 33.", "33"),
    ],
)
def test_a_group_runs_from_its_number_to_its_noun(text: str, span: str) -> None:
    [group] = groups(text)
    assert words(text, group) == span


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("They held 33 of them.", True),
        ("They held 33 of the 40 migrants.", True),
        ("They held 33 of whom nothing is known.", True),
        ("They held 33 migrants.", False),
        ("They held dozens of migrants.", False),
        ("They held hundreds of Afghans.", False),
    ],
)
def test_part_of_a_group_says_so(text: str, partial: bool) -> None:
    assert groups(text)[0].partial is partial


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("They held a further 33 migrants.", True),
        ("They held another 33 migrants.", True),
        ("They held 33 other migrants.", True),
        ("They held 33 more migrants.", True),
        ("They held 33 migrants.", False),
    ],
)
def test_a_number_that_adds_says_so(text: str, further: bool) -> None:
    [group] = groups(text)
    assert group.further is further


@pytest.mark.parametrize(
    "text",
    [
        "It left from gate 14.",
        "A Gambian of 44 was there.",
        "It left at 13.00 from there.",
        "It was the third of its kind.",
        "The man, aged 33, was there.",
    ],
)
def test_numbers_that_name_count_nothing(text: str) -> None:
    assert groups(text) == []


@pytest.mark.parametrize(
    ("text", "span", "countries"),
    [
        ("They expelled a Brazilian national.", "a Brazilian national", "BR"),
        ("They expelled a 38-year-old Brazilian man.", "a 38-year-old Brazilian man", "BR"),
        ("They expelled an imam.", "an imam", ""),
        ("They deported him on Monday.", "him", ""),
    ],
)
def test_one_person_is_told_without_a_number(text: str, span: str, countries: str) -> None:
    [single] = singles(text)
    assert words(text, single) == span
    assert single.number.lower == single.number.upper == 1
    assert " ".join(held.country or "" for held in single.countries) == countries


@pytest.mark.parametrize("text", ["They saw the man.", "It told him so.", "A plane left."])
def test_no_person_is_counted_where_none_is_told(text: str) -> None:
    assert singles(text) == []


PIECES = (
    "33 of them the more a an Afghan Malians nationals from Chad and , . men flights 1.5 \ud800 🛬 "
    "dozens hundreds him deported other aged gate half"
).split(" ")


@given(st.lists(st.sampled_from(PIECES), max_size=50))
def test_groups_hold_one_number_each_in_any_jumble(pieces: list[str]) -> None:
    text = " ".join(pieces)
    size = len(ENGLISH.lay_out(text).words)
    found = groups(text)
    assert len({group.number.first for group in found}) == len(found)
    for group in [*found, *singles(text)]:
        assert 0 <= group.first <= group.number.first < group.last <= size
