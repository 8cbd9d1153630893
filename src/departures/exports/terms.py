"""On what terms the record may be used, and how it is cited.

Invariant: whatever leaves the record says the same, from `terms.toml`.
"""

import tomllib
from datetime import date
from functools import cache
from importlib import resources

from departures.words import Value


class Terms(Value):
    """The licence of the record's data, and what to know before using them."""

    title: str
    licence: str
    licence_title: str
    licence_address: str
    not_licensed: str
    citation: str
    warning: str

    def cited(self, day: date | None, address: str | None) -> str:
        """How to cite the record as of a day, at its address where it has one."""
        words = self.citation.format(
            day=day or "no day: the record is empty", licence=self.licence, address=address or ""
        )
        return words.strip()


@cache
def terms() -> Terms:
    """The terms of this record."""
    written = (resources.files("departures.exports") / "terms.toml").read_text(encoding="utf-8")
    return Terms.model_validate(tomllib.loads(written))
