"""Which word of a sentence says what a number measures: the noun or verb that governs it.

"arrested 2,040 migrants and deported 1,310": each number has the verb whose object it is. "1,105
migrants awaiting deportation were held": the finite verb governs, not the participle. A word is
the farther, the more clause ends, conjunctions and other numbers stand between.

Invariant: the choice depends on one sentence alone, and a word farther than `REACH` is never it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from departures.read.lexicon import Sense
from departures.read.people import Group
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words


class Word(NamedTuple):
    """A word of a sentence that measures: tokens `first`…`last` (exclusive)."""

    first: int
    last: int
    measure: str
    kind: str
    """noun, people, flights, measure, act; weak and hold: only right beside their number; seize:
    arrests where somebody does it, people held where they are in a place of detention; parted:
    with a particle behind its object; vague: a word that tells little."""


class Governor(NamedTuple):
    """The measure that governs a number, and how far off it is: 0 is right beside."""

    measure: str
    cost: float


ACT_MEASURES = {
    "removal": "removals",
    "expulsion": "expulsions",
    "return": "returns",
    "repatriation": "returns",
    "reception": "returns",
    "transfer": "removals",
}
PEOPLE_MEASURES = {"deported": "removals", "detained": "detained"}
"""What nouns of people measure where no verb does: deportees, detainees."""
REACH = 14.0
ADJACENT = 4
FARTHEST = 24
OBJECT = 3
"""So many words stand at most between a verb and the number of its object."""
CLAUSE, NUMBER, COMMA, FRONT = 9.0, 4.0, 2.0, 0.5
"""What an end of a clause, another number, a comma, and standing in front cost, in words."""
FINITE = 5.0
"""What a finite verb is nearer than a participle, in words."""
VAGUE = 6.0
"""What a word that tells little is farther."""
CUSTODY = 6
PARTED = 3
PARTICLES = small_words("parting")

BE = small_words("measure_be")
FINITE_FORMS = small_words("finite")
AGAIN = frozenset(("these", "those", "them"))
PASSIVE = frozenset(("were", "was", "been", "being"))
CLAUSE_ENDS = frozenset((";", "while", "whereas", "but", "whereupon"))
CONJUNCTIONS = frozenset(("and", "or", "then", "but"))
AUXILIARY = small_words("measure_adverbs") | BE | FINITE_FORMS


def measuring_words(line: Line) -> list[Word]:
    """The words of a sentence that say what a figure measures, in order."""
    found = []
    for hit in line.hits:
        weak = False
        for sense in hit.senses:
            kind = _word_kind(sense)
            if kind is None or (weak and kind != "parted"):
                continue
            found.append(Word(hit.first, hit.last, _measured(sense, kind), kind))
            weak = kind == "weak"
            if not weak:
                break
    return found


def _measured(sense: Sense, kind: str) -> str:
    if sense.kind in _ACTS:
        return _act_measure(sense)
    return PEOPLE_MEASURES[sense.value] if kind == "people" else sense.value


_PLAIN = {
    "events": "noun",
    "measure": "measure",
    "hold": "hold",
    "seize": "seize",
    "parted": "parted",
    "vague": "vague",
    "leave": "weak",
    "weak": "weak",
    "carried": "weak",
}
_ACTS = ("act", "actnoun", "flights")


def _word_kind(sense: Sense) -> str | None:
    kind = sense.kind
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind == "flights":
        return "flights" if sense.value == "flights" else None
    if kind == "people":
        return "people" if sense.value in PEOPLE_MEASURES else None
    if kind not in _ACTS or sense.value not in ACT_MEASURES:
        return None
    return "weak" if kind == "act" and not sense.data.get("strong") else "act"


def _act_measure(sense: Sense) -> str:
    return "flights" if sense.kind == "flights" else ACT_MEASURES[sense.value]


def governor_of(scene: Scene, group: Group, words: Sequence[Word]) -> Governor | None:
    """The word that governs a number; null where none of the sentence reaches it."""
    best = _subject(scene, group, words)
    if best is not None:
        return best
    taken = [word for word in words if not group.first <= word.first < group.last]
    for word in taken:
        behind = word.first >= group.last
        if word.first - group.last > FARTHEST:
            break
        if group.first - word.last > FARTHEST:
            continue
        cost = _cost_behind(scene, group, word) if behind else _cost_before(scene, group, word)
        if cost <= REACH and (best is None or cost < best.cost):
            best = Governor(_measure(scene, group, word, behind), cost)
    return best


LEVELS = small_words("levels")
SUBJECT = 30


def _subject(scene: Scene, group: Group, words: Sequence[Word]) -> Governor | None:
    """The noun of which a number is said to be the level: "Deaths in custody rose to 14"."""
    tokens = scene.page.words
    said = tokens[max(0, group.first - 3) : group.first]
    if group.noun is not None or LEVELS.isdisjoint(said):
        return None
    for word in words:
        if word.kind not in ("noun", "act", "people", "measure") or word.last > group.first:
            continue
        if group.first - word.last > SUBJECT or _numbers(scene, word.last, group.first):
            continue
        if CLAUSE_ENDS.isdisjoint(tokens[word.last : group.first]):
            return Governor(word.measure, 1.0)
    return None


def _measure(scene: Scene, group: Group, word: Word, behind: bool) -> str:
    """What a word measures at its number; "detained" is an arrest or a stay."""
    if word.kind != "seize":
        return word.measure
    words = scene.page.words
    following = words[word.last : word.last + CUSTODY]
    if "." in following:
        following = following[: following.index(".")]
    before = words[word.first - 1] if word.first else ""
    near = 0 <= group.first - word.last <= OBJECT and words[word.last] != ":"
    acts = near if not behind else before in FINITE_FORMS | BE
    stays = before in STAYING or not CUSTODY_WORDS.isdisjoint(following)
    return word.measure if acts and not stays else "detained"


STAYING = small_words("staying")
CUSTODY_WORDS = small_words("custody")


def _cost_before(scene: Scene, group: Group, word: Word) -> float:
    """How far a word in front is: a verb right before its object governs it."""
    if word.kind in ("flights", "people"):
        return 2 * REACH
    between = scene.page.words[word.last : group.first]
    plain = len(between) <= OBJECT and "," not in between and not CLAUSE_ENDS & set(between)
    if word.kind == "parted":
        particles = scene.page.words[group.last : group.last + PARTED]
        return -FRONT if plain and not PARTICLES.isdisjoint(particles) else 2 * REACH
    if plain and "and" not in between and not _numbers(scene, word.last, group.first):
        auxiliary = scene.page.words[word.first - 1] if word.first else ""
        passive = auxiliary in FINITE_FORMS or auxiliary in BE
        if not (passive and word.kind == "hold"):
            return len(between) / ADJACENT + (VAGUE if word.kind == "vague" else 0.0)
    if word.kind == "hold" or (word.kind == "weak" and len(between) > ADJACENT):
        return 2 * REACH
    cost = len(between) + FRONT + (ADJACENT if word.kind in ("weak", "vague") else 0.0)
    if group.partial or (group.noun is None and not CONJUNCTIONS.isdisjoint(between)):
        cost += CLAUSE
    return cost + _crossed(scene, word.last, group.first, between)


def _cost_behind(scene: Scene, group: Group, word: Word) -> float:
    """How far a word behind is; one that "and" joins to a verb before has its own object."""
    words = scene.page.words
    between = words[group.last : word.first]
    finite = words[word.first] in FINITE_FORMS
    token = word.first - 1
    while token >= group.last and words[token] in AUXILIARY:
        finite = finite or words[token] in FINITE_FORMS
        token -= 1
    if word.kind == "flights":
        beside = len(between) <= ADJACENT and BESIDE.isdisjoint(between)
        return float(len(between)) if beside and group.noun is None else 2 * REACH
    if word.kind in ("parted", "people"):
        return 2 * REACH
    if word.kind in ("weak", "hold"):
        if len(between) > ADJACENT + 1 or (word.kind == "hold" and not finite):
            return 2 * REACH
        if words[word.first] == "left" and words[word.first - 1] in PASSIVE:
            return 2 * REACH
        crossed = _crossed(scene, group.last, word.first, between)
        return len(between) + crossed + (0 if finite else ADJACENT)
    cost = len(between) - (FINITE if finite else 0.0) + (VAGUE if word.kind == "vague" else 0.0)
    if token >= group.last and words[token] in CONJUNCTIONS and word.kind != "noun":
        cost += CLAUSE
    return cost + _crossed(scene, group.last, word.first, between)


BESIDE = small_words("beside")


def _crossed(scene: Scene, first: int, last: int, between: Sequence[str]) -> float:
    """What stands between a number and a word, in words."""
    cost = COMMA * between.count(",") + NUMBER * _numbers(scene, first, last)
    if not CLAUSE_ENDS.isdisjoint(between) and AGAIN.isdisjoint(between):
        cost += CLAUSE
    return cost


def _numbers(scene: Scene, first: int, last: int) -> int:
    """How many counting numbers stand at tokens `first`…`last`."""
    numbers = scene.around.numbers
    return sum(
        1 for token in range(first, last) if token in numbers and numbers[token].kind == "count"
    )
