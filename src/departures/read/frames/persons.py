"""One person: a movement that nobody counts, because it is of one woman or one man.

"She was put on a flight to Nairobi": where a movement's sentences give no number, whoever is told
of in the singular as the one who is moved counts as one.

Invariant: a movement with a number of its own keeps it.
"""

from departures.read.frames.clauses import acts_in
from departures.read.frames.drafts import Draft
from departures.read.people import Group, single
from departures.read.scene import Scene
from departures.read.small_words import small_words

SINGULAR = small_words("singular")
BE = small_words("be")
REACH = 9
"""So many words may stand between a person and what is done to her."""


def count_one(scene: Scene, told: list[Draft]) -> None:
    """Give the drafts of one movement the one person of whom they tell; nothing where they count.

    What is told of a flight, a group or several nationalities is told of more than one.
    """
    if any(draft.group or draft.flights for draft in told):
        return
    if len({item.country for draft in told for item in draft.nationalities}) > 1:
        return
    for draft in told:
        person = None if draft.detail else _person(scene, draft)
        if person is not None:
            draft.group = person
            return


def _person(scene: Scene, draft: Draft) -> Group | None:
    """The one person whom a clause tells to be moved: "she was deported", "the man's removal"."""
    words = scene.page.words
    for hit, sense in acts_in(scene, draft.line, draft.first, draft.last):
        for token in range(hit.first - 1, max(draft.first, hit.first - REACH) - 1, -1):
            between = words[token + 1 : hit.first]
            if words[token] in SINGULAR and not BE.isdisjoint(between):
                return single(scene.page, scene.around, token, token + 1)
            person = scene.around.hits.get(token)
            known = words[token - 1] == "the" if token else False
            if person is not None and person.sense("person") and known:
                passive = not BE.isdisjoint(between) or sense.kind == "actnoun"
                return single(scene.page, scene.around, token, person.last) if passive else None
    return None
