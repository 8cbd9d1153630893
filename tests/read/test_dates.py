"""Dates: what they mean on the day of publication, how they are known, and their words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.read.dates import When, find_dates
from departures.read.language import language

THURSDAY = date(2025, 5, 1)

NOISE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("İßﬁ“”‘’—–\u00a0\u202f\u0301\u200d🛫\r\n\t .,:;-/()'0123456789٣²"),
    ),
    max_size=200,
)
WORDS = """
in on of the last next this past since until by from to between and through early mid late end
beginning first second third two three 12 24 30 31 0 2024 2025 1999 99 first Monday Tuesday Fri Sun
sat may May march March April Apr . , - – / ' s th day days week weeks weekend month months year
years quarter half hours decade fiscal FY Q1 q 1 h spring fall winter yesterday today tomorrow
overnight now ago earlier later before after same period that ending ended as of a an few several
couple 2025-04-30 04/30/2025 30.04.2025 date 20250430 nineties 1990s new calendar
"""
PHRASES = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=25).map(" ".join)
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


def read(text: str, published: date | None = THURSDAY) -> list[When]:
    return find_dates(language("en").lay_out(text), published)


def told(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    """Every date's words, and its days as `a` or `a/b`."""
    return [(text[when.start : when.end], days(when)) for when in read(text, published)]


