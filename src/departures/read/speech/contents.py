"""What is said: the stretch of direct or reported speech beside each attribution.

Invariant: a stretch lies within its sentence, unless quotation marks carry it further; words of
the attribution itself are not in it.
"""

from collections.abc import Callable

from departures.read.speech.attribution import Attribution
from departures.read.speech.clauses import (
    Piece,
    Place,
    bare_end,
    break_before,
    end_after,
    find_place,
    happens,
    holds_quotation,
    quoted_tail,
    start_around,
)
from departures.read.speech.objects import (
    asked_for,
    charge_in,
    told_figure,
    told_number,
    told_thing,
)
from departures.read.speech.quotations import Quotation
from departures.read.speech.scene import Scene
from departures.read.speech.sequels import Stretch, find_sequels
from departures.read.speech.turns import turn_end

QUOTED = frozenset({"quote", "request"})
"""The frames of verbs that have words in quotation marks only."""
_LED = QUOTED | {"that"}
_REPLY = 5
"""So many words before a speaker and his colon only lead to what he says."""
_PAPERS = frozenset({"source", "data"})


def find_contents(scene: Scene, attributions: list[Attribution]) -> list[Stretch]:
    """What each attribution attributes, and the quotations that go on with its speaker."""
    stretches: list[Stretch] = []
    telling = [None, *_telling(scene, attributions), None]
    for before, index, after in zip(telling, telling[1:], telling[2:], strict=False):
        if index is None:
            continue
        attribution = attributions[index]
        place = find_place(
            scene,
            attribution,
            None if before is None else attributions[before],
            None if after is None else attributions[after],
        )
        for first, last, direct in _content(scene, attribution, place):
            if first < last:
                stretches.append(Stretch(first, last, direct, index))
    return stretches + find_sequels(scene, attributions, stretches)


def _telling(scene: Scene, attributions: list[Attribution]) -> list[int]:
    """The attributions that attribute something, among several in one sentence."""
    found: list[int] = []
    sentences = [None, *(attribution.sentence for attribution in attributions), None]
    for index, attribution in enumerate(attributions):
        if attribution.sentence in (sentences[index], sentences[index + 2]):
            place = find_place(scene, attribution)
            if not _content(scene, attribution, place):
                continue
        found.append(index)
    return found


