"""What a number counts: people and things, or a share, money, an age, a time, a name …

Only what no rule claims is a `count`. Invariant: pure; looks at most a few tokens around.
"""

from departures.read.numbers.numerals import Numeral, adjacent
from departures.read.numbers.vocabulary import NumberWords
from departures.read.page import Page

OLDEST = 110
AHEAD = 4
"""How many tokens after a bare 1950 may hold what it counts."""


def kind_of(page: Page, numeral: Numeral, first: int, last: int, vocabulary: NumberWords) -> str:
    """The kind of the number at `numeral`, whose bound words reach from `first` to `last`."""
    words, sets = page.words, vocabulary.sets
    count = len(words)
    before = words[numeral.first - 1] if numeral.first else ""
    after = words[numeral.last] if numeral.last < count else ""
    figure = numeral.form not in ("words", "vague", "zero") and words[numeral.first][0].isdecimal()
    if numeral.form == "ordinal":
        return _ordinal_kind(words, numeral, before, after, vocabulary)
    if before in sets["money.before"] or _followed(words, numeral.last, "money", vocabulary):
        return "money"
    if after in sets["percent.after"] or (
        after == "per" and words[numeral.last + 1 : numeral.last + 2] == ["cent"]
    ):
        return "percent"
    if figure and (special := _figure_kind(page, numeral, first, last, before, after, vocabulary)):
        return special
    if _is_age(page, numeral, first, last, vocabulary):
        return "age"
    if after in sets["time.after"]:
        return "time"
    if before in vocabulary.months or after in vocabulary.months:
        return "date"
    if _is_measure(page, last if last < count else numeral.last, vocabulary):
        return "measure"
    if numeral.value != int(numeral.value) or numeral.lower != int(numeral.lower):
        return "decimal"
    return "count"


def _ordinal_kind(
    words: list[str], numeral: Numeral, before: str, after: str, vocabulary: NumberWords
) -> str:
    """The third flight counts; a third country, the First Circuit and a third of them don't."""
    if before in vocabulary.months or after in vocabulary.months:
        return "date"
    if after == "of" and words[numeral.last + 1 : numeral.last + 2]:
        if words[numeral.last + 1] in vocabulary.months:
            return "date"
    if after == "-" or after in vocabulary.sets["name.after_ordinal"]:
        return "name"
    return "count"


def _followed(words: list[str], last: int, kind: str, vocabulary: NumberWords) -> bool:
    """Whether a unit of `kind` follows, over an adjective of that kind: 5 U.S. dollars."""
    if last >= len(words):
        return False
    if words[last] == "-" and last + 1 < len(words):
        last += 1
    if words[last] in vocabulary.sets[f"{kind}.after"]:
        return True
    return (
        words[last] in vocabulary.sets[f"{kind}.between"]
        and last + 1 < len(words)
        and words[last + 1] in vocabulary.sets[f"{kind}.after"]
    )


def _is_measure(page: Page, last: int, vocabulary: NumberWords) -> bool:
    """nine-hour, 10 days', 5 square miles, a three-judge panel."""
    words = page.words
    if _followed(words, last, "measure", vocabulary):
        return True
    hyphened = words[last : last + 1] == ["-"] and adjacent(page, last - 1)
    return hyphened and adjacent(page, last) and words[last + 1][0].isalpha()


def _figure_kind(
    page: Page,
    numeral: Numeral,
    first: int,
    last: int,
    before: str,
    after: str,
    vocabulary: NumberWords,
) -> str | None:
    """What only figures can be: codes, clock times, dates, years."""
    words = page.words
    if _is_clock(page, numeral, after):
        return "time"
    if _is_date_part(words, numeral, before, after, vocabulary):
        return "date"
    if _is_name(page, numeral, before, after, vocabulary):
        return "name"
    if _is_year(words, numeral, first, last, before, vocabulary):
        return "year"
    return None


def _is_clock(page: Page, numeral: Numeral, after: str) -> bool:
    """6:12."""
    last = numeral.last
    return (
        after == ":"
        and adjacent(page, last - 1)
        and adjacent(page, last)
        and page.words[last + 1].isdecimal()
    )


def _is_date_part(
    words: list[str], numeral: Numeral, before: str, after: str, vocabulary: NumberWords
) -> bool:
    """The 30 of "April 30", "Apr. 30", "30 April" and "the 30th of April"."""
    months = vocabulary.months
    if numeral.value > 31:
        return False
    if before in months or after in months:
        return True
    return before == "." and numeral.first > 1 and words[numeral.first - 2] in months


