"""The API: the vocabulary's types as JSON, for programs.

Invariant: every answer, errors too, is one that the OpenAPI description declares.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from departures.errors import BadInputError, NotFoundError
from departures.web import answers
from departures.web.asked import Facets
from departures.web.contract import (
    DecisionRecord,
    DocumentRecord,
    FoundDocument,
    OperationList,
    OperationRecord,
    Problem,
    SearchAnswer,
    SnippetPart,
    SourceDocument,
)
from departures.web.shelf import OpenShelf
from departures.web.views import finding
from departures.web.views.decisions import about, told
from departures.web.views.sources import Described
from departures.words import Decision, Operation

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
    request: Request, shelf: OpenShelf, having: Facets, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Operations with all of the facets that are named, newest first."""
    try:
        held = shelf.operations(having, limit=limit + 1, after=cursor)
    except NotFoundError:
        raise BadInputError(
            "cursor: not one that this list gave; start again without it."
        ) from None
    page = tuple(held[:limit])
    following = page[-1].id if len(held) > limit else None
    total = shelf.count_operations(having)
    return answers.json(request, OperationList(operations=page, total=total, next=following))


@router.get(
    "/search",
    response_model=SearchAnswer,
    responses=UNUSABLE,
    response_description="As asked for.",
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
    responses=ABSENT | UNUSABLE | {308: {"description": "It is called otherwise by now."}},
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
    if operation.id != id:
        root = request.scope.get("root_path", "")
        return RedirectResponse(f"{root}/api/operations/{operation.id}", 308)
    documents = tuple(_without_text(held) for held in shelf.sources(operation))
    findings = tuple(shelf.findings(operation.id))
    return answers.json(
        request,
        OperationRecord(
            operation=operation,
            findings=findings,
            documents=documents,
            decisions=tuple(_decisions(operation, shelf.decisions(operation.documents))),
        ),
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


def _decisions(operation: Operation, made: Sequence[Decision]) -> Iterator[DecisionRecord]:
    """The decisions that concern the operation."""
    by_id = {each.id: each for each in made}
    for line in about(operation, told(made)):
        yield DecisionRecord(decision=by_id[line.id], in_force=line.holds)


def _without_text(document: Described) -> SourceDocument:
    return SourceDocument(
        id=document.id,
        language=document.language,
        title=document.title,
        published=document.published,
        source=document.source,
        url=document.url,
    )
