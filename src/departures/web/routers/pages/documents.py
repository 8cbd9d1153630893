"""The documents that the record was read from, and what people decided about them.

Invariant: a document is shown as its mask lets it; a decision that was undone is shown too.
"""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from departures.check import examine_figures
from departures.web import answers
from departures.web.asked import PageNumber
from departures.web.figures import OpenFigures
from departures.web.shelf import OpenShelf
from departures.web.views import document
from departures.web.views.decisions import told
from departures.web.views.paging import paging_of
from departures.web.views.sources import source_of

router = APIRouter()
ON_A_PAGE = 100


@router.get("/documents")
def list_documents(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """The documents that the record was read from."""
    paging = paging_of(page, shelf.count_documents(), ON_A_PAGE)
    documents = shelf.documents(limit=ON_A_PAGE, offset=paging.first)
    sources = [source_of(held) for held in documents]
    return answers.page(request, "documents.html", sources=sources, paging=paging)


@router.get("/documents/{id}")
def show_document(request: Request, shelf: OpenShelf, official: OpenFigures, id: str) -> Response:
    """One document: its text with the claims marked, their values, and what shelves say of them."""
    held = shelf.document(id)
    if held.id != id:
        return RedirectResponse(f"{request.scope.get('root_path', '')}/documents/{held.id}", 307)
    claims = shelf.claims(held.id)
    kept = shelf.findings([claim.id for claim in claims])
    shown = document.document_page(held, claims, [*kept, *examine_figures(claims, official)])
    return answers.page(request, "document.html", shown=shown)


@router.get("/corrections")
def show_corrections(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """Every decision, in force or undone, for everybody."""
    made = told(shelf.decisions())
    paging = paging_of(page, len(made), ON_A_PAGE)
    lines = made[paging.first : paging.last]
    return answers.page(request, "corrections.html", decisions=lines, paging=paging)
