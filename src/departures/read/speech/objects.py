"""What verbs of speech have for an object: a thing and its number, its name, or a request.

Invariant: a piece lies behind the first word of its verb, within the bounds of its `Place`.
"""

from departures.read.speech.attribution import Attribution
from departures.read.speech.clauses import Piece, Place, bare_end, end_after
from departures.read.speech.scene import Scene

_BARE = 2
"""A number of so many words says too little without its verb."""
_CALLED = 24
"""So many words at most say what somebody calls something, without quotation marks."""
_NEAR = 8
"""So many words behind a verb the quotation may stand that tells what it calls something."""


def told_figure(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """As in "put the figure at 46": the thing and its number."""
    words = scene.words
    end = end_after(scene, attribution, place)
    for token in range(attribution.verb.first, min(end, attribution.verb.last + 24)):
        if words[token] == "at" and token + 1 < end:
            quotation = scene.quotation_around(token + 1)
            if (
                quotation is not None
                and quotation.closing >= end - 1
                and token - attribution.verb.last < 5
            ):
                return [(quotation.opening + 1, quotation.closing, True)]
            if any(words[t][0].isdigit() for t in range(token, min(end, token + 6))):
                return [(attribution.verb.first, end, False)]
    if words[attribution.last : attribution.last + 1] == ["that"]:
        return [(attribution.last + 1, end, False)]
    return []


def told_number(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """As in "counts 29 families in the camp"; a bare number is told with its verb."""
    verb, end = attribution.verb, end_after(scene, attribution, place)
    return [(verb.last if end - verb.last > _BARE else verb.first, end, False)]


def charge_in(scene: Scene, first: int, last: int) -> int | None:
    """Where the charge begins that somebody rejects: "the charge that people were beaten"."""
    words, nouns = scene.words, scene.tables.charges
    for token in range(first, last - 1):
        if words[token] in nouns and words[token + 1] == "that":
            led = token > first and words[token - 1] in scene.tables.determiners
            return token - led
        if words[token] == "which" and words[token - 2 : token] == ["according", "to"]:
            return token + 1
    return None


def asked_for(scene: Scene, attribution: Attribution, place: Place) -> Piece | None:
    """Who is asked to do what: "both governments to release the men"."""
    words, tables, first = scene.words, scene.tables, attribution.verb.last
    if first >= place.limit or words[first] in tables.breaks or words[first] in tables.front:
        return None
    end = scene.phrase_end(first, min(place.limit, first + _NEAR))
    if not tables.benches.isdisjoint(words[first:end]):
        return None
    for token in range(first + 1, end):
        if words[token] == "to" and words[token - 1] != "not":
            return first, end_after(scene, attribution, place), False
    return None


def _calls(scene: Scene, first: int, last: int) -> bool:
    """Whether something and what it is called stand at `first`: "it a farce", "being beaten"."""
    words, tables = scene.words, scene.tables
    if words[first].endswith("ing") and words[first - 1].startswith("describe"):
        return True
    if words[first - 1] == "call":  # everybody does: "lawyers call it the docket"
        return False
    if words[first] in tables.things:
        return words[first + 1] == "as" or words[first + 1] not in tables.prepositions
    for token in range(first + 1, min(last - 1, first + _NEAR)):
        if words[token] == "as":
            return words[token + 1] not in tables.pronouns
        if words[token] in ",;:":
            break
    return False


def told_thing(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """Whatever is spoken of, or what somebody calls it."""
    words = scene.words
    start, end = attribution.verb.last, end_after(scene, attribution, place)
    if start >= end:
        return []
    charge = charge_in(scene, start, end) if attribution.verb.kind.denied else None
    if charge is not None:
        return [(charge, end, False)]
    label = attribution.verb.kind.frame == "label"
    for token in range(start, min(end, start + _NEAR)):
        quotation = scene.quotation_around(token)
        if quotation is not None:
            single = quotation.closing - quotation.opening == 2
            if label and single and words[start] in scene.tables.things:
                return [(attribution.verb.first, end, False)]
            if label or (token - start < 3 and quotation.closing >= end - 1):
                return [(quotation.opening + 1, quotation.closing, True)]
            break
    if label:
        end = bare_end(scene, start, end)
        named = 2 < end - start < _CALLED and _calls(scene, start, end)
        return [(attribution.verb.first, end, False)] if named else []
    first = start
    if end - start < 3:
        first = attribution.verb.first
        first -= words[first - 1] in scene.tables.auxiliaries
    return [(first, end, False)]
