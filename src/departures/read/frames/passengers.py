"""Who was moved: the counted group of a clause.

Invariant: of a whole and its parts the whole is taken, and nobody is taken who was kept off.
"""

from departures.read.lexicon import Hit, Sense
from departures.read.people import Group
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

BE = small_words("be")

COUNTED = ("people", "person", None)

EXCEPT = small_words("except")

CARRYING = small_words("carrying")


def group_of(
    scene: Scene, line: Line, first: int, last: int, acts: list[tuple[Hit, Sense]]
) -> Group | None:
    """The people moved: the group nearest to the act that is a whole and not a part."""
    words = scene.page.words
    best, chosen = 0, None
    for group in line.groups:
        if not first <= group.first < last or group.noun not in COUNTED:
            continue
        rank = 4 - 2 * group.partial - group.further
        whole = _as_whole(words, group, first, last)
        rank += _share_of_whole(line, group) + whole
        if group.number.form == "zero":
            continue
        if group.noun is None:
            if (group.number.lower or group.number.upper) in (None, 1):
                continue
            rank -= 1
        before = words[group.first - 1] if group.first else ""
        if before in EXCEPT:
            continue
        if before in CARRYING:
            rank += 2
        elif before == "among":
            rank += 2 if BE & set(words[max(0, group.first - 3) : group.first]) else -2
        elif before in ("including", "whom", ",") and whole <= 0:
            rank -= 2
        rank += _closeness(words, group, acts)
        if rank > best:
            best, chosen = rank, group
    return chosen or next(
        (
            single
            for single in line.singles
            if first <= single.first < last and _closeness(words, single, acts) > 0
        ),
        None,
    )


def _share_of_whole(line: Line, group: Group) -> int:
    """3 for the 38 of "38 of 41 aliens", less for the 41 and for what is counted within it."""
    index = line.groups.index(group)
    following = line.groups[index + 1] if index + 1 < len(line.groups) else None
    before = line.groups[index - 1] if index else None
    if group.partial and following is not None and 1 <= following.first - group.number.last <= 2:
        return 4
    if before is None or not before.partial:
        return 0
    if 1 <= group.first - before.number.last <= 2:
        return -4
    return -3 if group.first - before.last <= 3 else 0


def _as_whole(words: list[str], group: Group, first: int, last: int) -> int:
    """4 for the 19 of "12 men and 7 women, 19 in all"; less for the 41 of "of 41, 38 were"."""
    after = words[group.last : min(last, group.last + 2)]
    if after[:1] == ["altogether"] or (after[:1] == ["in"] and after[1:] in (["all"], ["total"])):
        return 4
    before = words[max(first, group.first - 2) : group.first]
    opens = before == ["of"] or before in ([",", "of"], ["of", "the"])
    return -4 if opens and not group.partial else 0


def _closeness(words: list[str], group: Group, acts: list[tuple[Hit, Sense]]) -> int:
    """2 for the object of an act or the subject of a passive one, 1 for a near act."""
    closest = 0
    for hit, _ in acts:
        if 0 <= group.first - hit.last <= 3:
            return 2
        between = words[group.last : hit.first]
        if hit.first >= group.last and len(between) <= 8:
            closest = max(closest, 2 if BE & set(between) else 1)
    return closest
