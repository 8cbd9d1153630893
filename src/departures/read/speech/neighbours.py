"""A person read from whatever stands around a noun: a title and a name, or a name beside a role.

Invariant: nothing is read across the end of a sentence.
"""

from departures.read.speech.mentions import Mention, join_apposition, read_mention
from departures.read.speech.scene import Scene

_BESIDE = 9
"""So many words may stand between a role and the comma that sets a name beside it."""
_AGED = 200
"""So many words back a name beside an age is looked for."""


def near_name(scene: Scene, noun: int) -> bool:
    """Whether a name may stand beside a noun: a capital follows, or a comma is near."""
    page, words = scene.page, scene.words
    last = len(words) - 1
    if noun < last and (words[noun + 1] == "." or page.capital(noun + 1)):
        return True
    for token in range(noun + 1, min(last, noun + _BESIDE)):
        if words[token] == ",":
            return page.capital(token + 1)
    for token in range(noun - 1, max(0, noun - _BESIDE), -1):
        if words[token] == ",":
            return page.capital(token - 1)
    return False


def read_person_at(scene: Scene, token: int) -> Mention | None:
    """The person named around `token`: a title and a name, or a name beside a role."""
    page = scene.page
    sentence = page.sentences[page.sentence_of(token)]
    if not sentence.first <= token < sentence.last:
        return None
    first = scene.phrase_start(token + 1, sentence.first)
    end = scene.phrase_end(max(token, first), sentence.last)
    mention = read_mention(scene, first, end)
    if mention is None or mention.kind not in ("person", "name", "role"):
        return None
    joined = _beside(scene, mention, first, end, sentence.first, sentence.last)
    if joined is not None:
        return joined
    if mention.kind == "name" and mention.last - mention.first > 1 and mention.last == token + 1:
        return mention._replace(kind="person")
    return mention if mention.kind == "person" else None


def _beside(
    scene: Scene, mention: Mention, first: int, end: int, floor: int, limit: int
) -> Mention | None:
    """A mention joined with the apposition after it or before it, at `floor`…`limit`."""
    words = scene.words
    if end + 1 < limit and words[end] == ",":
        stop = scene.phrase_end(end + 1, limit)
        closed = stop >= limit or words[stop] in ",.;:"
        other = read_mention(scene, end + 1, stop) if stop > end + 1 and closed else None
        joined = join_apposition(mention, other) if other else None
        if joined is not None and joined.kind == "person":
            return joined
    if mention.kind == "name" and first - 1 > floor and words[first - 1] == ",":
        begin = scene.phrase_start(first - 1, floor)
        other = read_mention(scene, begin, first - 1) if begin < first - 1 else None
        if other is not None and other.kind == "role":
            return join_apposition(mention, other)
    return None


def read_role_at(scene: Scene, noun: int) -> Mention | None:
    """Somebody told by what he is alone, around a noun outside quotations: "a man"."""
    page = scene.page
    sentence = page.sentences[page.sentence_of(noun)]
    if scene.quotation_around(noun) or not sentence.first <= noun < sentence.last:
        return None
    first = scene.phrase_start(noun + 1, sentence.first)
    found = read_mention(scene, first, scene.phrase_end(noun, sentence.last))
    return found if found is not None and found.kind == "role" else None


def read_aged(scene: Scene, token: int, floor: int) -> Mention | None:
    """The last name beside an age before `token`: "Blessing, 23, turns the word over"."""
    page, words = scene.page, scene.words
    for comma in range(token - 2, max(floor, token - _AGED), -1):
        if words[comma] == "," and len(words[comma + 1]) == 2 and words[comma + 1].isdigit():
            first = comma
            while first > floor and page.capital(first - 1):
                first -= 1
            if first < comma:
                return read_mention(scene, first, comma)
    return None
