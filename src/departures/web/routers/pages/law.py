"""The pages of the law shelf: a day, the cases, the arrangements with other countries.

Invariant: every page says the day of the data, and that it is context, not a legal finding.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from departures import law
from departures.errors import BadInputError, NotFoundError
from departures.law.asking import NOTICE, country_code
from departures.law.events import case_record
from departures.tongue import _, phrases
from departures.web import answers
from departures.web.shelf import OpenShelf, Shelf
from departures.web.views import case as case_view
from departures.web.views import finding
from departures.web.views import law as view
from departures.web.views.sources import source_of
from departures.words import Operation
from departures.words.countries import country_names

router = APIRouter(prefix="/law")
MOST = 50
"""Operations of the days around one that a page shows."""
MOST_QUOTED = 10
Written = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of the day page asks; what was left empty is not asked."""

    day: date
    at: time | None
    nationality: str | None
    destination: str | None
    authority: str | None


def _asked(
    day: Written = "",
    time: Written = "",
    nationality: Written = "",
    destination: Written = "",
    authority: Written = "",
) -> Asked:
    return Asked(
        day=_day(day) if day else law.shelf().as_of,
        at=_time(time) if time else None,
        nationality=country_code(nationality),
        destination=country_code(destination),
        authority=authority or None,
    )


@router.get("")
def show_day(
    request: Request, shelf: OpenShelf, asked: Annotated[Asked, Depends(_asked)]
) -> Response:
    """The orders on a day over the operations of the same days."""
    answer = law.in_force(
        asked.day,
        at=asked.at,
        nationality=asked.nationality,
        destination=asked.destination,
        authority=asked.authority,
    )
    first, last = view.around(asked.day)
    rows = view.standing_rows(answer)
    operations = shelf.overview.operations_between(first, last, MOST)
    title = _("Orders on {day}").format(day=phrases.day(asked.day))
    return answers.page(
        request,
        "law.html",
        title=title,
        asked=asked,
        law=answer,
        rows=rows,
        drawing=view.day_drawing(
            rows, shelf.overview.operations_by_day(first, last), asked.day, title
        ),
        board=finding.board_rows(shelf, operations),
        quoted=_quoted(shelf, [held for held in operations if _began(held) == asked.day]),
        first=first,
        last=last,
        beside=_beside(asked.day),
        countries=_countries(),
        cited=view.cited,
        authorities=sorted(law.shelf().authority_names.items(), key=lambda each: each[1]),
    )


@router.get("/cases")
def list_cases(request: Request) -> Response:
    """The cases of which the shelf holds orders."""
    cases = [case_view.case_line(held) for held in law.shelf().cases]
    cases.sort(key=lambda line: line.last, reverse=True)
    return answers.page(
        request, "cases.html", cases=cases, as_of=law.shelf().as_of, notice=_(NOTICE)
    )


@router.get("/cases/{id}")
def show_case(request: Request, id: str) -> Response:
    """One case: its dated events, and each of its orders."""
    held = law.case(id)
    if held.id != id:
        root = request.scope.get("root_path", "")
        return RedirectResponse(f"{root}/law/cases/{held.id}#{id}", 307)
    record = case_record(held, law.shelf())
    return answers.page(
        request,
        "case.html",
        record=record,
        drawing=case_view.case_drawing(record),
        event_day=case_view.event_day,
        bound=case_view.bound,
        cited=view.cited,
    )


@router.get("/agreements")
def list_agreements(request: Request) -> Response:
    """The countries with which an arrangement was found."""
    pages = [case_view.agreement_page(held) for held in law.agreements()]
    pages.sort(key=lambda page: page.country)
    return answers.page(
        request, "agreements.html", pages=pages, as_of=law.shelf().as_of, notice=_(NOTICE)
    )


@router.get("/agreements/{country}")
def show_agreement(request: Request, shelf: OpenShelf, country: str) -> Response:
    """The arrangement with one country, and the operations to it."""
    code = country_code(country)
    held = law.shelf().agreement_with.get(code or "")
    if code is None or held is None:
        raise NotFoundError(_("The shelf holds no arrangement with this country."))
    operations = shelf.operations([("destination", code)], limit=MOST)
    return answers.page(
        request,
        "agreement.html",
        shown=case_view.agreement_page(held),
        rows=finding.board_rows(shelf, operations),
        total=shelf.count_operations([("destination", code)]),
        as_of=law.shelf().as_of,
        notice=_(NOTICE),
    )


def _quoted(shelf: Shelf, operations: Iterable[Operation]) -> list[tuple[Operation, object]]:
    """The first operations of the day, each with a sentence of each document."""
    held = list(operations)[:MOST_QUOTED]
    claims = shelf.claims_by_id([id for each in held for id in each.claims])
    documents = shelf.documents({id for each in held for id in each.documents})
    told = view.quoted(held, claims, {each.id: source_of(each) for each in documents})
    return [(each, told[each.id]) for each in held]


def _countries() -> list[tuple[str, str]]:
    """Every country with its name in the language of the request, by name."""
    named = ((code, phrases.country(code)) for code in country_names())
    return sorted(named, key=lambda each: each[1])


def _began(operation: Operation) -> date | None:
    return operation.date.earliest if operation.date else None


def _beside(day: date) -> tuple[date | None, date | None]:
    """The day before and the day after, where the calendar has them."""
    one = timedelta(days=1)
    return (day - one if day > date.min else None), (day + one if day < date.max else None)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadInputError(_("A day is written as in 2025-04-30.")) from None


def _time(written: str) -> time:
    try:
        return time.fromisoformat(written)
    except ValueError:
        raise BadInputError(_("An hour is written as in 17:25.")) from None
