"""Words of a report around a figure: which agency acts, which state, which year is named.

Invariant: a name that only says who gives the number is nobody who acts. The lists are in
`wording.toml`.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import Self

from departures.words.countries import country_names


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns that `wording.toml` comes to."""

    parts: dict[str, re.Pattern[str]]
    source: re.Pattern[str]
    states: dict[str, str]
    """Codes of countries by name."""
    acting: re.Pattern[str]
    """A country that acts, as the group `before` or `behind`."""
    earlier: re.Pattern[str]

    @classmethod
    def of(cls, text: str) -> Self:
        """From the text of `wording.toml`."""
        rows = tomllib.loads(text)
        acts, parts = rows["acts"], rows["parts"]
        states = {name: code for code, name in country_names().items()} | acts["known_as"]
        return cls(
            parts={id: re.compile(_any_of(names)) for id, names in parts.items()},
            source=_saying(_any_of(chain.from_iterable(parts.values())), rows["source"]),
            states=states,
            acting=_acting(_any_of(states), acts),
            earlier=re.compile(_any_of(rows["year"]["earlier"])),
        )


def _saying(part: str, said: dict[str, list[str]]) -> re.Pattern[str]:
    """A part of government that only says the number."""
    before, after = _any_of(said["before"]), _any_of(said["after"])
    return re.compile(
        rf"(?i:{before})(?: [^\s,;]+){{0,5}}? {part}"
        rf"|{part}(?:['’]s)?(?: \w+)?? (?i:{after})"
    )


def _acting(state: str, acts: dict[str, list[str]]) -> re.Pattern[str]:
    before, between, after = (_any_of(acts[at]) for at in ("before", "between", "after"))
    return re.compile(
        rf"(?P<before>{state})(?: {between})? {after}|{before} (?:the )?(?P<behind>{state})"
    )


@cache
def phrases() -> Phrases:
    """Those that come with Departures."""
    file = resources.files("departures.check.figures") / "wording.toml"
    return Phrases.of(file.read_text(encoding="utf-8"))


def part_named(words: str) -> str | None:
    """The part of government that words name as acting; of two, the narrower."""
    acting = phrases().source.sub(" ", words)
    return next((id for id, names in phrases().parts.items() if names.search(acting)), None)


def states_acting(words: str) -> set[str]:
    """The states that words say act, by their codes."""
    found = phrases().acting.finditer(words)
    return {phrases().states[each["before"] or each["behind"]] for each in found}


def names_year(words: str, year: int, told: int) -> bool:
    """Whether words name a year, or the year before the one that is `told`."""
    named = re.search(rf"(?<!\d){year}(?!\d)", words)
    return bool(named or (year == told - 1 and phrases().earlier.search(words)))


def _any_of(names: Iterable[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"
