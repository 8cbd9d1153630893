"""Movements of single documents: the claims that one document makes of one movement.

Invariant: every operation claim that stands is in exactly one movement, and two movements are
only ever compared if they share a block or a decision ties them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from departures.resolve.decided import Marks, as_decided
from departures.resolve.facts import Facts, Window, facts_of
from departures.resolve.reports import Report
from departures.words import Claim, Decision, OperationClaim, Split, in_force

LONGEST_WINDOW: Final = timedelta(days=10)
"""A movement dated by a longer period than this is too vague to be matched across documents."""
MARGIN: Final = timedelta(days=3)
"""Days that may lie between two tellings of one movement: a night flight, or a wrong date."""
WIRE_KEYS: Final = 8
"""Hashes of the text by which undated movements of one wire text find each other."""
REPORTED_WITHIN: Final = timedelta(days=4)
"""A movement that is not dated at all took place in the days before it was reported."""


@dataclass(frozen=True, slots=True)
class Movement:
    """The claims of one document that tell of one movement, as people decided them."""

    key: str
    """Stable: the document and the smallest id among the claims."""
    document: str
    claims: tuple[OperationClaim, ...]
    """In the order of the text."""
    facts: Facts
    """What the claims say, as comparing needs it."""
    blocks: frozenset[str]
    """Keys such as `UZ:2025-04-30`; see the invariant."""
    report: Report | None = None
    marks: Marks = field(default_factory=dict)

    @property
    def window(self) -> Window | None:
        """The days within which it took place; null where no claim dates it closely enough."""
        return self.facts.window

    @property
    def source(self) -> str | None:
        """The outlet, where it is known."""
        return self.report.source if self.report else None


def prepare(
    claims: Iterable[Claim],
    decisions: Iterable[Decision] = (),
    reports: Iterable[Report] = (),
) -> list[Movement]:
    """The movements that documents tell of, in the order of their keys.

    Works document by document: the movements of some documents are the same whether or not others
    are given. Claims of other kinds are passed over.
    """
    held = in_force(decisions)
    by_document = {report.document: report for report in reports}
    standing, marks = as_decided(claims, held)
    told = {claim.id: claim for claim in standing if isinstance(claim, OperationClaim)}
    grouped: dict[tuple[str, int], list[OperationClaim]] = defaultdict(list)
    for claim in told.values():
        grouped[claim.document, claim.movement].append(claim)
    splits = [decision for decision in held if isinstance(decision, Split)]
    movements = [
        _movement(part, by_document.get(document), marks)
        for (document, _), group in grouped.items()
        for part in _split(group, splits)
    ]
    return sorted(movements, key=lambda movement: movement.key)


def _split(group: list[OperationClaim], splits: Sequence[Split]) -> list[list[OperationClaim]]:
    """The parts of one movement that people told apart; claims not named stay with the others."""
    parts = [group]
    for split in splits:
        named, others = frozenset(split.claims), frozenset(split.others)
        divided: list[list[OperationClaim]] = []
        for part in parts:
            ids = {claim.id for claim in part}
            if ids & named and ids & others:
                divided.append([claim for claim in part if claim.id in named])
                divided.append([claim for claim in part if claim.id not in named])
            else:
                divided.append(part)
        parts = divided
    return parts


def _movement(group: list[OperationClaim], report: Report | None, marks: Marks) -> Movement:
    claims = tuple(sorted(group, key=lambda claim: (claim.quote.start, claim.id)))
    ids = {claim.id for claim in claims}
    facts = facts_of(claims, window(claims))
    return Movement(
        key=f"{claims[0].document}/{min(ids)}",
        document=claims[0].document,
        claims=claims,
        facts=facts,
        blocks=_blocks(facts, report),
        report=report,
        marks=_marks_of(ids, marks),
    )


def _marks_of(ids: set[str], marks: Marks) -> Marks:
    return {place: mark for place, mark in marks.items() if place[0] in ids} if marks else {}


def window(claims: Sequence[OperationClaim]) -> Window | None:
    """The days within which a movement took place."""
    dated = [
        (claim.date.earliest, claim.date.latest or claim.date.earliest)
        for claim in claims
        if claim.date and claim.date.earliest
    ]
    close = [(first, last) for first, last in dated if last - first <= LONGEST_WINDOW]
    if not close:
        return None
    return min(first for first, _ in close), max(last for _, last in close)


def reported(facts: Facts, report: Report | None) -> Window | None:
    """The days before a movement was reported, where no claim dates it."""
    if facts.dated or not report or not report.published:
        return None
    return report.published - REPORTED_WITHIN, report.published


def _blocks(facts: Facts, report: Report | None) -> frozenset[str]:
    days = facts.window or reported(facts, report)
    keys: set[str] = set()
    if days:
        # One side of the margin only: two windows at most MARGIN apart still share a day.
        first = days[0] - MARGIN if facts.window else days[0]
        spread = [first + timedelta(days=number) for number in range((days[1] - first).days + 1)]
        keys = {
            f"{land}:{day.isoformat()}" for land in facts.destination.countries for day in spread
        }
    if report and not (facts.window and facts.destination.countries):
        keys.update(f"wire:{value:x}" for value in report.sketch[:WIRE_KEYS])
    return frozenset(keys)
