"""What stands before an attribution, or around it: a quotation, a clause, a source's words.

Invariant: a piece lies within its attribution's `Place`, unless quotation marks carry it further.
"""

from departures.read.speech.attribution import Attribution
from departures.read.speech.clauses import Piece, Place, break_before, end_after, start_around
from departures.read.speech.quotations import Quotation
from departures.read.speech.scene import Scene

QUOTED = frozenset({"quote", "request"})
"""The frames of verbs that have words in quotation marks only."""
_REPLY = 5
"""So many words before a speaker and his colon only lead to what he says."""


def quotation_before(scene: Scene, attribution: Attribution) -> Quotation | None:
    """The quotation that closes right before an attribution."""
    token = attribution.first - 1
    words = scene.words
    if token > 0 and words[token] in (",", "\u2014", "\u2013"):
        token -= 1
    if token < 0 or words[token] not in ('"', "'"):
        return None
    found = scene.quotation_around(token)
    return found if found is not None and found.closing == token else None


def clause_follows(scene: Scene, attribution: Attribution, place: Place) -> bool:
    """Whether what follows the verb is reported by it, though a quotation stands before."""
    if attribution.that or attribution.colon:
        return True
    begins = attribution.first == scene.page.sentences[attribution.sentence].first
    return begins and attribution.last < place.limit - 1


def _whole(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence or more, not a few words of one."""
    page = scene.page
    opening = quotation.opening
    sentence = page.sentences[page.sentence_of(opening + 1)]
    return opening <= sentence.first + 1 or page.capital(opening + 1)


def quoted_before(
    scene: Scene, attribution: Attribution, place: Place, quotation: Quotation
) -> list[Piece]:
    """As in "…," he said — and what he goes on to say: , "…"."""
    words = scene.words
    begins = max(place.floor, break_before(scene, quotation.opening, place.floor))
    joined = words[quotation.opening - 1] if quotation.opening else "."
    inside = quotation.opening > begins and joined not in ":\u2014\u2013" and joined[0] != "\n"
    if inside and not _whole(scene, quotation):
        if words[attribution.first] == "as":
            return [(quotation.opening + 1, quotation.closing, True)]
        if attribution.verb.kind.frame in QUOTED:
            return []
        return [(begins, attribution.first, False)]
    found = [(quotation.opening + 1, quotation.closing, True)]
    token = attribution.last
    if token + 1 < place.limit and words[token] in ",;" and words[token + 1] == '"':
        token += 1
    if token < place.limit and words[token] in ('"', "'"):
        more = scene.quotation_around(token)
        if more is not None and more.opening == token:
            found.append((more.opening + 1, more.closing, True))
    elif token + 2 < place.limit and words[token] == ";" and place.follower is None:
        found.append((token + 1, place.limit, False))
    elif attribution.that:
        found.append((token, end_after(scene, attribution, place), False))
    return found


def leads_to(scene: Scene, attribution: Attribution, place: Place) -> bool:
    """Whether a colon behind the speaker leads to what is said: "Not so, says the union: …"."""
    last = attribution.last
    short = attribution.first - place.floor < _REPLY
    return short and last + 1 < place.limit and scene.words[last] == ":"


def stands_behind(scene: Scene, attribution: Attribution, place: Place) -> bool:
    """Whether an attribution stands behind what is said, or in the middle of it."""
    words, tables = scene.words, scene.tables
    if attribution.that or attribution.colon or attribution.first <= place.floor + 1:
        return False
    if words[attribution.first - 1] != ",":
        return False
    after = attribution.last
    if after >= place.limit:
        return True
    word = words[after]
    if word == ",":
        return after + 1 >= place.limit or words[after + 1] != '"'
    if word in (";", ")"):
        return True
    left = attribution.first - place.floor
    if left < 5 or (left < 12 and words[place.floor] in tables.front):
        return False
    return word in tables.front or word in tables.breaks or word in tables.joins


def reported_before(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """A clause before its attribution, with what follows where one clause goes around it."""
    words, tables = scene.words, scene.tables
    left = break_before(scene, attribution.first, place.floor)
    while left < attribution.first and words[left] in tables.joins:
        left += 1
    left_last = attribution.first
    if left_last > left and words[left_last - 1] in (",", "\u2014", "\u2013"):
        left_last -= 1
    after = attribution.last
    if after + 1 >= place.limit or words[after] != ",":
        return [(left, left_last, False)] if left_last - left >= 1 else []
    end = end_after(scene, attribution, place)
    start = start_around(scene, left, left_last, after + 1)
    return [(left, left_last, False)] if start is None else [(start, end, False)]


def around_source(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """What stands around "according to X"."""
    words = scene.words
    left = break_before(scene, attribution.first, place.floor)
    if attribution.that:
        end = end_after(scene, attribution, place)
        commas = (t for t in range(attribution.last, end) if words[t] == ",")
        return [(attribution.last, next(commas, end), False)]
    quoted = _quoted_behind(scene, attribution, place)
    if quoted is not None:
        return [(quoted.opening + 1, quoted.closing, True)]
    before = words[attribution.first - 1]
    if before == ",":
        before = words[attribution.first - 2]
    joined = before in ("that", "and", "but")
    if attribution.first <= left + 1 or joined:
        after = attribution.last
        if after < place.limit and words[after] == ",":
            after += 1
        if before == "and" and _goes_on(scene, after, place.limit):
            return [(left, end_after(scene, attribution, place), False)]
        return [(after, end_after(scene, attribution, place), False)]
    return reported_before(scene, attribution, place)


def _goes_on(scene: Scene, token: int, limit: int) -> bool:
    """Whether a verb without a subject stands at `token`: the predicate before it goes on."""
    if token >= limit:
        return False
    word = scene.words[token]
    return word in scene.tables.happens or word.endswith("ed")


def _quoted_behind(scene: Scene, attribution: Attribution, place: Place) -> Quotation | None:
    """The quotation behind a source that ends its sentence: in his words, "a farce"."""
    token = attribution.last + (scene.words[attribution.last : attribution.last + 1] == [","])
    quotation = scene.quotation_around(token) if token < place.limit else None
    if quotation is None or quotation.opening != token or quotation.closing < place.limit - 1:
        return None
    return quotation
