"""Reported figures beside the official releases, for pages and the API.

Invariant: a release that was added or taken away while the site runs is seen by the next request.
"""

from typing import Annotated

from fastapi import Depends, Request

from departures.releases.published import Figures, figures_in


def open_figures(request: Request) -> Figures:
    """The figures of the releases in the folder that the app was made with."""
    return figures_in(request.app.state.releases)


OpenFigures = Annotated[Figures, Depends(open_figures)]