def days(when: When) -> str:
    if when.earliest == when.latest:
        return str(when.earliest)
    return f"{when.earliest}/{when.latest}"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("April 30", "2025-04-30"),
        ("30 April", "2025-04-30"),
        ("the 30th of April", "2025-04-30"),
        ("Apr. 30, 2025", "2025-04-30"),
        ("30 April 2025", "2025-04-30"),
        ("April 30th, 2025", "2025-04-30"),
        ("2025-04-30", "2025-04-30"),
        ("04/30/2025", "2025-04-30"),
        ("30/04/2025", "2025-04-30"),
        ("30.04.2025", "2025-04-30"),
        ("30-Apr-2025", "2025-04-30"),
        ("2025-Apr-30", "2025-04-30"),
        ("Wednesday, April 30", "2025-04-30"),
        ("Wednesday, 30 April", "2025-04-30"),
        ("the first of January", "2025-01-01"),
        ("December 30", "2024-12-30"),
        ("May 30", "2025-05-30"),
        ("August 30", "2024-08-30"),
        ("May 7 last year", "2024-05-07"),
        ("August 29 of the current year", "2025-08-29"),
        ("March 3-5", "2025-03-03/2025-03-05"),
        ("March 3 to 5, 2024", "2024-03-03/2024-03-05"),
        ("3-5 March", "2025-03-03/2025-03-05"),
        ("February 15 and 16", "2025-02-15/2025-02-16"),
        ("the 18th", "2025-04-18"),
        ("Tuesday", "2025-04-29"),
        ("Thursday", "2025-05-01"),
        ("Tuesday night", "2025-04-29"),
        ("last Thursday", "2025-04-24"),
        ("last Tuesday", "2025-04-29"),
        ("this Monday", "2025-04-28"),
        ("next Tuesday", "2025-05-06"),
        ("Thursday last week", "2025-04-24"),
        ("Tuesday of last week", "2025-04-22"),
        ("Friday the 18th", "2025-04-18"),
        ("the first Monday of March", "2025-03-03"),
        ("today", "2025-05-01"),
        ("yesterday", "2025-04-30"),
        ("tomorrow", "2025-05-02"),
        ("overnight", "2025-04-30/2025-05-01"),
        ("last night", "2025-04-30"),
        ("this morning", "2025-05-01"),
        ("the day before yesterday", "2025-04-29"),
        ("three days ago", "2025-04-28"),
        ("two weeks ago", "2025-04-17"),
        ("a month ago", "2025-04-01/2025-04-30"),
        ("two years ago", "2023-01-01/2023-12-31"),
        ("last week", "2025-04-21/2025-04-27"),
        ("next week", "2025-05-05/2025-05-11"),
        ("the coming week", "2025-05-05/2025-05-11"),
        ("the past week", "2025-04-24/2025-05-01"),
        ("last month", "2025-04-01/2025-04-30"),
        ("last year", "2024-01-01/2024-12-31"),
        ("next year", "2026-01-01/2026-12-31"),
        ("the past three days", "2025-04-28/2025-05-01"),
        ("the past 24 hours", "2025-04-30/2025-05-01"),
        ("the last 12 months", "2024-05-01/2025-05-01"),
        ("the last few weeks", "2025-04-10/2025-05-01"),
        ("the next two weeks", "2025-05-02/2025-05-15"),
        ("the weekend", "2025-04-26/2025-04-27"),
        ("early this month", "2025-05-01/2025-05-15"),
        ("early next year", "2026-01-01/2026-04-30"),
        ("late last year", "2024-09-01/2024-12-31"),
        ("February", "2025-02-01/2025-02-28"),
        ("October", "2024-10-01/2024-10-31"),
        ("August 2024", "2024-08-01/2024-08-31"),
        ("August of 2024", "2024-08-01/2024-08-31"),
        ("last October", "2024-10-01/2024-10-31"),
        ("this March", "2025-03-01/2025-03-31"),
        ("next March", "2026-03-01/2026-03-31"),
        ("the month of March", "2025-03-01/2025-03-31"),
        ("early March", "2025-03-01/2025-03-15"),
        ("mid-March", "2025-03-10/2025-03-20"),
        ("late March", "2025-03-16/2025-03-31"),
        ("the end of March", "2025-03-31"),
        ("the start of the year", "2025-01-01"),
        ("the end of last month", "2025-04-30"),
        ("the end of 2024", "2024-12-31"),
        ("2024", "2024-01-01/2024-12-31"),
        ("the year 2024", "2024-01-01/2024-12-31"),
        ("calendar year 2024", "2024-01-01/2024-12-31"),
        ("mid-2024", "2024-05-01/2024-08-31"),
        ("2019-2021", "2019-01-01/2021-12-31"),
        ("2023/24", "2023-01-01/2024-12-31"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("the 90s", "1990-01-01/1999-12-31"),
        ("spring 2024", "2024-03-01/2024-05-31"),
        ("the fall of 2021", "2021-09-01/2021-11-30"),
        ("last summer", "2024-06-01/2024-08-31"),
        ("Q1 2025", "2025-01-01/2025-03-31"),
        ("the first quarter of 2025", "2025-01-01/2025-03-31"),
        ("last year's third quarter", "2024-07-01/2024-09-30"),
        ("the first half of 2024", "2024-01-01/2024-06-30"),
        ("the second half of March", "2025-03-17/2025-03-31"),
        ("the first two months of this year", "2025-01-01/2025-02-28"),
        ("the first three months of the year", "2025-01-01/2025-03-31"),
        ("the last three months of 2024", "2024-10-01/2024-12-31"),
        ("the first ten days of April", "2025-04-01/2025-04-10"),
        ("the last week of July 2024", "2024-07-22/2024-07-28"),
        ("the week of April 10", "2025-04-07/2025-04-13"),
        ("the seven days to Wednesday", "2025-04-24/2025-04-30"),
        ("the 12 months to June 2024", "2023-07-01/2024-06-30"),
        ("the year ending June 2024", "2023-07-01/2024-06-30"),
        ("the year ended 30 June 2024", "2023-07-01/2024-06-30"),
        ("from September 2023 to September 2024", "2023-09-01/2024-09-30"),
        ("between 1 January and 30 April", "2025-01-01/2025-04-30"),
        ("between January and the end of April", "2025-01-01/2025-04-30"),
        ("from Oct. 1, 2023, to Sept. 30, 2024", "2023-10-01/2024-09-30"),
        ("from Monday to Wednesday", "2025-04-28/2025-04-30"),
        ("from November to March", "2024-11-01/2025-03-31"),
        ("from 30 December to 2 January", "2024-12-30/2025-01-02"),
        ("January through April", "2025-01-01/2025-04-30"),
        ("between March 10 and now", "2025-03-10/2025-05-01"),
    ],
)
def test_a_phrase_means_its_days_and_is_spanned(phrase: str, expected: str) -> None:
    text = f"It happened on {phrase}, people said."
    found = read(text)
    assert [days(when) for when in found] == [expected]
    words = text[found[0].start : found[0].end]
    assert phrase.removeprefix("the ") in (words, words.removeprefix("the "))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("fiscal year 2024", "2023-10-01/2024-09-30"),
        ("FY2024", "2023-10-01/2024-09-30"),
        ("FY 24", "2023-10-01/2024-09-30"),
        ("FY-24", "2023-10-01/2024-09-30"),
        ("fiscal 2024", "2023-10-01/2024-09-30"),
        ("2024 fiscal year", "2023-10-01/2024-09-30"),
        ("fiscal year that ended Sept. 30", "2023-10-01/2024-09-30"),
        ("fiscal year ended on September 30, 2023", "2022-10-01/2023-09-30"),
        ("last fiscal year", "2023-10-01/2024-09-30"),
        ("fiscal years 2020 to 2022", "2019-10-01/2022-09-30"),
    ],
)
def test_a_fiscal_year_starts_in_october(phrase: str, expected: str) -> None:
    (when,) = read(f"In the {phrase} it rose.")
    assert (days(when), when.basis) == (expected, "fiscal_year")


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("It left on April 30.", "stated"),
        ("It left in 2024.", "stated"),
        ("It left on Tuesday.", "weekday"),
        ("It left yesterday.", "relative"),
        ("It left last month.", "relative"),
        ("As of Nov. 24, 2024, 975 were held.", "as_of"),
        ("As of Monday, 975 were held.", "as_of"),
    ],
)
def test_the_basis_says_how_a_date_is_known(text: str, basis: str) -> None:
    (when,) = read(text)
    assert when.basis == basis


