"""Accepting a suggestion: a dated event, in a person's own words, in its case's data file.

Invariant: a data file is replaced only by one that can be read as a whole; the docket's own words,
which may name people, are not taken over.
"""

import json
import tomllib
from pathlib import Path

from departures.errors import BadInputError, NotFoundError
from departures.law.loading import read_case
from departures.law.updating.progress import Progress, Suggestion, load, save, write

LONGEST = 400


def accept(file: Path, id: str, words: str, data: Path) -> Path:
    """Write suggestion `id` into the shelf in `data` as an event that says `words`.

    Answers with the data file. Raises `NotFoundError`, `BadInputError` and `LawDataError`.
    """
    progress = load(file)
    held = _waiting(progress, id)
    if not 0 < len(words.strip()) <= LONGEST or not words.isprintable():
        raise BadInputError(f"say in one line of at most {LONGEST} characters what happened")
    case = _case_file(data, held.case)
    text = case.read_text(encoding="utf-8").rstrip("\n") + _event(held, words.strip())
    read_case(tomllib.loads(text), case.name)
    write(case, text)
    save(file, _decided(progress, held, "accepted"))
    return case


def reject(file: Path, id: str) -> None:
    """Lay suggestion `id` aside; it isn't suggested again. Raises `NotFoundError`."""
    progress = load(file)
    save(file, _decided(progress, _waiting(progress, id), "rejected"))


def _waiting(progress: Progress, id: str) -> Suggestion:
    held = progress.suggestions.get(id)
    if held is None or held.state != "waiting":
        raise NotFoundError(f"no suggestion {id} waits; see `departures law update --show`")
    return held


def _case_file(data: Path, case: str) -> Path:
    for file in sorted(data.glob("*/cases/*.toml")):
        if tomllib.loads(file.read_text(encoding="utf-8")).get("id") == case:
            return file
    raise NotFoundError(f"{data} has no file of the case {case}")


def _event(held: Suggestion, words: str) -> str:
    """A table of TOML; strings of JSON without control characters are strings of TOML too."""
    quoted, source = (json.dumps(each, ensure_ascii=False) for each in (words, held.source))
    return f"\n\n[[event]]\nwhat = {quoted}\nat = {held.day}\nsources = [{source}]\n"


def _decided(progress: Progress, held: Suggestion, state: str) -> Progress:
    decided = Suggestion.model_validate({**held.model_dump(), "state": state})
    return progress.model_copy(update={"suggestions": {**progress.suggestions, held.id: decided}})
