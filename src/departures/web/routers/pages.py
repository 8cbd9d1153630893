"""The pages: the board, one operation, one document, the documents, the API's own page.

Invariant: each page is made on the server from one reading of the record, and only read.
"""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from departures.errors import NotFoundError
from departures.web import answers
from departures.web.shelf import OpenShelf
from departures.web.tongue import _
from departures.web.views import apidoc, board, document, operation
from departures.web.views.paging import Paging
from departures.web.views.sources import source_of

router = APIRouter(include_in_schema=False)
ON_A_PAGE = 100
PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]


@router.get("/")
def show_board(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """The operations as a departures board."""
    operations = shelf.operations()
    paging = _paging(page, len(operations))
    shown = operations[paging.first : paging.last]
    told_by = {id for held in shown for id in held.documents}
    sources = {held.id: source_of(held) for held in shelf.documents(told_by)}
    rows = board.rows(shown, sources, shelf.findings())
    return answers.page(request, "board.html", rows=rows, paging=paging)


@router.get("/operations/{id}")
def show_operation(request: Request, shelf: OpenShelf, id: str) -> Response:
    """One operation: every value with its sentence and whoever said it."""
    held = shelf.operation(id)
    documents = [shelf.document(id) for id in held.documents]
    shown = operation.operation_page(
        held, documents, shelf.claims_of(held), shelf.findings(held.id)
    )
    return answers.page(request, "operation.html", shown=shown)


@router.get("/documents")
def list_documents(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """The documents that the record was read from."""
    documents = shelf.documents()
    paging = _paging(page, len(documents))
    sources = [source_of(held) for held in documents[paging.first : paging.last]]
    return answers.page(request, "documents.html", sources=sources, paging=paging)


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


def _paging(page: int, total: int) -> Paging:
    paging = Paging(page, ON_A_PAGE, total)
    if page > paging.pages:
        raise NotFoundError(_("The list has no page {page}.").format(page=page))
    return paging
