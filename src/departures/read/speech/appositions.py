"""What stands behind a speaker before what is said goes on: brackets, appositions, clauses.

Invariant: the token returned never lies before the one given, nor behind the limit.
"""

from departures.read.speech.mentions import Mention, join_apposition, read_mention
from departures.read.speech.scene import Scene
from departures.read.speech.subjects import told_by_relative


def past_bracket(scene: Scene, last: int, limit: int) -> int:
    """The token after a bracket that stands at `last`: "(BAMF)"."""
    words = scene.words
    if last < limit and words[last] == "(":
        for token in range(last + 1, min(limit, last + 10)):
            if words[token] == ")":
                return token + 1
    return last


def with_apposition(scene: Scene, mention: Mention, last: int, limit: int) -> tuple[Mention, int]:
    """A mention with what stands after its comma: ", a lawyer for the men"; ", who runs it"."""
    words, tables = scene.words, scene.tables
    for _ in range(2):
        if last + 1 >= limit or words[last] != ",":
            break
        begin = last + 1
        if words[begin] in tables.relative:
            end = _clause_end(scene, begin, limit)
            return told_by_relative(scene, mention, begin, end), end
        if words[begin].isdigit() and words[begin + 1 : begin + 2] in ([","], ["."]):
            last = begin + 1
            continue
        opener = words[begin]
        if opener in tables.breaks or opener in tables.happens or opener in tables.indefinite:
            break
        if opener[0].isdigit():
            break
        end = scene.phrase_end(begin, limit)
        if end == begin or words[begin] in tables.joins or words[begin] in tables.front:
            break
        if end < limit and words[end] not in ',.;:"':
            break
        other = read_mention(scene, begin, end)
        joined = join_apposition(mention, other) if other else None
        if joined is None:
            break
        mention, last = joined, end
    return mention, last


def _clause_end(scene: Scene, first: int, limit: int) -> int:
    """Where a relative clause ends: at the next mark."""
    words = scene.words
    token = first
    while token < limit and words[token] not in (",", ".", ";", ":", '"', "?", "!"):
        token += 1
    return token
