"""The doors for people who may decide: log in, review, decide, undo; and the log of corrections.

Invariant: none of the doors to write is there until somebody may decide, and each form is of the
session that sends it.
"""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import JsonValue

from departures.errors import BadInputError, RefusedError, TooOftenError
from departures.review import decide
from departures.review.people import events, log_in
from departures.review.queue import queue
from departures.web import answers, forms, session
from departures.web.session import MaybeVisitor, OpenRecord, Reviewer, Sender, Writable
from departures.web.tongue import _
from departures.web.views import decisions as decided
from departures.web.views import review

router = APIRouter(include_in_schema=False)
SHOWN = 200
Text = Annotated[str, Form(max_length=4000)]
Short = Annotated[str, Form(max_length=200)]


def _to(request: Request, address: str) -> RedirectResponse:
    return RedirectResponse(f"{request.scope.get('root_path', '')}{address}", 303)


@router.get("/login")
def show_login(request: Request, record: Writable, visitor: MaybeVisitor) -> Response:
    """The form to log in."""
    if visitor:
        return _to(request, "/review")
    return answers.page(request, "login.html", name="", refused="")


@router.post("/login")
def log_somebody_in(
    request: Request, record: Writable, name: Short = "", password: Short = ""
) -> Response:
    """Begin a session, or say why not."""
    session.check_origin(request)
    client = request.client.host if request.client else ""
    try:
        person, mark = log_in(record, name, password, client)
    except (RefusedError, TooOftenError) as error:
        status = error.http_status
        return answers.page(request, "login.html", status, name=name, refused=str(error))
    answer = _to(request, "/review")
    session.begin(request, answer, record, person, mark)
    return answer


@router.post("/logout")
def log_out(request: Request, sender: Sender) -> Response:
    """End the session."""
    answer = _to(request, "/")
    session.end(request, answer)
    return answer


@router.get("/review")
def show_queue(request: Request, record: Writable, visitor: Reviewer, done: int = 0) -> Response:
    """What there is to review, most consequential first."""
    items = [review.listed(item) for item in queue(record)]
    return answers.page(request, "review.html", items=items, done=done)


@router.get("/review/operations/{id}")
def review_operation(
    request: Request,
    record: Writable,
    visitor: Reviewer,
    id: str,
    other: Annotated[str | None, Query(max_length=100)] = None,
    done: int = 0,
) -> Response:
    """One operation: each field of each claim, with its sentence, to accept or correct."""
    operation = record.operation(id)
    shown = review.operation_page(
        operation,
        record.texts(operation.documents),
        record.claims_of(operation),
        record.decisions(operation.documents),
    )
    two = record.operation(other) if other else None
    return answers.page(request, "review_operation.html", shown=shown, other=two, done=done)


@router.get("/review/documents/{id}")
def review_document(request: Request, record: Writable, visitor: Reviewer, id: str) -> Response:
    """What changed in a document since it was reviewed."""
    held = record.document(id)
    before = record.document(held.previous) if held.previous else None
    shown = review.changes(before, held)
    return answers.page(
        request, "review_document.html", shown=shown, decisions=decided.log(record, [held.id])
    )


@router.post("/review/decide")
async def make_decision(request: Request, record: Writable, sender: Sender) -> Response:
    """Add the decision that a form holds."""
    written = {name: str(value) for name, value in (await request.form()).items()}
    back = written.get("back", "/review")
    seen = written.get("seen", "")
    made = _made(record, written)
    decision = decide(record, sender.person, made, seen=int(seen) if seen.isdigit() else None)
    if not back.startswith("/review"):
        back = "/review"
    return _to(request, f"{back}{'&' if '?' in back else '?'}done={decision.id}")


def _made(record: OpenRecord, written: forms.Written) -> dict[str, JsonValue]:
    act, why = written.get("act", ""), written.get("why", "")
    made: dict[str, JsonValue] = {"act": act, "why": why}
    match act:
        case "accept" | "reject":
            return made | {"claim": written.get("claim"), "field": written.get("field") or None}
        case "correct":
            return made | _correction(record, written)
        case "merge" | "split":
            sides = [_claims(record, written.get(side, "")) for side in ("first", "second")]
            if act == "split":
                return made | {"claims": sides[0], "others": sides[1]}
            return made | {"claims": [*sides[0], *sides[1]]}
        case "withhold":
            return made | _stretch(record, written)
        case "undo":
            number = written.get("decision", "")
            return made | {"decision": int(number) if number.isdigit() else 0}
    raise BadInputError(_("The form names nothing to decide; load the page again."))


def _correction(record: OpenRecord, written: forms.Written) -> dict[str, JsonValue]:
    id, field = written.get("claim", ""), written.get("field", "")
    claims = record.claims_by_id([id])
    if not claims:
        raise BadInputError(_("The claim is gone; load the page again."))
    document = record.frozen(claims[0].document)
    return {
        "claim": id,
        "field": field,
        "value": forms.value_of(field, written, claims[0], document),
    }


def _claims(record: OpenRecord, named: str) -> list[JsonValue]:
    """All claims of an operation, or those that are named one by one."""
    if named.startswith("claim:"):
        return list(named.split())
    return list(record.operation(named).claims)


def _stretch(record: OpenRecord, written: forms.Written) -> dict[str, JsonValue]:
    id, words = written.get("document", ""), written.get("words", "").strip()
    document = record.frozen(id)
    if not words:
        return {"document": document.id}
    start = document.text.find(words)
    if start < 0:
        raise BadInputError(_("The document does not have these words; copy them from it."))
    return {"document": document.id, "start": start, "end": start + len(words)}


@router.get("/audit")
def show_audit(request: Request, record: Writable, visitor: Reviewer) -> Response:
    """What was done at the doors, for those who may decide."""
    return answers.page(request, "audit.html", events=events(record, SHOWN))
