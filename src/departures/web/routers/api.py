"""The API: the vocabulary's types as JSON, for programs.

Invariant: every answer, errors too, is one that the OpenAPI description declares.
"""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import TypeAdapter

from departures.check import examine_figures
from departures.record.walking import DocumentPlace, OperationPlace
from departures.web import answers
from departures.web.asked import Facets
from departures.web.contract import (
    DecisionList,
    DecisionRecord,
    DocumentList,
    DocumentRecord,
    FoundDocument,
    OperationList,
    OperationRecord,
    Problem,
    SearchAnswer,
    SnippetPart,
    SourceDocument,
)
from departures.web.cursors import Cursor, cursor_of, place_of
from departures.web.figures import OpenFigures
from departures.web.shelf import OpenShelf, Shelf
from departures.web.views import finding
from departures.web.views.decisions import about, told
from departures.web.views.sources import Described

MOST = 200
UNUSABLE: dict[int | str, dict[str, Any]] = {
    422: {"model": Problem, "description": "A parameter can't be used as it is."},
    503: {"model": Problem, "description": "The record can't be opened or read."},
}
ABSENT: dict[int | str, dict[str, Any]] = {
    404: {"model": Problem, "description": "The record does not hold it."}
}
SAME: dict[int | str, dict[str, Any]] = {
    304: {"description": "What `If-None-Match` names is still the answer."}
}
"""What every call may answer with; each also has answers of its own."""
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many to answer with at most.")]
OPERATION_PLACE = TypeAdapter(OperationPlace)
DOCUMENT_PLACE = TypeAdapter(DocumentPlace)
DECISION_PLACE = TypeAdapter(int)

router = APIRouter(prefix="/api", responses=SAME | UNUSABLE)
AS_ASKED = "As asked for."


@router.get(
    "/operations",
    response_model=OperationList,
    response_description=AS_ASKED,
    tags=["operations"],
)
def list_operations(
    request: Request, shelf: OpenShelf, having: Facets, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Operations with all of the facets that are named, newest first."""
    held = shelf.operations(having, limit=limit + 1, after=place_of(cursor, OPERATION_PLACE))
    shown, following = tuple(held[:limit]), None
    if len(held) > limit:
        last = shown[-1]
        place = OperationPlace(last.date.earliest if last.date else None, last.id)
        following = cursor_of(place, OPERATION_PLACE)
    total = shelf.count_operations(having)
    return answers.json(request, OperationList(operations=shown, total=total, next=following))


@router.get(
    "/search",
    response_model=SearchAnswer,
    response_description=AS_ASKED,
    tags=["search"],
)
def search(
    request: Request,
    shelf: OpenShelf,
    having: Facets,
    q: Annotated[
        str, Query(max_length=300, description="Words, their beginnings, or “phrases”.")
    ] = "",
    limit: Limit = 20,
    offset: Annotated[int, Query(ge=0, le=10_000, description="How many to pass over.")] = 0,
) -> Response:
    """What has all words of a query. Documents are found only where no facet is named."""
    found = finding.find(shelf, q, having, limit, offset)
    documents = tuple(
        FoundDocument(
            document=_without_text(hit.document),
            snippet=tuple(SnippetPart(text=each.words, match=each.marked) for each in hit.pieces),
        )
        for hit in found.documents
    )
    answer = SearchAnswer(
        operations=tuple(found.operations),
        total=found.total,
        documents=documents,
        documents_total=found.documents_total,
        facets={name: dict(found.facets.get(name, {})) for name in finding.FACETS},
    )
    return answers.json(request, answer)


@router.get(
    "/operations/{id}",
    response_model=OperationRecord,
    responses=ABSENT | {308: {"description": "It is called otherwise by now."}},
    response_description=AS_ASKED,
    tags=["operations"],
)
def get_operation(
    request: Request,
    shelf: OpenShelf,
    official: OpenFigures,
    id: Annotated[str, Path(description="As in `2025-04-30-us-uz-tashkent`.")],
) -> Response:
    """One operation: all values that are told of it, the findings, and the documents."""
    operation = shelf.operation(id)
    if operation.id != id:
        root = request.scope.get("root_path", "")
        return RedirectResponse(f"{root}/api/operations/{operation.id}", 308)
    beside = examine_figures(shelf.claims_of(operation), official)
    made = _decisions(shelf, operation.documents)
    concerned = {line.id for line in about(operation, told([each.decision for each in made]))}
    return answers.json(
        request,
        OperationRecord(
            operation=operation,
            findings=(*shelf.findings(operation.id), *beside),
            documents=tuple(map(_without_text, shelf.sources(operation))),
            decisions=tuple(each for each in made if each.decision.id in concerned),
        ),
    )


@router.get(
    "/documents",
    response_model=DocumentList,
    response_description=AS_ASKED,
    tags=["documents"],
)
def list_documents(
    request: Request, shelf: OpenShelf, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """The documents that the record was read from, without their texts; latest published first."""
    held = shelf.documents(limit=limit + 1, after=place_of(cursor, DOCUMENT_PLACE))
    shown, following = held[:limit], None
    if len(held) > limit:
        last = shown[-1]
        place = DocumentPlace(last.published, last.added, last.id)
        following = cursor_of(place, DOCUMENT_PLACE)
    documents = tuple(map(_without_text, shown))
    total = shelf.count_documents()
    return answers.json(request, DocumentList(documents=documents, total=total, next=following))


@router.get(
    "/documents/{id}",
    response_model=DocumentRecord,
    responses=ABSENT,
    response_description=AS_ASKED,
    tags=["documents"],
)
def get_document(
    request: Request,
    shelf: OpenShelf,
    official: OpenFigures,
    id: Annotated[str, Path(description="`sha256:` and the hash of the document's text.")],
) -> Response:
    """One document: its text, every claim with its words, and what the shelves say beside them."""
    document = shelf.document(id)
    claims = tuple(shelf.claims(document.id))
    noticed = (*shelf.findings([claim.id for claim in claims]), *examine_figures(claims, official))
    return answers.json(request, DocumentRecord(document=document, claims=claims, findings=noticed))


@router.get(
    "/decisions",
    response_model=DecisionList,
    response_description=AS_ASKED,
    tags=["decisions"],
)
def list_decisions(
    request: Request, shelf: OpenShelf, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """What people decided about claims and documents, the undone too; the latest first."""
    made = _decisions(shelf)
    before = place_of(cursor, DECISION_PLACE)
    left = [each for each in made if before is None or each.decision.id < before]
    shown = tuple(left[:limit])
    following = cursor_of(shown[-1].decision.id, DECISION_PLACE) if len(left) > limit else None
    return answers.json(request, DecisionList(decisions=shown, total=len(made), next=following))


def _decisions(shelf: Shelf, documents: Sequence[str] | None = None) -> list[DecisionRecord]:
    """The decisions about these documents, or all, and whether each is in force."""
    made = shelf.decisions(documents)
    lines = told(made)
    return [
        DecisionRecord(decision=decision, in_force=line.holds)
        for decision, line in zip(made, lines, strict=True)
    ]


def _without_text(document: Described) -> SourceDocument:
    return SourceDocument(
        id=document.id,
        language=document.language,
        title=document.title,
        published=document.published,
        source=document.source,
        url=document.url,
    )
