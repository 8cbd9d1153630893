"""Who flew, or arranged the flight: airlines, charter brokers and armed forces named on a page.

Listed names come with the word lists; others are told from how they are built: capitalised words
that end in Airlines, Airways, Air… Invariant: hits are in order, don't overlap, and begin with a
capital letter or are listed as they stand.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from departures.read.gazetteer import gazetteer
from departures.read.lexicon import Hit
from departures.read.naming import Surroundings, naming_words
from departures.read.page import Page


class CarrierHit(NamedTuple):
    """A carrier. `kind` is `airline`, `broker` or `military`."""

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: str


def find_carriers(page: Page, hits: Sequence[Hit], code: str = "en") -> list[CarrierHit]:
    """The carriers that a page names: those of the word lists and those told by their ending."""
    around = Surroundings(page, naming_words(code))
    spans = sorted(_spans(page, hits, around, code), key=lambda span: (span[0], -span[1]))
    found: list[CarrierHit] = []
    done = 0
    for first, last, kind in spans:
        if first >= done:
            start, end = page.starts[first], page.ends[last - 1]
            found.append(CarrierHit(first, last, start, end, page.text[start:end], kind))
            done = last
    return found


_Span = tuple[int, int, str]


def _spans(page: Page, hits: Sequence[Hit], around: Surroundings, code: str) -> Iterator[_Span]:
    """Where a carrier is named, and its kind; some may overlap."""
    for hit in hits:
        first: int | None = None
        for sense in hit.senses:
            if sense.kind == "carrier":
                written = _is_written(page.words_between(hit.first, hit.last))
                first = hit.first if written else None
            elif sense.kind == "carrier_end":
                first = _built(page, hit, around)
            elif sense.kind == "force":
                first = _of_country(page, hit.first, code)
            else:
                continue
            if first is not None:
                yield first, hit.last, sense.value


def _is_written(name: str) -> bool:
    """Whether a listed name is written as one: an acronym in capitals, others with a capital."""
    return name.isupper() if len(name) <= _ACRONYM else name != name.lower()


_ACRONYM = 4
_FARTHEST = 4


def _built(page: Page, end: Hit, around: Surroundings) -> int | None:
    """Where a name begins that is told by its last word: "Sunline Airways"."""
    if not page.capital(end.first) or (
        page.words[end.first] == "air" and around.names_on(end.last)
    ):
        return None
    first = end.first
    while first and end.first - first < _FARTHEST and _in_name(page, around, first - 1):
        first -= 1
    alone = end.first - first == 1 and page.words[first] in around.words.carrier_not
    return None if alone or first == end.first else first


def _of_country(page: Page, noun: int, code: str) -> int | None:
    """Where the country's adjective or name begins right before the noun: "the Mexican navy"."""
    words, names = page.words, gazetteer(code)
    for first in range(noun - 1, max(noun - _FARTHEST, -1), -1):
        if words[first] in names.heads and page.capital(first):
            match = names.match(words, first)
            if match is not None and match[0] == noun:
                return first
    return None


def _in_name(page: Page, around: Surroundings, token: int) -> bool:
    """Whether `token` is a capitalised word that can belong to a carrier's name."""
    word, sets = page.words[token], around.words
    if not word[0].isalpha() or not page.capital(token):
        return False
    if word in sets.small or word in sets.calendar or word in sets.title:
        return False
    return not around.opens(token) or word not in sets.carrier_not
