"""What this is and how it is made: the pages about the record itself.

Invariant: everything on a page comes from where the program itself has it; nothing is told twice.
"""

from fastapi import APIRouter, Request, Response

from departures.web import answers
from departures.web.views import apidoc

router = APIRouter()


@router.get("/api/docs")
def show_api(request: Request) -> Response:
    """The API described, from its OpenAPI description."""
    return answers.page(request, "api.html", api=apidoc.described(request.app.openapi()))
