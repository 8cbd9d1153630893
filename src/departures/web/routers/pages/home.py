"""The front page: what this is, the newest operations, and what changed lately.

Invariant: it is as short for a long record as for a young one.
"""

from fastapi import APIRouter, Request, Response

from departures.web import answers
from departures.web.shelf import OpenShelf
from departures.web.views import finding
from departures.web.views.decisions import told
from departures.web.views.sources import source_of

router = APIRouter()
NEWEST = 12
LATELY = 6


@router.get("/")
def show_home(request: Request, shelf: OpenShelf) -> Response:
    """What this is, the board of the newest operations, and what changed lately."""
    rows = finding.board_rows(shelf, shelf.operations(limit=NEWEST))
    return answers.page(
        request,
        "home.html",
        rows=rows,
        total=shelf.count_operations(),
        sources=[source_of(held) for held in shelf.documents_read_lately(LATELY)],
        decisions=told(shelf.decisions(limit=LATELY)),
    )
