"""Numbers made of words: twenty-seven, a hundred and forty-five thousand, two and a half million.

Invariant: a number is built of groups below 1,000 and scales that go down; nothing is read past the
last word that fits. Lists of words have a margin (see `sheet`).
"""

from departures.read.numbers.figures import LONGEST, figure_value
from departures.read.numbers.vocabulary import NumberWords

NO_LIMIT = 10**30


def compose(
    words: list[str], token: int, vocabulary: NumberWords, *, implied: bool = False
) -> tuple[float, int] | None:
    """The value of the number that begins at `token`, and the token after it.

    With `implied` it may begin with a bare scale: (a) hundred and five thousand.
    """
    total: float = 0
    limit, last = NO_LIMIT, token
    start: int | None = token
    while start is not None:
        group = _group(words, start, vocabulary, implied=implied and start == token)
        if group is None:
            break
        value, end = group
        part = _and_part(words, end, vocabulary)
        if part is not None:
            value, end = value + part[0], part[1]
        scale, end = _scale(words, end, vocabulary)
        if words[end] in vocabulary.dozens:
            return total + value * vocabulary.dozens[words[end]], end + 1
        if scale >= limit or (scale == 1 and value >= limit):
            break
        total += value * scale
        last, limit, start = end, scale, None
        if scale > 1:
            part = _and_part(words, end, vocabulary)
            if part is not None:
                return _with_part(words, total, scale, part, vocabulary)
            start = _next_group(words, end, vocabulary)
    return (total, last) if last > token else None


def _scale(words: list[str], token: int, vocabulary: NumberWords) -> tuple[int, int]:
    """The product of the scale words from `token` on, and the token after them: lakh crore."""
    scale = 1
    while words[token] in vocabulary.scales and scale < NO_LIMIT:
        scale *= vocabulary.scales[words[token]]
        token += 1
    return scale, token


def _and_part(words: list[str], last: int, vocabulary: NumberWords) -> tuple[float, int] | None:
    """The 0.5 of "two and a half million" and "a million and a half", and the token after it."""
    if words[last] not in vocabulary.joining:
        return None
    word = words[last + 1]
    many = 1 if word in vocabulary.articles else vocabulary.small.get(word, 0)
    part = vocabulary.parts.get(words[last + 2], 0)
    if not many or not part or words[last + 3] == "of":
        return None
    return many / part, last + 3


def _with_part(
    words: list[str],
    total: float,
    scale: int,
    part: tuple[float, int],
    vocabulary: NumberWords,
) -> tuple[float, int]:
    """A million and a half; a billion and a half million."""
    smaller = vocabulary.scales.get(words[part[1]], 0)
    if 1 < smaller < scale:
        return total + part[0] * smaller, part[1] + 1
    return total + part[0] * scale, part[1]


def _next_group(words: list[str], token: int, vocabulary: NumberWords) -> int | None:
    """Where the next smaller part of a number may begin, "and" or a hyphen skipped."""
    if words[token] in vocabulary.joining or words[token] == "-":
        token += 1
    word = words[token]
    if word in vocabulary.small or word in vocabulary.tens:
        return token
    figure = word.isdecimal() and words[token + 1] in vocabulary.scales
    joined = word.isdecimal() and words[token - 1] in vocabulary.joining and len(word) < 3
    return token if figure or (joined and word != "0") else None


def _group(
    words: list[str], token: int, vocabulary: NumberWords, *, implied: bool
) -> tuple[float, int] | None:
    """A number below 1,000, or a figure, or with `implied` the one of "(a) hundred"."""
    word = words[token]
    if word[:1].isdecimal():
        figure = figure_value(word)
        if figure is None:
            return None
        value, last = figure, token + 1
    elif implied and (word in vocabulary.scales or word in vocabulary.dozens):
        value, last = 1, token
    else:
        below = below_hundred(words, token, vocabulary)
        if below is None:
            return None
        value, last = below
    if vocabulary.scales.get(words[last]) != 100:
        return value, last
    value, last = value * 100, last + 1
    rest = last + 1 if words[last] in vocabulary.joining else last
    tail = below_hundred(words, rest, vocabulary, figures=rest > last)
    if tail is None or vocabulary.scales.get(words[tail[1]]) == 100 or not tail[0]:
        return value, last
    return value + tail[0], tail[1]


def below_hundred(
    words: list[str], token: int, vocabulary: NumberWords, *, figures: bool = False
) -> tuple[float, int] | None:
    """Seven, twenty, twenty-seven, twenty seven; with `figures` also 27."""
    word = words[token]
    if word in vocabulary.small:
        return vocabulary.small[word], token + 1
    if word in vocabulary.tens:
        value, last = vocabulary.tens[word], token + 1
        unit = last + 1 if words[last] == "-" else last
        digit = vocabulary.small.get(words[unit], 0)
        return (value + digit, unit + 1) if 0 < digit < 10 else (value, last)
    if figures and word.isdecimal() and len(word) <= 2:
        return int(word), token + 1
    return None


def ordinal_tail(
    words: list[str], last: int, value: float, vocabulary: NumberWords
) -> tuple[float, int] | None:
    """The value and end of "twenty-first", given "twenty"."""
    join = words[last]
    unit = last + 1 if join == "-" or join in vocabulary.joining else last
    ordinal = vocabulary.ordinals.get(words[unit], 0)
    if 0 < ordinal < 10 and value % 10 == 0 and value and (join == "-" or value < 100):
        return value + ordinal, unit + 1
    return None


def pointed(
    words: list[str], point: int, value: float, vocabulary: NumberWords
) -> tuple[float, int]:
    """Two point five, nine point nought four; unchanged where no digits follow the point."""
    digits, token = "", point + 1
    while words[token] in vocabulary.small and len(digits) < LONGEST:
        digits += str(vocabulary.small[words[token]])
        token += 1
    if not digits:
        below = below_hundred(words, token, vocabulary)
        if below is None:
            return value, point
        digits, token = str(int(below[0])), below[1]
    scale, end = _scale(words, token, vocabulary)
    return (value + float(f"0.{digits}")) * scale, end
