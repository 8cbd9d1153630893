"""The operations: as a board, as what a search finds, and one by one.

Invariant: an operation stays at each address that it ever had.
"""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from departures import law
from departures.check import examine_figures
from departures.web import answers
from departures.web.asked import Facets, PageNumber
from departures.web.figures import OpenFigures
from departures.web.shelf import OpenShelf
from departures.web.views import finding, operation
from departures.web.views import law as view
from departures.web.views.paging import paging_of

router = APIRouter()
ON_A_PAGE = 100
FOUND_ON_A_PAGE = 20


@router.get("/operations")
def list_operations(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """All operations as a departures board."""
    paging = paging_of(page, shelf.count_operations(), ON_A_PAGE)
    rows = finding.board_rows(shelf, shelf.operations(limit=ON_A_PAGE, offset=paging.first))
    return answers.page(request, "operations.html", rows=rows, paging=paging)


@router.get("/search")
def search(
    request: Request,
    shelf: OpenShelf,
    having: Facets,
    q: Annotated[str, Query(max_length=300)] = "",
    page: PageNumber = 1,
) -> Response:
    """Operations and documents with all words of a query, and operations with facets."""
    first = (page - 1) * FOUND_ON_A_PAGE
    found = finding.find(shelf, q, having, FOUND_ON_A_PAGE, first)
    paging = paging_of(page, max(found.total, found.documents_total), FOUND_ON_A_PAGE)
    base = f"{request.scope.get('root_path', '')}/search"
    shown = finding.search_page(shelf, found, q, having, base)
    here = finding.address(base, q, having)
    return answers.page(
        request, "search.html", shown=shown, q=q, having=having, paging=paging, here=here
    )


@router.get("/operations/{id}")
def show_operation(request: Request, shelf: OpenShelf, official: OpenFigures, id: str) -> Response:
    """One operation: every value with its sentence and whoever said it."""
    held = shelf.operation(id)
    if held.id != id:
        return RedirectResponse(f"{request.scope.get('root_path', '')}/operations/{held.id}", 308)
    claims = shelf.claims_of(held)
    shown = operation.operation_page(
        held,
        shelf.texts(held.documents),
        claims,
        [*shelf.findings(held.id), *examine_figures(claims, official)],
        shelf.decisions(held.documents),
    )
    standing = view.standing_on(held)
    return answers.page(
        request,
        "operation.html",
        shown=shown,
        standing=standing,
        law_as_of=law.shelf().as_of,
        data_day=shelf.state().day,
    )
