"""Names of places and peoples as they stand: found, joined with what belongs to them, and judged.

Invariant: what is found never overlaps and stays in order; judging drops names of persons and
ordinary words, and marks names inside longer names.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from departures.read.gazetteer import Entry, Gazetteer
from departures.read.naming import Style, Surroundings
from departures.read.page import Page

_LEVELS = frozenset({"country", "territory", "state"})


@dataclass(slots=True)
class Found:
    """Tokens `first`…`last` (exclusive) that name one of `entries`."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    key: str
    people: bool = False
    airport: bool = False
    inside: bool = False
    part: bool = False
    joined: bool = False

    def marked(self, mark: str) -> bool:
        """Whether every meaning bears `mark`."""
        return all(mark in entry.marks for entry in self.entries)


def scan(page: Page, names: Gazetteer, around: Surroundings) -> list[Found]:
    """Every listed name and airport code that is written with capitals."""
    words, text, starts = page.words, page.text, page.starts
    longest, codes = names.longest, names.codes
    found: list[Found] = []
    done = 0
    for token in [i for i, word in enumerate(words) if word in longest or word in codes]:
        if token < done or not text[starts[token]].isupper():
            continue
        match = names.match(words, token) if words[token] in longest else None
        item = _listed(page, token, *match) if match is not None else None
        if item is None:
            item = _code(page, token, names, around, found)
        if item is not None:
            found.append(item)
            done = item.last
    return found


def _listed(page: Page, first: int, last: int, entries: tuple[Entry, ...]) -> Found | None:
    """A name of the gazetteer, without those meanings that its spelling or place rules out."""
    kept = entries
    if any("u" in entry.marks or "q" in entry.marks for entry in entries):
        upper = page.words_between(first, last).isupper()
        after_place = first > 1 and page.words[first - 1] == ","
        kept = tuple(
            entry
            for entry in entries
            if (upper or "u" not in entry.marks) and (after_place or "q" not in entry.marks)
        )
    if not kept:
        return None
    key = " ".join(page.words[first:last])
    return Found(first, last, kept, key, people=kept[0].kind == "people")


def _code(
    page: Page, token: int, names: Gazetteer, around: Surroundings, found: list[Found]
) -> Found | None:
    """An airport's code: in brackets after the airport or its city, or after "from", "to"…"""
    word = page.words[token]
    entry = names.codes.get(word)
    if (
        entry is None
        or word in around.words.not_airport
        or not page.words_between(token, token + 1).isupper()
    ):
        return None
    before, after = around.word_before(token), around.word_after(token + 1)
    item = Found(token, token + 1, (entry,), word, airport=True)
    if before == "(":
        named = bool(found) and found[-1].last == token - 1 and not found[-1].people
        if named or (token > 1 and page.words[token - 2] in around.words.airport):
            item.part = named
            return item
        return None
    route = before in ("from", "to", "via") or after in ("-", "–", "/") or before in ("-", "–", "/")
    if route and (word in around.words.known or around.style(token) is Style.PROSE):
        known = word in around.words.known or before in ("from", "to", "via")
        return item if known else None
    return None


def join_neighbours(found: list[Found], around: Surroundings) -> list[Found]:
    """Airports take in their kind of airport; "City, Country" narrows both to what fits."""
    joined: list[Found] = []
    for item in found:
        if not item.people:
            _extend_airport(item, around)
            if item.entries[0].kind in _LEVELS or any(e.kind in _LEVELS for e in item.entries):
                previous = joined[-1] if joined else None
                town = _join_region(previous, item, around)
                if town is not None:
                    joined.append(town)
        joined.append(item)
    return joined


def _extend_airport(item: Found, around: Surroundings) -> None:
    """Read "Tashkent International Airport" as the airport of Tashkent; also "Leipzig airport"."""
    words, sets = around.page.words, around.words
    last, air = item.last, False
    while last < len(words) and words[last] in sets.airport_chain and last < item.last + 4:
        air = air or words[last] in ("air", "army")
        last += 1
    based = air and last > item.last and words[last - 1] in ("base", "field")
    if last < len(words) and words[last] in sets.airport:
        last += 1
        item.airport = True
    elif based:
        item.airport = True
        item.entries = tuple(entry._replace(codes="") for entry in item.entries)
    if item.airport and around.capital(last - 1) and last > item.last:
        item.last = last


def _join_region(previous: Found | None, item: Found, around: Surroundings) -> Found | None:
    """Narrow "City, Region" where both are known; where the city isn't, find it."""
    words = around.page.words
    comma = item.first - 1
    if comma < 1 or words[comma] not in (",", "("):
        return None
    if previous is not None and previous.last == comma:
        if not previous.people:
            _narrow(previous, item)
        return None
    if words[comma] == "," and (previous is None or previous.last < comma):
        return _unlisted_town(previous, item, around)
    return None


def _fits(city: Entry, region: Entry) -> bool:
    """Whether a place may lie in a country or a state."""
    if region.kind not in _LEVELS or city.country != region.country or city.kind == "country":
        return False
    if region.kind == "state":
        return city.kind != "state" and (not city.region or city.region == region.region)
    return city.kind not in _LEVELS or city.kind == "state"


