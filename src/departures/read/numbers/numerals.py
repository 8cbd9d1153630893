"""Numerals: figures and number words read as one value, without the bounds around them.

"131", "1.4 million", "several dozen", "half a million", "tens of thousands", "twenty-first", "two
thirds". Invariant: a numeral holds the token it was asked for and no token of another numeral.
"""

from departures.read.numbers.figures import Numeral, figure, whole
from departures.read.numbers.sheet import Sheet
from departures.read.numbers.spelled import compose, ordinal_tail, pointed
from departures.read.numbers.vocabulary import NumberWords

DOZEN = 12
MOST_DOZENS = 99


def numeral_at(sheet: Sheet, token: int, vocabulary: NumberWords) -> Numeral | None:
    """The numeral whose first number word is `token`, with the articles that belong to it."""
    words = sheet.words
    word = words[token]
    if word[0].isdecimal():
        numeral = figure(sheet, token, vocabulary)
        if numeral is None or numeral.form != "figure":
            return numeral
        after = words[numeral.last]
        if after == "out":
            return _out_of(words, numeral) or numeral
        scaled = after in vocabulary.scales or after in vocabulary.dozens
        return _composed(words, token, vocabulary) if scaled else numeral
    if word in vocabulary.vague:
        return _vague(words, token, vocabulary)
    if word in vocabulary.scales or word in vocabulary.dozens:
        return _scaled(words, token, vocabulary)
    if word in vocabulary.ordinals:
        return _ordinal(words, token, vocabulary)
    if word in vocabulary.halves:
        return _half(words, token, vocabulary)
    return _share(words, token, vocabulary) or _composed(words, token, vocabulary)


def _composed(words: list[str], token: int, vocabulary: NumberWords) -> Numeral | None:
    """Number words, and figures with number words behind them."""
    found = compose(words, token, vocabulary)
    if found is None:
        return None
    value, last = found
    ordinal = ordinal_tail(words, last, value, vocabulary)
    if ordinal is not None:
        return Numeral(token, ordinal[1], ordinal[0], "ordinal", ordinal[0], ordinal[0])
    if words[last] in vocabulary.point:
        value, last = pointed(words, last, value, vocabulary)
    value = whole(value)
    form = "figure" if words[token][0].isdecimal() else "words"
    return Numeral(token, last, value, form, value, value)


def _scaled(words: list[str], token: int, vocabulary: NumberWords) -> Numeral | None:
    """A hundred and five, a dozen, several thousand, a few hundred, a couple of hundred."""
    first = token - 1
    if words[first] == "of":
        first -= 1
    before = words[first]
    if before in vocabulary.some_of:
        return _some(words, first, token, vocabulary)
    found = compose(words, token, vocabulary, implied=True)
    if found is None:
        return None
    value, last = whole(found[0]), found[1]
    first = token - 1 if words[token - 1] in vocabulary.articles else token
    return Numeral(first, last, value, "words", value, value)


def _some(words: list[str], first: int, token: int, vocabulary: NumberWords) -> Numeral:
    """Several hundred thousand, a couple of dozen: the word at `first` times the scale."""
    word, last = words[first], token + 1
    size = vocabulary.scales.get(words[token]) or vocabulary.dozens[words[token]]
    while words[last] in vocabulary.scales and last - token < 3:
        size *= vocabulary.scales[words[last]]
        last += 1
    if words[first - 1] in vocabulary.articles:
        first -= 1
    low = vocabulary.some_of[word] * size
    if word in vocabulary.as_good_as:
        return Numeral(first, last, low, "vague", low, low, True)
    high = MOST_DOZENS if size == DOZEN else size * 10 - 1
    return Numeral(first, last, low, "vague", low, high)


def _vague(words: list[str], token: int, vocabulary: NumberWords) -> Numeral:
    """Dozens, several hundreds, tens of thousands: how many at least and at most."""
    low, high = vocabulary.vague[words[token]]
    last = token + 1
    if words[last] == "of" and words[last + 1] in vocabulary.vague:
        size = vocabulary.scales.get(words[last + 1].removesuffix("s"), 0)
        if size:
            low, high, last = low * size, (high + 1) * size - 1, last + 2
    first = token
    many = vocabulary.some_of.get(words[token - 1], 0)
    if many:
        low, first = max(low, many * (high + 1) // 10), token - 1
    return Numeral(first, last, low, "vague", low, high)


def _ordinal(words: list[str], token: int, vocabulary: NumberWords) -> Numeral:
    """Third, hundredth; a third of something is a share."""
    value = vocabulary.ordinals[words[token]]
    before = words[token - 1]
    part = vocabulary.parts.get(words[token])
    if part and before in vocabulary.articles and words[token + 1] == "of":
        return _shared(token - 1, token + 1, 1 / part)
    return Numeral(token, token + 1, value, "ordinal", value, value)


def _half(words: list[str], token: int, vocabulary: NumberWords) -> Numeral | None:
    """Half a million, half a dozen, a quarter of a million; a half of something is a share."""
    last = token + 1
    if words[last] == "of":
        last += 1
    if words[last] in vocabulary.articles:
        last += 1
    unit = words[last]
    size = vocabulary.scales.get(unit) or vocabulary.dozens.get(unit)
    divisor = vocabulary.halves[words[token]]
    first = token - 1 if words[token - 1] in vocabulary.articles else token
    if size is not None:
        value = whole(size / divisor)
        return Numeral(first, last + 1, value, "words", value, value)
    if divisor == 2 or (first < token and words[token + 1] == "of"):
        return _shared(first, token + 1, 1 / divisor)
    return None


def _share(words: list[str], token: int, vocabulary: NumberWords) -> Numeral | None:
    """Two thirds, three-quarters, one in five, nine out of ten."""
    many = vocabulary.small.get(words[token], 0)
    if not many:
        return None
    last = token + 2 if words[token + 1] == "-" else token + 1
    part = vocabulary.parts.get(words[last])
    if part and (many == 1 or words[last].endswith("s")) and many < part:
        return _shared(token, last + 1, many / part)
    if words[last] == "out" and words[last + 1] == "of":
        last += 1
    elif words[last] != "in":
        return None
    of = vocabulary.small.get(words[last + 1], 0)
    unit = words[last + 2] in vocabulary.sets["measure.after"]
    return _shared(token, last + 2, many / of) if many < of <= 10 and not unit else None


def _out_of(words: list[str], numeral: Numeral) -> Numeral | None:
    """7 out of 10; not 12 out of 131, which counts."""
    of, last = words[numeral.last + 2], numeral.last + 3
    if words[numeral.last + 1] != "of" or of not in ("10", "100"):
        return None
    share = numeral.value / int(of)
    return _shared(numeral.first, last, share) if 0 < share < 1 else None


def _shared(first: int, last: int, value: float) -> Numeral:
    return Numeral(first, last, value, "words", value, value, kind="percent")
