"""Whether a movement took place: read off the words around its act.

Invariant: where nothing says otherwise, what is told happened.
"""

from departures.read.scene import Line, Scene

STRONGEST_FIRST = ("blocked", "denied", "alleged", "planned", "possible", "ongoing")
BEFORE, AFTER = 9, 12


def modality(scene: Scene, line: Line, first: int, last: int, act: int) -> str:
    """The modality of an act at token `act` of a clause `first`…`last`."""
    found: set[str] = set()
    for hit in line.hits:
        sense = hit.sense("modality")
        if sense is None or not first <= hit.first < last:
            continue
        near = act - BEFORE <= hit.first <= act + AFTER
        if sense.value == "blocked" or near:
            found.add(sense.value)
    speech = scene.said(act)
    if speech is not None and speech.denied:
        found.add("denied")
    if "happened" in found:
        found.discard("planned")
    return next((name for name in STRONGEST_FIRST if name in found), "happened")
