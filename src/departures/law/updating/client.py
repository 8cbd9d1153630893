"""Asking CourtListener's REST API v4: one address, no redirects, bounded answers, its throttles.

Invariant: the token goes to the base address only and stands in no message; an answer that is too
long, broken or of another shape is an error of one line, and what was kept before stays.
"""

import json
import re
import time
from collections.abc import Callable, Mapping
from datetime import date, datetime
from http.client import HTTPException, HTTPMessage
from typing import IO, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from pydantic import AwareDatetime, BaseModel, ValidationError

from departures.errors import BadInputError, DeparturesError, TooOftenError

BASE = "https://www.courtlistener.com/api/rest/v4/"
LONGEST = 5_000_000
"""So many bytes of an answer are read at most; a page of 20 entries has far fewer."""
TIMEOUT = 30.0
TRIES = 3
LONGEST_WAIT = 60.0
"""So many seconds are waited; what asks for more is left for another time."""
_TOKEN = re.compile(r"[A-Za-z0-9._-]{8,200}")
_LOOPBACK = frozenset(("127.0.0.1", "::1", "localhost"))


class LawUpdateError(DeparturesError):
    """CourtListener could not be asked, or answered what can't be used."""

    http_status = 502


class Docket(BaseModel):
    """What is used of a docket; other fields are passed over."""

    id: int
    date_modified: AwareDatetime
    date_terminated: date | None = None


class Entry(BaseModel):
    """What is used of a docket entry."""

    id: int
    date_modified: AwareDatetime
    date_filed: date | None = None
    entry_number: int | None = None
    description: str = ""


class EntryPage(BaseModel):
    """One page of docket entries; `next` is the address of the next one."""

    next: str | None
    results: list[Entry]


Shape = TypeVar("Shape", bound=BaseModel)


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        """Follow nowhere: the token is for one address."""
        return


class Client:
    """The API, asked with a user's token; `pace` is called before every request."""

    def __init__(
        self,
        token: str,
        *,
        base: str = BASE,
        pace: Callable[[], None] = lambda: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Raises `BadInputError` where the token or the base address can't be used."""
        if not _TOKEN.fullmatch(token):
            raise BadInputError("the CourtListener token has characters that no token has")
        parts = urlsplit(base)
        loopback = parts.scheme == "http" and parts.hostname in _LOOPBACK
        if parts.scheme != "https" and not loopback:
            raise BadInputError(f"{base}: a token is sent over https only")
        self._token, self._base = token, base.rstrip("/") + "/"
        self._pace, self._sleep = pace, sleep
        self._opener = build_opener(_NoRedirect)

    def docket(self, id: int) -> Docket:
        """One docket. Raises `LawUpdateError` and `TooOftenError`."""
        return self._ask(f"dockets/{id}/", {"fields": ",".join(Docket.model_fields)}, Docket)

    def entries(self, docket: int, since: datetime, cursor: str | None) -> EntryPage:
        """A page of the entries of a docket that were changed after `since`, the oldest first."""
        asked = {
            "docket": str(docket),
            "date_modified__gt": since.isoformat(),
            "order_by": "date_modified",
        }
        return self._ask(
            "docket-entries/", asked | ({"cursor": cursor} if cursor else {}), EntryPage
        )

    def _ask(self, path: str, query: Mapping[str, str], shape: type[Shape]) -> Shape:
        body = self._read(path, query)
        try:
            return shape.model_validate(json.loads(body))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            raise LawUpdateError(
                f"CourtListener's {path} has another shape ({where}: {first['msg']}); "
                "nothing of it was kept; look for a newer departures"
            ) from error
        except (ValueError, RecursionError) as error:
            raise LawUpdateError(
                f"CourtListener's {path} is no whole JSON; ask again later"
            ) from error

    def _read(self, path: str, query: Mapping[str, str]) -> bytes:
        """The body of an answer, asked again a few times where the server is at a loss."""
        address = f"{self._base}{path}?{urlencode(query)}"
        headers = {"Authorization": f"Token {self._token}", "Accept": "application/json"}
        request = Request(address, headers=headers)  # noqa: S310 — https or loopback, see above
        for tried in range(1, TRIES + 1):
            self._pace()
            try:
                with self._opener.open(request, timeout=TIMEOUT) as told:
                    body: bytes = told.read(LONGEST + 1)
            except HTTPError as error:
                error.close()
                wait = self._wait(path, error, tried)
            except (URLError, HTTPException, OSError) as error:
                if tried == TRIES:
                    raise LawUpdateError(
                        f"CourtListener's {path} could not be read ({type(error).__name__}); "
                        "ask again later: what was fetched so far is kept"
                    ) from error
                wait = 2.0**tried
            else:
                if len(body) > LONGEST:
                    raise LawUpdateError(f"CourtListener's {path} is longer than {LONGEST} bytes")
                return body
            self._sleep(wait)
        raise LawUpdateError(f"CourtListener's {path} did not answer after {TRIES} times")

    def _wait(self, path: str, error: HTTPError, tried: int) -> float:
        """How long to wait before asking again; raises where that would be no use."""
        if error.code == 429:
            given = error.headers.get("Retry-After", "")
            wait = float(given) if given.isdecimal() else LONGEST_WAIT + 1
            if wait > LONGEST_WAIT or tried == TRIES:
                later = f"in {int(wait)} seconds" if given.isdecimal() else "later"
                raise TooOftenError(
                    f"CourtListener asks to come back {later}; what was fetched so far is kept"
                ) from error
            return wait
        if error.code >= 500 and tried < TRIES:
            return 2.0**tried
        why = {401: "the token is not known there", 403: "the token may not read this"}
        reason = why.get(error.code, f"it answered {error.code}")
        raise LawUpdateError(f"CourtListener's {path} can't be read: {reason}") from error
