"""How an answer leaves: a rendered page or JSON, each with an entity tag.

Invariant: the tag is a hash of the bytes, or of the state of the record that they are made of, so
that the same record gives the same tag in every process; a client that holds those bytes gets 304
and no body.
"""

import hashlib
from functools import cache
from importlib import resources
from typing import Any

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pydantic import BaseModel

import departures
from departures.record.state import State
from departures.tongue import _, ngettext, phrases
from departures.tongue.languages import OFFERED, Language, language, spoken_now
from departures.web.views.board import headline
from departures.words.visible import visible


@cache
def _asset(name: str) -> str:
    """The address of a static file; it changes when the file does."""
    content = (resources.files("departures.web") / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def _ticked(text: str) -> Markup:
    """`text` with what stands in backticks set as code."""
    parts = enumerate(text.split("`"))
    return Markup().join(
        Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in parts
    )


@cache
def templates() -> Environment:
    """The page templates. Everything that they are given is escaped."""
    environment = Environment(
        loader=PackageLoader("departures.web"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=visible,
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        _, ngettext, newstyle=True
    )
    environment.globals.update(asset=_asset, version=departures.__version__)
    environment.filters.update(
        day=phrases.day,
        number=phrases.number,
        country=phrases.country,
        headline=headline,
        ticked=_ticked,
    )
    return environment


def page(request: Request, template: str, status: int = 200, **shown: Any) -> Response:
    """A template filled in."""
    root = request.scope.get("root_path", "")
    doors = {name: getattr(request.state, name, None) for name in ("visitor", "login")}
    shown = {**doors, **shown}
    html = (
        templates()
        .get_template(template)
        .render(
            root=root,
            path=request.url.path,
            address=str(request.url),
            language=spoken_now(),
            tongues=_tongues(request) if status == 200 else [],
            **shown,
        )
    )
    answer = _answer(request, html.encode(), "text/html; charset=utf-8", status)
    if shown["visitor"]:
        answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _tongues(request: Request) -> list[tuple[Language, str]]:
    """Every language with the address of this page in it."""
    return [
        (language(code), f"{request.url.path}?{request.url.include_query_params(lang=code).query}")
        for code in OFFERED
    ]


def json(request: Request, content: BaseModel, status: int = 200) -> Response:
    """A model of the vocabulary as JSON."""
    return _answer(request, content.model_dump_json().encode(), "application/json", status)


def unchanged(request: Request, state: State) -> Response | None:
    """304 where the client holds what is made of this state of the record; nothing is made."""
    headers = tagged(request, state)
    return _not_modified(request, headers)


def tagged(request: Request, state: State) -> dict[str, str]:
    """The headers of what is made of a state of the record, whole and costly: an archive."""
    asked = f"{state.tag}\n{request.url}"
    return _headers(asked.encode())


def _answer(request: Request, body: bytes, media_type: str, status: int) -> Response:
    if status != 200:
        return Response(body, status, media_type=media_type)
    headers = _headers(body)
    same = _not_modified(request, headers)
    return same or Response(body, status, headers=headers, media_type=media_type)


def _headers(of: bytes) -> dict[str, str]:
    tag = f'W/"{hashlib.blake2b(of, digest_size=16).hexdigest()}"'
    return {"ETag": tag, "Cache-Control": "no-cache"}


def _not_modified(request: Request, headers: dict[str, str]) -> Response | None:
    held = request.headers.get("if-none-match", "")
    if headers["ETag"] in (part.strip() for part in held.split(",")):
        return Response(status_code=304, headers=headers)
    return None
