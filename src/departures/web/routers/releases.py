"""The official releases through the API: the shelf, one release, a count, an operation.

Invariant: no row leaves, and no group of people below the floor is named; whoever asks may raise
the floor and not lower it.
"""

import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from departures import releases
from departures.releases import FLOOR, Answer, Trace
from departures.web import answers
from departures.web.contract import ReleaseEntry, ReleaseFile, ReleaseList, ReleaseRecord
from departures.web.routers.api import ABSENT, UNUSABLE
from departures.web.shelf import OpenShelf

router = APIRouter(prefix="/api", tags=["releases"])
Country = Annotated[
    str | None, Query(min_length=2, max_length=2, description="Two letters, such as `UZ`.")
]


def shelf(request: Request) -> releases.Shelf:
    """The releases in the folder that the app was made with."""
    return releases.open_shelf(request.app.state.releases)


OpenReleases = Annotated[releases.Shelf, Depends(shelf)]


@router.get(
    "/releases",
    response_model=ReleaseList,
    responses=UNUSABLE,
    response_description="As asked for.",
)
def list_releases(
    request: Request,
    shelf: OpenReleases,
    table: Annotated[str | None, Query(max_length=100, description="As in `removals`.")] = None,
) -> Response:
    """The releases, or those of one table, what is taken for the newest first."""
    held = tuple(ReleaseEntry.of(release) for release in shelf.releases(table))
    return answers.json(request, ReleaseList(releases=held))


@router.get(
    "/releases/count",
    response_model=Answer,
    responses=ABSENT | UNUSABLE,
    response_description="As asked for.",
)
def count(
    request: Request,
    shelf: OpenReleases,
    table: Annotated[str, Query(max_length=100, description="As in `removals`.")],
    citizenship: Country = None,
    departure: Country = None,
    fiscal_year: Annotated[
        int | None, Query(ge=1900, le=2200, description="Named after its end, 30 September.")
    ] = None,
    first: Annotated[
        datetime.date | None, Query(alias="from", description="The first day that counts.")
    ] = None,
    last: Annotated[
        datetime.date | None, Query(alias="to", description="The last day that counts.")
    ] = None,
    where: Annotated[
        list[str], Query(max_length=10, description="`COLUMN=VALUE`; may be repeated.")
    ] = [],  # noqa: B006 - FastAPI copies it
    by: Annotated[
        str, Query(max_length=300, description="Columns to group by: `departure_country,month`.")
    ] = "",
    release: Annotated[
        str | None, Query(max_length=100, description="Ask this release, not the newest.")
    ] = None,
    floor: Annotated[
        int, Query(ge=FLOOR, le=10_000, description="The smallest group of people that is named.")
    ] = FLOOR,
) -> Response:
    """How many, by one release, with definition, period, caveats and query."""
    answer = shelf.count(
        table,
        citizenship=citizenship,
        departure=departure,
        fiscal_year=fiscal_year,
        first=first,
        last=last,
        where=releases.conditions(where),
        by=releases.columns_named(by),
        release=release,
        floor=floor,
    )
    return answers.json(request, answer)


@router.get(
    "/releases/{id}",
    response_model=ReleaseRecord,
    responses=ABSENT | UNUSABLE,
    response_description="As asked for.",
)
def get_release(
    request: Request,
    shelf: OpenReleases,
    id: Annotated[str, Path(description="As in `removals-2026-03`.")],
) -> Response:
    """One release: its files, the columns that may be asked for, and what is wrong with it."""
    release, layout = shelf.release(id), shelf.layout(id)
    record = ReleaseRecord(
        **ReleaseEntry.of(release).model_dump(),
        definition=releases.definition(release.measure),
        files=tuple(ReleaseFile.of(part) for part in release.parts),
        columns=tuple(c for c in layout.columns if c.name not in layout.identifiers),
        caveats=(*release.caveats, *layout.caveats),
    )
    return answers.json(request, record)


@router.get(
    "/operations/{id}/releases",
    response_model=Trace,
    responses=ABSENT | UNUSABLE,
    response_description="As asked for.",
)
def trace_operation(
    request: Request,
    record: OpenShelf,
    shelf: OpenReleases,
    id: Annotated[str, Path(description="As in `2025-04-30-us-uz-tashkent`.")],
) -> Response:
    """An operation beside the tables: who was sent there on that day, by port or airport."""
    return answers.json(request, releases.trace(record.operation(id), shelf))
