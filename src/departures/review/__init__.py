"""Review: who may decide, what there is to decide on first, and deciding itself.

`decide(record, person, decision)` is the front door: a person and a decision in, the decision as
the record keeps it out.
"""

from departures.review.deciding import decide, latest_of
from departures.review.people import Person, Role, add_person, people, remove_person

__all__ = [
    "Person",
    "Role",
    "add_person",
    "decide",
    "latest_of",
    "people",
    "remove_person",
]
