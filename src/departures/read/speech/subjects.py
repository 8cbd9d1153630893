"""Subjects: whoever stands before a verb of speech, with appositions and relative clauses.

Invariant: a subject lies in its sentence, before its verb.
"""

from enum import Enum

from departures.read.speech.mentions import Mention, join_apposition, read_mention
from departures.read.speech.scene import Scene


class Absent(Enum):
    """Why no subject stands before a verb."""

    NOBODY = "nobody speaks"
    SAME = "the speaker of the verb before goes on"
    BEHIND = "the subject may stand behind the verb"


_REACH = 40
"""So many words may stand between a subject and its verb."""
_ASIDE = 12
"""So many words may stand in one aside of several."""
_APPOSITION = 17
"""So many words may stand in an apposition."""
_NAMED = frozenset({"name", "person"})
_UNNAMED = frozenset({"other", "role"})

Subject = tuple[Mention, int]
"""Somebody, and the first token that names him."""


def find_subject(scene: Scene, at: int, floor: int) -> Subject | Absent:
    """Whoever stands before the verb at `at`."""
    words, tables = scene.words, scene.tables
    token = at
    while token > floor and words[token - 1] in tables.auxiliaries:
        token -= 1
    if token == floor:
        return Absent.BEHIND
    word = words[token - 1]
    if word in tables.negations or word in tables.modals or word in tables.be:
        return Absent.NOBODY
    if word == ",":
        return _before_comma(scene, token - 1, floor)
    if word in ("who", "which", "that"):
        end = token - 2 if token - 2 >= floor and words[token - 2] == "," else token - 1
        return _antecedent(scene, end, floor)
    if word in tables.joins:
        return Absent.SAME
    if word in ('"', "'", "?", "!", "\u2014", "\u2013", ";", ":", "(") or word == "so":
        return Absent.BEHIND
    return plain_subject(scene, token, floor)


def plain_subject(scene: Scene, end: int, floor: int) -> Subject | Absent:
    """The noun phrase that ends before `end`."""
    first = scene.phrase_start(end, floor)
    if first >= end:
        return Absent.NOBODY
    last = scene.trim_time(first, end)
    mention = read_mention(scene, first, last)
    if mention is None:
        return _before_relative(scene, first, floor)
    if mention.kind == "narrator" or names_nobody(scene, mention):
        return Absent.NOBODY
    words = scene.words
    if mention.kind in ("name", "person") and first - 1 > floor and words[first - 1] == ",":
        begin = scene.phrase_start(first - 1, floor)
        if begin < first - 1 and words[begin] not in scene.tables.participles:
            other = read_mention(scene, begin, first - 1)
            joined = join_apposition(mention, other) if other and other.kind == "role" else None
            if joined is not None and begin == max(floor, _front(scene, begin, floor)):
                return joined, begin
    return mention, first


def _antecedent(scene: Scene, end: int, floor: int) -> Subject | Absent:
    """The noun phrase before a relative clause, cut from what leads to it: "made by …"."""
    for token in range(end - 2, max(floor, end - 12), -1):
        if scene.words[token] in scene.tables.leads:
            mention = read_mention(scene, token + 1, end)
            if mention is not None:
                return mention, token + 1
    return plain_subject(scene, end, floor)


def _before_relative(scene: Scene, at: int, floor: int) -> Subject | Absent:
    """The noun phrase before a relative clause in which `at` stands: "an aide who …"."""
    words = scene.words
    for token in range(at, max(floor, at - 14), -1):
        if words[token] == "who" and words[token - 1] != ",":
            first = scene.phrase_start(token, floor)
            mention = read_mention(scene, first, token) if first < token else None
            return (mention, first) if mention else Absent.NOBODY
        if words[token] in ',;:"':
            break
    return Absent.NOBODY


def _front(scene: Scene, token: int, floor: int) -> int:
    """`token` where it begins its sentence or clause; else -1."""
    return token if token == floor or scene.words[token - 1] in ',;:"' else -1


