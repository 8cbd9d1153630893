"""Where things are: the home folder and the record.

Invariant: looking at settings makes nothing; a folder appears only when something is kept in it.
"""

from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "DEPARTURES_HOME"
RECORD_VARIABLE = "DEPARTURES_RECORD"
DEFAULT_HOME = Path("departures-data")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options before the command, and the environment, say."""

    home: Path = DEFAULT_HOME
    record_address: str | None = None
    color: bool | None = None

    @property
    def record(self) -> str:
        """The address of the record: a database address, or the path of an SQLite file."""
        return self.record_address or str(self.home / "record.db")

    @property
    def releases(self) -> Path:
        """The folder of the official releases."""
        return self.home / "releases"

    @property
    def law_updates(self) -> Path:
        """The file of suggestions for the law shelf."""
        return self.home / "law-updates.json"
