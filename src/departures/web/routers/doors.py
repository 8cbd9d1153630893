"""The doors for people who may decide: log in, log out, and the audit of both.

Invariant: none of the doors is there until somebody may decide.
"""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from departures.errors import RefusedError, TooOftenError
from departures.review.people import count_events, events, log_in, log_out
from departures.web import answers, session
from departures.web.session import MaybeVisitor, Reviewer, Sender, Writable, to
from departures.web.views import audit
from departures.web.views.paging import Paging

router = APIRouter(include_in_schema=False)
LINES = 100
Short = Annotated[str, Form(max_length=200)]


@router.get("/login")
def show_login(request: Request, record: Writable, visitor: MaybeVisitor) -> Response:
    """The form to log in."""
    if visitor:
        return to(request, "/review")
    return answers.page(request, "login.html", name="", refused="")


@router.post("/login")
def log_somebody_in(
    request: Request, record: Writable, name: Short = "", password: Short = ""
) -> Response:
    """Begin a session, or say why not."""
    session.check_origin(request)
    try:
        person, mark = log_in(record, name, password, _client(request))
    except (RefusedError, TooOftenError) as error:
        status = error.http_status
        return answers.page(request, "login.html", status, name=name, refused=str(error))
    answer = to(request, "/review")
    session.begin(request, answer, record, person, mark)
    return answer


@router.post("/logout")
def log_somebody_out(request: Request, record: Writable, sender: Sender) -> Response:
    """End the session."""
    log_out(record, sender.person, sender.token, _client(request))
    answer = to(request, "/")
    session.end(request, answer)
    return answer


@router.get("/audit")
def show_audit(
    request: Request,
    record: Writable,
    visitor: Reviewer,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """What was done at the doors and decided behind them, for those who may decide."""
    paging = Paging(page, LINES, count_events(record) + record.count_decisions())
    done = events(record, paging.last), record.decisions(limit=paging.last)
    lines = audit.lines(*done)[paging.first : paging.last]
    return answers.page(request, "audit.html", lines=lines, paging=paging)


def _client(request: Request) -> str:
    return request.client.host if request.client else ""
