"""What is said: the stretch of direct or reported speech beside each attribution.

Invariant: a stretch lies within its sentence, unless quotation marks carry it further; words of
the attribution itself are not in it.
"""

from collections.abc import Callable

from departures.read.speech.attribution import Attribution
from departures.read.speech.beside import (
    QUOTED,
    around_source,
    clause_follows,
    leads_to,
    quotation_before,
    quoted_before,
    reported_before,
    stands_behind,
)
from departures.read.speech.clauses import (
    Piece,
    Place,
    bare_end,
    end_after,
    find_place,
    happens,
    holds_quotation,
    quoted_tail,
)
from departures.read.speech.objects import (
    asked_for,
    charge_in,
    told_figure,
    told_number,
    told_thing,
)
from departures.read.speech.scene import Scene
from departures.read.speech.sequels import Stretch, find_sequels
from departures.read.speech.turns import turn_end

_LED = QUOTED | {"that"}
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
    behind = None if leading else quotation_before(scene, attribution)
    if behind is not None:
        if attribution.inverted or not clause_follows(scene, attribution, place):
            return quoted_before(scene, attribution, place, behind)
        if attribution.colon and behind.opening <= place.floor + 1:
            before = quoted_before(scene, attribution._replace(that=False), place, behind)
            return before + _said_after(scene, attribution, place)
    if attribution.inverted and leads_to(scene, attribution, place):
        return [(attribution.last + 1, end_after(scene, attribution, place), False)]
    if attribution.inverted or stands_behind(scene, attribution, place):
        unheard = frame in QUOTED or leading
        return [] if unheard else reported_before(scene, attribution, place)
    if frame == "show" and not (attribution.that or attribution.speaker.kind in _PAPERS):
        return []
    return _said_after(scene, attribution, place)


def _turn(scene: Scene, attribution: Attribution, _: Place) -> list[Piece]:
    """A transcript's turn."""
    return [(attribution.last, turn_end(scene, attribution.sentence), True)]


def _signed(scene: Scene, attribution: Attribution, _: Place) -> list[Piece]:
    """The quotation before a dash and a name."""
    quotation = quotation_before(scene, attribution)
    return [(quotation.opening + 1, quotation.closing, True)] if quotation else []


def _sentence_before(scene: Scene, attribution: Attribution, _: Place) -> list[Piece]:
    """As in "The bus was full. So says the driver."."""
    told = attribution.sentence - 1
    return [(scene.body_start(told), scene.page.sentences[told].last, False)]


def _reckoned(_: Scene, attribution: Attribution, place: Place) -> list[Piece]:
    """As in "their number is put at 900 by the union"."""
    return [(place.floor, attribution.first, False)]


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
    "source": around_source,
    "figure": told_figure,
    "before": _sentence_before,
    "passive": _reckoned,
    "number": told_number,
    "thing": told_thing,
    "label": told_thing,
}
"""What the frames of `speech-verbs.toml` attribute that are not read as verbs of saying."""
