"""Operations as entities of FollowTheMoney, for whoever links them with companies and bodies.

An operation is a `Trip`, or an `Event` where one of its ends is not told; carriers, payers and
agencies are organisations that are involved in it or organise it; documents are its proofs. No
person becomes an entity.

Invariant: an entity has the same id wherever and whenever it is made.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from departures.record.summary import DocumentSummary
from departures.tongue.phrases import ACTS, spoken_place
from departures.words import Operation, Party, Place
from departures.words.links import web_link

Entity = dict[str, object]
"""`id`, `schema`, and `properties`: for each a list of texts."""
ORGANISATIONS: Final[Mapping[str, tuple[str, str]]] = {
    "carrier": ("Company", "involved"),
    "funder": ("LegalEntity", "involved"),
    "agency": ("PublicBody", "organizer"),
}
"""The schema of who is named in a field, and how it is tied to the operation."""


def document_entity(document: DocumentSummary) -> Entity:
    """A document as an `Article`."""
    return _entity(
        _id("document", document.id),
        "Article",
        title=[document.title],
        publisher=[document.source],
        publishedAt=[document.published],
        sourceUrl=[web_link(document.url)],
        language=[document.language],
    )


def operation_entities(operation: Operation) -> Iterator[Entity]:
    """An operation, and who and where it ties together."""
    places = {"startLocation": operation.origin, "endLocation": operation.destination}
    ends = {tie: _address(place) for tie, place in places.items() if place}
    tied: dict[str, list[object]] = {tie: [address["id"]] for tie, address in ends.items()}
    yield from ends.values()
    for field, (schema, tie) in ORGANISATIONS.items():
        for name, country in _parties(operation, field).items():
            organisation = _entity(_id(schema, name), schema, name=[name], country=[country])
            tied.setdefault(tie, []).append(organisation["id"])
            yield organisation
    when = operation.date
    yield _entity(
        _id("operation", operation.id),
        "Trip" if len(ends) == len(places) else "Event",
        name=[_name(operation)],
        recordId=[operation.id],
        summary=[operation.count.text if operation.count else None],
        startDate=[when.earliest if when else None],
        endDate=[when.latest if when else None],
        country=[place.country for place in places.values() if place],
        proof=[_id("document", id) for id in operation.documents],
        **tied,
    )


def _name(operation: Operation) -> str:
    ends = [spoken_place(end) for end in (operation.origin, operation.destination) if end]
    return ": ".join((ACTS[operation.act], " – ".join(ends) or operation.id))


def _address(place: Place) -> Entity:
    full = spoken_place(place)
    return _entity(_id("address", full), "Address", full=[full], country=[place.country])


def _parties(operation: Operation, field: str) -> dict[str, str | None]:
    """Everybody whom a source names in a field, with their country."""
    told = operation.values.get(field)
    values = [entry.value for entry in told.asserted] if told else []
    return {value.name: value.country for value in values if isinstance(value, Party)}


def _entity(id: str, schema: str, **properties: list[object]) -> Entity:
    told = {
        name: [str(value) for value in dict.fromkeys(values) if value]
        for name, values in properties.items()
    }
    filled = {name: values for name, values in told.items() if values}
    return {"id": id, "schema": schema, "properties": filled}


def _id(kind: str, name: str) -> str:
    return "departures-" + hashlib.sha256(f"{kind}\n{name}".encode()).hexdigest()[:32]
