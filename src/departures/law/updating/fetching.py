"""From dockets to suggestions: what changed on the dockets of the shelf's cases.

Invariant: after every page what was found is kept, so that a run that is cut off is gone on with;
the shelf itself is not touched.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from functools import cache
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from departures.law.shelf import Shelf
from departures.law.updating.client import Client, Docket, Entry
from departures.law.updating.progress import Progress, Reached, Suggestion, load, save
from departures.words.folding import folded_words

PAGE = "https://www.courtlistener.com/docket/{docket}/"
LONGEST = 400
"""So many characters of an entry's words are kept."""
MOST_PAGES = 50
"""So many pages of one docket are read in a run; the next run goes on."""


def fetch(shelf: Shelf, client: Client, file: Path, told: Callable[[str], None]) -> Progress:
    """Ask for every docket of the shelf, keep suggestions in `file`, and answer with it all.

    `told` is called with each docket's case. Raises `LawUpdateError` and `TooOftenError`; what was
    fetched before stays.
    """
    for case, docket in dockets_of(shelf):
        told(case)
        begin = datetime.combine(shelf.as_of, time(), UTC)
        progress = load(file)
        reached = progress.reached.get(docket) or Reached(since=begin, until=begin)
        if reached.cursor is None:
            held = client.docket(docket)
            save(file, _with(load(file), docket, reached, _ended(case, held, reached)))
        for _ in range(MOST_PAGES):
            page = client.entries(docket, reached.since, reached.cursor)
            until = max([reached.until, *(each.date_modified for each in page.results)])
            cursor = _cursor(page.next)
            since = reached.since if cursor else until
            reached = Reached(since=since, until=until, cursor=cursor)
            found = [_suggestion(case, docket, each) for each in page.results if may_rule(each)]
            save(file, _with(load(file), docket, reached, found))
            if cursor is None:
                break
    return load(file)


def dockets_of(shelf: Shelf) -> list[tuple[str, int]]:
    """The cases of the shelf with their dockets at CourtListener, each docket once."""
    found = {
        order.courtlistener_docket: case.id
        for case in shelf.cases
        for order in case.orders
        if order.courtlistener_docket is not None
    }
    return sorted((case, docket) for docket, case in found.items())


def may_rule(entry: Entry) -> bool:
    """Whether an entry may be an order, by its words."""
    words = folded_words(entry.description)
    rules, others = _entry_words()
    begins = " ".join(words[:8])
    return not rules.isdisjoint(words) and not any(
        begins == other or begins.startswith(f"{other} ") for other in others
    )


@cache
def _entry_words() -> tuple[frozenset[str], tuple[str, ...]]:
    file = resources.files("departures.law.updating") / "entries.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return frozenset(table["rules"]), tuple(table["others"])


def _suggestion(case: str, docket: int, entry: Entry) -> Suggestion:
    number = f"entry {entry.entry_number}: " if entry.entry_number is not None else ""
    words = re.sub(r"\s+", " ", entry.description).strip()[:LONGEST]
    return Suggestion(
        id=f"{case}-{entry.id}",
        case=case,
        docket=docket,
        day=entry.date_filed or entry.date_modified.date(),
        told=number + words,
        source=PAGE.format(docket=docket),
    )


def _ended(case: str, docket: Docket, reached: Reached) -> Iterator[Suggestion]:
    """That the docket was closed, where that is news."""
    if docket.date_terminated and docket.date_terminated >= reached.since.date():
        yield Suggestion(
            id=f"{case}-{docket.id}-closed",
            case=case,
            docket=docket.id,
            day=docket.date_terminated,
            told="the docket was closed",
            source=PAGE.format(docket=docket.id),
        )


def _with(
    progress: Progress,
    docket: int,
    reached: Reached,
    found: Iterator[Suggestion] | list[Suggestion],
) -> Progress:
    """The progress with what was found; what stands there keeps what was decided on it."""
    new = {each.id: each for each in found}
    suggestions = {**new, **progress.suggestions}
    reached_all = {**progress.reached, docket: reached}
    return progress.model_copy(update={"reached": reached_all, "suggestions": suggestions})


def _cursor(address: str | None) -> str | None:
    """The cursor in the address of the next page; the rest of that address is not trusted."""
    given = parse_qs(urlsplit(address).query).get("cursor", []) if address else []
    return given[0] if given and len(given[0]) <= 1000 else None
