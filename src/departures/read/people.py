"""Counted groups: a number with the noun that it counts, and whose citizens they are.

"33 Afghan men", "more than 100 citizens from Uzbekistan, Kazakhstan and Kyrgyzstan", "66 charter
flights", "14,500 arrests", "118 of them". A number whose noun is not found stays, without one.

Invariant: a group holds one number; its span runs from the number's first word to its noun.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from departures.read.lexicon import Hit, Sense
from departures.read.numbers import Number
from departures.read.page import Page
from departures.read.places import PeopleHit, PlaceHit
from departures.read.small_words import small_words

NOUN_KINDS = ("people", "person", "staff", "flights", "events", "things", "group")
REACH = 7
"""How many tokens after a number its noun may stand."""


class Group(NamedTuple):
    """Tokens `first`…`last` (exclusive). `noun`: the kind of what is counted; `what`: its entry."""

    first: int
    last: int
    number: Number
    noun: str | None
    what: str | None
    countries: tuple[PeopleHit | PlaceHit, ...]
    partial: bool
    """Whether the number counts part of a group: "118 of them", "three of the five"."""
    further: bool
    """Whether the number adds to one told before: "a further 611", "another 20", "eight more"."""


class Around(NamedTuple):
    """The mentions of a page by their first token."""

    hits: Mapping[int, Hit]
    places: Mapping[int, PlaceHit]
    peoples: Mapping[int, PeopleHit]
    numbers: Mapping[int, Number]


STOPS = small_words("stops")
SKIPPED = small_words("skipped")
FURTHER = small_words("further")


def find_groups(page: Page, around: Around, numbers: Sequence[Number]) -> list[Group]:
    """A group for every number that counts, in order."""
    groups = [
        _group(page, around, number)
        for number in numbers
        if number.kind == "count" and number.form != "ordinal"
    ]
    singular = _singular(around)
    return [
        group
        for group in groups
        if group.noun is not None or not _names(page, singular, group.number)
    ]


def _singular(around: Around) -> set[int]:
    """The tokens that name one person: "man", "Gambian"."""
    people = {people.first for people in around.peoples.values() if not people.plural}
    return people | {hit.first for hit in around.hits.values() if hit.sense("person")}


def _names(page: Page, singular: set[int], number: Number) -> bool:
    """Whether a number names or times something: "kilometre 9", "question 1", "at 13.00"."""
    word = page.words[number.core_first]
    before = page.words[max(0, number.first - 2) : number.first]
    if before[-1:] and before[-1] in NAMING:
        return True
    if before[-1:] == ["of"] and number.first - 2 in singular:
        return True  # "a Gambian of 44"
    hours, dot, minutes = word.partition(".")
    return bool(dot) and len(hours) <= 2 and len(minutes) <= 2 and minutes.isdigit()


ARTICLES = small_words("articles")
OBJECT_PRONOUNS = small_words("object_pronouns")
ONE_PERSON = 7
"""How many tokens an article may stand before its noun: "a 38-year-old Brazilian national"."""


def find_singles(page: Page, around: Around) -> list[Group]:
    """One person told without a number: "a Brazilian national", "expelled him"."""
    singles = []
    for hit in around.hits.values():
        if hit.sense("person") is not None:
            first = _article_before(page, hit.first)
            if first is not None:
                singles.append(single(page, around, first, hit.last))
        elif hit.sense("act") and OBJECT_PRONOUNS.intersection(page.words[hit.last : hit.last + 1]):
            singles.append(single(page, around, hit.last, hit.last + 1))
    for people in around.peoples.values():
        first = _article_before(page, people.first) if _is_person(page, around, people) else None
        if first is not None:
            singles.append(single(page, around, first, people.last))
    return sorted(singles, key=lambda single: single.first)


def _is_person(page: Page, around: Around, people: PeopleHit) -> bool:
    """Whether a people's word stands for one person: "a 32-year-old Syrian convicted of …"."""
    if people.plural or not people.noun or people.last in around.hits:
        return False
    after = page.words[people.last] if people.last < len(page.words) else "."
    return not after[0].isalpha() or after in AFTER_PERSON or after.endswith("ed")


AFTER_PERSON = small_words("after_person")


def _article_before(page: Page, token: int) -> int | None:
    for back in range(token - 1, max(-1, token - 1 - ONE_PERSON), -1):
        word = page.words[back]
        if word in ARTICLES:
            return back
        if word in STOPS or not (word[0].isalnum() or word == "-"):
            return None
    return None


def single(page: Page, around: Around, first: int, last: int) -> Group:
    """One person told without a number, at tokens `first`…`last`."""
    start, end = page.starts[first], page.ends[last - 1]
    number = Number(first, last, start, end, 1, 1, False, first, last, "article", "count")
    countries = tuple(
        around.peoples[token] for token in range(first, last) if token in around.peoples
    )
    return Group(first, last, number, "person", "general", countries, False, False)


