"""What is to be said beside a figure: the release's own faults, and those that its rows show.

Invariant: a fault that a manifest or a layout names is said with every answer.
"""

from departures.releases.answers import FLOOR, Period
from departures.releases.choosing import Choice
from departures.releases.layouts import Layout
from departures.releases.manifest import Caveat, Release

FEW = 4


def caveats_of(
    release: Release,
    layout: Layout,
    period: Period | None,
    outside: str | None,
    choice: Choice,
) -> list[Caveat]:
    """All that holds for one answer, the gravest first."""
    said = (
        outside,
        _synthetic(release),
        _partly_covered(release, period) if not outside else None,
        _duplicates(release, layout),
        _unmatched(release),
        choice.told,
    )
    return [
        *(Caveat(text=words) for words in said if words),
        *release.caveats,
        *layout.caveats,
    ]


def _synthetic(release: Release) -> str | None:
    return "Synthetic: made by a program, about nobody." if release.synthetic else None


def _partly_covered(release: Release, period: Period | None) -> str | None:
    if not period or period.basis == "all" or not release.first or not release.last:
        return None
    if period.first >= release.first and period.last <= release.last:
        return None
    return f"The rows run from {release.first} to {release.last}: part of the period asked for."


def _duplicates(release: Release, layout: Layout) -> str | None:
    if not release.duplicates:
        return None
    alike = " and ".join(layout.duplicates)
    return (
        f"{release.duplicates:,} of the release's {release.rows:,} rows are alike in {alike} with "
        "an earlier one. They are flagged, and counted all the same."
    )


def _unmatched(release: Release) -> str | None:
    fewest = FLOOR if release.kind == "individual" else 1
    held = {name: rows for name, rows in release.unmatched.items() if rows >= fewest}
    if not held:
        return None
    names = sorted(held, key=lambda name: -held[name])
    told = ", ".join(names[:FEW]) + (f" and {len(names) - FEW} more" if len(names) > FEW else "")
    return f"In no country's count, as they name no one country of today: {told}."