def _is_name(
    page: Page, numeral: Numeral, before: str, after: str, vocabulary: NumberWords
) -> bool:
    """C-17, Flight 412, section 235(b)(1), 21 U.S.C., No. 25-cv-1904."""
    words, sets, first, last = page.words, vocabulary.sets, numeral.first, numeral.last
    if before in sets["name.before"] or after in sets["name.after"]:
        return True
    if before in sets["name.capital_before"] and page.capital(first - 1):
        return True
    if before == "." and first > 1 and words[first - 2] in sets["name.stopped_before"]:
        return True
    if words[first][0] == "0" and len(words[first]) > 1 and words[first].isdecimal():
        return True
    return _is_glued(page, numeral, before, after)


def _is_glued(page: Page, numeral: Numeral, before: str, after: str) -> bool:
    """Letters stuck to a figure make a code: A320, C-17, 235(b), 25-cv-1904, 15b."""
    words, first, last = page.words, numeral.first, numeral.last
    if first and adjacent(page, first - 1):
        if before[0].isalpha() and words[first - 1] != "'s":
            return True
        if before in "-–/" and first > 1 and adjacent(page, first - 2):
            return words[first - 2][0].isalnum()
        if before in ".#:":
            return True
    if not (after and adjacent(page, last - 1)):
        return False
    if after == "(" and last + 2 < len(words) and words[last + 2] == ")":
        return len(words[last + 1]) <= 2
    if after in "-/":
        coded = adjacent(page, last) and len(words) > last + 3 and words[last + 2] == "-"
        figures = adjacent(page, last) and words[last + 1][0].isdecimal()
        return figures or (coded and words[last + 3][0].isdecimal())
    return after[0].isalpha() and len(after) == 1


def _is_year(
    words: list[str],
    numeral: Numeral,
    first: int,
    last: int,
    before: str,
    vocabulary: NumberWords,
) -> bool:
    """1950 or 2025 by itself, or a range of two such."""
    word = words[numeral.first]
    if len(word) != 4 or not word.isdecimal() or int(word) not in vocabulary.years:
        return False
    if numeral.form != "range" and numeral.last - numeral.first > 1:
        return False
    if numeral.form == "range" and numeral.upper not in vocabulary.years:
        return False
    bound = first < numeral.first or last > numeral.last
    if bound and numeral.form != "range":
        return False
    if before in vocabulary.sets["year.cues"] or before in vocabulary.months:
        return True
    counted = vocabulary.sets["year.counted"]
    return not any(word in counted for word in words[numeral.last : numeral.last + AHEAD])


def _is_age(page: Page, numeral: Numeral, first: int, last: int, vocabulary: NumberWords) -> bool:
    """41-year-old, aged 52, children under five, "Mabry, 70, said"."""
    words, sets = page.words, vocabulary.sets
    if numeral.value > OLDEST:
        return False
    before = words[first - 1] if first else ""
    if before in sets["age.before"] or words[numeral.first - 1 : numeral.first] == ["aged"]:
        return True
    if _years_old(words, last, vocabulary):
        return True
    bounded = first < numeral.first or last > numeral.last
    if bounded and first + 1 == numeral.first and words[first] in ("under", "over"):
        return before in sets["age.people"] and not _noun_follows(words, last)
    return not bounded and numeral.form == "figure" and _is_apposed(page, numeral, vocabulary)


def _noun_follows(words: list[str], token: int) -> bool:
    """Whether a word follows that may be what is counted."""
    return token < len(words) and words[token][0].isalpha() and words[token] not in FUNCTION_WORDS


FUNCTION_WORDS = frozenset(
    "and or are is were was who have had has in on at from to of for".split()
)


def _years_old(words: list[str], last: int, vocabulary: NumberWords) -> bool:
    """Whether "years old", "-year-old", "years of age" or "or older" follows."""
    sets = vocabulary.sets
    rest = [word for word in words[last : last + 5] if word != "-"][:3]
    if len(rest) >= 2 and rest[0] in sets["age.year"]:
        return rest[1] in sets["age.after"] or (
            len(rest) == 3 and rest[1] == "of" and rest[2] in sets["age.of_age"]
        )
    return len(rest) >= 2 and rest[0] in ("or", "and") and rest[1] in sets["age.bound_after"]


def _is_apposed(page: Page, numeral: Numeral, vocabulary: NumberWords) -> bool:
    """Whether the figure stands between commas behind a person."""
    words, first = page.words, numeral.first
    if first < 2 or words[first - 1] != "," or words[numeral.last : numeral.last + 1] != [","]:
        return False
    person = words[first - 2]
    if not person[0].isalpha() or person in vocabulary.months or numeral.value < 1:
        return False
    return page.capital(first - 2) or person in vocabulary.sets["age.persons"]
