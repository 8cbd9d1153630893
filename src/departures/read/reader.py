"""The front door of reading: one document, layer by layer.

Invariant: every claim's words stand in the document at the claim's offsets.
"""

from departures.read.claims import Writer
from departures.read.frames.binding import Movement, bind
from departures.read.frames.orders import find_orders
from departures.read.frames.statistics import find_figures
from departures.read.gate import gate
from departures.read.language import language
from departures.read.page import fold
from departures.read.scene import survey
from departures.words import Claim, Document

READER = "rules-en/0.1"
LANGUAGE = "en"


def read(document: Document) -> list[Claim]:
    """What a document asserts, in the order of its text; nothing where it is about other things."""
    if not gate(LANGUAGE).opens(fold(document.text)):
        return []
    words = language(LANGUAGE)
    scene = survey(words, words.lay_out(document.text), document.published)
    writer = Writer(document.id, scene, READER)
    movements = bind(scene)
    used, told = _taken(movements)
    claims: list[Claim] = [
        writer.operation(draft, movement.number)
        for movement in movements
        for draft in movement.drafts
    ]
    claims += [writer.statistic(figure) for figure in find_figures(scene, used, told)]
    claims += [writer.order(order) for order in find_orders(scene.page, scene.dates)]
    if not claims:
        return []
    claims += [writer.statement(utterance) for utterance in scene.utterances]
    return sorted(_distinct(claims), key=lambda claim: (claim.quote.start, claim.quote.end))


def _taken(movements: list[Movement]) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers that movements use, and the sentences whose other numbers are parts of them."""
    used: set[int] = set()
    told: set[int] = set()
    for movement in movements:
        for draft in movement.drafts:
            if draft.group is not None:
                used.add(draft.group.number.first)
                told.add(draft.line.index)
    return frozenset(used), frozenset(told)


def _distinct(claims: list[Claim]) -> list[Claim]:
    """Each claim once: two readings of the same words to the same value are one claim."""
    return list({claim.id: claim for claim in claims}.values())
