"""Numbers that are no figures about many: rates, ages, differences, parts of one movement.

Invariant: a number is judged by its own words and its sentence, never by its size alone.
"""

from collections.abc import Sequence

from departures.read.frames.governors import Word
from departures.read.numbers import Number
from departures.read.people import Group
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

SMALL = 10
SHORT = ("day", "days", "week")
"""Two flights in so short a time are told one by one."""
FEW_FLIGHTS = 3
OLDEST = 100
NEAR = 6
NATIONAL = frozenset(("citizens", "migrants", "deported", "detained"))
NAMING = small_words("naming_tables")
ROOM = small_words("room")
PRONOUNS = small_words("age_pronouns")
DETERMINERS = small_words("determiners")
CHANGES = small_words("changes")
COMPARATIVES = small_words("comparatives")


def no_figure(
    scene: Scene, line: Line, group: Group, words: Sequence[Word], *, after: bool
) -> bool:
    """Whether a number is no figure by its words: "one", "room for 120", "1 in 10", "214 more
    than", ", 28,". `after`: whether a figure stands before it in the sentence.
    """
    number, tokens = group.number, scene.page.words
    before = tokens[number.first - 1] if number.first else ""
    if before in NAMING and group.noun != "flights" and (number.value or 0) < OLDEST:
        return True
    if before == "for" and number.first > 1 and tokens[number.first - 2] in ROOM:
        return True
    if number.form == "article" or _ratio(tokens, number) or _difference(tokens, group):
        return True
    if group.noun == "events" and before in DETERMINERS and _like_a_year(tokens, number):
        return True
    if group.noun is None and (
        _like_a_year(tokens, number) or _age(scene, line, number) or _names(scene, line, number)
    ):
        return True
    size = number.upper if number.upper is not None else number.lower or 0
    if group.noun == "flights" and (group.what == "vehicles" or size < FEW_FLIGHTS):
        return not any(when.since or when.unit not in SHORT for when in line.dates)
    if number.form == "zero":
        return not any(
            word.kind in ("act", "weak") and abs(word.first - group.last) <= NEAR for word in words
        )
    if size < SMALL and (_goes_on(scene, number, after=after) or _deaths(scene, group, words)):
        return False
    if size == 1 and group.noun not in ("events", "flights"):
        return group.what not in NATIONAL
    if group.noun is None and number.form == "words":
        return size < SMALL and not group.partial and number.lower == number.upper
    return False


def _goes_on(scene: Scene, number: Number, *, after: bool) -> bool:
    """Whether a number goes on counting: "26 charters, four to Baghdad", "87 and three"."""
    if not after:
        return False
    tokens, numbers = scene.page.words, scene.around.numbers
    if tokens[number.last : number.last + 1] and tokens[number.last] in PLACING:
        return number.last + 1 in scene.around.places
    if number.first > 1 and tokens[number.first - 1] == "from":
        return tokens[number.first - 2] in CHANGES
    joined = number.first > 1 and tokens[number.first - 1] == "and"
    return joined and number.first - 2 in numbers and tokens[number.last : number.last + 1] == ["."]


PLACING = small_words("placing")


def _deaths(scene: Scene, group: Group, words: Sequence[Word]) -> bool:
    """Whether a small number is of the dead: "two bodies were found", "one detainee died"."""
    return any(
        word.measure == "deaths" and 0 <= word.first - group.number.last <= NEAR for word in words
    )


def _ratio(tokens: Sequence[str], number: Number) -> bool:
    """Whether the number is a part of a rate: "1 in 10", "one in ten", "6 out of 10"."""
    following = tokens[number.last : number.last + 2]
    before = tokens[max(0, number.first - 2) : number.first]
    if list(following) == ["out", "of"] or list(before) == ["out", "of"]:
        return True
    if (number.value or 0) > OLDEST:
        return False
    if following[:1] == ["in"] and len(following) > 1 and _few(following[1]):
        return tokens[number.last + 2 : number.last + 3] == [] or (
            tokens[number.last + 2] not in TIMES
        )
    return len(before) == 2 and before[1] == "in" and _few(before[0])


TIMES = small_words("times")
SPELLED = small_words("spelled")


def _few(word: str) -> bool:
    return (word.isdigit() and len(word) < 4) or word in SPELLED


def _difference(tokens: Sequence[str], group: Group) -> bool:
    """Whether the number says by how many: "214 more than in 2023", "a decrease of 1,306"."""
    before = tokens[max(0, group.first - 2) : group.first]
    if len(before) == 2 and before[1] in ("of", "by") and before[0] in CHANGES:
        return True
    for last in (group.number.last, group.last):
        if tokens[last : last + 1] and tokens[last] in COMPARATIVES:
            return list(tokens[last + 1 : last + 2]) == ["than"]
    return False


def _like_a_year(tokens: Sequence[str], number: Number) -> bool:
    """Whether the number is written as years are, and counts nothing by a noun."""
    word = tokens[number.core_first]
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _age(scene: Scene, line: Line, number: Number) -> bool:
    """Whether a bare number is somebody's age: "Ali, 28, has", "At 28 he was"."""
    tokens = scene.page.words
    if number.value is None or number.value >= OLDEST or number.first <= line.first:
        return False
    before = tokens[number.first - 1]
    following = tokens[number.last] if number.last < len(tokens) else ""
    if before == "at":
        return following in PRONOUNS
    if following == "now" and before in ("is", "was", "am", "are"):
        return True
    named = number.first - 2 >= line.first and scene.page.capital(number.first - 2)
    return before == "," and following in (",", ")") and named


AGREED = small_words("agreed_terms")
PROVIDING = small_words("providing")


ANAPHORA = small_words("anaphora")
POINTS_BACK = 400
"""A number up to this may stand for the people of one movement: "one of the 44"."""


def _names(scene: Scene, line: Line, number: Number) -> bool:
    """Whether a bare number stands for people told before ("all twelve") or names a thing: a
    flight ("UL 1230"), an item of a list ("2/").
    """
    tokens = scene.page.words
    if number.first == line.first:
        item = tokens[number.last : number.last + 1]
        return item in (["/"], [")"]) or (item == ["."] and (number.value or 0) < POINTS_BACK)
    before = tokens[number.first - 1]
    if before in ANAPHORA and (number.value or 0) <= POINTS_BACK:
        return tokens[number.last : number.last + 1] != ["of"]
    if before == "of" and number.first > 1 and tokens[number.first - 2] == "groups":
        return True
    if len(tokens[number.core_first]) not in FLIGHT_NUMBER or number.core_first != number.first:
        return False
    if any(carrier.last == number.first for carrier in line.carriers):
        return True
    return len(before) <= CODE and before.isalpha() and _written_large(scene, number.first - 1)


CODE = 3
FLIGHT_NUMBER = range(3, 5)
"""So many figures a flight number has where it might be a count."""


def _written_large(scene: Scene, token: int) -> bool:
    page = scene.page
    return len(page.words[token]) > 1 and page.text[page.starts[token] : page.ends[token]].isupper()


def term_of_agreement(scene: Scene, line: Line, number: Number) -> bool:
    """Whether a number is what an agreement allows: "will take up to 40 people under the deal"."""
    words = scene.page.words[line.first : line.last]
    if AGREED.isdisjoint(words):
        return False
    return number.lower is None or not PROVIDING.isdisjoint(words)
