"""The front door of reading: one document, layer by layer.

Invariant: every claim's words stand in the document at the claim's offsets.
"""

from collections.abc import Collection

from departures.read.claims import Writer
from departures.read.frames.agreements import AgreementFrame, find_agreements
from departures.read.frames.binding import Movement, bind
from departures.read.frames.orders import find_orders
from departures.read.frames.relevance import about_removals
from departures.read.frames.statistics import find_figures
from departures.read.gate import gate
from departures.read.language import language
from departures.read.page import fold
from departures.read.scene import Scene, survey
from departures.read.speech import Utterance
from departures.words import Claim, Document

READER = "rules-en/0.1"
LANGUAGE = "en"


def read(document: Document) -> list[Claim]:
    """What a document asserts, in the order of its text; nothing where it is about other things."""
    folded = fold(document.text)
    evidence = gate(LANGUAGE).evidence(folded)
    if evidence is None:
        return []
    words = language(LANGUAGE)
    scene = survey(words, words.lay_out(document.text, folded), document.published)
    writer = Writer(document.id, scene, READER)
    movements = bind(scene)
    used, told = _taken(movements)
    figures = find_figures(scene, used, told)
    orders = find_orders(scene.page, scene.dates, scene.marks.courts, scene.published)
    if not about_removals(scene, movements, figures, orders, evidence=evidence):
        return []
    claims: list[Claim] = [
        writer.operation(draft, movement.number)
        for movement in movements
        for draft in movement.drafts
    ]
    claims += [writer.statistic(figure) for figure in figures]
    claims += [writer.order(order) for order in orders]
    claims += [writer.agreement(told) for told in _agreements(scene, movements)]
    numbers = used | {figure.number.first for figure in figures}
    claims += [writer.statement(said) for said in scene.utterances if _states(said, numbers)]
    return sorted(_distinct(claims), key=lambda claim: (claim.quote.start, claim.quote.end))


def _states(said: Utterance, numbers: Collection[int]) -> bool:
    """Whether somebody states something; counting boats is no statement here."""
    if said.counted and not any(said.first <= number < said.last for number in numbers):
        return False
    return not said.figures


def _agreements(scene: Scene, movements: list[Movement]) -> list[AgreementFrame]:
    """Agreements; the movements' one destination completes those of which one side is named."""
    goals = {
        draft.destination.country
        for movement in movements
        for draft in movement.drafts
        if draft.destination
    }
    return find_agreements(scene, goals.pop() if len(goals) == 1 else None)


def _taken(movements: list[Movement]) -> tuple[frozenset[int], dict[int, int]]:
    """The numbers that movements use; and, by sentence, the largest count of whose parts the
    sentence may tell.
    """
    used: set[int] = set()
    told: dict[int, int] = {}
    for movement in movements:
        for draft in movement.drafts:
            if draft.group is not None:
                number = draft.group.number
                used.add(number.first)
                size = number.upper or number.lower or 0
                told[draft.line.index] = max(size, told.get(draft.line.index, 0))
    return frozenset(used), told


def _distinct(claims: list[Claim]) -> list[Claim]:
    """Each claim once: two readings of the same words to the same value are one claim."""
    return list({claim.id: claim for claim in claims}.values())
