"""Numbers, days and addresses that point at one person: A-numbers, dates of birth, case numbers.

Dockets of courts ("25-cv-10676") are public and kept, unless the words call them somebody's habeas
or asylum petition, or the case of one person ("his case, No. 25-cv-10676"); so are numbers of
flights, orders, laws, and the telephones of offices. What is looked for stands in
`private-numbers.toml`.

Invariant: every expression is matched in time linear in the text.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from departures.read.language import grammar
from departures.words.privacy import WithheldKind

_LONG = re.compile(r"[0-9]{2}[-. ]?[0-9]{3}|[0-9]-[0-9]{2}-[0-9]")
"""Part of every number that needs no cue; texts without one are looked at no further."""
_WRAPPED = re.compile(r"(?<=[^\s])[\n\t\u00a0](?=[^\s])")
"""Where a line is wrapped, a number goes on in the next one as after a space."""
_TELLING = 4
"""Figures in the shortest number that points at anybody."""
_NEAR = 60
"""So many characters before a number may say whose it is."""
_LOCAL = 70
"""Characters in the longest part of an e-mail address before the sign."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to look for: the group `told` of `rest`, anywhere or right after one of the `cues`.

    `back`: what before the cue is withheld with it; `capital`: it must begin with a capital.
    """

    kind: WithheldKind
    cues: tuple[str, ...]
    rest: re.Pattern[str]
    back: re.Pattern[str] | None
    capital: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """The patterns of a language, and what tells public dockets."""

    patterns: tuple[Pattern, ...]
    """Those that need no cue."""
    cues: AhoCorasick
    after: tuple[tuple[Pattern, ...], ...]
    """By cue: what may stand after it."""
    docket: re.Pattern[str]
    personal: re.Pattern[str]

    def find(
        self, text: str, folded: str, named: Collection[int]
    ) -> Iterator[tuple[int, int, WithheldKind]]:
        """The numbers, days and addresses of a text that are not for the public; `named`: where
        the names of private people end in it.
        """
        folded = _WRAPPED.sub(" ", folded)
        for pattern, match in self._matches(folded):
            start, end = match.span("told")
            if pattern.capital and not text[start].isupper():
                continue
            if pattern.kind == "case_number" and not self._points(folded, start, end, named):
                continue
            if pattern.back is not None:
                before = pattern.back.search(folded, max(0, start - _LOCAL), start - 1)
                if before is None:
                    continue
                start = before.start()
            yield start, end, pattern.kind

    def _matches(self, folded: str) -> Iterator[tuple[Pattern, re.Match[str]]]:
        """All matches in a folded text, those after cues first."""
        for cue, _, end in self.cues.find_matches_as_indexes(folded, True):
            for pattern in self.after[cue]:
                match = pattern.rest.match(folded, end)
                if match is not None:
                    yield pattern, match
        if _LONG.search(folded) is not None:
            for pattern in self.patterns:
                for match in pattern.rest.finditer(folded):
                    yield pattern, match

    def _points(self, folded: str, start: int, end: int, named: Collection[int]) -> bool:
        """Whether a number points at one person's case, and is no public docket."""
        told = folded[start:end]
        if sum(letter.isdigit() for letter in told) < _TELLING:
            return False
        if not self.docket.match(told):
            return True
        own = self.personal.search(folded, max(0, start - _NEAR), start)
        return own is not None and (own["owner"] is None or own.start("owner") in named)


@cache
def numbers(code: str) -> Numbers:
    """The patterns of a language, with their pieces put in."""
    table = grammar(code, "private-numbers")
    pieces: dict[str, str] = table["pieces"]

    def expression(text: str) -> re.Pattern[str]:
        for name, piece in [*pieces.items(), *pieces.items()]:  # pieces hold pieces
            text = text.replace(f"{{{name}}}", piece)
        return re.compile(text)

    patterns = tuple(
        Pattern(
            entry["kind"],
            tuple(entry.get("cues", ())),
            expression(entry["rest"]),
            expression(entry["back"]) if "back" in entry else None,
            entry.get("capital", False),
        )
        for entry in table["patterns"]
    )
    dockets = table["dockets"]
    cues = sorted({cue for pattern in patterns for cue in pattern.cues})
    return Numbers(
        tuple(pattern for pattern in patterns if not pattern.cues),
        AhoCorasick(cues),
        tuple(tuple(p for p in patterns if cue in p.cues) for cue in cues),
        expression(dockets["shape"]),
        expression(dockets["personal"]),
    )