def _content(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """What one attribution attributes."""
    told = _TOLD.get(attribution.verb.kind.frame, _by_verb)
    return told(scene, attribution, place)


def _by_verb(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """What a verb attributes: a quotation or a clause, on either side of it."""
    frame, leading = attribution.verb.kind.frame, attribution.verb.kind.leading
    asked = asked_for(scene, attribution, place) if frame == "request" else None
    if asked is not None:
        return [asked]
    if attribution.speaker is None:
        return _said_after(scene, attribution, place)
    behind = None if leading else _quotation_before(scene, attribution)
    if behind is not None:
        if attribution.inverted or not _clause_follows(scene, attribution, place):
            return _quoted_before(scene, attribution, place, behind)
        if attribution.colon and behind.opening <= place.floor + 1:
            before = _quoted_before(scene, attribution._replace(that=False), place, behind)
            return before + _said_after(scene, attribution, place)
    if attribution.inverted and _leads(scene, attribution, place):
        return [(attribution.last + 1, end_after(scene, attribution, place), False)]
    if attribution.inverted or _stands_behind(scene, attribution, place):
        unheard = frame in QUOTED or leading
        return [] if unheard else _reported_before(scene, attribution, place)
    if frame == "show" and not (attribution.that or attribution.speaker.kind in _PAPERS):
        return []
    return _said_after(scene, attribution, place)


def _turn(scene: Scene, attribution: Attribution, _: Place) -> list[Piece]:
    """A transcript's turn."""
    return [(attribution.last, turn_end(scene, attribution.sentence), True)]


def _signed(scene: Scene, attribution: Attribution, _: Place) -> list[Piece]:
    """The quotation before a dash and a name."""
    quotation = _quotation_before(scene, attribution)
    return [(quotation.opening + 1, quotation.closing, True)] if quotation else []


def _sentence_before(scene: Scene, attribution: Attribution, _: Place) -> list[Piece]:
    """As in "The bus was full. So says the driver."."""
    told = attribution.sentence - 1
    return [(scene.body_start(told), scene.page.sentences[told].last, False)]


def _reckoned(_: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """As in "their number is put at 900 by the union"."""
    return [(place.floor, attribution.first, False)]


def _quotation_before(scene: Scene, attribution: Attribution) -> Quotation | None:
    """The quotation that closes right before an attribution."""
    token = attribution.first - 1
    words = scene.words
    if token > 0 and words[token] in (",", "\u2014", "\u2013"):
        token -= 1
    if token < 0 or words[token] not in ('"', "'"):
        return None
    found = scene.quotation_around(token)
    return found if found is not None and found.closing == token else None


def _clause_follows(scene: Scene, attribution: Attribution, place: Place) -> bool:
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


def _quoted_before(
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


def _leads(scene: Scene, attribution: Attribution, place: Place) -> bool:
    """Whether a colon behind the speaker leads to what is said: "Not so, says the union: …"."""
    last = attribution.last
    short = attribution.first - place.floor < _REPLY
    return short and last + 1 < place.limit and scene.words[last] == ":"


def _stands_behind(scene: Scene, attribution: Attribution, place: Place) -> bool:
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


def _reported_before(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
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


def _around_source(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
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
    return _reported_before(scene, attribution, place)


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


def _said_after(scene: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """What follows its attribution: a clause, a quotation, or a thing announced."""
    words, tables = scene.words, scene.tables
    frame = attribution.verb.kind.frame
    token = attribution.last
    if token < place.limit and words[token] == ",":
        token += 1
        if words[token : token + 1] != ['"'] and not attribution.that:
            return []
    if token >= place.limit:
        return []
    quotation = scene.quotation_around(token)
    if quotation is not None and quotation.opening == token:
        limit = place.limit
        whole = quotation.closing >= limit - 2 or attribution.colon or words[token - 1] == ","
        if (whole and not attribution.that) or quotation.closing >= limit - 1:
            return [(token + 1, quotation.closing, True)]
    elif (frame in _LED and not attribution.that) or words[token] in tables.no_clause:
        return []
    if frame in QUOTED:
        quotes = attribution.that and holds_quotation(scene, token, place.limit)
        return [(token, end_after(scene, attribution, place), False)] if quotes else []
    following = words[token + 1] if token + 1 < place.limit else "."
    ends = following in ",.;:" or following in tables.front or following in ("so", "about")
    denied = words[token] in tables.negations and not happens(scene, token + 1, place.limit)
    if denied or (words[token] in tables.empty and ends):
        return []
    return _reported_after(scene, attribution, place, token)


def _reported_after(
    scene: Scene, attribution: Attribution, place: Place, token: int
) -> list[Piece]:
    """A clause after its attribution, where it is one."""
    words = scene.words
    end = end_after(scene, attribution, place)
    verb, that = attribution.verb, attribution.that
    doing = words[token].endswith("ing") and end - token > 1  # confirmed operating the flight
    if verb.kind.happens and not that and not doing and not happens(scene, token, end):
        return []
    if verb.kind.denied and not that:
        if _ruled(scene, attribution):
            return []
        charge = charge_in(scene, token, end)
        if charge is not None:
            return [(charge, end, False)]
        if not doing and not happens(scene, token, end):
            return []
    if not that and verb.kind.frame != "object":
        end = bare_end(scene, token, end)
    tail = quoted_tail(scene, token, end)
    if tail is None:
        return [(token, end, False)]
    joint = tail.opening - 1 - (words[tail.opening - 1] == "that")
    joint -= words[joint - 1] == ","
    return [(token, joint, False), (tail.opening + 1, tail.closing, True)]


def _ruled(scene: Scene, attribution: Attribution) -> bool:
    """Whether it is a bench that denied something: that is a ruling, and nothing said."""
    speaker = attribution.speaker
    if speaker is None:
        return False
    named = scene.words[speaker.first : speaker.last]
    return not scene.tables.benches.isdisjoint(named)


_TOLD: dict[str, Callable[[Scene, Attribution, Place], list[Piece]]] = {
    "turn": _turn,
    "introduction": _said_after,
    "signature": _signed,
    "source": _around_source,
    "figure": told_figure,
    "before": _sentence_before,
    "passive": _reckoned,
    "number": told_number,
    "thing": told_thing,
    "label": told_thing,
}
"""What the frames of `speech-verbs.toml` attribute that are not read as verbs of saying."""
