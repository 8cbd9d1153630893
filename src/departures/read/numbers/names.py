"""Figures that count nothing: codes, clock times, days of a month, years.

C-17, A320, Flight 412, section 235(b)(1), 21 U.S.C. 841, No. 25-cv-1904; 6:12; April 30; 2025.
Invariant: pure; looks at most a few tokens around.
"""

from departures.read.numbers.figures import Numeral
from departures.read.numbers.sheet import Sheet
from departures.read.numbers.vocabulary import NumberWords

AHEAD = 4
"""How many tokens after a bare 1950 may hold what it counts."""
LISTED = 100
"""A figure below this with a full stop at the start of a line numbers an entry of a list."""


def named_kind(
    sheet: Sheet, numeral: Numeral, before: str, after: str, vocabulary: NumberWords
) -> str | None:
    """time, date, name or year, where a figure is one of them."""
    if after == ":" and _is_clock(sheet, numeral):
        return "time"
    if _is_day(sheet.words, numeral, before, after, vocabulary):
        return "date"
    if _is_code(sheet, numeral, before, after, vocabulary):
        return "name"
    return "year" if _is_year(sheet.words, numeral, before, after, vocabulary) else None


def _is_clock(sheet: Sheet, numeral: Numeral) -> bool:
    """6:12."""
    last = numeral.last
    return sheet.close(last) and sheet.close(last + 1) and sheet.words[last + 1].isdecimal()


def _is_day(
    words: list[str], numeral: Numeral, before: str, after: str, vocabulary: NumberWords
) -> bool:
    """The 30 of "April 30", "Apr. 30" and "30 April"."""
    if numeral.value > 31:
        return False
    months = vocabulary.months
    if before in months or after in months:
        return True
    return before == "." and words[numeral.first - 2] in months


def _is_code(
    sheet: Sheet, numeral: Numeral, before: str, after: str, vocabulary: NumberWords
) -> bool:
    """Flight 412, No. 25, section 235(b)(1), 21 U.S.C. 841, 007, an entry's number."""
    words, sets, first = sheet.words, vocabulary.sets, numeral.first
    if after in sets["name.after"] or before in sets["name.after"]:
        return True
    if before in sets["name.before"] and after not in sets["year.counted"]:
        return True
    if before in sets["name.capital_before"] and sheet.capital(first - 1):
        return True
    if words[first - 2] in sets["name.code_words"] and _is_callsign(sheet, first - 1):
        return True
    if before == "." and words[first - 2] in sets["name.stopped_before"]:
        return True
    if words[first][0] == "0" and len(words[first]) > 1 and words[first].isdecimal():
        return True
    if (not before or before[0] == "\n") and after == "." and numeral.value < LISTED:
        return words[numeral.last + 1] != "" and words[numeral.last + 1][0] != "\n"
    if before == "[" and after == "]":
        return True
    return _glued_left(sheet, first, before) or _glued_right(sheet, numeral.last, after)


def _is_callsign(sheet: Sheet, token: int) -> bool:
    """Whether a word is written as the letters of a callsign: RCH, OAE."""
    word = sheet.text[sheet.starts[token] : sheet.ends[token]]
    return len(word) <= 3 and word.isalpha() and word.isupper()


def _glued_left(sheet: Sheet, first: int, before: str) -> bool:
    """Letters or marks stuck to the left of a figure: A320, C-17, 235(b)(1), v2.0."""
    if not sheet.close(first):
        return False
    if before[0].isalpha():
        return before != "'s"
    closer = sheet.words[first - 2] if sheet.close(first - 1) else ""
    if before == "(":
        return closer == ")" or closer[:1].isalnum()
    if before in "-–/+":
        return closer[:1].isalnum()
    return before in ".#:@"


def _glued_right(sheet: Sheet, last: int, after: str) -> bool:
    """Letters or marks stuck to the right of a figure: 235(b), 25-cv-1904, 15b, 202-555-0123."""
    if not sheet.close(last):
        return False
    words = sheet.words
    if after == "(":
        return words[last + 2] == ")" and len(words[last + 1]) <= 2
    if after in "-/" and sheet.close(last + 1):
        coded = words[last + 2] == "-" and words[last + 3][:1].isdecimal()
        return coded or words[last + 1][0].isdecimal()
    return after[0].isalpha() and len(after) == 1


def _is_year(
    words: list[str], numeral: Numeral, before: str, after: str, vocabulary: NumberWords
) -> bool:
    """1950 or 2025 by itself, or a range of two such."""
    if numeral.form == "range":
        both = numeral.lower in vocabulary.years and numeral.upper in vocabulary.years
        return both and len(words[numeral.first]) == 4 and words[numeral.first].isdecimal()
    return numeral.last - numeral.first == 1 and is_year(words, numeral.first, vocabulary)


def is_year(words: list[str], token: int, vocabulary: NumberWords) -> bool:
    """Whether a figure of four digits is a year and counts nothing."""
    word = words[token]
    if len(word) != 4 or not word.isdecimal() or int(word) not in vocabulary.years:
        return False
    before = words[token - 1]
    sets = vocabulary.sets
    if before in sets["year.certain_cues"] or _ends_date(words, token, vocabulary):
        return True
    for following in words[token + 1 : token + 1 + AHEAD]:
        if not following[:1].isalpha():
            break
        if following in sets["year.counted"]:
            return False
    after = words[token + 1]
    if after in sets["measure.after"]:
        return False
    if before in sets["year.cues"] or after in sets["year.followed"]:
        return True
    return not after[:1].isalpha()


def _ends_date(words: list[str], token: int, vocabulary: NumberWords) -> bool:
    """Whether a day or a month comes right before: April 2025, Apr. 30, 2025, 30th April 2025."""
    months = vocabulary.months
    tail = [word for word in words[max(0, token - 4) : token] if word not in (",", ".")][-2:]
    return bool(tail) and (tail[-1] in months or (tail[0] in months and tail[-1].isdecimal()))
