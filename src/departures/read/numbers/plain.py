"""The short way: numbers that no word around them can change, as most are: 131 people, three men.

Invariant: whatever is read here is what the long way in `finding` reads; where a word nearby could
matter, the number is left to the long way.
"""

from departures.read.numbers.bounds import bound_after, bound_before
from departures.read.numbers.figures import figure_value
from departures.read.numbers.names import is_year
from departures.read.numbers.number import Number
from departures.read.numbers.sheet import Sheet
from departures.read.numbers.vocabulary import NumberWords

YEAR_LENGTH = 4
BRACKETS = frozenset("\"'(")
OPENERS = BRACKETS | frozenset("$€£")
"""Marks that may stick to the left of a number; a bracket only where nothing sticks to it."""
LINE_START = ("", "\n")
MONTH_LENGTH = 31


def plain_number(sheet: Sheet, token: int, vocabulary: NumberWords) -> Number | None:
    """The number at `token`, where it stands for itself, and its kind is plain to see."""
    words, last = sheet.words, token + 1
    word, before, after = words[token], words[token - 1], words[last]
    form = "words"
    value: int | None
    kind: str | None
    if word in vocabulary.ordinals:
        value, form = vocabulary.ordinals[word], "ordinal"
        kind = _ordinal_kind(before, after, vocabulary)
    else:
        value = vocabulary.plain.get(word)
        kind = _kind_beside(words, token, before, after, vocabulary)
        if value is None and kind is not None:
            value, form = _plain_figure(word, after), "figure"
            if len(word) == YEAR_LENGTH:
                year = kind == "count" and is_year(words, token, vocabulary)
                kind = "year" if year else None
        elif value == 1 and _may_be_pronoun(before, after, vocabulary):
            return None
    if value is None or kind is None:
        return None
    if kind == "date" and (form != "figure" or len(word) > 2 or value > MONTH_LENGTH):
        return None
    if _is_changed(sheet, token, before, after, vocabulary):
        return None
    start, end = sheet.starts[token], sheet.ends[token]
    return Number(token, last, start, end, value, value, False, token, last, form, kind, value)


def _plain_figure(word: str, after: str) -> int | None:
    """A whole figure that no group of digits follows and no zero begins."""
    if not "/" < word < ":" or word[0] == "0" or "/" < after < ":":
        return None
    figure = figure_value(word)
    return figure if type(figure) is int else None


def _ordinal_kind(before: str, after: str, vocabulary: NumberWords) -> str | None:
    """The kind of an ordinal; None where a month or a part may be told."""
    if after in vocabulary.after_ordinal:
        return "name"
    months = vocabulary.months
    return None if after in ("of", "-", "(") or after in months or before in months else "count"


def _may_be_pronoun(before: str, after: str, vocabulary: NumberWords) -> bool:
    """Whether the words beside a "one" may make it a pronoun, or none."""
    sets = vocabulary.sets
    if before in sets["one.not_after"] or before in sets["zero.not"]:
        return True
    return after in sets["one.not_before"]


def _kind_beside(
    words: list[str], token: int, before: str, after: str, vocabulary: NumberWords
) -> str | None:
    """What the words beside a number say it is; None where they say too much for the short way."""
    heeded = after in vocabulary.heeded_after
    if before in vocabulary.heeded_before:
        if heeded:
            return None
        if before in vocabulary.months:
            return "date" if len(words[token]) != YEAR_LENGTH else "count"
        return "money" if before in vocabulary.money else None
    if not heeded:
        return "count"
    if after in vocabulary.months:
        return "date"
    if after in vocabulary.percents:
        return "percent"
    if after not in vocabulary.measures:
        return None
    following = words[token + 2]
    return None if following == "-" or following in vocabulary.sets["age.behind"] else "measure"


def _is_changed(sheet: Sheet, token: int, before: str, after: str, vocabulary: NumberWords) -> bool:
    """Whether the words around a number make more of it than itself."""
    words = sheet.words
    if before in vocabulary.wary_before and _changed_left(sheet, token, before, vocabulary):
        return True
    if after in vocabulary.wary_after and _changed_right(words, token + 1, before, vocabulary):
        return True
    return _is_glued(sheet, token, before, after) or _is_callsign(words, token, vocabulary)


def _changed_left(sheet: Sheet, token: int, before: str, vocabulary: NumberWords) -> bool:
    """Whether the words before a number make more of it than itself."""
    words = sheet.words
    earlier = words[token - 2]
    if before == ".":
        stopped = vocabulary.sets["name.stopped_before"]
        if earlier in stopped or earlier in vocabulary.months or earlier in vocabulary.money:
            return True
    if before in vocabulary.between:
        return earlier in vocabulary.before
    if before == "of" and earlier in vocabulary.sets["age.of"]:
        return True
    return bound_before(words, token, 0, vocabulary) is not None


def _changed_right(words: list[str], last: int, before: str, vocabulary: NumberWords) -> bool:
    """Whether the words behind a number make more of it than itself."""
    after, following = words[last], words[last + 1]
    if after == "," and before == ",":
        return True
    if following in vocabulary.sets["age.bound_after"]:
        return True
    if after in vocabulary.joining and words[last + 2] in vocabulary.parts:
        return True
    if after == "in" and following in vocabulary.small:
        return True
    if after in vocabulary.range_joins and (
        following in vocabulary.triggers or "/" < following < ":"
    ):
        return True
    return bound_after(words, last, vocabulary) is not None


def _is_glued(sheet: Sheet, token: int, before: str, after: str) -> bool:
    """Whether letters or marks stick to a number; an opening bracket or quotation mark may."""
    starts, ends = sheet.starts, sheet.ends
    if ends[token - 1] == starts[token]:
        if before not in OPENERS or (before in BRACKETS and ends[token - 2] == starts[token - 1]):
            return True
    elif after == "." and before[:1] in LINE_START:
        return True
    return ends[token] == starts[token + 1] and after[0].isalpha()


def _is_callsign(words: list[str], token: int, vocabulary: NumberWords) -> bool:
    """Whether the letters of a callsign may stand before a number."""
    return words[token - 2] in vocabulary.sets["name.code_words"]
