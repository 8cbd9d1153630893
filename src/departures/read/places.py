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
from departures.read.place_judgement import judge
from departures.read.place_names import Found, join, scan


class PlaceHit(NamedTuple):
    """A place. `country` is None for regions; `airport` is the IATA code where it is one.

    `inside_name`: it is part of a longer name. `part_of_previous`: the place before lies in it.
    """

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


def find_places(
    page: Page, code: str = "en", marks: Sequence[int] | None = None
) -> tuple[list[PlaceHit], list[PeopleHit]]:
    """The places and the nationalities that a page names, each in order.

    `marks`: the tokens of the gazetteer's first words and codes, where they are known.
    """
    around = Surroundings(page, naming_words(code))
    names = gazetteer(code)
    if marks is None:
        marks = [token for token, word in enumerate(page.words) if word in names.heads]
    found = judge(join(scan(page, names, around, marks), around), around)
    places: list[PlaceHit] = []
    peoples: list[PeopleHit] = []
    for item, entry in zip(found, choose(found, around), strict=True):
        if item.name.people:
            peoples.append(_people(item, entry, around))
        else:
            places.append(_place(page, item, entry))
    return places, peoples


def _place(page: Page, found: Found, entry: Entry) -> PlaceHit:
    """The hit for a place."""
    first, last = found.first, found.last
    start, end = page.starts[first], page.ends[last - 1]
    flown = found.airport or entry.kind == "airport"
    return PlaceHit(
        first,
        last,
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


def _people(found: Found, entry: Entry, around: Surroundings) -> PeopleHit:
    """The hit for a nationality: whether its form is a noun, and stands for many."""
    page, first, last = around.page, found.first, found.last
    after = around.word_after(last)
    stands = not after[0].isalnum() or after in around.words.people or after.endswith("ed")
    plural = _is_plural(around.word_before(first), entry.marks, stands)
    start, end = page.starts[first], page.ends[last - 1]
    noun = plural or "s" in entry.marks
    return PeopleHit(first, last, start, end, entry.country or None, noun, plural, found.inside)


def _is_plural(before: str, marks: str, stands: bool) -> bool:
    """Whether the form means many: "Georgians"; "60 Chinese were"; "the French"."""
    if "p" in marks:
        return "s" not in marks or (stands and before not in ("a", "an", "one"))
    return "s" not in marks and stands and before == "the"
