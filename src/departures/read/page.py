"""A document laid out for reading: folded text, tokens, sentences.

Invariant: `folded` has one character for each character of the text, so that every offset found
in it is an offset of the document. Everything is linear in the length of the text.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

_SPACES = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
)
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def _folding_table() -> dict[int, str]:
    """One character for one: spaces, quotes and dashes made plain, Latin letters lower and bare."""
    table = dict.fromkeys(map(ord, _SPACES), " ")
    table |= dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"')
    table |= dict.fromkeys(map(ord, _SINGLE_QUOTES), "'")
    table |= dict.fromkeys(map(ord, _DASHES), "-")
    table |= {0x2013: "\u2013", 0x2014: "\u2014", 0x2015: "\u2014"}  # these part phrases
    table |= {0x0131: "i", 0x0142: "l", 0x0141: "l", 0x00F8: "o", 0x00D8: "o", 0x0111: "d"}
    for code in range(0x250):
        letter = chr(code)
        if code in table or not letter.isalpha():
            continue
        bare = unicodedata.normalize("NFD", letter)[0].lower()
        if len(bare) == 1 and bare != letter:
            table[code] = bare
    return table


_FOLDING = _folding_table()
_ASCII = bytes(range(128))
_MANY = 40
"""So many kinds of characters beyond ASCII are folded in one go, fewer one by one."""


def _beyond_ascii(text: str) -> set[str]:
    """The characters of a text that are not ASCII."""
    encoded = text.encode("utf-8", "surrogatepass")
    return set(encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def fold(text: str) -> str:
    """`text` with case, accents and typographic variants folded, at the same length."""
    if text.isascii():
        return text.lower()
    folded, marks = text, _beyond_ascii(text)
    if len(marks) < _MANY:
        for mark in marks:
            folded = folded.replace(mark, _FOLDING.get(ord(mark), mark))
    else:
        folded = folded.translate(_FOLDING)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in folded)


# Letters and combining marks of the living scripts; written as ranges, which the engine tests
# several times faster than a class like [^\W\d_].
_LETTER = "a-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufeff"
_TOKEN = re.compile(
    rf"([{_LETTER}](?:"
    r"(?<=[a-z])\.(?:[a-z]\.)+(?![a-z])"  # u.s., p.m.
    rf"|[{_LETTER}]*+(?:'(?!s\b)[{_LETTER}]++)*+)"  # words, don't
    r"|[.,]"
    r"|[0-9]++(?:[.,][0-9]++)*+"  # 131, 1,445,549, 11.4
    r"|'s\b"
    r"|\n(?:[ \r]*\n)*"  # line and paragraph ends
    r"|[^\w\s]"
    r"|[\w_])"
)
"""One token; as a group, so that splitting a text gives what lies between tokens as well."""
_MARKS = re.compile("[\u0300-\u036f]+")


def tokens(phrase: str) -> list[str]:
    """The folded tokens of a phrase, as a page has them."""
    return _TOKEN.findall(fold(phrase))


class Sentence(NamedTuple):
    """Tokens `first`…`last` (exclusive) of one sentence, and the paragraph it stands in."""

    first: int
    last: int
    paragraph: int


@dataclass(slots=True)
class Page:
    """Parallel lists of tokens: `words` folded, `starts` and `ends` as offsets into `text`."""

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[Sentence]
    _sentence_starts: list[int]

    def sentence_of(self, token: int) -> int:
        """The index of the sentence in which `token` stands."""
        return bisect_right(self._sentence_starts, token) - 1

    def capital(self, token: int) -> bool:
        """Whether the token is written with a capital letter first."""
        return self.text[self.starts[token]].isupper()

    def words_between(self, first: int, last: int) -> str:
        """The document's own characters from token `first` to before token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


_STOPS = frozenset(".?!")
_AFTER_STOP = _STOPS | frozenset("\"')]")
_WRAPPED = 60
"""A line at least this long that ends without a stop is taken to go on in the next line."""


