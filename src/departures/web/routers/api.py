"""The API: the vocabulary's types as JSON, for programs.

Invariant: every answer, errors too, is one that the OpenAPI description declares.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from departures.errors import BadInputError
from departures.web import answers
from departures.web.contract import (
    DocumentRecord,
    OperationList,
    OperationRecord,
    Problem,
    SourceDocument,
)
from departures.web.shelf import OpenShelf
from departures.web.views.sources import Described

MOST = 200
UNUSABLE: dict[int | str, dict[str, Any]] = {
    422: {"model": Problem, "description": "A parameter can't be used as it is."},
    503: {"model": Problem, "description": "The record can't be opened or read."},
}
ABSENT: dict[int | str, dict[str, Any]] = {
    404: {"model": Problem, "description": "The record does not hold it."}
}
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many to answer with at most.")]
Cursor = Annotated[
    str | None, Query(max_length=200, description="`next` of the answer before this one.")
]

router = APIRouter(prefix="/api")


@router.get(
    "/operations",
    response_model=OperationList,
    responses=UNUSABLE,
    response_description="As asked for.",
    tags=["operations"],
)
def list_operations(
    request: Request, shelf: OpenShelf, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Operations, newest first."""
    operations = shelf.operations()
    ids = [operation.id for operation in operations]
    if cursor is not None and cursor not in ids:
        raise BadInputError("cursor: not one that this list gave; start again without it.")
    first = 0 if cursor is None else ids.index(cursor) + 1
    last = first + limit
    following = ids[last - 1] if last < len(ids) else None
    page = tuple(operations[first:last])
    return answers.json(request, OperationList(operations=page, total=len(ids), next=following))


@router.get(
    "/operations/{id}",
    response_model=OperationRecord,
    responses=ABSENT | UNUSABLE,
    response_description="As asked for.",
    tags=["operations"],
)
def get_operation(
    request: Request,
    shelf: OpenShelf,
    id: Annotated[str, Path(description="As in `2025-04-30-us-uz-tashkent`.")],
) -> Response:
    """One operation: all values that are told of it, the findings, and the documents."""
    operation = shelf.operation(id)
    documents = tuple(_without_text(held) for held in shelf.sources(operation))
    findings = tuple(shelf.findings(operation.id))
    return answers.json(
        request, OperationRecord(operation=operation, findings=findings, documents=documents)
    )


@router.get(
    "/documents/{id}",
    response_model=DocumentRecord,
    responses=ABSENT | UNUSABLE,
    response_description="As asked for.",
    tags=["documents"],
)
def get_document(
    request: Request,
    shelf: OpenShelf,
    id: Annotated[str, Path(description="`sha256:` and the hash of the document's text.")],
) -> Response:
    """One document: its text, and every claim with the words that make it."""
    document = shelf.document(id)
    claims = tuple(shelf.claims(document.id))
    return answers.json(request, DocumentRecord(document=document, claims=claims))


def _without_text(document: Described) -> SourceDocument:
    return SourceDocument(
        id=document.id,
        language=document.language,
        title=document.title,
        published=document.published,
        source=document.source,
        url=document.url,
    )
