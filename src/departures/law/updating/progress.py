"""How far updating has come: by docket, with the suggestions that wait and what was decided.

Invariant: the file is whole at every moment; what was decided on is not suggested again.
"""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, Field, ValidationError

from departures.errors import BadInputError, TooOftenError
from departures.law.rows import Id
from departures.words import Value

LIMITS = ((60.0, 5), (3600.0, 50), (86400.0, 125))
"""CourtListener's throttles for a user: requests in so many seconds."""
PATIENCE = 60.0


class Suggestion(Value):
    """Something on a docket that the shelf may lack; `told` are the docket's words."""

    id: Id
    case: Id
    docket: int
    day: date
    told: str
    source: str
    state: Literal["waiting", "accepted", "rejected"] = "waiting"


class Reached(Value):
    """How far one docket was read: changes up to `since`; `cursor` where a page is next."""

    since: AwareDatetime
    until: AwareDatetime
    cursor: str | None = None


class Progress(Value):
    """What is kept between two runs."""

    reached: dict[int, Reached] = Field(default_factory=dict)
    suggestions: dict[str, Suggestion] = Field(default_factory=dict)
    asked: tuple[float, ...] = ()
    """When requests were made, in seconds since 1970, within the last day."""

    def waiting(self) -> list[Suggestion]:
        """The suggestions that nobody decided on, by day."""
        open_ = (held for held in self.suggestions.values() if held.state == "waiting")
        return sorted(open_, key=lambda held: (held.day, held.id))


def load(file: Path) -> Progress:
    """What is kept in `file`; nothing where there is none. Raises `BadInputError`."""
    try:
        return Progress.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return Progress()
    except (OSError, ValidationError) as error:
        raise BadInputError(f"{file} can't be read; move it away to begin anew") from error


def save(file: Path, progress: Progress) -> None:
    """Write the file under another name, then give it its own."""
    write(file, progress.model_dump_json(indent=2) + "\n")


def write(file: Path, text: str) -> None:
    """Write a whole file or none. Raises `BadInputError` where it can't be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_name(f".{file.name}.{os.getpid()}")
        partial.write_text(text, encoding="utf-8")
        partial.replace(file)
    except OSError as error:
        raise BadInputError(f"{file} can't be written; choose a folder of yours") from error


def pacing(file: Path) -> Callable[[], None]:
    """What keeps all requests that `file` knows of, those of earlier runs too, to the throttles."""

    def pace() -> None:
        asked = paced(load(file).asked)
        save(file, load(file).model_copy(update={"asked": asked}))

    return pace


def paced(
    asked: tuple[float, ...],
    *,
    now: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
) -> tuple[float, ...]:
    """Wait until another request is within the throttles; the times of requests with this one.

    Raises `TooOftenError` where that takes longer than a minute.
    """
    moment = now()
    recent = tuple(each for each in asked if each > moment - LIMITS[-1][0])
    free = [recent[-most] + seconds for seconds, most in LIMITS if len(recent) >= most]
    if (wait := max(free, default=moment) - moment) > PATIENCE:
        back = datetime.fromtimestamp(moment + wait, UTC)
        raise TooOftenError(
            f"CourtListener allows no more for now; go on after {back:%Y-%m-%d %H:%M} UTC: "
            "what was fetched so far is kept"
        )
    if wait > 0:
        sleep(wait)
    return (*recent, moment + max(wait, 0))
