"""Offices of government and other bodies that a page names.

Listed names come with the word lists; others are told from how they are built: "Ministry of X",
"Georgia's Interior Ministry", "the government of Eswatini". Invariant: hits are in order and
don't overlap, and `page.text[start:end]` is the name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from departures.read.lexicon import Hit
from departures.read.naming import Style, Surroundings, naming_words
from departures.read.page import Page
from departures.read.places import PeopleHit, PlaceHit


class AgencyHit(NamedTuple):
    """An office. `country` where the name or its words tell one; `kind` as in agencies.toml."""

    first: int
    last: int
    start: int
    end: int
    name: str
    country: str | None
    kind: str


_Named = PlaceHit | PeopleHit


class _Office(NamedTuple):
    """Tokens that name an office, before its country is looked for."""

    first: int
    last: int
    country: str | None
    kind: str
    bare: bool = False
    """Whether it is an office only together with a country: "the Swazi government"."""


def find_agencies(
    page: Page,
    hits: Sequence[Hit],
    places: Sequence[PlaceHit] = (),
    peoples: Sequence[PeopleHit] = (),
    code: str = "en",
) -> list[AgencyHit]:
    """The offices that a page names; `places` and `peoples` tell the countries of those built."""
    around = Surroundings(page, naming_words(code))
    named: list[_Named] = [*places, *peoples]
    begins = {hit.first: hit for hit in named}
    ends = {hit.last: hit for hit in named}
    offices = _offices(page, hits, around)
    wide = [_with_country(page, office, begins, ends) for office in offices]
    return _in_order(page, [office for office in wide if not office.bare])


def _in_order(page: Page, offices: list[_Office]) -> list[AgencyHit]:
    """The offices without overlaps, the longer of two first."""
    offices.sort(key=lambda office: (office.first, -office.last))
    found: list[AgencyHit] = []
    done = 0
    for first, last, country, kind, _ in offices:
        if first < done:
            continue
        start, end = page.starts[first], page.ends[last - 1]
        found.append(AgencyHit(first, last, start, end, page.text[start:end], country, kind))
        done = last
    return found


_ACRONYM = 3


def _offices(page: Page, hits: Sequence[Hit], around: Surroundings) -> Iterator[_Office]:
    """Listed names, and names built around an office's noun."""
    for hit in hits:
        for sense in hit.senses:
            if sense.kind == "agency":
                name = page.words_between(hit.first, hit.last)
                proper = name.isupper() if len(name) <= _ACRONYM else name[0].isupper()
                if proper or sense.data.get("lower"):
                    country = sense.data.get("country")
                    yield _Office(hit.first, hit.last, country, sense.data["kind"])
                if proper and sense.data.get("lower"):
                    yield from _built(around, hit, sense.data["kind"])
            elif sense.kind == "office":
                if page.capital(hit.first):
                    yield from _built(around, hit, sense.value)
                elif sense.value in _BARE:
                    yield _Office(hit.first, hit.last, None, sense.value, bare=True)


_BARE = ("government", "embassy")
"""Nouns that name an office, written small, beside a country: "the Chinese embassy"."""


def _built(around: Surroundings, hit: Hit, kind: str) -> Iterator[_Office]:
    """The name built around an office's noun: "State Border Service", "Ministry of Rivers"."""
    if around.style(hit.first) is not Style.PROSE:
        return
    first, last = hit.first, _name_end(around, hit.last)
    while first > hit.first - _LONGEST and first and _belongs(around, first - 1):
        first -= 1
    if last > hit.last or (first < hit.first and not _is_post(around, first, last)):
        yield _Office(first, last, None, kind)


def _is_post(around: Surroundings, first: int, last: int) -> bool:
    """Whether a name of two words belongs to a post: "Field Office Director", "Charter Service"."""
    words, sets = around.page.words, around.words
    post = around.word_after(last) in sets.title and around.capital(last)
    return (post and last - first == 2) or words[last - 2] in sets.office_not


_LONGEST = 10


def _belongs(around: Surroundings, token: int) -> bool:
    """Whether `token` is a capitalised word that can belong to an office's name."""
    word, sets = around.page.words[token], around.words
    return (
        word[0].isalpha()
        and around.page.capital(token)
        and not (word in sets.small or word in sets.calendar or word in sets.title)
    )


def _name_end(around: Surroundings, after: int) -> int:
    """Where "of Foreign Affairs and Human Mobility" ends, or `after` where no such words stand."""
    words = around.page.words
    start = after if after < len(words) and words[after] in ("of", "for", "and") else len(words)
    last = after
    for token in range(start, min(len(words), after + _LONGEST)):
        word = words[token]
        if word in _NOUNS or (word == "the" and words[token - 1] == "and"):
            break
        if _belongs(around, token):
            last = token + 1
        elif word not in around.words.office_small:
            break
    return last


def _with_country(
    page: Page, office: _Office, begins: dict[int, _Named], ends: dict[int, _Named]
) -> _Office:
    """The office with the country that stands before it, in it, or after "of"."""
    words, first, last = page.words, office.first, office.last
    owner = ends.get(first)
    if owner is None and first and words[first - 1] == "'s":
        owner = ends.get(first - 1)
    if owner is not None and (isinstance(owner, PeopleHit) or owner.kind in _STATES):
        country = office.country or owner.country
        return office._replace(first=owner.first, country=country, bare=False)
    if last < len(words) and words[last] == "of":
        the = words[last + 1 : last + 2] == ["the"]
        place = begins.get(last + 2 if the else last + 1)
        if isinstance(place, PlaceHit) and place.kind in _STATES:
            country = office.country or place.country
            return office._replace(last=place.last, country=country, bare=False)
    if office.country is not None or office.kind in _STATELESS:
        return office
    inner = next((begins[t] for t in range(first, last) if t in begins), None)
    if inner is None and last < len(words) and words[last] == "in":
        inner = begins.get(last + 1)
    return office._replace(country=inner.country if inner is not None else None)


_NOUNS = ("ministry", "department", "office", "embassy", "service", "government")
_STATELESS = ("international", "rights")
_STATES = ("country", "territory")
