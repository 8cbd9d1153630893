"""Which release answers, where several hold the table.

Invariant: a release that was not named is taken for the newest aloud: the answer says on what
grounds, and that it may be another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from departures.releases.manifest import Release


@dataclass(frozen=True, slots=True)
class Choice:
    """The release that is asked, and the others that might have been."""

    release: Release
    others: tuple[Release, ...] = ()
    """All of the same table, the newest first."""
    named: bool = True
    """Whether somebody asked for it."""

    @property
    def told(self) -> str | None:
        """What is to be said about it beside the answer."""
        if not self.others:
            return None
        listed = ", ".join(other.id for other in self.others)
        said = f"Other releases have this table, and may say otherwise: {listed}."
        return said if self.named else f"{said} {self._grounds()}"

    def _grounds(self) -> str:
        newer = [other for other in self.others if other.newness > self.release.newness]
        if newer:
            return f"{newer[0].id} is taken for the newest, and has no figure for this."
        return f"This one is taken for the newest, {self._evidence()}; name another to ask it."

    def _evidence(self) -> str:
        held = (self.release, *self.others)
        rivals = [other for other in self.others if other.released == self.release.released]
        if rivals or not all(each.released for each in held):
            return "as its rows run latest: days of release are missing or the same"
        if not all(each.dated for each in held):
            return (
                f"as released on {self.release.released}; that day, or another's, is its layout's, "
                "and was not given with the file"
            )
        return f"as released on {self.release.released}"


def choices(releases: Sequence[Release], named: str | None) -> list[Choice]:
    """The releases of a table to ask one after the other: the one that is named, or all."""
    return [
        Choice(each, tuple(other for other in releases if other.id != each.id), named is not None)
        for each in releases
        if named in (None, each.id)
    ]
