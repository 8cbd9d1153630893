"""The states of a movement, where a clause tells them as those who act: who sends, who takes in.

Invariant: a state to which people are handed is never the one that sends them.
"""

from functools import cache

from departures.read.agencies import AgencyHit
from departures.read.frames.drafts import Draft
from departures.read.language import grammar
from departures.read.lexicon import Hit, Sense
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

BETWEEN = small_words("between")
PLACING = small_words("placing")
AUTHORITIES = small_words("authorities")
SENDING = ("removal", "expulsion", "return", "repatriation", "transfer", "otherwise")
LONGEST_OFFICE = 4
"""So many words may name those who act for a state: "federal border police officers"."""


@cache
def state_words(code: str = "en") -> dict[str, frozenset[str]]:
    """The tables of the grammar of states that act."""
    return {name: frozenset(text.split()) for name, text in grammar(code, "states").items()}


def receiver(
    scene: Scene, line: Line, first: int, acts: list[tuple[Hit, Sense]]
) -> PlaceHit | AgencyHit | None:
    """The country that takes people in, where it is told as the one who acts."""
    for hit, sense in acts:
        if sense.value != "reception":
            continue
        for place in line.places:
            if place.country and not place.inside_name and first <= place.first < hit.first:
                between = scene.page.words[place.last : hit.first]
                at_home = _at_home(scene.page.words, place)
                state = place.kind in ("country", "territory") or place.capital or at_home
                if state and all(word in BETWEEN for word in between):
                    return place
        for agency in line.agencies:
            if agency.country and first <= agency.first < hit.first:
                return agency
    return None


def _at_home(words: list[str], place: PlaceHit) -> bool:
    """Whether a place is the seat of those who act: "officials in Dhaka"."""
    pair = words[max(0, place.first - 2) : place.first]
    return len(pair) > 1 and pair[1] in ("in", "of") and pair[0] in AUTHORITIES


def sender(
    scene: Scene,
    line: Line,
    first: int,
    last: int,
    acts: list[tuple[Hit, Sense]],
    draft: Draft,
) -> PlaceHit | PeopleHit | None:
    """The country that moves people, where the sentence names one and no place of departure."""
    goal = draft.destination.country if draft.destination else None
    for hit, sense in acts:
        if sense.value not in SENDING and sense.value != "movement":
            continue
        for place in line.places:
            if place.country == goal or not _may_send(place, sense):
                continue
            if _sends(scene, place, first, hit):
                return place
        for people in line.peoples:
            if people.country and people.country != goal and first <= people.first < last:
                end = acting(scene, people)
                if end is not None and _acts(scene, people, end, hit):
                    return people
    return None


def _may_send(place: PlaceHit, sense: Sense) -> bool:
    """Whether a place can stand for a state: a country; a capital, where the act says so."""
    if place.kind in ("country", "territory"):
        return True
    return place.capital and bool(sense.data.get("strong"))


def _sends(scene: Scene, place: PlaceHit, first: int, hit: Hit) -> bool:
    words = scene.page.words
    between = words[place.last : hit.first]
    subject = first <= place.first < hit.first and all(word in BETWEEN for word in between)
    token = place.first - 1
    if token > first and words[token] == "the":
        token -= 1
    by = words[token] if token >= first else ""
    if place.kind not in ("country", "territory"):
        return subject and (_at_home(words, place) or by not in state_words()["placing"])
    at_home = by in ("in", "of") and words[token - 1] in AUTHORITIES
    return by == "by" or (subject and (at_home or by not in PLACING))


def acting(scene: Scene, state: PeopleHit | PlaceHit) -> int | None:
    """The end of the words for those who act for a state: "Austrian police"; null where none."""
    words, tables = scene.page.words, state_words()
    end = None
    for token in range(state.last, min(state.last + LONGEST_OFFICE, len(words))):
        if words[token] in tables["actors"]:
            end = token + 1
        elif words[token] not in tables["qualifiers"]:
            break
    return end


def _acts(scene: Scene, people: PeopleHit, end: int, hit: Hit) -> bool:
    """Whether those who act for a state are the act's subject, or stand after its "by"."""
    words = scene.page.words
    token = people.first - 1
    if token >= 0 and words[token] == "the":
        token -= 1
    by = words[token] if token >= 0 else ""
    if by == "by":
        return True
    subject = people.first < hit.first and all(word in BETWEEN for word in words[end : hit.first])
    return subject and by not in state_words()["towards"]


HOMES = small_words("homes")


def goes_home(words: list[str]) -> bool:
    """Whether words tell that people go home: "home", "back to their own country"."""
    tables = state_words()
    return not HOMES.isdisjoint(words) or any(
        word in tables["country"] and words[index - 1] in tables["owners"]
        for index, word in enumerate(words)
        if index
    )
