"""The registers: countries, carriers and sources, each with its operations.

Invariant: an entry leads to exactly as many operations as its list says.
"""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from departures.errors import NotFoundError
from departures.law import shelf as law_shelf
from departures.law.asking import country_code
from departures.record.facets import Facet
from departures.releases.answers import Whom
from departures.releases.published import figures_in
from departures.tongue import _, later, phrases
from departures.web import answers
from departures.web.asked import PageNumber
from departures.web.shelf import OpenShelf, Shelf
from departures.web.views import countries, finding
from departures.web.views.board import Row
from departures.web.views.paging import Paging, paging_of

router = APIRouter()
ON_A_PAGE = 50
LINES = 200
Part = Literal["country", "origin", "destination", "nationality", "via", "onward"]
CARRIERS = (
    later("Carriers"),
    later("Who carried people, as any source names them."),
)
SOURCES = (
    later("Sources"),
    later("Who published the documents in which operations are told."),
)


@router.get("/countries")
def list_countries(request: Request, shelf: OpenShelf) -> Response:
    """Every country that an operation names, and how."""
    lines = countries.lines(shelf.overview.countries())
    return answers.page(request, "countries.html", lines=lines, parts=countries.PARTS)


@router.get("/countries/{code}")
def show_country(
    request: Request,
    shelf: OpenShelf,
    code: str,
    part: Annotated[Part, Query(alias="as")] = "country",
    page: PageNumber = 1,
) -> Response:
    """One country: its operations, and its figures in the official releases."""
    country = country_code(code) or ""
    rows, paging = _board(shelf, (part, country), page)
    releases = figures_in(request.app.state.releases)
    figures = [*releases.about(Whom("citizenship", country))]
    figures += releases.about(Whom("departure", country))
    return answers.page(
        request,
        "country.html",
        code=country,
        name=phrases.country(country),
        parts=countries.parts(shelf.overview.countries().get(country, {})),
        part=part,
        rows=rows,
        paging=paging,
        figures=countries.figures(figures),
        arrangement=country in law_shelf().agreement_with,
    )


@router.get("/carriers")
def list_carriers(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """Who carried people, and in how many operations."""
    return _register(request, shelf, "carrier", "/carriers", CARRIERS, page)


@router.get("/carriers/{name:path}")
def show_carrier(request: Request, shelf: OpenShelf, name: str, page: PageNumber = 1) -> Response:
    """The operations of one carrier."""
    return _entry(request, shelf, ("carrier", name), "/carriers", CARRIERS, page)


@router.get("/sources")
def list_sources(request: Request, shelf: OpenShelf, page: PageNumber = 1) -> Response:
    """Who published what the record was read from."""
    return _register(request, shelf, "source", "/sources", SOURCES, page)


@router.get("/sources/{name:path}")
def show_source(request: Request, shelf: OpenShelf, name: str, page: PageNumber = 1) -> Response:
    """The operations that one source tells of."""
    return _entry(request, shelf, ("source", name), "/sources", SOURCES, page)


def _register(
    request: Request, shelf: Shelf, facet: str, base: str, told: tuple[str, str], page: int
) -> Response:
    paging = paging_of(page, shelf.overview.count_values(facet), LINES)
    return answers.page(
        request,
        "register.html",
        title=_(told[0]),
        what=_(told[1]),
        base=base,
        entries=shelf.overview.values(facet, LINES, paging.first),
        paging=paging,
    )


def _entry(
    request: Request, shelf: Shelf, facet: Facet, base: str, told: tuple[str, str], page: int
) -> Response:
    rows, paging = _board(shelf, facet, page)
    if not rows:
        raise NotFoundError(_("No operation names {name}.").format(name=facet[1][:100]))
    return answers.page(
        request,
        "entry.html",
        register=_(told[0]),
        base=base,
        facet=facet[0],
        name=facet[1],
        rows=rows,
        paging=paging,
    )


def _board(shelf: Shelf, facet: Facet, page: int) -> tuple[list[Row], Paging]:
    paging = paging_of(page, shelf.count_operations([facet]), ON_A_PAGE)
    held = shelf.operations([facet], limit=ON_A_PAGE, offset=paging.first)
    return finding.board_rows(shelf, held), paging
