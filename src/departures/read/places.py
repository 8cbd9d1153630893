"""Places and nationalities of a page: which words name them, and which country each belongs to.

Only capitalised words count. A name that may be a person's, or an ordinary word, needs support
from its surroundings; one that stands inside a longer name says so. Invariant: hits are in order,
don't overlap, and `page.text[start:end]` is the name.
"""

from collections.abc import Sequence
from typing import NamedTuple

from departures.read.gazetteer import Entry, gazetteer
from departures.read.naming import Surroundings, naming_words
from departures.read.page import Page
from departures.read.place_choice import choose
from departures.read.place_names import Found, join_neighbours, judge, scan


class PlaceHit(NamedTuple):
    """A place. `country` is None for regions; `airport` is the IATA code where it is one."""

    first: int
    last: int
    start: int
    end: int
    name: str
    country: str | None
    airport: str | None
    kind: str
    capital: bool
    inside_name: bool = False
    part_of_previous: bool = False


class PeopleHit(NamedTuple):
    """A nationality, or a region's people. `noun`: the form can stand for people by itself."""

    first: int
    last: int
    start: int
    end: int
    country: str | None
    noun: bool
    plural: bool
    inside_name: bool = False


def find_places(page: Page, code: str = "en") -> tuple[list[PlaceHit], list[PeopleHit]]:
    """The places and the nationalities that a page names, each in order."""
    around = Surroundings(page, naming_words(code))
    found = scan(page, gazetteer(code), around)
    found = join_neighbours(found, around)
    found = judge(found, around)
    choose(found, around)
    places = [_place(page, item) for item in found if not item.people]
    peoples = [_people(page, item, around) for item in found if item.people]
    return places, peoples


def _place(page: Page, found: Found) -> PlaceHit:
    """The hit for a name whose meaning has been chosen."""
    entry = found.entries[0]
    start, end = page.starts[found.first], page.ends[found.last - 1]
    flown = found.airport or entry.kind == "airport"
    return PlaceHit(
        found.first,
        found.last,
        start,
        end,
        page.text[start:end],
        entry.country or None,
        entry.codes[:3] if flown and entry.codes else None,
        "airport" if flown else entry.kind,
        "c" in entry.marks,
        found.inside,
        found.part,
    )


def _people(page: Page, found: Found, around: Surroundings) -> PeopleHit:
    """The hit for a nationality: whether its form is a noun, and stands for many."""
    entry = found.entries[0]
    start, end = page.starts[found.first], page.ends[found.last - 1]
    after = around.word_after(found.last)
    stands = not after[0].isalnum() or after in around.words.people
    plural = _is_plural(page.words, found, entry, stands)
    noun = plural or "s" in entry.marks
    return PeopleHit(
        found.first, found.last, start, end, entry.country or None, noun, plural, found.inside
    )


def _is_plural(words: Sequence[str], found: Found, entry: Entry, stands: bool) -> bool:
    """Whether the form means many: "Georgians"; "60 Chinese were"; "the French"."""
    if "p" not in entry.marks:
        adjective_only = "s" not in entry.marks
        return adjective_only and stands and found.first > 0 and words[found.first - 1] == "the"
    if "s" not in entry.marks:
        return True
    before = words[found.first - 1] if found.first else ""
    return stands and before not in ("a", "an", "one")
