"""Review for people who may decide: the queue, what a thing in it looks like, deciding, undoing.

Invariant: none of it is there until somebody may decide, and each form is of the session that
sends it.
"""

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from departures.errors import BadInputError, NotFoundError, StaleError
from departures.record import DocumentSummary
from departures.review import decide
from departures.review.proven import Proven, proven
from departures.review.queue import ORDER, Kind, queue
from departures.review.written import made_of, number
from departures.tongue import _
from departures.web import answers
from departures.web.session import OpenRecord, Reviewer, Sender, Writable, Written, to
from departures.web.views import decisions as decided
from departures.web.views import review
from departures.web.views.board import headline
from departures.web.views.paging import Paging
from departures.web.views.sources import source_of

router = APIRouter(include_in_schema=False)
CLAIMS_ON_A_PAGE = 20
MOST_UNDONE = 200
PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]
_BACK = re.compile(r"/review(/(operations|documents)/[a-z0-9:-]{1,200})?([?][a-z0-9=&:-]{1,300})?")
_PLACE = re.compile("[a-z0-9_-]{1,100}")
Done = Annotated[int, Query(ge=0, le=10**12)]


@router.get("/review")
def show_queue(
    request: Request,
    record: Writable,
    visitor: Reviewer,
    kind: Kind | None = None,
    done: Done = 0,
    first: Done = 0,
) -> Response:
    """What there is to review, most consequential first."""
    stranded = {str(line.id): line for line in decided.told(record.stranded())}
    asked = queue(record, kind=kind)
    about = [item.about for item in asked]
    titles = {held.id: headline(held) for held in record.operations_by_id(about)}
    titles |= {held.id: _titled(held) for held in record.documents(about)}
    items = [review.listed(item, titles, stranded.get(item.about)) for item in asked]
    offers = [review.offered(one) for one in proven(record)]
    last = review.last_decision(record, visitor.person, done, first)
    return answers.page(
        request,
        "review.html",
        items=items,
        offers=offers,
        last=last,
        kind=kind,
        kinds=[(each, _(review.KINDS[each])) for each in ORDER],
    )


def _titled(document: DocumentSummary) -> str:
    return document.title or source_of(document).name


@router.get("/review/operations/{id}")
def review_operation(
    request: Request,
    record: Writable,
    visitor: Reviewer,
    id: str,
    other: Annotated[str | None, Query(max_length=100)] = None,
    done: Done = 0,
) -> Response:
    """One operation: each field of each claim, with its sentence, to accept or correct; beside
    another, where the question is whether they are one.
    """
    operations = [record.operation(each) for each in (id, other) if each]
    documents = [each for operation in operations for each in operation.documents]
    decisions = record.decisions(documents)
    texts = record.texts(documents)
    pages = [
        review.operation_page(held, texts, record.claims_of(held), decisions) for held in operations
    ]
    doubt = record.doubt_between(id, other) if other else None
    return answers.page(
        request,
        "review_operation.html",
        shown=pages[0],
        other=pages[1] if pages[1:] and pages[1].id != pages[0].id else None,
        why=doubt.why if doubt else "",
        last=review.last_decision(record, visitor.person, done),
    )


@router.get("/review/documents/{id}")
def review_document(
    request: Request,
    record: Writable,
    visitor: Reviewer,
    id: str,
    page: PageNumber = 1,
    done: Done = 0,
) -> Response:
    """One document: what changed in it, every claim of it, and what of it is withheld."""
    held = record.document(id)
    try:
        before = record.document(held.previous) if held.previous else None
    except NotFoundError:
        before = None  # the earlier one is withheld whole
    claims = record.claims(held.id)
    paging = Paging(page, CLAIMS_ON_A_PAGE, len(claims))
    decisions = record.decisions([held.id, *([before.id] if before else [])])
    return answers.page(
        request,
        "review_document.html",
        shown=review.document_page(before, held, claims[paging.first : paging.last], decisions),
        paging=paging,
        last=review.last_decision(record, visitor.person, done),
    )


@router.post("/review/decide")
def make_decision(request: Request, record: Writable, sender: Sender, written: Written) -> Response:
    """Add the decision that a form holds, and lead back to where it stood."""
    made = made_of(record, written)
    decision = decide(record, sender.person, made, seen=number(written, "seen"))
    back, at = written.get("back", ""), written.get("at", "")
    back = back if _BACK.fullmatch(back) else "/review"
    place = f"#{at}" if _PLACE.fullmatch(at) else ""
    return to(request, f"{back}{'&' if '?' in back else '?'}done={decision.id}{place}")


@router.get("/review/proven")
def show_proven(
    request: Request,
    record: Writable,
    visitor: Reviewer,
    reader: Annotated[str, Query(max_length=200)],
    field: Annotated[str, Query(max_length=40)],
) -> Response:
    """The values of one field that may be accepted together, each in its sentence."""
    one = _proven(record, reader, field)
    claims = record.claims_by_id(one.waiting)
    texts = record.texts({claim.document for claim in claims})
    decisions = record.decisions([document.id for document in texts])
    shown = review.proven_page(one, claims, texts, decisions)
    return answers.page(request, "review_proven.html", shown=shown)


@router.post("/review/proven")
def accept_proven(request: Request, record: Writable, sender: Sender, written: Written) -> Response:
    """Accept the values that the page showed, each by a decision of its own."""
    field, claims = written.get("field", ""), written.get("claims", "").split()
    one = _proven(record, written.get("reader", ""), field)
    if not claims or not set(claims) <= set(one.waiting):
        raise StaleError(_("Some of these values were decided meanwhile; load the page again."))
    why = _("Accepted together: the last {number} of this reader were right.").format(
        number=one.accepted
    )
    seen = number(written, "seen")
    made = [
        decide(
            record,
            sender.person,
            {"act": "accept", "claim": claim, "field": field, "why": why},
            seen=seen,
        )
        for claim in claims
    ]
    return to(request, f"/review?first={made[0].id}&done={made[-1].id}")


@router.post("/review/undo")
def undo_together(request: Request, record: Writable, sender: Sender, written: Written) -> Response:
    """Undo the decisions that were made together, each by a decision of its own."""
    first, last = number(written, "first") or 0, number(written, "last") or 0
    if not 0 < first <= last < first + MOST_UNDONE:
        raise BadInputError(_("The form names no decisions to undo; load the page again."))
    lines = decided.told(record.decisions())
    own = [
        line.id
        for line in lines
        if first <= line.id <= last
        and line.who == sender.person.name
        and line.holds
        and line.kind == "accept"
    ]
    for id in own:
        decide(record, sender.person, {"act": "undo", "decision": id})
    return to(request, "/review")


def _proven(record: OpenRecord, reader: str, field: str) -> Proven:
    for one in proven(record):
        if (one.reader, one.field) == (reader, field):
            return one
    raise NotFoundError(_("Nothing of this reader and field may be accepted together."))
