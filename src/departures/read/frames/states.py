"""The states of a movement, where a clause tells them as those who act: who sends, who takes in."""

from departures.read.agencies import AgencyHit
from departures.read.frames.drafts import Draft
from departures.read.lexicon import Hit, Sense
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words


def receiver(
    scene: Scene, line: Line, first: int, acts: list[tuple[Hit, Sense]]
) -> PlaceHit | AgencyHit | None:
    """The country that takes people in, where it is told as the one who acts."""
    for hit, sense in acts:
        if sense.value != "reception":
            continue
        for place in line.places:
            if place.kind in ("country", "territory") and place.country and not place.inside_name:
                between = scene.page.words[place.last : hit.first]
                if first <= place.first < hit.first and all(word in BETWEEN for word in between):
                    return place
        for agency in line.agencies:
            if agency.country and first <= agency.first < hit.first:
                return agency
    return None


BETWEEN = small_words("between")

PLACING = small_words("placing")
AUTHORITIES = small_words("authorities")
SENDING = ("removal", "expulsion", "return", "repatriation", "transfer")


def sender(
    scene: Scene,
    line: Line,
    first: int,
    last: int,
    acts: list[tuple[Hit, Sense]],
    draft: Draft,
) -> PlaceHit | PeopleHit | None:
    """The country that moves people, where the sentence names one and no place of departure."""
    words = scene.page.words
    goal = draft.destination.country if draft.destination else None
    for hit, sense in acts:
        if sense.value not in SENDING and sense.value != "movement":
            continue
        for place in line.places:
            if place.kind not in ("country", "territory") or place.country == goal:
                continue
            subject = first <= place.first < hit.first and all(
                word in BETWEEN for word in words[place.last : hit.first]
            )
            token = place.first - 1
            if token > first and words[token] == "the":
                token -= 1
            by = words[token] if token >= first else ""
            at_home = by in ("in", "of") and words[token - 1] in AUTHORITIES
            if by == "by" or (subject and (at_home or by not in PLACING)):
                return place
    return None