@pytest.mark.parametrize(
    ("text", "words", "earliest"),
    [
        ("Since January 20, ICE has removed many.", "Since January 20", date(2025, 1, 20)),
        ("Since taking office on January 20, he has.", "January 20", date(2025, 1, 20)),
        ("Many left since the new law took effect in March.", "March", date(2025, 3, 1)),
        ("It has grown since 2021.", "since 2021", date(2021, 1, 1)),
        ("It has grown since the new year.", "since the new year", date(2025, 1, 1)),
        (
            "It has grown since the beginning of the year.",
            "since the beginning of the year",
            date(2025, 1, 1),
        ),
    ],
)
def test_since_runs_to_publication(text: str, words: str, earliest: date) -> None:
    (when,) = read(text)
    assert (when.earliest, when.latest, when.since) == (earliest, THURSDAY, True)
    assert text[when.start : when.end] == words


@pytest.mark.parametrize(
    ("text", "expected", "ends"),
    [
        ("the third flight this month", "2025-05-01", date(2025, 5, 31)),
        ("the third flight this year", "2025-01-01/2025-05-01", date(2025, 12, 31)),
        ("so far in 2025 they left", "2025-01-01/2025-05-01", date(2025, 12, 31)),
        ("this week they left", "2025-04-28/2025-05-01", date(2025, 5, 4)),
        ("later this year they leave", "2025-05-01/2025-12-31", None),
        ("earlier this year they left", "2025-01-01/2025-05-01", None),
        ("for the rest of the year", "2025-05-01/2025-12-31", None),
    ],
)
def test_a_period_that_still_runs_ends_at_publication(
    text: str, expected: str, ends: date | None
) -> None:
    (when,) = read(text)
    assert (days(when), when.ends) == (expected, ends)


