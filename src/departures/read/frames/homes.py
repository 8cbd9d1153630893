"""Whether people are from a country or leave it: "deported 40 migrants from Guatemala".

"From X" right behind those counted names their home where another state moves them, where they are
taken to X, or where they leave from elsewhere. Citizens who are brought home, and a state's "own"
citizens, leave X.

Invariant: who are told to be of one country are never made out to be from another.
"""

from departures.read.frames.clauses import MOST, acts_in
from departures.read.frames.drafts import Country, Draft
from departures.read.frames.states import SENDING, sender, state_words
from departures.read.people import Group, owned, returning
from departures.read.places import PlaceHit
from departures.read.scene import Line, Scene

BRINGING = ("repatriation", "return", "transfer")
"""Acts by which a state brings its own citizens home."""


def come_from(scene: Scene, line: Line, place: PlaceHit, token: int) -> bool:
    """Whether the place behind the "from" at `token` is where people are from."""
    if len(line.places) > MOST:
        return False  # noise, and each of its places would be held against all the others
    if any(single.last == token for single in line.singles):
        return place.kind == "country" and not returning(scene.page, scene.around, token)
    group = next((one for one in line.groups if one.last in (token, place.last)), None)
    if group is None or group.noun not in ("people", "person") or place.kind != "country":
        return False
    others = {country.country for country in group.countries} - {place.country}
    if others or owned(scene.page, group.first, token):
        return False
    if _begun_elsewhere(scene, line, place) or _goes_to(scene, line, place):
        return True
    if returning(scene.page, scene.around, group.first):
        return False
    mover = _mover(scene, line, group)
    return mover is not None and mover != place.country


def _mover(scene: Scene, line: Line, group: Group) -> str | None:
    """The country of those who move people in a sentence: a state, or an office before its act."""
    acts = acts_in(scene, line, line.first, line.last)
    state = sender(scene, line, line.first, line.last, acts, Draft(line, line.first, line.last, ""))
    if state is not None:
        return state.country
    words = scene.page.words
    for hit, sense in acts:
        for agency in line.agencies:
            near = agency.last <= hit.first <= agency.last + NEAR
            by = agency.first and "by" in words[max(0, agency.first - 2) : agency.first]
            if agency.country and sense.value in SENDING and (near or by):
                return agency.country
    return None


NEAR = 4
"""So many words may part an office from its act: "ICE has since deported"."""


def _begun_elsewhere(scene: Scene, line: Line, place: PlaceHit) -> bool:
    """Whether the sentence names, as its point of departure, a place of another country."""
    words, leaving = scene.page.words, state_words()["leaves"]
    return any(
        other.country not in (None, place.country)
        and other.first
        and words[other.first - 1] in leaving
        for other in line.places
        if other is not place and other.first > place.last
    )


def _goes_to(scene: Scene, line: Line, place: PlaceHit) -> bool:
    """Whether the sentence tells of a goal in the place's own country."""
    words = scene.page.words
    return any(
        other.country == place.country and other.first and words[other.first - 1] in GOALS
        for other in line.places
        if other is not place
    )


GOALS = frozenset(("to", "for", "into"))


def own_state(scene: Scene, draft: Draft) -> Country | None:
    """The state that has its own citizens brought home: "Nigeria repatriated its citizens"."""
    line, first, last = draft.line, draft.first, draft.last
    if draft.act not in BRINGING:
        return None
    if not any(owned(scene.page, token, token) for token in _citizens(line, first, last)):
        return None
    acts = acts_in(scene, line, first, last)
    begun = draft.origin.country if draft.origin else None
    state = sender(scene, line, first, last, acts, Draft(line, first, last, ""))
    if state is None:
        state = _organiser(scene, line, first, acts[0][0].first if acts else last)
    told = {item.country for item in draft.nationalities}
    return None if state is None or state.country == begun or told - {state.country} else state


def _citizens(line: Line, first: int, last: int) -> list[int]:
    """The first tokens of the words for citizens of a state."""
    people = ((hit, hit.sense("people")) for hit in line.of("people"))
    return [
        hit.first
        for hit, sense in people
        if sense is not None and sense.value == "citizens" and first <= hit.first < last
    ]


def _organiser(scene: Scene, line: Line, first: int, act: int) -> Country | None:
    """The state before a verb of organising: "Nepal arranged a flight", "Kenya's embassy"."""
    words, organising = scene.page.words, state_words()["organising"]
    if organising.isdisjoint(words[first:act]):
        return None
    states: list[Country] = [*line.places, *line.peoples]
    for state in states:
        if first <= state.first < act and state.country and not _placed(words, state.first, first):
            return state
    return None


def _placed(words: list[str], token: int, first: int) -> bool:
    """Whether a state's name is governed by a preposition of place."""
    before = words[token - 1] if token > first else ""
    return before in state_words()["placing"] and before != "of"
