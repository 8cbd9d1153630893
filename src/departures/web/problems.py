"""Errors as answers: a page for people, JSON under `/api`.

Invariant: an answer says what is wrong in one line and never shows a traceback; the status is the
error's own.
"""

from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from departures.errors import DeparturesError
from departures.tongue import _
from departures.web import answers
from departures.web.contract import Problem
from departures.web.guard import HEADERS


def install(app: FastAPI) -> None:
    """Answer every error in the app."""
    app.add_exception_handler(DeparturesError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def _known(request: Request, error: Exception) -> Response:
    status = error.http_status if isinstance(error, DeparturesError) else 500
    return _problem(request, status, str(error))


def _invalid(request: Request, error: Exception) -> Response:
    wrong = error.errors()[0] if isinstance(error, RequestValidationError) else {}
    name = str(wrong.get("loc", ("", ""))[-1])
    return _problem(request, 422, f"{name}: {wrong.get('msg', _('not a usable value'))}")


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 404:
        return _problem(request, status, _("There is no page at this address."))
    answer = _problem(request, status, HTTPStatus(status).phrase)
    answer.headers.update(getattr(error, "headers", None) or {})  # such as what is allowed
    return answer


def _unforeseen(request: Request, error: Exception) -> Response:
    answer = _problem(request, 500, _("The server met an error that it did not expect."))
    answer.headers.update(HEADERS)  # it is sent from outside the guard
    return answer


def _problem(request: Request, status: int, message: str) -> Response:
    if request.url.path.startswith("/api/"):
        return answers.json(request, Problem(status=status, message=message), status)
    return answers.page(request, "problem.html", status, code=status, message=message)
