"""The official releases: files in, figures with definition, release, period and caveats out.

    shelf = open_shelf("departures-data/releases")
    shelf.add(Path("removals.xlsx"))
    shelf.count("removals", citizenship="UZ", fiscal_year=2024).figure

Two releases of one table are never added up. Polars (`departures[releases]`) is loaded where a file
is read or a question asked, not before.
"""

from departures.releases.answers import (
    FLOOR,
    Answer,
    Cell,
    ComparedCell,
    Comparison,
    Period,
    Question,
    Source,
)
from departures.releases.asking import columns_named, conditions
from departures.releases.definitions import Definition, definition, definitions
from departures.releases.layouts import Column, Layout, known_layouts, read_layout
from departures.releases.manifest import About, Caveat, Part, Release, about
from departures.releases.shelf import Shelf, open_shelf
from departures.releases.tracing import Trace, trace

__all__ = [
    "FLOOR",
    "About",
    "Answer",
    "Caveat",
    "Cell",
    "Column",
    "ComparedCell",
    "Comparison",
    "Definition",
    "Layout",
    "Part",
    "Period",
    "Question",
    "Release",
    "Shelf",
    "Source",
    "Trace",
    "about",
    "columns_named",
    "conditions",
    "definition",
    "definitions",
    "known_layouts",
    "open_shelf",
    "read_layout",
    "trace",
]
