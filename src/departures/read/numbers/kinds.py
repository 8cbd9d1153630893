"""What a number counts: people and things, or a share, money, an age, a time, a name …

Only what no rule claims is a `count`. Invariant: pure; looks at most a few tokens around.
"""

from collections.abc import Mapping

from departures.read.numbers.bounds import Bounded
from departures.read.numbers.figures import Numeral
from departures.read.numbers.names import named_kind
from departures.read.numbers.sheet import Sheet
from departures.read.numbers.vocabulary import NumberWords

OLDEST = 110
YEAR_LENGTH = 4
LINE_START = ("", "\n")


def kind_of(sheet: Sheet, numeral: Numeral, bound: Bounded, vocabulary: NumberWords) -> str:
    """The kind of a number with its bounds."""
    if numeral.kind:
        return numeral.kind
    words, sets = sheet.words, vocabulary.sets
    before = words[numeral.first - 1]
    after = words[numeral.last]
    if numeral.form == "ordinal":
        return _ordinal_kind(words, numeral, before, after, vocabulary)
    if _stands_alone(sheet, numeral, bound, before, after, vocabulary):
        return "count" if numeral.lower == int(numeral.lower) else "decimal"
    if before in vocabulary.money or _followed(words, numeral.last, "money", vocabulary):
        return "money"
    if after in sets["percent.after"] or (after == "per" and words[numeral.last + 1] == "cent"):
        return "percent"
    if words[numeral.first][0].isdecimal():
        named = named_kind(sheet, numeral, before, after, vocabulary)
        if named is not None and (named != "year" or _may_be_year(numeral, bound, before, sets)):
            return named
    if _is_age(sheet, numeral, bound, vocabulary):
        return "age"
    if after in sets["time.after"]:
        return "time"
    if before in vocabulary.months and numeral.value <= 31:
        return "date"
    if before in sets["rate.before"] or _is_measure(sheet, bound.last, vocabulary):
        return "measure"
    return "count" if numeral.lower == int(numeral.lower) else "decimal"


def _stands_alone(
    sheet: Sheet,
    numeral: Numeral,
    bound: Bounded,
    before: str,
    after: str,
    vocabulary: NumberWords,
) -> bool:
    """Whether no word around a number can make it anything but a count or a decimal."""
    words, first, last = sheet.words, numeral.first, bound.last
    heeded = vocabulary.heeded_after
    if after in heeded or words[last] in heeded or before in vocabulary.kind_before:
        return False
    word = words[first]
    if len(word) == YEAR_LENGTH or word[0] == "0" or before[:1] in LINE_START:
        return False
    if sheet.close(first) or (sheet.close(numeral.last) and after[:1].isalpha()):
        return False
    if words[last + 1] in vocabulary.sets["age.bound_after"]:
        return False
    return words[first - 2] not in vocabulary.sets["name.code_words"]


def _may_be_year(
    numeral: Numeral, bound: Bounded, before: str, sets: Mapping[str, frozenset[str]]
) -> bool:
    """Whether the words around a year's figure leave it a year: not in "more than 2000"."""
    bare = bound.first == numeral.first and bound.last == numeral.last
    return bare or numeral.form == "range" or before in sets["year.cues"]


def _ordinal_kind(
    words: list[str], numeral: Numeral, before: str, after: str, vocabulary: NumberWords
) -> str:
    """The third flight counts; a third country, the First Circuit and 3rd April don't."""
    months = vocabulary.months
    if before in months or after in months:
        return "date"
    if after == "of" and words[numeral.last + 1] in months:
        return "date"
    if after in ("-", "(") or after in vocabulary.sets["name.after_ordinal"]:
        return "name"
    return "count"


def _followed(words: list[str], last: int, kind: str, vocabulary: NumberWords) -> bool:
    """Whether a unit of `kind` follows, over a word that may stand between: 5 U.S. dollars."""
    after = words[last]
    if after == "-":
        last += 1
        after = words[last]
    units = vocabulary.sets[f"{kind}.after"]
    if after in units:
        return True
    return after in vocabulary.sets[f"{kind}.between"] and words[last + 1] in units


def _is_measure(sheet: Sheet, last: int, vocabulary: NumberWords) -> bool:
    """nine-hour, 10 days', 5 square miles, a three-judge panel; not "a 40-strong group"."""
    words = sheet.words
    if _followed(words, last, "measure", vocabulary):
        return True
    if words[last] != "-" or not sheet.close(last) or not sheet.close(last + 1):
        return False
    compound = words[last + 1]
    return compound[0].isalpha() and compound not in vocabulary.sets["measure.counted"]


def _is_age(sheet: Sheet, numeral: Numeral, bound: Bounded, vocabulary: NumberWords) -> bool:
    """41-year-old, aged 52, children under five, "Mabry, 70, said"."""
    if numeral.value > OLDEST:
        return False
    words, sets = sheet.words, vocabulary.sets
    before = words[bound.first - 1]
    if before in sets["age.before"] or words[numeral.first - 1] in sets["age.before"]:
        return True
    if _years_old(words, bound.last, vocabulary):
        return True
    if before == "of" and words[bound.first - 2] in sets["age.of"]:
        return not _noun_follows(words[bound.last], vocabulary)
    if bound.first < numeral.first:
        young = words[bound.first] in sets["age.bounds"] and bound.first + 1 == numeral.first
        return (
            young
            and before in sets["age.people"]
            and not _noun_follows(words[bound.last], vocabulary)
        )
    return numeral.form == "figure" and _is_apposed(sheet, numeral, vocabulary)


def _noun_follows(after: str, vocabulary: NumberWords) -> bool:
    """Whether the word behind a number may be what is counted."""
    return after[:1].isalpha() and after not in vocabulary.sets["age.followed"]


def _years_old(words: list[str], last: int, vocabulary: NumberWords) -> bool:
    """Whether "years old", "-year-old", "years of age" or "or older" follows."""
    sets = vocabulary.sets
    if words[last] == "-":
        last += 1
    head = words[last]
    if head in ("or", "and"):
        return words[last + 1] in sets["age.bound_after"]
    if head not in sets["age.year"]:
        return False
    last += 2 if words[last + 1] == "-" else 1
    if words[last] == "of":
        return words[last + 1] in sets["age.of_age"]
    return words[last] in sets["age.after"]


def _is_apposed(sheet: Sheet, numeral: Numeral, vocabulary: NumberWords) -> bool:
    """Whether the figure stands between commas behind a person."""
    words, first = sheet.words, numeral.first
    if words[first - 1] != "," or words[numeral.last] != ",":
        return False
    person = words[first - 2]
    if not person[:1].isalpha() or person in vocabulary.months or numeral.value < 1:
        return False
    return sheet.capital(first - 2) or person in vocabulary.sets["age.persons"]
