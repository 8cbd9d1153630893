"""Clauses: the parts of a sentence in which movements of their own can be told.

A sentence is cut at semicolons and "while", and at ", and" where both sides hold an act and say of
whom, when or where.

Invariant: clauses don't overlap, and together they are the sentence.
"""

from itertools import pairwise

from departures.read.lexicon import Hit, Sense
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

CLAUSE_ENDS = frozenset((";", "while", "whereas", "whereupon"))

SHORTEST = 2
MOST = 40
"""So many places to cut a sentence, and acts of a clause, are weighed; one with more is noise."""


def clauses_of(scene: Scene, line: Line) -> list[tuple[int, int]]:
    """The clauses of a sentence: tokens `first`…`last` (exclusive)."""
    words = scene.page.words
    openings = [
        token
        for token in range(line.first, line.last)
        if words[token] in CLAUSE_ENDS or words[token] in OPENING or elided_at(words, token)
    ]
    cuts = [
        token
        for token in openings[:MOST]
        if words[token] in CLAUSE_ENDS or elided_at(words, token) or _opens(scene, line, token)
    ]
    bounds = [_after_whole(scene, line), *cuts, line.last]
    return [(first, last) for first, last in pairwise(bounds) if last - first > SHORTEST]


def elided_at(words: list[str], token: int) -> bool:
    """Whether a clause without a verb opens at a comma or "and": ", the other from El Paso"."""
    if words[token] not in (",", "and"):
        return False
    determiner, pointer, after = (*words[token + 1 : token + 4], "", "", "")[:3]
    return determiner in ("the", "a") and pointer in ELIDED and after in ELIDED_AFTER


ELIDED = small_words("elided")
ELIDED_AFTER = small_words("elided_after")


def _after_whole(scene: Scene, line: Line) -> int:
    """Where a sentence tells of a part, behind its words on the whole: "Of the 60 who came, …"."""
    words = scene.page.words
    if words[line.first] != "of":
        return line.first
    for token in range(line.first, line.last):
        if words[token] == ",":
            return token if WHO.intersection(words[line.first : token]) else line.first
    return line.first


WHO = frozenset(("who", "whom", "that", "which"))
OPENING = small_words("opening")


def _opens(scene: Scene, line: Line, token: int) -> bool:
    """Whether "and" begins a clause with an act and circumstances of its own.

    Behind a comma these may be of any kind; else both sides must count whom they tell of.
    """
    if scene.page.words[token - 1] != ",":
        return _counts(line, line.first, token) and _counts(line, token, line.last)
    following = scene.around.hits.get(token + 1)
    if following is not None and (following.sense("act") or following.sense("modality")):
        return _counts(line, line.first, token) and _counts(line, token, line.last)
    return _tells(line, line.first, token) and _tells(line, token, line.last)


def _counts(line: Line, first: int, last: int) -> bool:
    """Whether these words count people who are moved, and say when or to where."""
    people = (group for group in line.groups if group.noun in ("people", "person"))
    if not any(first <= group.first < last for group in people):
        return False
    return _tells(line, first, last)


def _tells(line: Line, first: int, last: int) -> bool:
    """Whether these words hold an act and say of whom, when, or from or to where."""
    if not any(first <= hit.first < last for hit in line.of("act")):
        return False
    told = (line.groups, line.dates, line.carriers)
    kinds = sum(any(first <= item.first < last for item in items) for items in told)
    return kinds + any(first <= place.first < last for place in line.places) > 1


def acts_in(scene: Scene, line: Line, first: int, last: int) -> list[tuple[Hit, Sense]]:
    """The words of moving people in a clause, each with its sense."""
    found = []
    for hit in line.hits:
        if first <= hit.first < last:
            sense = hit.sense("act") or hit.sense("actnoun")
            if sense is not None and not (sense.value == "transfer" and _sued(scene, hit, last)):
                found.append((hit, _with_particle(scene, hit, sense, last)))
                if len(found) == MOST:
                    break
    return found


def _sued(scene: Scene, hit: Hit, last: int) -> bool:
    """Whether somebody is taken to court, and nobody to a country: "took the state to court"."""
    following = scene.page.words[hit.last : min(last, hit.last + PARTED)]
    if "to" not in following:
        return False
    goal = following.index("to") + 1
    determined = following[goal : goal + 1] in (["the"], ["a"])
    return not COURTS.isdisjoint(following[goal : goal + 1 + 2 * determined])


COURTS = frozenset(("court", "tribunal"))


def _with_particle(scene: Scene, hit: Hit, sense: Sense, last: int) -> Sense:
    """A verb with the particle that its object parts from it: "sent 47 migrants back"."""
    if sense.value != "transfer":
        return sense
    words = scene.page.words
    following = words[hit.last : min(last, hit.last + PARTED)]
    if words[hit.first] in HANDING:
        return sense if HANDED.isdisjoint(following) else SENT_BACK
    beyond = not BEYOND.isdisjoint(following)
    if words[hit.first] in PUSHING or (beyond and not FRONTIERS.isdisjoint(following)):
        return PUSHED_BACK if beyond else sense
    return sense if PARTICLES.isdisjoint(following) else SENT_BACK


PARTICLES = small_words("particles")
PUSHING = small_words("pushing")
BEYOND = small_words("beyond")
FRONTIERS = small_words("frontiers")
HANDING = small_words("handing")
HANDED = frozenset(("over", "to"))
PARTED = 8
SENT_BACK = Sense("act", "return", {"strong": True})
PUSHED_BACK = Sense("act", "expulsion", {"strong": True})