@pytest.mark.parametrize(
    ("text", "upcoming"),
    [
        ("It will leave on Saturday.", date(2025, 5, 3)),
        ("It will leave on Thursday.", date(2025, 5, 1)),
        ("It will leave in November.", date(2025, 11, 1)),
        ("It will leave on April 30.", date(2026, 4, 30)),
    ],
)
def test_what_is_planned_may_mean_the_next_such_day(text: str, upcoming: date) -> None:
    (when,) = read(text)
    assert when.upcoming is not None
    assert when.upcoming[0] == upcoming
    assert when.latest is not None
    assert when.latest <= THURSDAY


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("People who came before 2020 stay.", "before"),
        ("It ends after March 15.", "after"),
        ("They have until Sunday.", "until"),
        ("They must leave by March 15.", "by"),
        ("The deal holds starting on March 15.", "from"),
    ],
)
def test_a_word_that_bounds_a_date_is_told_beside_it(text: str, bound: str) -> None:
    (when,) = read(text)
    assert when.bound == bound


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "In the first two months of this year 312 left, up from 203 in the same period a year "
            "earlier.",
            "same period a year earlier",
            "2024-01-01/2024-02-29",
        ),
        ("It left on April 18. He died the next day.", "next day", "2025-04-19"),
        ("It left on April 18. He was held the day before.", "the day before", "2025-04-17"),
        ("It left on April 18; two days later it came.", "two days later", "2025-04-20"),
        ("It left on April 18. On the same day it came.", "same day", "2025-04-18"),
        ("In February 39 came. In the same month 31 left.", "same month", "2025-02-01/2025-02-28"),
        (
            "In 2024 it was 87. The year before it was 3.",
            "The year before",
            "2023-01-01/2023-12-31",
        ),
        (
            "In fiscal year 2024 it was 87, against 41 the year before.",
            "the year before",
            "2022-10-01/2023-09-30",
        ),
        (
            "This year it was 87. The year before it was 3.",
            "The year before",
            "2024-01-01/2024-12-31",
        ),
        (
            "In the first quarter of 2025 it was 87, against 3 in the same quarter of 2024.",
            "same quarter of 2024",
            "2024-01-01/2024-03-31",
        ),
        (
            "Between January and the end of March it was 87. Last year in the same three months it "
            "was 3.",
            "Last year in the same three months",
            "2024-01-01/2024-03-31",
        ),
    ],
)
def test_a_date_may_hang_on_the_one_before(text: str, words: str, expected: str) -> None:
    assert told(text)[-1] == (words, expected)


@pytest.mark.parametrize(
    "text",
    [
        "He died the day before.",
        "It left on April 18. Nobody knows more. None can say. He died the day before.",
        "In the same period it fell.",
    ],
)
def test_what_hangs_on_nothing_stays_open(text: str) -> None:
    when = read(text)[-1]
    assert (when.earliest, when.latest, when.basis) == (None, None, "relative")


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the sun.",
        "May I ask why?",
        "The March on the capital was long.",
        "She sat in the sun for a second.",
        "Prices fall in the spring of his life.",
        "They fell in a matter of days and years.",
        "It is a nine-day trip, twelve months long.",
        "Every Monday and each year it leaves.",
        "It was day 3 of the week.",
        "In room 2024a of No. 25-cv-1904.",
        "They deported 2000 migrants.",
        "The score was 4/5 and 3-4.",
        "The committee of the 18th congress met.",
        "He said that yearly totals decade.",
    ],
)
def test_words_that_say_no_date_are_none(text: str) -> None:
    assert told(text) == []


def test_a_clock_time_does_not_break_a_date() -> None:
    assert told("It left at 6:12 p.m. on April 3.") == [("April 3", "2025-04-03")]
    assert told("At 11.15 a.m. on Tuesday it left.") == [("Tuesday", "2025-04-29")]
    assert told("April 3: 40 people left.") == [("April 3", "2025-04-03")]