def _noun(hit: Hit | None) -> Sense | None:
    """The sense of a hit that names what is counted."""
    if hit is None:
        return None
    for sense in hit.senses:
        if sense.kind in NOUN_KINDS:
            return sense
    vehicle = hit.sense("vehicle")
    if vehicle is not None:
        return Sense("flights", "flights" if vehicle.value == "air" else "vehicles", {})
    return None


def _group(page: Page, around: Around, number: Number) -> Group:
    """Look from a number to the right for its noun."""
    words, token = page.words, number.last
    limit = min(len(words), token + REACH)
    countries: list[PeopleHit | PlaceHit] = []
    sense: Sense | None = None
    last, partial = number.last, False
    before = words[number.first - 1] if number.first else ""
    further = before in FURTHER
    while token < limit:
        word = words[token]
        people = around.peoples.get(token)
        if people is not None:
            countries.append(people)
            token = last = people.last
            if sense is None and people.noun:
                sense = CITIZENS
            continue
        hit = around.hits.get(token)
        found = _noun(hit)
        if hit is not None and found is not None:
            sense, token = found, hit.last
            last = token
            limit = min(len(words), token + 2)
            continue
        if word == "of" and sense is None and number.form in ("figure", "words"):
            place = around.places.get(token + 1)
            if place is not None and place.kind == "country":
                countries.append(place)
                sense, last = CITIZENS, place.last
                break
        if word == "of" and sense is None and owned(page, token, token + 2):
            token += 2  # "131 of its citizens" are all who are told of
            if words[token : token + 1] == ["own"]:
                token += 1
            limit = min(len(words), token + REACH)
            continue
        if word == "of" and sense is None:
            partial = words[token + 1 : token + 2] != [] and words[token + 1] in PARTIAL
            if not partial and number.form != "vague" and token + 1 not in around.peoples:
                partial = True
            token += 1
            limit = min(len(words), token + REACH)
            continue
        if countries and word in ("and", ",", "or") and token + 1 in around.peoples:
            token += 1
            continue
        if sense is not None or _stops(word, token, around):
            break
        further = further or word in FURTHER
        token += 1
    if sense is not None and sense.kind in ("people", "person") and not countries:
        listed, end = _citizens_of(page, around, sense, number.first, last)
        countries += listed
        last = max(last, end)
    return Group(
        number.first,
        last,
        number,
        sense.kind if sense else None,
        sense.value if sense else None,
        tuple(countries),
        partial,
        further,
    )


CITIZENS = Sense("people", "citizens", {})
PARTIAL = small_words("partial")
NAMING = small_words("naming")


def _stops(word: str, token: int, around: Around) -> bool:
    """Whether a word between a number and its noun ends the search."""
    if word in STOPS or token in around.numbers:
        return True
    return not (word[0].isalpha() or word == "-")


def _citizens_of(
    page: Page, around: Around, sense: Sense, first: int, token: int
) -> tuple[list[PlaceHit], int]:
    """The countries of "citizens of Uzbekistan, Kazakhstan and Kyrgyzstan", and where they end."""
    words = page.words
    if token >= len(words) or words[token] not in ("of", "from"):
        return [], token
    if words[token] == "from" and (owned(page, first, token) or returning(page, around, first)):
        return [], token
    listed, end = list_of_places(page, around.places, token + 1)
    certain = sense.value == "citizens" or len(listed) > 1
    return (listed, end) if certain else ([], token)


OWNERS = small_words("citizens_owners")
GOING_BACK = ("return", "repatriation")
BEFORE = 5
"""How many tokens before people an act that brings them home may stand."""


def owned(page: Page, first: int, last: int) -> bool:
    """Whether these words speak of a state's own people: "its citizens", "our nationals"."""
    return not OWNERS.isdisjoint(page.words[max(0, first - 2) : last])


def returning(page: Page, around: Around, token: int) -> bool:
    """Whether what stands before people tells that they go home: "the return of citizens"."""
    for before in range(max(0, token - BEFORE), token):
        hit = around.hits.get(before)
        sense = hit and (hit.sense("act") or hit.sense("actnoun"))
        if sense and sense.value in GOING_BACK:
            return True
    return False


def list_of_places(
    page: Page, places: Mapping[int, PlaceHit], token: int
) -> tuple[list[PlaceHit], int]:
    """Countries joined by commas and "and" from `token` on, and the token after the last."""
    words, listed, end = page.words, [], token
    while token < len(words):
        while token < len(words) and words[token] in JOINERS:
            token += 1
        place = places.get(token)
        if place is None or place.country is None or place.inside_name:
            break
        listed.append(place)
        token = end = place.last
        if token >= len(words) or words[token] not in (",", "and", "or"):
            break
    return listed, end


JOINERS = small_words("joiners")
