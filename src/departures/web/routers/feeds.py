"""The feeds: operations, as narrow as wished; corrections; what happened in one case.

Invariant: a feed is made from what the pages show, and says nothing that they don't.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from departures import law
from departures.exports.terms import terms
from departures.law.events import case_record
from departures.web import answers
from departures.web.asked import Facets
from departures.web.feeds import MEDIA_TYPE, Entry, Feed, atom, latest
from departures.web.shelf import OpenShelf, Shelf
from departures.web.views import decisions
from departures.web.views.board import headline, in_a_sentence
from departures.words import Operation

router = APIRouter(prefix="/feeds", include_in_schema=False)
MOST = 50
"""Entries of a feed."""


@router.get("/operations.atom")
def feed_operations(request: Request, shelf: OpenShelf, having: Facets) -> Response:
    """Operations, or those with facets, of which something was read or decided last."""
    if same := answers.unchanged(request, shelf.state()):
        return same
    found = shelf.overview.operations_told_lately(having, MOST)
    decided = _decided(shelf, [held for held, _ in found])
    entries = [
        Entry(
            address=_at(request, f"/operations/{held.id}"),
            title=headline(held),
            updated=max([added, *(line.when for line in decisions.about(held, decided))]),
            summary=in_a_sentence(held),
        )
        for held, added in found
    ]
    narrowed = ", ".join(value for _, value in having)
    title = f"Departures: operations, {narrowed}" if narrowed else "Departures: operations"
    return _answer(request, shelf, "/operations", title, entries)


@router.get("/corrections.atom")
def feed_corrections(request: Request, shelf: OpenShelf) -> Response:
    """What people decided last about what was read."""
    if same := answers.unchanged(request, shelf.state()):
        return same
    entries = [
        Entry(
            address=_at(request, f"/corrections#decision-{line.id}"),
            title=f"Decision {line.id}: {line.act} {line.what}".strip(),
            updated=line.when,
            summary=line.why,
            author=line.who,
        )
        for line in decisions.told(shelf.decisions(limit=MOST))
    ]
    return _answer(request, shelf, "/corrections", "Departures: corrections", entries)


@router.get("/cases/{id}.atom")
def feed_case(request: Request, shelf: OpenShelf, id: str) -> Response:
    """What happened in one case, by the day on which it did."""
    record = case_record(law.case(id), law.shelf())
    page = f"/law/cases/{quote(record.case.id)}"
    entries = [
        Entry(
            address=_at(request, f"{page}#event-{number}"),
            title=event.what,
            updated=event.at or datetime.combine(event.day, time(), UTC),
            summary=f"{event.day}: {event.what}. Law data as of {record.as_of}.",
        )
        for number, event in enumerate(record.events, 1)
    ]
    return _answer(request, shelf, page, f"Departures: {record.case.name}", entries)


def _decided(shelf: Shelf, found: Sequence[Operation]) -> list[decisions.Told]:
    documents = sorted({document for held in found for document in held.documents})
    return decisions.told(shelf.decisions(documents))


def _answer(
    request: Request, shelf: Shelf, page: str, title: str, entries: Sequence[Entry]
) -> Response:
    state = shelf.state()
    feed = Feed(
        address=str(request.url),
        page=_at(request, page),
        title=title,
        rights=terms().cited(state.day, str(request.base_url)),
        entries=latest(entries, MOST),
    )
    headers = answers.tagged(request, state)
    return Response(atom(feed), headers=headers, media_type=MEDIA_TYPE)


def _at(request: Request, path: str) -> str:
    return f"{str(request.base_url).rstrip('/')}{path}"