def _shortens(
    words: list[str], folded: str, starts: list[int], token: int, abbreviations: frozenset[str]
) -> bool:
    """Whether the full stop at `token` only ends an abbreviation or an initial."""
    before = words[token - 1] if token else ""
    if before not in abbreviations and not (len(before) == 1 and before.isalpha()):
        return False
    if not before or folded[starts[token] - 1] != before[-1]:
        return False
    return token + 1 < len(words) and words[token + 1][0] != "\n"


def _sentences(
    text: str, folded: str, words: list[str], starts: list[int], abbreviations: frozenset[str]
) -> list[Sentence]:
    """Cut the tokens into sentences; line ends that part paragraphs always cut."""
    sentences: list[Sentence] = []
    first, paragraph, count = 0, 0, len(words)
    # Line ends sort before every printed character, stops before every letter.
    for token in [
        index for index, word in enumerate(words) if word < "@" and (word in _STOPS or word < " ")
    ]:
        if token < first:
            continue
        word = words[token]
        if word in _STOPS:
            last = _sentence_end(text, folded, words, starts, token, abbreviations)
            if last is not None:
                sentences.append(Sentence(first, last, paragraph))
                first = last
        elif word[0] == "\n":
            if first < token:
                sentences.append(Sentence(first, token, paragraph))
            first = token + 1
            paragraph += word.count("\n") > 1
    if first < count:
        sentences.append(Sentence(first, count, paragraph))
    return sentences


def _sentence_end(
    text: str,
    folded: str,
    words: list[str],
    starts: list[int],
    token: int,
    abbreviations: frozenset[str],
) -> int | None:
    """The token after the sentence that the stop at `token` ends; null where it ends none."""
    if _shortens(words, folded, starts, token, abbreviations):
        return None
    count, last = len(words), token + 1
    while last < count and words[last] in _AFTER_STOP:
        # A quotation mark after a space opens the next sentence.
        if words[last] in "\"'" and folded[starts[last] - 1].isspace():
            break
        last += 1
    if last == count or words[last][0] == "\n":
        return last
    opener = words[last] in "\"'([" and last + 1 < count
    following = text[starts[last + 1 if opener else last]]
    return last if folded[starts[last] - 1].isspace() and not following.islower() else None


def _line_ends(text: str, end: int) -> bool:
    """Whether the single line end at `end` parts two sentences, or only wraps a long line."""
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    following = text[end + 1 : end + 2]
    if not line or line[-1] in '.?!:;"”»':
        return True
    if following.islower():
        return False
    return len(line) < _WRAPPED or not following.isalpha()


def lay_out(
    text: str, abbreviations: frozenset[str] = frozenset(), folded: str | None = None
) -> Page:
    """Tokens and sentences of `text`; a stop after one of the `abbreviations` ends no sentence.

    `folded`: the folded text, where it is known.
    """
    folded = fold(text) if folded is None else folded
    pieces = _TOKEN.split(folded)  # a gap, a token, a gap …
    words, offsets = pieces[1::2], list(accumulate(map(len, pieces)))
    starts, ends = offsets[:-1:2], offsets[1::2]
    wraps = {
        token
        for token, word in enumerate(words)
        if word == "\n" and not _line_ends(text, starts[token])
    }
    if wraps:  # a line end that only wraps a long line is no token: names go on across it
        words = [word for token, word in enumerate(words) if token not in wraps]
        starts = [start for token, start in enumerate(starts) if token not in wraps]
        ends = [end for token, end in enumerate(ends) if token not in wraps]
    if not folded.isascii() and _MARKS.search(folded):
        words = [_MARKS.sub("", word) or word for word in words]
    sentences = _sentences(text, folded, words, starts, abbreviations)
    return Page(text, folded, words, starts, ends, sentences, [s.first for s in sentences])
