"""Who gave a figure without being told to say it: "Frontex counted 4,100", "ICE's figure is 572".

An office that merely acts ("ICE deported 572") gives no figure.

Invariant: a giver stands before its number in one clause, with a word of counting between them.
"""

from departures.read.people import Group
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words
from departures.read.speech import Utterance

COUNTING = small_words("counting")
NUMBERS = small_words("number_nouns")
CLAUSE = frozenset((";", ":", '"', "(", ")"))
FAR = 12
"""So many words stand at most between a giver and its number."""


def giver_of(scene: Scene, line: Line, group: Group) -> Utterance | None:
    """Who is told to have counted the number: an office, or somebody with a name."""
    for agency in reversed(line.agencies):
        if agency.last <= group.first:
            if not _gives(scene, agency.last, group):
                break
            return _giver(scene, line, agency.first, agency.last)
    return _named(scene, line, group)


def _gives(scene: Scene, last: int, group: Group) -> bool:
    """Whether the words from a name to a number say that the one gives the other."""
    between = scene.page.words[last : group.first]
    if len(between) > FAR or not CLAUSE.isdisjoint(between):
        return False
    owned = between[:1] == ["'s"] and not NUMBERS.isdisjoint(between)
    return owned or not COUNTING.isdisjoint(between)


def _named(scene: Scene, line: Line, group: Group) -> Utterance | None:
    """The name right before a word of counting: "Refugee Watch has counted 201"."""
    page = scene.page
    for verb in range(max(line.first + 1, group.first - FAR), group.first):
        if page.words[verb] not in COUNTING:
            continue
        last = verb
        while last > line.first and page.words[last - 1] in PERFECT:
            last -= 1
        first = last
        while first > line.first and page.words[first - 1].isalpha() and page.capital(first - 1):
            first -= 1
        while first < last and page.words[first] in DETERMINERS:
            first += 1
        named = any(place.first <= first < place.last for place in line.places)
        if last - first < LEAST or named or not _gives(scene, last, group):
            return None
        return _giver(scene, line, first, last)
    return None


PERFECT = small_words("perfect")
DETERMINERS = small_words("determiners")
LEAST = 2
"""So many words a name has at least: "It counted 201" names nobody."""


def _giver(scene: Scene, line: Line, first: int, last: int) -> Utterance:
    page = scene.page
    start, end = page.starts[first], page.ends[last - 1]
    name = page.text[start:end]
    return Utterance(
        page.starts[line.first],
        page.ends[line.last - 1],
        line.first,
        line.last,
        "attributed",
        name,
        None,
        name,
        start,
        end,
        None,
        denied=False,
        figures=True,
    )