def _narrow(city: Found, region: Found) -> None:
    """Keep those meanings of two neighbours that fit each other."""
    pairs = [(c, r) for c in city.entries for r in region.entries if _fits(c, r)]
    if pairs:
        city.entries = tuple(dict.fromkeys(c for c, _ in pairs))
        region.entries = tuple(dict.fromkeys(r for _, r in pairs))
    elif all(r.kind == "state" for r in region.entries) and all(
        c.kind == "city" for c in city.entries
    ):
        state = region.entries[0]
        city.entries = (Entry("city", state.country, state.region, "", 1, ""),)
    else:
        return
    city.joined = region.part = True


_MOST_WORDS = 3


def _unlisted_town(previous: Found | None, item: Found, around: Surroundings) -> Found | None:
    """The town in "near Lukeville, Arizona", which no list holds."""
    page = around.page
    floor = max(previous.last if previous is not None else 0, item.first - 1 - _MOST_WORDS)
    first = item.first - 1
    while first > floor and _part_of_town(around, first - 1):
        first -= 1
    if first == item.first - 1:
        return None
    name = page.words_between(first, item.first - 1)
    dateline = around.opens(first) and name.isupper()
    if not dateline and (name.isupper() or not around.supported(first)):
        return None
    region = next(entry for entry in item.entries if entry.kind in _LEVELS)
    item.part = True
    entry = Entry("city", region.country, region.region, "", 1, "")
    return Found(first, item.first - 1, (entry,), name.lower(), joined=True)


def _part_of_town(around: Surroundings, token: int) -> bool:
    word, sets = around.page.words[token], around.words
    return (
        word[0].isalpha()
        and around.capital(token)
        and not (word in sets.small or word in sets.calendar or word in sets.name)
    )


def judge(found: list[Found], around: Surroundings) -> list[Found]:
    """Without persons and ordinary words; names inside names marked."""
    kept: list[Found] = []
    persons: set[str] = set()
    supported: set[str] = set()
    doubtful: set[int] = set()
    for index, item in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        before = kept[-1] if kept else None
        if item.people:
            _judge_people(item, after, around)
        elif _is_person(item, before, after, around):
            persons.add(item.key)
            continue
        else:
            item.inside = _is_inside(item, before, after, around)
            if _stands_as_place(item, before, around):
                supported.add(item.key)
            elif item.marked("n") or item.marked("w"):
                doubtful.add(item.first)
        kept.append(item)
    return [
        item for item in kept if item.first not in doubtful or _believed(item, persons, supported)
    ]


def _believed(item: Found, persons: set[str], supported: set[str]) -> bool:
    """Whether a doubtful name counts, by what the document says elsewhere."""
    if item.key in supported:
        return not item.marked("w")
    known = any(entry.kind in _LEVELS or "c" in entry.marks for entry in item.entries)
    return known and item.key not in persons


def _judge_people(item: Found, after: Found | None, around: Surroundings) -> None:
    next_found = after is not None and after.first == item.last
    word = around.word_after(item.last)
    item.inside = not next_found and word in around.words.name and around.capital(item.last)


def _is_person(
    item: Found, before: Found | None, after: Found | None, around: Surroundings
) -> bool:
    """Whether a name that can be a person's is one here."""
    if item.joined or item.airport or not item.marked("n"):
        return False
    words, sets = around.page.words, around.words
    first, last = item.first, item.last
    previous = around.word_before(first)
    following = around.word_after(last)
    if previous in sets.title:
        return True
    if (
        previous == "."
        and first > 1
        and (words[first - 2] in sets.title or len(words[first - 2]) == 1)
    ):
        return around.capital(first - 2)
    if around.names_on(last) and following not in sets.name:
        return after is None or after.first != last
    if around.named_before(first) and not (before is not None and before.last == first):
        return True
    aged = following == "," and last + 2 < len(words) and words[last + 2] == ","
    return aged and words[last + 1].isdigit() and not around.supported(first)


def _is_inside(
    item: Found, before: Found | None, after: Found | None, around: Surroundings
) -> bool:
    """Whether a place stands in a longer name: "Boston Globe", "Bank of Uzbekistan"."""
    if item.joined or item.airport:
        return False
    first, last = item.first, item.last
    if around.names_on(last) and not (after is not None and after.first == last):
        return True
    touching = before is not None and before.last == first
    if around.named_before(first) and not touching:
        return True
    words = around.page.words
    of = first - 1 if around.word_before(first) != "the" else first - 2
    if of < 1 or words[of] != "of" or not around.capital(of - 1):
        return False
    return words[of - 1] not in around.words.polity and around.named_before(of)


def _stands_as_place(item: Found, before: Found | None, around: Surroundings) -> bool:
    """Whether the words around a name show that it means a place."""
    if item.joined or item.airport or around.supported(item.first):
        return True
    following = around.word_after(item.last)
    if following in ("-", "–", "—", "/", ",") and around.opens(item.first):
        return around.page.words_between(item.first, item.last).isupper()
    near = before is not None and not before.people and item.first - before.last == 1
    return near and around.word_before(item.first) in ("and", "or", ",", "/")


def neighbours(found: list[Found]) -> Iterator[tuple[Found | None, Found, Found | None]]:
    """Each name with the one before and the one after it."""
    for index, item in enumerate(found):
        yield (
            found[index - 1] if index else None,
            item,
            found[index + 1] if index + 1 < len(found) else None,
        )
