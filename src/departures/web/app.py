"""The app: pages, API and static files over one record.

Invariant: importing this module opens nothing; the record is opened for each request, only to
read, and no setting is read from anywhere but the arguments.
"""

from os import PathLike, stat_result
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

import departures
from departures.settings import Settings
from departures.web import describing, problems
from departures.web.downloads import Downloads
from departures.web.guard import Guard
from departures.web.language import Languages
from departures.web.routers import api, doors, exports, feeds, law, pages, review
from departures.web.routers import releases as official

WORTH_PACKING = 1000
"""Answers shorter than this many bytes are sent as they are."""


class Files(StaticFiles):
    """The style sheets, fonts and script: kept for good, since pages name them by their hash."""

    def file_response(
        self,
        full_path: str | PathLike[str],
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """A file, or word that the client's copy is still good."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


def create_app(record: str | Path, releases: str | Path | None = None) -> FastAPI:
    """The web face of a record, and of the official releases in a folder or the usual place."""
    app = FastAPI(
        title="Departures",
        summary="The public record of deportations.",
        version=departures.__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.record = str(record)
    app.state.releases = Path(releases or Settings().releases)
    app.state.downloads = Downloads()
    app.add_middleware(GZipMiddleware, minimum_size=WORTH_PACKING)
    app.add_middleware(Languages)
    app.add_middleware(Guard)
    problems.install(app)
    describing.install(app)
    app.include_router(api.router)
    app.include_router(law.router)
    app.include_router(official.router)
    app.include_router(exports.router)
    app.include_router(feeds.router)
    app.include_router(doors.router)
    app.include_router(review.router)
    app.include_router(pages.router)
    app.mount("/static", Files(packages=[("departures.web", "static")]), name="static")
    return app
