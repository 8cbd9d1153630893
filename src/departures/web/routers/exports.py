"""The record as files to keep: the page that lists them, and the archives.

Invariant: every archive holds its licence, its citation and the day of its data.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.responses import StreamingResponse

from departures.exports import FORMATS, Format
from departures.exports.terms import terms
from departures.web import answers
from departures.web.asked import Facets
from departures.web.downloads import Downloads, pieces
from departures.web.routers.api import SAME, UNUSABLE
from departures.web.session import showing_doors
from departures.web.shelf import OpenShelf

router = APIRouter()


@router.get("/downloads", include_in_schema=False, dependencies=[Depends(showing_doors)])
def list_downloads(request: Request, shelf: OpenShelf, having: Facets) -> Response:
    """What can be downloaded, on what terms, and how to cite it."""
    state = shelf.state()
    return answers.page(
        request,
        "downloads.html",
        formats=FORMATS,
        terms=terms(),
        day=state.day,
        citation=terms().cited(state.day, str(request.base_url)),
        having=having,
        query=f"?{request.url.query}" if having else "",
    )


@router.get(
    "/api/exports/{format}",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"application/zip": {}}, "description": "An archive with a README."}
    }
    | SAME
    | UNUSABLE,
    tags=["exports"],
)
def download(
    request: Request,
    shelf: OpenShelf,
    having: Facets,
    format: Annotated[Format, Path(description="The format of the files in the archive.")],
) -> Response:
    """The record as an archive: all of it, or operations with facets and what belongs to them."""
    if same := answers.unchanged(request, shelf.state()):
        return same
    downloads: Downloads = request.app.state.downloads
    name, file = downloads.open(shelf, format, having, str(request.base_url))
    headers = {
        **answers.tagged(request, shelf.state()),
        "Content-Disposition": f'attachment; filename="{name}.zip"',
    }
    return StreamingResponse(pieces(file), headers=headers, media_type="application/zip")
