"""Whether a movement took place: read off the words around its act.

Invariant: where nothing says otherwise, what is told happened.
"""

from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

STRONGEST_FIRST = ("blocked", "denied", "alleged", "planned", "possible", "ongoing")
BEFORE, AFTER = 9, 12


NEGATIONS = small_words("negations")
AUXILIARIES = small_words("auxiliaries")
CLOSE = 4


def _negated(scene: Scene, first: int, act: int) -> bool:
    """Whether an act is told as not done: "did not deport", "were never returned"."""
    words = scene.page.words[max(first, act - CLOSE) : act]
    return any(
        word in NEGATIONS and all(other in AUXILIARIES for other in words[index + 1 :])
        for index, word in enumerate(words)
    )


def modality(scene: Scene, line: Line, first: int, last: int, act: int) -> str:
    """The modality of an act at token `act` of a clause `first`…`last`."""
    found: set[str] = set()
    for hit in line.of("modality"):
        sense = hit.sense("modality")
        if sense is None or not first <= hit.first < last:
            continue
        if any(when.first <= hit.first < when.last for when in line.dates):
            continue  # the month of May
        near = act - BEFORE <= hit.first <= act + AFTER
        if sense.value == "blocked" or near:
            found.add(sense.value)
    speech = scene.said(act)
    if speech is not None and speech.denied:
        found.add("denied")
    if _negated(scene, first, act):
        found.add("denied")
    return next((name for name in STRONGEST_FIRST if name in found), "happened")
