"""The pages for everybody, one module for each subject.

Invariant: each page is made on the server from one reading of the record, and only read.
"""

from fastapi import APIRouter, Depends

from departures.web.routers.pages import (
    about,
    documents,
    home,
    law,
    operations,
    registers,
    releases,
)
from departures.web.session import showing_doors

router = APIRouter(include_in_schema=False, dependencies=[Depends(showing_doors)])
for subject in (home, operations, law, registers, releases, documents, about):
    router.include_router(subject.router)
