"""The law shelf through the API: a day, a case, the arrangements.

Invariant: every answer says the day of its data, and none asks the record for anything.
"""

import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from departures import law
from departures.law.asking import Law, country_code
from departures.law.events import AgreementList, CaseRecord, agreement_list, case_record
from departures.web import answers
from departures.web.routers.api import ABSENT, AS_ASKED, SAME, UNUSABLE

router = APIRouter(prefix="/api/law", tags=["law"], responses=SAME | UNUSABLE)
Country = Annotated[
    str | None, Query(min_length=2, max_length=2, description="Two letters, such as `UZ`.")
]


@router.get("/on/{day}", response_model=Law, response_description=AS_ASKED)
def law_on(
    request: Request,
    day: Annotated[datetime.date, Path(description="As in `2025-04-30`.")],
    time: Annotated[
        datetime.time | None, Query(description="The hour, in Washington's zone or with an offset.")
    ] = None,
    nationality: Country = None,
    destination: Country = None,
    authority: Annotated[
        str | None, Query(max_length=200, description="The legal power, as reports name it.")
    ] = None,
) -> Response:
    """The orders that had effect on a day, for whom, and what they required."""
    answer = law.in_force(
        day,
        at=time,
        nationality=country_code(nationality),
        destination=country_code(destination),
        authority=authority,
    )
    return answers.json(request, answer)


@router.get(
    "/cases/{id}",
    response_model=CaseRecord,
    responses=ABSENT,
    response_description=AS_ASKED,
)
def law_case(
    request: Request, id: Annotated[str, Path(description="A case such as `dvd`, or an order.")]
) -> Response:
    """One case with its orders and its dated events."""
    return answers.json(request, case_record(law.case(id), law.shelf()))


@router.get(
    "/agreements",
    response_model=AgreementList,
    response_description=AS_ASKED,
)
def law_agreements(request: Request, country: Country = None) -> Response:
    """The arrangements with all countries, or with one."""
    return answers.json(request, agreement_list(law.shelf(), country_code(country)))
