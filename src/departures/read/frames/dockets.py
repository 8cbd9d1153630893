"""Cases and dockets: "T.N. v. Lyle, No. 25-cv-1904".

Invariant: a name's offsets hold the name.
"""

from departures.read.frames.benches import order_words
from departures.read.page import Page

Name = tuple[int, int, str]
"""Start, end and the name that stands there."""


def case_and_docket(page: Page, index: int) -> tuple[Name | None, Name | None]:
    """The case and the docket that a sentence names: "T.N. v. Lyle, No. 25-cv-1904"."""
    sentence, words = page.sentences[index], page.words
    case = docket = None
    for token in range(sentence.first + 1, sentence.last - 1):
        if case is None and words[token] in ("v", "vs"):
            first, last = token, token + 1
            while first > sentence.first and _in_case_name(page, first - 1):
                first -= 1
            last += words[last] == "."
            begun = last
            while last < sentence.last and _in_case_name(page, last):
                last += 1
            while last > begun and words[last - 1] == ".":
                last -= 1
            first += words[first] in order_words()["objects"]
            if first < token and last > begun:
                case = _span(page, first, last)
        if words[token] in ("no", "case") and docket is None:
            begin = token + 1 + (words[token + 1] == ".")
            last = begin
            while last < sentence.last and page.text[page.starts[last]] not in ",;() \n":
                if last > begin and page.starts[last] != page.ends[last - 1]:
                    break
                last += 1
            while last > begin and words[last - 1] == ".":
                last -= 1
            if begin < last and "-" in words[begin:last] and words[begin][0].isdigit():
                docket = _span(page, begin, last)
    return case, docket


def _in_case_name(page: Page, token: int) -> bool:
    """Whether a token can stand in a party's name."""
    return page.capital(token) or page.words[token] in (".", "of", "'s", "-", "and")


def _span(page: Page, first: int, last: int) -> Name:
    start, end = page.starts[first], page.ends[last - 1]
    return start, end, page.text[start:end]
