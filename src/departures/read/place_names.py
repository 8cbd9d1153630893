"""Names of places and peoples as they stand: found, and joined with what belongs to them.

Invariant: what is found never overlaps and stays in order; its meanings stay ranked, the likeliest
first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from departures.read.gazetteer import LEVELS, Entry, Gazetteer, Name, name_of
from departures.read.naming import Style, Surroundings
from departures.read.page import Page


@dataclass(slots=True)
class Found:
    """Tokens `first`…`last` (exclusive) that bear a name, and what the words around make of it."""

    first: int
    last: int
    key: str
    name: Name
    airport: bool = False
    joined: bool = False
    """Whether a region or an airport's kind beside it shows that it is a place."""
    part: bool = False
    inside: bool = False
    region: "Found | None" = None
    """For a town that no list holds: the region that tells its country."""


_CAPITALS = frozenset(filter(str.isupper, map(chr, range(0x250))))
"""Capital Latin letters: no name of the gazetteer begins with another."""


def scan(page: Page, names: Gazetteer, around: Surroundings, marks: Sequence[int]) -> list[Found]:
    """Every listed name and airport code that is written with a capital; airports whole.

    `marks`: the tokens of the gazetteer's first words and codes.
    """
    words, text, starts, codes = page.words, page.text, page.starts, names.codes
    found: list[Found] = []
    done = 0
    for token in marks:
        if token < done or text[starts[token]] not in _CAPITALS:
            continue
        item = _listed(page, names, token)
        if item is None and words[token] in codes:
            item = _code(names, around, token, found)
        if item is not None:
            if not item.name.people:
                _look_on(item, around)
            found.append(item)
            done = item.last
    return found


def _listed(page: Page, names: Gazetteer, first: int) -> Found | None:
    """A name of the gazetteer, with the meanings that its spelling and place allow."""
    match = names.match(page.words, first)
    if match is None:
        return None
    last, key, name = match
    if not name.guarded:
        return Found(first, last, key, name)
    upper = page.words_between(first, last).isupper()
    allowed = names.allowed(key, name, upper, first > 1 and page.words[first - 1] == ",")
    return Found(first, last, key, allowed) if allowed is not None else None


def _code(names: Gazetteer, around: Surroundings, token: int, found: list[Found]) -> Found | None:
    """An airport's code: in brackets after the airport or its city, or after "from", "to"…"""
    words, sets = around.page.words, around.words
    word = words[token]
    entry = names.airport(word)
    if entry is None or not around.page.words_between(token, token + 1).isupper():
        return None
    before, after = around.word_before(token), around.word_after(token + 1)
    item = Found(token, token + 1, word, name_of(entry), airport=True, joined=True)
    if before == "(":
        item.part = bool(found) and found[-1].last == token - 1 and not found[-1].name.people
        named = token > 1 and words[token - 2] in sets.airport
        return item if item.part or named else None
    if word in sets.known and (before in sets.place or before in _JOINTS or after in _JOINTS):
        return item
    return item if before in _WAYS and around.style(token) is Style.PROSE else None


_WAYS = ("from", "to", "via")
_JOINTS = ("-", "–", "/")


def _is_site(item: Found, around: Surroundings) -> bool:
    """Whether a name goes on to that of a site, and stands for where it is: "at the X Jail"."""
    first, last = item.first, item.last
    while around.capital(last) and last - item.last < _CHAIN:
        last += 1
    if around.page.words[last - 1] not in around.words.site:
        return False
    return around.supported(first - 1 if around.word_before(first) == "the" else first)


def join(found: list[Found], around: Surroundings) -> list[Found]:
    """Narrow "City, Country" to what fits both; find towns that stand only before their state."""
    words = around.page.words
    joined: list[Found] = []
    for item in found:
        comma = item.first - 1
        if item.name.level and comma > 0 and words[comma] in (",", "("):
            _join_region(joined, item, around)
        joined.append(item)
    return joined


def _look_on(item: Found, around: Surroundings) -> None:
    """What follows a place in its name: an airport, or a site such as a jail."""
    if around.word_after(item.last) in around.words.airport_words:
        _extend_airport(item, around)
    if around.capital(item.last) and _is_site(item, around):
        item.joined = True


def _extend_airport(item: Found, around: Surroundings) -> None:
    """Read "Tashkent International Airport" as the airport of Tashkent; also "Leipzig airport"."""
    words, sets = around.page.words, around.words
    first = last = item.last
    while last < len(words) and words[last] in sets.airport_chain and last < first + _CHAIN:
        last += 1
    base = last > first and words[last - 1] in ("base", "field")
    if last < len(words) and words[last] in sets.airport:
        last += 1
    elif base and words[last - 2] in ("air", "force", "army"):
        item.name = name_of(*(entry._replace(codes="") for entry in item.name.entries))
    else:
        return
    item.airport = item.joined = True
    if around.capital(last - 1):
        item.last = last


_CHAIN = 4


def _join_region(joined: list[Found], item: Found, around: Surroundings) -> None:
    """Narrow the city before the comma, or find it where no list holds it."""
    comma = item.first - 1
    previous = joined[-1] if joined else None
    if previous is not None and previous.last == comma:
        if not previous.name.people:
            _narrow(previous, item)
    elif around.page.words[comma] == "," and (previous is None or previous.last < comma):
        town = _unlisted_town(previous.last if previous is not None else 0, item, around)
        if town is not None:
            joined.append(town)


def _fits(city: Entry, region: Entry) -> bool:
    """Whether a place may lie in a country or a state."""
    if region.kind not in LEVELS or city.country != region.country or city.kind == "country":
        return False
    if region.kind == "state":
        return city.kind != "state" and (not city.region or city.region == region.region)
    return city.kind not in LEVELS or city.kind == "state"


def _narrow(city: Found, region: Found) -> None:
    """Keep those meanings of two neighbours that fit each other."""
    cities, regions = city.name.entries, region.name.entries
    kept = [c for c in cities if any(_fits(c, r) for r in regions)]
    if kept:
        region.name = name_of(*(r for r in regions if any(_fits(c, r) for c in kept)))
        city.name = name_of(*kept)
    elif all(c.kind == "city" for c in cities) and _is_state(regions):
        region.name = name_of(*(r for r in regions if r.kind == "state"))
        city.name, city.region = _TOWN, region
    else:
        return
    city.joined = region.part = True


def _is_state(entries: tuple[Entry, ...]) -> bool:
    """Whether a name after a comma tells the state: "Ontario", but not "Washington"."""
    return entries[0].kind == "state" and not any("c" in entry.marks for entry in entries)


_TOWN = name_of(Entry("city", "", "", "", 1, ""))
"""A town of which only the region is known."""

_MOST_WORDS = 3


def _unlisted_town(floor: int, item: Found, around: Surroundings) -> Found | None:
    """The town in "near Lukeville, Arizona", which no list holds."""
    page = around.page
    comma = first = item.first - 1
    while first > max(floor, comma - _MOST_WORDS) and _part_of_town(around, first - 1):
        first -= 1
    if first == comma:
        return None
    name = page.words_between(first, comma)
    dateline = around.opens(first) and name.isupper()
    if not dateline and (name.isupper() or not around.supported(first)):
        return None
    item.part = True
    return Found(first, comma, name.lower(), _TOWN, joined=True, region=item)


def _part_of_town(around: Surroundings, token: int) -> bool:
    """Whether `token` is a capitalised word that can belong to a town's name."""
    word, sets = around.page.words[token], around.words
    if not word[0].isalpha() or not around.capital(token):
        return False
    return word not in sets.small and word not in sets.calendar and word not in sets.name
