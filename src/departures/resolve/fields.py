"""All asserted values of one field, their verdict, and which of them is shown.

The stated rules, in this order:
`accepted`, `corrected` — a person said so; `most-exact` — the value that leaves least open (131
before "more than 100", a day before a month, a city before a country); `most-told` — the value that
most independent sources give; `first-told` — the value that was told first.

Invariant: every asserted value is kept with its claims; nothing is averaged or merged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from departures.resolve.decided import Mark
from departures.resolve.reasons import why
from departures.resolve.values import compatible, core, openness
from departures.words import (
    AnyValue,
    Asserted,
    Count,
    Nationality,
    OperationClaim,
    ResolvedField,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a field as one claim gives it, or several of a document that add up."""

    value: AnyValue
    claims: tuple[OperationClaim, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(slots=True)
class _Entry:
    """One value with everything that tells it."""

    told: list[Told] = field(default_factory=list)
    sources: set[int] = field(default_factory=set)

    @property
    def mark(self) -> Mark | None:
        """The last decision about the value."""
        marks = [mark for told in self.told for mark in told.marks]
        return max(marks, key=lambda mark: mark.decision) if marks else None


def resolve_field(
    name: str,
    claims: Sequence[OperationClaim],
    marks: Mapping[tuple[str, str], Mark],
    sources: Mapping[str, int],
) -> ResolvedField | None:
    """One field of an operation from its claims; null where no claim gives it.

    `claims` are in the order in which they were told; `sources` numbers the source of each
    document, with one number for documents that are not independent.
    """
    entries: dict[str, _Entry] = {}
    told_values = (
        _added_up(claims, marks) if name == "nationalities" else _told(name, claims, marks)
    )
    for told in told_values:
        entry = entries.setdefault(core(told.value), _Entry())
        entry.told.append(told)
        entry.sources.add(sources[told.claims[0].document])
    if not entries:
        return None
    held = list(entries.values())
    asserted = tuple(_asserted(entry) for entry in held)
    shown, rule = _choose(held, asserted)
    every = len(set().union(*(entry.sources for entry in held)))
    return ResolvedField(
        verdict=_verdict(asserted),
        shown=shown,
        rule=rule,
        why=why(rule, asserted, shown, every),
        asserted=asserted,
    )


def _told(
    name: str, claims: Iterable[OperationClaim], marks: Mapping[tuple[str, str], Mark]
) -> Iterator[Told]:
    for claim in claims:
        value = getattr(claim, name)
        if value is not None and value != ():
            mark = marks.get((claim.id, name)) if marks else None
            yield Told(value, (claim,), (mark,) if mark else ())


def _added_up(
    claims: Iterable[OperationClaim], marks: Mapping[tuple[str, str], Mark]
) -> Iterator[Told]:
    """Nationalities that one document tells in several sentences are one value.

    A sentence that gives another number for a nationality than an earlier one begins a value of
    its own.
    """
    bags: dict[str, list[_Bag]] = {}
    for told in _told("nationalities", claims, marks):
        held, counts = bags.setdefault(told.claims[0].document, []), _counts(told)
        bag = next((bag for bag in held[-MOST_OPEN:] if bag.takes(counts)), None)
        if bag is None:
            held.append(bag := _Bag())
        bag.told.append(told)
        bag.counts |= counts
    for held in bags.values():
        yield from (_sum(bag.told) for bag in held)


MOST_OPEN = 16
"""So many values of one document are still added to; a report has one or two, noise has many."""


@dataclass(slots=True)
class _Bag:
    """Sentences whose nationalities add up, and the numbers that they give, by country."""

    told: list[Told] = field(default_factory=list)
    counts: dict[str, str] = field(default_factory=dict)

    def takes(self, counts: Mapping[str, str]) -> bool:
        """Whether no number contradicts one that is held."""
        return all(self.counts.get(country, number) == number for country, number in counts.items())


def _counts(told: Told) -> dict[str, str]:
    items = told.value if isinstance(told.value, tuple) else ()
    return {
        item.country: core(item.count)
        for item in items
        if isinstance(item, Nationality) and isinstance(item.count, Count)
    }


def _sum(bag: list[Told]) -> Told:
    if len(bag) == 1:
        return bag[0]
    found: dict[str, Nationality] = {}
    for told in bag:
        for item in told.value if isinstance(told.value, tuple) else ():
            if isinstance(item, Nationality):
                known = found.get(item.country)
                found[item.country] = known if known and (known.count or not item.count) else item
    return Told(
        tuple(found.values()),
        tuple(claim for told in bag for claim in told.claims),
        tuple(mark for told in bag for mark in told.marks),
    )


def _asserted(entry: _Entry) -> Asserted:
    """One value with its claims, in the words of the claim that says it at most length."""
    fullest = max(entry.told, key=lambda told: (bool(told.marks), len(told.claims[0].quote.text)))
    claims = [claim for told in entry.told for claim in told.claims]
    marks = [mark for told in entry.told for mark in told.marks]
    speakers = (claim.asserted_by.speaker for claim in claims if claim.asserted_by)
    originals = {core(mark.original): mark.original for mark in marks if mark.original is not None}
    return Asserted(
        value=fullest.value,
        document=fullest.claims[0].document,
        claims=tuple(claim.id for claim in claims),
        said_by=tuple(dict.fromkeys(speakers)),
        sources=len(entry.sources),
        decided_by=tuple(dict.fromkeys(f"person/{mark.who}" for mark in marks)),
        instead_of=tuple(originals.values()),
    )


def _verdict(asserted: Sequence[Asserted]) -> Verdict:
    if len(asserted) == 1:
        return "agreed" if asserted[0].sources > 1 else "single"
    if all(isinstance(entry.value, tuple) for entry in asserted):
        return "compatible"  # lists always are; there may be very many of them
    pairs = (
        compatible(first.value, second.value)
        for index, first in enumerate(asserted)
        for second in asserted[index + 1 :]
    )
    return "compatible" if all(pairs) else "disputed"


def _choose(entries: Sequence[_Entry], asserted: Sequence[Asserted]) -> tuple[int, str]:
    """The index of the shown value, and the rule that chose it."""
    decided = [
        (mark.decision, index, mark.rule)
        for index, entry in enumerate(entries)
        if (mark := entry.mark)
    ]
    if decided:
        _, shown, rule = max(decided)
        return shown, rule
    if len(asserted) == 1:
        return 0, "only-value"
    openings = [openness(entry.value) for entry in asserted]
    exact = [index for index, left in enumerate(openings) if left == min(openings)]
    if len(exact) == 1:
        return exact[0], "most-exact"
    most = max(asserted[index].sources for index in exact)
    told = [index for index in exact if asserted[index].sources == most]
    return told[0], "most-told" if len(told) == 1 else "first-told"
