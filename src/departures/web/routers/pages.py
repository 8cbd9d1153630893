"""The pages: the board, search, one operation, one document, lists, the API's own page.

Invariant: each page is made on the server from one reading of the record, and only read.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from departures.errors import NotFoundError
from departures.tongue import _
from departures.web import answers
from departures.web.asked import Facets
from departures.web.session import showing_doors
from departures.web.shelf import OpenShelf
from departures.web.views import apidoc, document, finding, operation
from departures.web.views.decisions import told
from departures.web.views.paging import Paging
from departures.web.views.sources import source_of

router = APIRouter(include_in_schema=False, dependencies=[Depends(showing_doors)])
ON_A_PAGE = 100
FOUND_ON_A_PAGE = 20
PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]


@router.get("/")
def show_board(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """The operations as a departures board."""
    paging = _paging(page, shelf.count_operations())
    operations = shelf.operations(limit=ON_A_PAGE, offset=paging.first)
    rows = finding.board_rows(shelf, operations)
    return answers.page(request, "board.html", rows=rows, paging=paging)


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
    longest = max(found.total, found.documents_total)
    paging = _paging(page, longest, FOUND_ON_A_PAGE)
    base = f"{request.scope.get('root_path', '')}/search"
    shown = finding.search_page(shelf, found, q, having, base)
    here = finding.address(base, q, having)
    return answers.page(
        request, "search.html", shown=shown, q=q, having=having, paging=paging, here=here
    )


@router.get("/operations/{id}")
def show_operation(request: Request, shelf: OpenShelf, id: str) -> Response:
    """One operation: every value with its sentence and whoever said it."""
    held = shelf.operation(id)
    if held.id != id:
        return RedirectResponse(f"{request.scope.get('root_path', '')}/operations/{held.id}", 308)
    shown = operation.operation_page(
        held,
        shelf.texts(held.documents),
        shelf.claims_of(held),
        shelf.findings(held.id),
        shelf.decisions(held.documents),
    )
    return answers.page(request, "operation.html", shown=shown)


@router.get("/documents")
def list_documents(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """The documents that the record was read from."""
    paging = _paging(page, shelf.count_documents())
    documents = shelf.documents(limit=ON_A_PAGE, offset=paging.first)
    sources = [source_of(held) for held in documents]
    return answers.page(request, "documents.html", sources=sources, paging=paging)


@router.get("/corrections")
def show_corrections(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """Every decision, in force or undone, for everybody."""
    made = told(shelf.decisions())
    paging = _paging(page, len(made))
    lines = made[paging.first : paging.last]
    return answers.page(request, "corrections.html", decisions=lines, paging=paging)


@router.get("/documents/{id}")
def show_document(request: Request, shelf: OpenShelf, id: str) -> Response:
    """One document: its text with the claims marked, and a table of their values."""
    held = shelf.document(id)
    if held.id != id:
        return RedirectResponse(f"{request.scope.get('root_path', '')}/documents/{held.id}", 307)
    shown = document.document_page(held, shelf.claims(held.id))
    return answers.page(request, "document.html", shown=shown)


@router.get("/api/docs")
def show_api(request: Request) -> Response:
    """The API described, from its OpenAPI description."""
    return answers.page(request, "api.html", api=apidoc.described(request.app.openapi()))


def _paging(page: int, total: int, size: int = ON_A_PAGE) -> Paging:
    paging = Paging(page, size, total)
    if page > paging.pages:
        raise NotFoundError(_("The list has no page {page}.").format(page=page))
    return paging
