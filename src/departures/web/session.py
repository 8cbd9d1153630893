"""Who asks: the person of a session, kept in a signed cookie.

Invariant: a cookie is believed only while its signature, its age and the person's password hold;
and nothing is written for a form that does not carry the session's own token.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import compare_digest, token_urlsafe
from typing import Annotated, Final
from urllib.parse import urlsplit

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from itsdangerous import BadData, URLSafeTimedSerializer

from departures.errors import NotFoundError, RefusedError
from departures.record import Record
from departures.review import Person
from departures.review.people import LASTS, anybody, known
from departures.tongue import _

COOKIE: Final = "departures-session"
MOST_FIELDS: Final = 200
_SALT: Final = "session"


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person who is logged in, and the token that their forms carry."""

    person: Person
    token: str


def open_record(request: Request) -> Record:
    """The record at the address that the app was made with."""
    return Record.open(request.app.state.record, create=False)


OpenRecord = Annotated[Record, Depends(open_record)]


def writable(record: OpenRecord) -> Record:
    """The record, where anybody may decide; the doors to write are nowhere else."""
    if not anybody(record):
        raise NotFoundError(_("There is no page at this address."))
    return record


Writable = Annotated[Record, Depends(writable)]


def visitor_of(request: Request, record: Record) -> Visitor | None:
    """Who asks, where somebody is logged in."""
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        return None
    try:
        held = _signer(record).loads(cookie, max_age=int(LASTS.total_seconds()))
        name, mark, token = held["name"], held["mark"], held["token"]
    except (BadData, KeyError, TypeError):
        return None
    person = known(record, str(name), str(mark), str(token))
    return Visitor(person, str(token)) if person else None


def visiting(request: Request, record: OpenRecord) -> Visitor | None:
    """Who asks; the page shows the doors of whoever is logged in."""
    visitor = visitor_of(request, record)
    request.state.visitor = visitor
    return visitor


def showing_doors(request: Request, record: OpenRecord) -> None:
    """Let a page for everybody show the way to the login, or the doors of whoever is logged in."""
    request.state.login = anybody(record)
    if request.cookies.get(COOKIE):
        visiting(request, record)


MaybeVisitor = Annotated[Visitor | None, Depends(visiting)]


def reviewer(record: Writable, visitor: MaybeVisitor) -> Visitor:
    """Who asks. Raises `RefusedError` where nobody is logged in."""
    if visitor is None:
        raise RefusedError(_("Log in to review."))
    return visitor


Reviewer = Annotated[Visitor, Depends(reviewer)]


async def _written(request: Request) -> Mapping[str, str]:
    form = await request.form(max_files=0, max_fields=MOST_FIELDS)
    return {name: value for name, value in form.items() if isinstance(value, str)}


Written = Annotated[Mapping[str, str], Depends(_written)]
"""What was written into a form, by the names of its inputs."""


def with_token(request: Request, visitor: Reviewer, written: Written) -> Visitor:
    """Who sent a form of their own session, from this site."""
    check_origin(request)
    if not compare_digest(written.get("token", "").encode(), visitor.token.encode()):
        raise RefusedError(_("The form is not of this session; load the page again."))
    return visitor


Sender = Annotated[Visitor, Depends(with_token)]


def check_origin(request: Request) -> None:
    """Raise `RefusedError` for a form that another site sends.

    Browsers say themselves whence a form comes; older ones only name its origin. Programs say
    neither, and carry no cookie that a site could make them send.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None:
        own = site in ("same-origin", "none")
    else:
        # The scheme is left out: a proxy may speak https to the world and http to us.
        own = origin is None or urlsplit(origin).netloc == request.headers.get("host", "")
    if not own:
        raise RefusedError(_("The form was sent by another site."))


def to(request: Request, address: str) -> RedirectResponse:
    """Lead on to another page, after a form."""
    return RedirectResponse(f"{request.scope.get('root_path', '')}{address}", 303)


def begin(request: Request, answer: Response, record: Record, person: Person, mark: str) -> None:
    """Let the answer carry a session."""
    held = {"name": person.name, "mark": mark, "token": token_urlsafe(24)}
    answer.set_cookie(
        COOKIE,
        _signer(record).dumps(held),
        max_age=int(LASTS.total_seconds()),
        path=request.scope.get("root_path", "") or "/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def end(request: Request, answer: Response) -> None:
    """Let the answer end the session."""
    answer.delete_cookie(COOKIE, path=request.scope.get("root_path", "") or "/")


def _signer(record: Record) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(record.key("session"), salt=_SALT)
