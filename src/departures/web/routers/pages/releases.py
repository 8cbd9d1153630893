"""The official releases on the shelf: the list, and one with its caveats and columns.

Invariant: a release is told of, never its rows; what is wrong with it stands above what it holds.
"""

from fastapi import APIRouter, Request, Response

from departures.releases.definitions import definition
from departures.tongue import phrases
from departures.web import answers
from departures.web.routers.releases import OpenReleases
from departures.words.links import web_link

router = APIRouter(prefix="/releases")


@router.get("")
def list_releases(request: Request, shelf: OpenReleases) -> Response:
    """The releases, what is taken for the newest of each table first."""
    return answers.page(request, "releases.html", releases=shelf.releases(), period=phrases.period)


@router.get("/{id}")
def show_release(request: Request, shelf: OpenReleases, id: str) -> Response:
    """One release: what it counts, its caveats, its columns, its files."""
    release, layout = shelf.release(id), shelf.layout(id)
    return answers.page(
        request,
        "release.html",
        release=release,
        caveats=(*release.caveats, *layout.caveats),
        columns=[each for each in layout.columns if each.name not in layout.identifiers],
        definition=definition(release.measure),
        period=phrases.period,
        link=web_link(release.source),
    )