def _before_comma(scene: Scene, comma: int, floor: int) -> Subject | Absent:
    """The subject before an apposition: "Ana Ruiz, a lawyer for the men, said"."""
    words, tables = scene.words, scene.tables
    commas = [t for t in range(comma - 1, max(floor, comma - _REACH) - 1, -1) if words[t] == ","]
    if not commas:
        return Absent.BEHIND
    nearest = commas[0]
    if not _is_aside(scene, nearest + 1, comma):
        apposed = _apposed(scene, commas, comma, floor)
        if apposed is not None:
            return apposed
        relatives = (mark for mark in commas[1:] if words[mark + 1] in tables.relative)
        nearest = next(relatives, -1)
        if nearest < 0:
            return Absent.BEHIND
    for further in commas[1:]:
        if not _is_aside(scene, further + 1, nearest) or nearest - further > _ASIDE:
            break
        nearest = further
    if nearest > floor and words[nearest - 1] in tables.joins:
        return Absent.SAME
    head = _head_before(scene, nearest, floor)
    if head is None:
        return Absent.BEHIND
    return told_by_relative(scene, head[0], nearest + 1, comma), head[1]


def _apposed(scene: Scene, commas: list[int], comma: int, floor: int) -> Subject | None:
    """The head before the nearest comma, joined with the apposition behind it."""
    words, nearest = scene.words, commas[0]
    other = read_mention(scene, nearest + 1, comma)
    if other is None or comma - nearest > _APPOSITION:
        return None
    if len(commas) > 1 and words[nearest - 1].isdigit() and words[nearest - 2] == ",":
        nearest = commas[1]  # an age: "Ana Ruiz, 54, a lawyer, said"
    head = _head_before(scene, nearest, floor)
    if head is None:
        return None
    if _place_name(scene, other, nearest):
        return head
    joined = join_apposition(head[0], other)
    if joined is not None:
        return joined, head[1]
    return head if head[0].kind in _UNNAMED and other.kind in _UNNAMED else None


def told_by_relative(scene: Scene, mention: Mention, first: int, last: int) -> Mention:
    """A name with what its relative clause tells of it: "Ana Ruiz, who runs the shelter"."""
    words = scene.words
    if words[first] != "who" or mention.role is not None or mention.kind not in _NAMED:
        return mention
    role = " ".join(scene.page.words_between(first + 1, max(last, first + 2)).split())
    past = words[first + 1] in scene.tables.breaks
    return mention._replace(kind="person", role=None if past else role)


def _place_name(scene: Scene, other: Mention, comma: int) -> bool:
    """Whether a name between commas only places the one before it: "in Tacoma, Washington,"."""
    page = scene.page
    if other.kind != "name" or comma < 2 or not page.capital(comma - 1):
        return False
    token = comma - 1
    while token > 0 and page.capital(token):
        token -= 1
    return page.words[token] in scene.tables.places


def _is_aside(scene: Scene, begin: int, comma: int) -> bool:
    """Whether the words between two commas only set a subject apart from its verb."""
    tables, opener = scene.tables, scene.words[begin]
    if opener in tables.parties and scene.words[begin + 1] == "-":  # D-Calif.
        return True
    if comma - begin == 1:
        return opener in tables.time or opener in tables.auxiliaries or opener[0].isdigit()
    if opener.endswith(("ed", "ing")) and not scene.page.capital(begin):  # granted anonymity
        return True
    if "which" in scene.words[begin + 1 : begin + 4]:  # a copy of which was seen
        return True
    return opener in tables.participles or opener in tables.front


def _head_before(scene: Scene, comma: int, floor: int) -> Subject | None:
    """The noun phrase before `comma`, with one more apposition in front of it."""
    plain = plain_subject(scene, comma, floor)
    return plain if isinstance(plain, tuple) else None


def names_nobody(scene: Scene, mention: Mention) -> bool:
    """Whether a mention names no one, or the text itself: "neither government", "this article"."""
    words, first = scene.words, mention.first
    own = mention.kind == "source" and "this" in words[max(0, first - 1) : first + 1]
    return words[first] in scene.tables.nobody or (own and mention.head in scene.tables.own)
