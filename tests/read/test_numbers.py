"""Numbers: their values, their bounds, what they count, and their words."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.language import language
from departures.read.numbers import Number, find_numbers, finding, kinds

NOISE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("İßﬁ“”‘’—–\u00a0\u202f\u0301\u200d🛫\r\n\t .,:;-/()$%\"'0123456789٣²½"),
    ),
    max_size=200,
)
WORDS = """
more than at least up to fewer nearly about some an estimated between and from over or so plus a the
of in out no none not one two three twelve twenty-one forty hundred thousand million dozen dozens
several few couple half quarter point first third thirds 5 14 500 41 1,445,549 1.4 2025 1950 21st -
– , . : ( ) $ % percent per cent people years old year-old April May km flight No. section Mabry 0
007 k m lakh crore tens hundreds u.s.c. p.m. C number strong minutes odd give take
older younger boy under over children callsign XYZ aged U.S. dollars fewer less equal not times than
"""
PHRASES = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=25).map(" ".join)


def read(text: str) -> list[Number]:
    return find_numbers(language("en").lay_out(text))


def counts(text: str) -> list[Number]:
    return [number for number in read(text) if number.kind == "count"]


def bounds(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(text[n.start : n.end], n.lower, n.upper) for n in counts(text)]


@pytest.mark.parametrize(
    ("phrase", "lower", "upper"),
    [
        ("131", 131, 131),
        ("1,445,549", 1445549, 1445549),
        ("14 500", 14500, 14500),
        ("14\u00a0500", 14500, 14500),
        ("1\u202f445\u202f549", 1445549, 1445549),
        ("1.4 million", 1400000, 1400000),
        ("1.2m", 1200000, 1200000),
        ("10k", 10000, 10000),
        ("1,50,000", 150000, 150000),
        ("1.5 lakh", 150000, 150000),
        ("2 crore", 20000000, 20000000),
        ("forty-seven", 47, 47),
        ("a hundred and forty-five thousand", 145000, 145000),
        ("fifteen hundred", 1500, 1500),
        ("half a million", 500000, 500000),
        ("a quarter of a million", 250000, 250000),
        ("two and a half million", 2500000, 2500000),
        ("a million and a half", 1500000, 1500000),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("more than 100", 101, None),
        ("over 100", 101, None),
        ("well over 100", 101, None),
        ("upwards of 100", 101, None),
        ("in excess of 1,000", 1001, None),
        ("at least 100", 100, None),
        ("no fewer than 100", 100, None),
        ("not less than 100", 100, None),
        ("100 or more", 100, None),
        ("100-plus", 100, None),
        ("100+", 100, None),
        ("more than half a million", 500001, None),
        ("up to 50", None, 50),
        ("as many as 200", None, 200),
        ("not more than 2 100", None, 2100),
        ("a maximum of 30", None, 30),
        ("40 or fewer", None, 40),
        ("up to a dozen", None, 12),
        ("fewer than 50", None, 49),
        ("just under 300", None, 299),
        ("nearly 300", None, 299),
        ("almost three hundred", None, 299),
        ("between 18 and 25", 18, 25),
        ("18 to 25", 18, 25),
        ("18-25", 18, 25),
        ("18–25", 18, 25),
        ("10 to 12 million", 10000000, 12000000),
        ("between 2 million and 4 million", 2000000, 4000000),
        ("two or three", 2, 3),
        ("more than 100 but fewer than 200", 101, 199),
        ("dozens", 24, 99),
        ("scores", 40, 99),
        ("hundreds", 200, 999),
        ("thousands", 2000, 9999),
        ("tens of thousands", 20000, 99999),
        ("hundreds of thousands", 200000, 999999),
        ("several dozen", 36, 99),
        ("several hundred", 300, 999),
        ("several hundred thousand", 300000, 999999),
        ("a few hundred", 200, 999),
        ("none", 0, 0),
        ("zero", 0, 0),
        ("not one", 0, 0),
    ],
)
def test_a_phrase_means_its_bounds_and_is_spanned_whole(
    phrase: str, lower: int | None, upper: int | None
) -> None:
    text = f"Last week {phrase} people were flown home."
    assert bounds(text) == [(phrase, lower, upper)]


@pytest.mark.parametrize(
    "phrase",
    [
        "about 120",
        "around 120",
        "some 120",
        "roughly 120",
        "approximately 120",
        "an estimated 120",
        "120 or so",
        "120 or thereabouts",
        "120, give or take",
        "about ten dozen",
    ],
)
def test_about_is_the_number_itself_and_approximate(phrase: str) -> None:
    text = f"The plane carried {phrase} people."
    (number,) = counts(text)
    assert (number.lower, number.upper, number.approximate) == (120, 120, True)
    assert text[number.start : number.end] == phrase


def test_nearly_is_approximate_and_at_most() -> None:
    (number,) = counts("Nearly 300 people were held.")
    assert (number.lower, number.upper, number.approximate) == (None, 299, True)


def test_a_bound_may_stand_on_a_bound() -> None:
    (number,) = counts("At least an estimated 1,000 people left.")
    assert (number.lower, number.upper, number.approximate) == (1000, None, True)


def test_the_bare_numeral_is_told_apart_from_its_bound() -> None:
    page = language("en").lay_out("It has held somewhat more than 1.6 million people.")
    (number,) = find_numbers(page)
    assert page.words_between(number.core_first, number.core_last) == "1.6 million"
    assert page.words_between(number.first, number.last) == "somewhat more than 1.6 million"
    assert number.value == 1_600_000


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A 41-year-old man was flown home.", "age"),
        ("He is 41 years old.", "age"),
        ("Her son, aged 12, stayed.", "age"),
        ("Dana Whitfield, 52, a lawyer, said so.", "age"),
        ("Children under five were on board.", "age"),
        ("It took a nine-hour flight.", "measure"),
        ("They had 10 days' notice.", "measure"),
        ("It lasted twelve months.", "measure"),
        ("It is some 700 km away.", "measure"),
        ("The crossing is 5 square miles wide.", "measure"),
        ("A three-judge panel sat.", "measure"),
        ("They were fined $1.2 million.", "money"),
        ("It cost 5 000 roubles.", "money"),
        ("Washington paid 7.5 million U.S. dollars.", "money"),
        ("It rose by 11.4 percent.", "percent"),
        ("It fell by 4 per cent.", "percent"),
        ("It fell by 4 % in a year.", "percent"),
        ("Two-thirds of them were men.", "percent"),
        ("One in five was a child.", "percent"),
        ("In 7 out of 10 cases it failed.", "percent"),
        ("It left at 6:12 from Dallas.", "time"),
        ("It left at 11.15 a.m. from Dallas.", "time"),
        ("At ten o'clock it left.", "time"),
        ("It left on April 30 from Dallas.", "date"),
        ("It left on 30 April from Dallas.", "date"),
        ("It left on Nov. 24 from Dallas.", "date"),
        ("It left on the 30th of April.", "date"),
        ("In 2025 it left.", "year"),
        ("It was so in 2019-2021.", "year"),
        ("It was so in 2023-24.", "year"),
        ("Under the 1951 convention it is barred.", "year"),
        ("A C-17 left.", "name"),
        ("An Airbus A320 left.", "name"),
        ("A Boeing 737 left.", "name"),
        ("Flight 412 left.", "name"),
        ("It left as callsign XYZ 872, they say.", "name"),
        ("It is barred by Article 33 of it.", "name"),
        ("It is barred under Title 42 there.", "name"),
        ("Title 8 U.S.C. 1225 says so.", "name"),
        ("The average was 5.6 a day.", "decimal"),
        ("The three third countries agreed.", "count"),
    ],
)
def test_what_is_no_count_is_none(text: str, kind: str) -> None:
    found = read(text)
    assert found[0].kind == kind
    assert all(number.kind == kind or number.kind != "count" for number in found) or kind == "count"


@pytest.mark.parametrize(
    "text",
    [
        "Docket No. 25-cv-1904 was closed.",
        "Removal under section 235(b)(1) of the act.",
        "See 8 U.S.C. § 1225(b) and 8 C.F.R. 208.",
        "A Boeing 737-800 left.",
        "Call 202-555-0123 or write.",
        "Proclamation 10888 came after 9/11.",
        "It was signed on 2025-04-30, or 04/30/2025, or 30.04.2025.",
        "Covid-19 and the I-589 form.",
        "1. Totals\n2. Flights\n",
    ],
)
def test_codes_count_nothing(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Arrests fell from 312 to 203 in May.", [312, 203]),
        ("They handed over 20 men.", [20]),
        ("Two hundred and 300 of them.", [200, 300]),
        ("3 hundred and 2 hundred", [300, 200]),
        ("28, 81 and 20 people", [28, 81, 20]),
        ("131 of the 208 left", [131, 208]),
        ("Guatemala 48, Honduras 41", [48, 41]),
        ("Türkiye (1 021), Georgia (884)", [1021, 884]),
    ],
)
def test_two_numbers_stay_two(text: str, values: list[int]) -> None:
    assert [number.value for number in counts(text)] == values
    assert all(number.lower == number.upper == number.value for number in counts(text))


@pytest.mark.parametrize(
    "text",
    [
        "No one said so.",
        "The one you mean is here.",
        "One may ask why.",
        "They saw one another.",
        "There is no longer a plane.",
        "No comment came.",
    ],
)
def test_pronouns_and_plain_denials_count_nothing(text: str) -> None:
    assert counts(text) == []


def test_no_before_a_noun_is_zero() -> None:
    (number,) = counts("There were no flights in May.")
    assert (number.lower, number.upper, number.form) == (0, 0, "zero")


def test_an_ordinal_counts_but_a_third_country_does_not() -> None:
    third, country = read("The third flight went to a third country.")
    assert (third.form, third.kind, third.value) == ("ordinal", "count", 3)
    assert (country.form, country.kind) == ("ordinal", "name")


def test_a_year_without_a_comma_is_told_from_a_count_by_what_follows() -> None:
    assert [n.kind for n in read("They deported 2000 migrants.")] == ["count"]
    assert [n.kind for n in read("In 2000 migrants came.")] == ["year"]
    assert [n.kind for n in read("Since April 2024, 17 people left.")] == ["year", "count"]


UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
UNITS += "fifteen sixteen seventeen eighteen nineteen"
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(value: int) -> str:
    units, tens = UNITS.split(), TENS.split()
    for scale, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            head, rest = divmod(value, scale)
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelled(head)} {name}" + (joint + spelled(rest) if rest else "")
    if value < 20:
        return units[value]
    return tens[value // 10] + (f"-{units[value % 10]}" if value % 10 else "")


@given(st.integers(2, 10_000_000), st.sampled_from(["{} people left.", "with {} people", "{}"]))
def test_a_number_in_words_is_read_back(value: int, frame: str) -> None:
    (number,) = counts(frame.format(spelled(value)))
    assert (number.lower, number.upper) == (value, value)


@given(st.integers(2, 10_000_000))
def test_figures_and_words_mean_the_same(value: int) -> None:
    in_words = counts(f"They flew {spelled(value)} people home.")
    for figures in (f"{value:,}", f"{value:,}".replace(",", " ")):
        in_figures = counts(f"They flew {figures} people home.")
        assert [(n.lower, n.upper) for n in in_figures] == [(n.lower, n.upper) for n in in_words]


@given(st.one_of(NOISE, PHRASES))
def test_any_text_is_read_without_overlap_and_spans_reproduce(text: str) -> None:
    page = language("en").lay_out(text)
    before = 0
    for number in find_numbers(page):
        assert before <= number.first <= number.core_first < number.core_last <= number.last
        assert (number.start, number.end) == (
            page.starts[number.first],
            page.ends[number.last - 1],
        )
        assert number.lower is None or number.upper is None or number.lower <= number.upper
        before = number.last


@given(st.one_of(NOISE, PHRASES))
def test_the_short_way_reads_what_the_long_way_reads(text: str) -> None:
    short = read(text)
    with (
        patch.object(finding, "plain_number", return_value=None),
        patch.object(kinds, "_stands_alone", return_value=False),
    ):
        assert read(text) == short
