"""Who flew, or arranged the flight: airlines, charter brokers and armed forces named on a page.

Listed names come with the word lists; others are told from how they are built: capitalised words
that end in Airlines, Airways, Air… Invariant: hits are in order, don't overlap, and begin with a
capital letter or are listed as they stand.
"""

from collections.abc import Iterator
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


def find_carriers(page: Page, hits: list[Hit], code: str = "en") -> list[CarrierHit]:
    """The carriers that a page names: those of the word lists and those told by their ending."""
    around = Surroundings(page, naming_words(code))
    spans = [*_listed(page, hits), *_built(page, around), *_forces(page, around, code)]
    spans.sort(key=lambda span: (span[0], -span[1]))
    found: list[CarrierHit] = []
    done = 0
    for first, last, kind in spans:
        if first >= done:
            start, end = page.starts[first], page.ends[last - 1]
            found.append(CarrierHit(first, last, start, end, page.text[start:end], kind))
            done = last
    return found


def _listed(page: Page, hits: list[Hit]) -> Iterator[tuple[int, int, str]]:
    """Names of the word lists that begin with a capital, or hold one: "iAero"."""
    for hit in hits:
        sense = hit.sense("carrier")
        if sense is None:
            continue
        name = page.words_between(hit.first, hit.last)
        short = hit.last - hit.first == 1 and len(name) <= _ACRONYM
        if name.isupper() if short else name != name.lower():
            yield hit.first, hit.last, sense.value


_ACRONYM = 4
_FARTHEST = 4


def _built(page: Page, around: Surroundings) -> Iterator[tuple[int, int, str]]:
    """Names told by their last word: "Sunline Airways", "Ruritanian Air Force"."""
    words, sets = page.words, around.words
    for token in [i for i, word in enumerate(words) if word in sets.carrier_end]:
        if not page.capital(token):
            continue
        last, kind = token + 1, "airline"
        if words[token] == "air":
            last, kind = _after_air(page, token)
            if last == token + 1 and around.names_on(last):
                continue
        first = token
        while first and token - first < _FARTHEST and _in_name(page, around, first - 1):
            first -= 1
        if token - first > 1 or (first < token and words[first] not in sets.carrier_not):
            yield first, last, kind


def _forces(page: Page, around: Surroundings, code: str) -> Iterator[tuple[int, int, str]]:
    """Armed forces of a country: "the Mexican navy", "a Royal Thai Air Force plane"."""
    words, names = page.words, gazetteer(code)
    for token in [i for i, word in enumerate(words) if word in around.words.force]:
        for first in range(token - 1, max(token - _FARTHEST, -1), -1):
            if words[first] in names.longest and page.capital(first):
                match = names.match(words, first)
                if match is not None and match[0] == token:
                    yield first, token + 1, "military"
                    break


def _after_air(page: Page, token: int) -> tuple[int, str]:
    """Where a name with "Air" in it ends, and what it is."""
    words = page.words
    following = words[token + 1] if token + 1 < len(words) else ""
    if following == "force" and page.capital(token + 1):
        return token + 2, "military"
    if following in ("lines", "charter", "express", "international") and page.capital(token + 1):
        return token + 2, "airline"
    return token + 1, "airline"


def _in_name(page: Page, around: Surroundings, token: int) -> bool:
    """Whether `token` is a capitalised word that can belong to a carrier's name."""
    word, sets = page.words[token], around.words
    if not word[0].isalpha() or not page.capital(token):
        return False
    if word in sets.small or word in sets.calendar or word in sets.title:
        return False
    return not around.opens(token) or word not in sets.carrier_not
