"""What this is and how it is made: the pages about the record itself.

Invariant: everything on a page comes from where the program itself has it; nothing is told twice.
"""

from fastapi import APIRouter, Request, Response

from departures.tongue import _
from departures.web import answers
from departures.web.views import apidoc
from departures.web.written import written

router = APIRouter()


@router.get("/about")
def show_about(request: Request) -> Response:
    """What this is for, and what it is not."""
    return answers.page(request, "about.html")


@router.get("/methodology")
def show_method(request: Request) -> Response:
    """How a sentence becomes a row, and what is never published."""
    return _written(request, "method.md", _("Methodology"))


@router.get("/data-dictionary")
def show_dictionary(request: Request) -> Response:
    """Every type and field of the record."""
    return _written(request, "data-dictionary.md", _("Data dictionary"))


@router.get("/api/docs")
def show_api(request: Request) -> Response:
    """The API described, from its OpenAPI description."""
    return answers.page(request, "api.html", api=apidoc.described(request.app.openapi()))


def _written(request: Request, name: str, title: str) -> Response:
    text = written(name, request.scope.get("root_path", ""))
    return answers.page(request, "written.html", title=title, text=text)
