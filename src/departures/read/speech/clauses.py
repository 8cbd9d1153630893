"""Clauses: where reported speech begins and ends within its sentence.

Invariant: a clause lies within the bounds of its `Place`.
"""

from typing import NamedTuple

from departures.read.speech.attribution import Attribution
from departures.read.speech.quotations import Quotation
from departures.read.speech.scene import Scene

Piece = tuple[int, int, bool]
"""Tokens `first` and `last` (exclusive) that are said, and whether in quotation marks."""
_STOPS = frozenset(".?!")
_LONGEST = 300
"""So many words reported speech may have on either side of its attribution."""


class Place(NamedTuple):
    """An attribution within its sentence: the tokens that bound what may be said."""

    floor: int
    limit: int
    follower: Attribution | None


def find_place(
    scene: Scene,
    attribution: Attribution,
    before: Attribution | None = None,
    follower: Attribution | None = None,
) -> Place:
    """The bounds of the sentence, cut where another attribution of it ends or begins."""
    words, index = scene.words, attribution.sentence
    floor, limit = scene.body_start(index), scene.page.sentences[index].last
    if before is not None and before.sentence == index:
        leads = before.first <= floor + 1 and before.first != attribution.first
        if not leads or attribution.speaker is None:
            floor = max(floor, min(before.last, attribution.first))
    floor = max(floor, attribution.first - _LONGEST)
    limit = min(limit, attribution.last + _LONGEST)
    while limit > floor and (words[limit - 1] in _STOPS or words[limit - 1][0] == "\n"):
        limit -= 1
    follows = follower is not None and follower.sentence == index
    return Place(floor, limit, follower if follows else None)


def break_before(scene: Scene, token: int, floor: int) -> int:
    """The token after the last semicolon or colon before `token` outside quotations."""
    words = scene.words
    for index in range(token - 1, floor - 1, -1):
        if words[index] == ":" and words[index - 1][0].isdigit() and words[index + 1][0].isdigit():
            continue
        if words[index] in ";:" and scene.quotation_around(index) is None:
            return index + 1
    return floor


def start_around(scene: Scene, left: int, left_last: int, after: int) -> int | None:
    """Where a clause begins that goes on at `after`, behind an attribution in its middle.

    None where the clause is over before the attribution.
    """
    words, tables = scene.words, scene.tables
    following = words[after]
    if following in tables.participles or following in tables.relative:
        return None
    if following in tables.finite or following.endswith("ed"):
        return left if left_last - left <= 8 else scene.phrase_start(left_last, left)
    if following == "but":
        return left if left_last - left < 8 else None
    closing = words[left_last - 1]
    open_ended = closing in tables.be or (closing in tables.finite and closing not in tables.time)
    if open_ended and following != '"':
        return left
    if left_last - left < 2 and following not in tables.front:
        return after
    adverbial = words[left] in tables.front or words[left] in tables.time
    if adverbial and left_last - left < 6 and following not in tables.joins:
        return left
    if following[0].isdigit() or following in tables.onward or following in tables.happens:
        return left
    return None if happens(scene, left, left_last) else left


def end_after(scene: Scene, attribution: Attribution, place: Place) -> int:
    """Where reported speech ends: with its sentence, or where somebody else begins to speak."""
    words, tables = scene.words, scene.tables
    limit = place.limit
    follower = place.follower
    if follower is not None:
        cut = follower.first
        before = words[cut - 1] if cut else ""
        if follower.speaker is None:
            limit = cut
            while limit > attribution.last and words[limit - 1] in (",", "and", "but"):
                limit -= 1
            return limit
        closing = before == "," and follower.last >= limit
        if closing or before == ";" or before in tables.contrast:
            limit = cut - 1
        elif before == "and" and words[cut - 2] == ",":
            limit = cut - 2
        elif words[cut] in tables.contrast:
            limit = cut
        elif before in tables.breaks:
            limit = _comma_before(scene, cut, limit)
    limit = _narration_after(scene, attribution.last + 2, limit, follower)
    while limit > attribution.last and words[limit - 1] in (",", ";", "\u2014", "\u2013"):
        limit -= 1
    return limit


def _comma_before(scene: Scene, cut: int, limit: int) -> int:
    """The comma that parts a subordinate clause with an attribution of its own."""
    words = scene.words
    for token in range(cut - 1, max(0, cut - 6), -1):
        if words[token] == ",":
            return token
    return limit


def _narration_after(scene: Scene, first: int, limit: int, follower: Attribution | None) -> int:
    """`limit`, or where narration goes on: "but gave no numbers"; "; lawyers say …"."""
    words, tables = scene.words, scene.tables
    for token in range(first, limit - 1):
        word = words[token]
        if word == ":" and words[token + 1] == '"':
            return token
        turns = word in tables.joins or word in tables.contrast
        parted = word == ";" and follower is not None and follower.first > token
        if parted or (turns and words[token + 1] in tables.ends):
            if scene.quotation_around(token) is not None:
                continue
            return token
    return limit


def bare_end(scene: Scene, first: int, last: int) -> int:
    """Without "that", a clause ends at its semicolon."""
    words = scene.words
    for token in range(first, last):
        if words[token] == ";" and scene.quotation_around(token) is None:
            return token
    return last


def happens(scene: Scene, first: int, last: int) -> bool:
    """Whether something happens in a stretch, or a number is given."""
    verbs, words = scene.tables.happens, scene.words
    for token in range(first, last):
        word = words[token]
        figure = word[0].isdigit() and token < first + 2
        month = word in scene.tables.time and scene.page.capital(token)
        if (word in verbs and not month) or figure or (word.endswith("ed") and token > first):
            return True
    return False


def holds_quotation(scene: Scene, first: int, last: int) -> bool:
    """Whether words in quotation marks stand in a stretch."""
    return '"' in scene.words[first:last]


def quoted_tail(scene: Scene, first: int, last: int) -> Quotation | None:
    """The quotation after "and" or "and that" with which a stretch ends, if it makes a clause."""
    words = scene.words
    quotation = scene.quotation_around(last - 1)
    if quotation is None or quotation.opening < first + 2 or quotation.closing != last - 1:
        return None
    before = words[quotation.opening - 1]
    joined = before == "and" or (before == "that" and words[quotation.opening - 2] == "and")
    return quotation if joined and quotation.closing - quotation.opening > 4 else None
