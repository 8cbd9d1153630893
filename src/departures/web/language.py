"""In which language a request is answered.

Invariant: the address of a page is the same in every language; `lang` in a query chooses one and
is remembered in a cookie, else the cookie, else what the browser prefers. Answers of the API, which
carry codes, and feeds, whose entries stay as they are, are the same for everybody.
"""

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from departures.tongue.languages import OFFERED, choose, speak

COOKIE = "lang"
REMEMBERED = 365 * 24 * 60 * 60
"""Seconds for which a choice is remembered."""
API_PAGE = "/api/docs"
SAME_FOR_ALL = ("/api/", "/feeds/", "/static/")


class Languages:
    """ASGI middleware that lets the whole app speak the language a request asks for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request in its language, and say which one that is."""
        if scope["type"] != "http" or not _is_page(scope):
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        asked = request.query_params.get("lang", "")
        wishes = asked, request.cookies.get(COOKIE, ""), request.headers.get("accept-language", "")
        with speak(choose(*wishes)) as spoken:

            async def told(message: Message) -> None:
                if message["type"] == "http.response.start":
                    answer = MutableHeaders(scope=message)
                    answer["Content-Language"] = spoken.code
                    answer.add_vary_header("Accept-Language, Cookie")
                    if asked in OFFERED:
                        answer.append("Set-Cookie", _cookie(asked, scope["scheme"]))
                await send(message)

            await self.app(scope, receive, told)


def _is_page(scope: Scope) -> bool:
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    return path == API_PAGE or not path.startswith(SAME_FOR_ALL)


def _cookie(code: str, scheme: str) -> str:
    secure = "; Secure" if scheme == "https" else ""
    return f"{COOKIE}={code}; Max-Age={REMEMBERED}; Path=/; SameSite=Lax; HttpOnly{secure}"
