"""The words around a date that say how it bounds what is told: since, as of, until, or later.

Invariant: pure; no word of another date is taken in.
"""

from departures.read.dates.pieces import Scene


def opening_of(scene: Scene, first: int, floor: int) -> tuple[int, str | None]:
    """What opens the date that begins at `first`, and where the date with it begins.

    since, as_of, before, after, until, by, from; None where nothing does. Nothing before `floor` is
    looked at.
    """
    words, openings = scene.words, scene.vocabulary.openings
    token, skipped = first, scene.vocabulary.sets["gaps.opening"]
    while token > floor and words[token - 1] in skipped and words[token - 1] not in openings:
        token -= 1
    if token > floor:
        for rest, meaning in openings.get(words[token - 1], ()):
            start = token - 1 - len(rest)
            if start >= floor and tuple(words[start : token - 1]) == rest:
                if meaning in ("between", "from"):
                    return first, "from" if meaning == "from" else None
                return start, "from" if meaning == "starting" else meaning
    return first, _earlier_since(scene, first, floor)


def _earlier_since(scene: Scene, first: int, floor: int) -> str | None:
    """since, where it stands a few words before: since the new law took effect on 1 March."""
    if not scene.reach:
        return None
    since = scene.vocabulary.sets["opening.since"]
    for word in reversed(scene.words[max(floor, first - scene.reach) : first]):
        if word in since:
            return "since"
        if not word[0].isalpha():
            break
    return None


def closing_of(scene: Scene, last: int, ceiling: int) -> int:
    """The token after the words that open a date to what comes later: 2018 or later."""
    for rest in scene.vocabulary.closings.get(scene.words[last], ()):
        end = last + 1 + len(rest)
        if end <= ceiling and tuple(scene.words[last + 1 : end]) == rest:
            return end
    return last
