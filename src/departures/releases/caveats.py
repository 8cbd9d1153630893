"""What is to be said beside a figure: the release's own faults, and those that its rows show.

Invariant: a fault that a manifest or a layout names is said with every answer.
"""

from collections.abc import Sequence

from departures.releases.answers import Period
from departures.releases.layouts import Layout
from departures.releases.manifest import Caveat, Release

FEW = 4


def caveats_of(
    release: Release,
    layout: Layout,
    period: Period | None,
    outside: str | None,
    others: Sequence[str],
) -> list[Caveat]:
    """All that holds for one answer, the gravest first."""
    said = (
        outside,
        _synthetic(release),
        _partly_covered(release, period) if not outside else None,
        _duplicates(release, layout),
        _unmatched(release),
        _others(others),
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
    if not release.unmatched:
        return None
    names = sorted(release.unmatched, key=lambda name: -release.unmatched[name])
    told = ", ".join(names[:FEW]) + (f" and {len(names) - FEW} more" if len(names) > FEW else "")
    return f"In no country's count, as they name no one country of today: {told}."


def _others(others: Sequence[str]) -> str | None:
    if not others:
        return None
    return f"Other releases have this table, and may say otherwise: {', '.join(others)}."