def test_a_dateline_is_a_date() -> None:
    assert told("SOFIA, April 22 — A plane left.") == [("April 22", "2025-04-22")]


def test_a_year_after_a_day_is_told_from_a_count() -> None:
    assert told("On April 30, 2000 people left.")[0] == ("April 30", "2025-04-30")
    assert told("On April 30, 2000, it left.")[0] == ("April 30, 2000", "2000-04-30")


@pytest.mark.parametrize("text", ["feb 30", "February 30, 2025", "31 April", "2025-02-29"])
def test_days_that_are_in_no_calendar_are_none(text: str) -> None:
    assert all(when.unit != "day" for when in read(text))


@pytest.mark.parametrize(
    "phrase",
    [
        "Tuesday",
        "last Tuesday",
        "yesterday",
        "April 30",
        "February",
        "last month",
        "this year",
        "the past three days",
        "the first two months of this year",
        "last fiscal year",
        "two years ago",
        "since March",
        "from Monday to Wednesday",
        "the weekend",
        "Q1",
        "this spring",
        "overnight",
        "the 18th",
        "the end of the year",
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(phrase: str) -> None:
    (when,) = read(f"It rose on {phrase}.", None)
    assert (when.earliest, when.latest, when.ends, when.upcoming) == (None, None, None, None)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("April 30, 2025", "2025-04-30"),
        ("in 2024", "2024-01-01/2024-12-31"),
        ("in fiscal year 2024", "2023-10-01/2024-09-30"),
        ("from March to May 2024", "2024-03-01/2024-05-31"),
        ("in the first quarter of 2024", "2024-01-01/2024-03-31"),
    ],
)
def test_what_is_stated_in_full_needs_no_day_of_publication(phrase: str, expected: str) -> None:
    (when,) = read(f"It rose {phrase}.", None)
    assert days(when) == expected


FORMATS = (
    "%B %-d, %Y",
    "%-d %B %Y",
    "%b. %-d, %Y",
    "%-d %b %Y",
    "%A, %B %-d, %Y",
    "%A, %-d %B %Y",
    "%Y-%m-%d",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%b-%Y",
)


@given(DAYS, st.sampled_from(FORMATS))
def test_a_day_is_read_back_from_many_formats(day: date, form: str) -> None:
    written = day.strftime(form).replace("May.", "May")
    text = f"It left on {written} from there."
    (when,) = read(text)
    assert (when.earliest, when.latest) == (day, day)
    assert text[when.start : when.end] == written


@given(DAYS, st.integers(-300, 60))
def test_a_day_without_its_year_is_the_one_near_publication(published: date, ahead: int) -> None:
    day = published + timedelta(ahead)
    (when,) = read(f"It left on {day.strftime('%B %-d')}.", published)
    assert when.earliest == day


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_one_of_the_last_seven_days(published: date, back: int) -> None:
    day = published - timedelta(back)
    (when,) = read(f"It left on {day.strftime('%A')}.", published)
    assert (when.earliest, when.latest) == (day, day)


@given(DAYS, DAYS)
def test_a_range_is_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    text = f"It rose from {first.strftime('%B %-d, %Y')}, to {last.strftime('%-d %B %Y')}."
    (when,) = read(text)
    assert (when.earliest, when.latest) == (first, last)


@given(
    st.one_of(NOISE, PHRASES),
    st.one_of(st.none(), st.dates(), st.just(date.min), st.just(date.max)),
)
def test_any_text_is_read_without_overlap_and_spans_reproduce(
    text: str, published: date | None
) -> None:
    page = language("en").lay_out(text)
    before = 0
    for when in find_dates(page, published):
        assert before <= when.first < when.last <= len(page.words)
        assert (when.start, when.end) == (page.starts[when.first], page.ends[when.last - 1])
        if when.earliest is not None and when.latest is not None:
            assert when.earliest <= when.latest
        before = when.last
