"""Further movements that are told by what they share with the one before: "Another left on Friday".

A sentence that opens with "a second", "the next one", "Friday's" tells of a movement of the same
kind, between the same countries, save for what it says itself: another day, another number, or that
it is still to come.

Invariant: such a movement differs from the one before in its day or in whether it took place.
"""

from collections.abc import Sequence
from dataclasses import replace

from departures.read.frames.circumstances import date_of
from departures.read.frames.citizenship import nationalities_of
from departures.read.frames.drafts import Draft
from departures.read.frames.modality import modality
from departures.read.frames.passengers import group_of
from departures.read.frames.routes import Part, parts
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

ORDINALS = small_words("further_ones")
STANDING_FOR = small_words("standing_for")
POSSESSED = small_words("possessed")
OPENING = 5
ENOUGH = 3


def another(scene: Scene, line: Line, known: Draft) -> Draft | None:
    """The movement that a sentence tells as another one like `known`; null where it tells none."""
    pointer = _pointer(scene, line)
    if pointer is None or any(group.noun in ("events", "flights") for group in line.groups):
        return None
    when = date_of(scene, line, line.first, line.last, pointer)
    told = modality(scene, line, line.first, line.last, pointer)
    other_day = when is not None and (known.date is None or when.earliest != known.date.earliest)
    if not other_day and told not in ("planned", "blocked"):
        return None
    draft = replace(
        Draft(line, line.first, line.last, known.act),
        date=when,
        modality=told,
        group=group_of(scene, line, line.first, line.last, []),
        origin=known.origin,
        destination=known.destination,
        mode=known.mode,
        fresh=True,
        weight=ENOUGH,
    )
    for role, place in parts(scene, line):
        if role == "destination" and place.country:
            draft.destination = place
        elif role == "origin":
            draft.origin = place
    draft.speech = scene.said(pointer)
    return draft


def elided(
    scene: Scene, line: Line, first: int, last: int, roles: Sequence[Part], before: Draft
) -> Draft:
    """The movement of a clause that leaves out what it shares with the clause before it.

    As in "One plane came from San Diego with 110 people, the other from El Paso with 91".
    """
    draft = replace(
        before,
        first=first,
        last=last,
        group=group_of(scene, line, first, last, []),
        nationalities=[],
        fresh=True,
        back=False,
    )
    draft.nationalities = nationalities_of(scene, line, first, last, draft)
    for role, place in roles:
        if first <= place.first < last and role in ("origin", "destination") and place.country:
            setattr(draft, role, place)
    draft.date = date_of(scene, line, first, last, first) or before.date
    return draft


def _pointer(scene: Scene, line: Line) -> int | None:
    """The word at a sentence's opening that stands for another movement; null where none does."""
    words = scene.page.words
    end = min(line.first + OPENING, line.last - 1)
    for token in range(line.first, end):
        following = words[token + 1]
        if words[token] in ORDINALS and _stands_for(scene, token + 1):
            return token
        if words[token] == "'s" and following in POSSESSED:
            return token if any(when.last == token for when in line.dates) else None
    return None


def _stands_for(scene: Scene, token: int) -> bool:
    """Whether the word after "second" is a vehicle, a group, or none: "the second, of 20, …"."""
    hit = scene.around.hits.get(token)
    if hit is not None and (hit.sense("vehicle") or hit.sense("group") or hit.sense("operation")):
        return scene.page.words[hit.last - 1] != "flights"
    return scene.page.words[token] in STANDING_FOR
