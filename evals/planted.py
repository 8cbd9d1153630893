"""Do many reports of one flight come together, and are their contradictions shown?

    python evals/planted.py [--operations 120] [--reports 400] [--seed 11] [--misses] [--floors]

Plants operations, writes reports on them in sentences of our own (`planting`), reads the reports
with the reader and gathers what it read. Prints B-cubed precision, recall and F1 over the claims
that were read, and what became of every planted contradiction. What the reader loses is told apart:
it is not resolving that lost it.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from departures.read import read
from departures.resolve import Movement, Report, gather, prepare, report_of, settle
from departures.resolve.values import core
from departures.words import Claim, Count, Date, Document, Operation, OperationClaim
from planting import NEITHER, Planted, Written, plant

FLOOR = 0.95
FIELDS = {"number": "count", "bound": "count", "day": "date", "carrier": "carrier"}


@dataclass(slots=True)
class Outcome:
    """What was found."""

    precision: float
    recall: float
    operations: int
    doubts: set[frozenset[int]]
    """Which two operations a person is asked about."""
    lost: list[int]
    """Reports of which no operation was read."""
    contradictions: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    copies: tuple[int, int] = (0, 0)
    """Planted copies that count as one source with what they copy, of all that were read."""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def document_of(report: Written) -> Document:
    """The report as it would be captured."""
    return Document.of(
        report.text,
        published=report.published,
        source=report.outlet,
        title=report.paragraphs[0][0],
    )


def evaluate(planted: list[Planted], written: list[Written]) -> Outcome:
    """Read, gather and compare."""
    documents = [document_of(report) for report in written]
    claims: list[Claim] = []
    reports: list[Report] = []
    truth: dict[str, int] = {}
    told: dict[int, list[OperationClaim]] = defaultdict(list)
    for at, (document, report) in enumerate(zip(documents, written, strict=True)):
        found = read(document)
        reports.append(report_of(document, found))
        claims += found
        for claim in found:
            number = report.operation_at(claim.quote.start)
            if isinstance(claim, OperationClaim) and number != NEITHER:
                truth[claim.id] = number
                told[at].append(claim)
    operations = gather(claims, (), reports)
    cluster = {id: at for at, held in enumerate(operations) for id in held.claims}
    precision, recall = b_cubed(truth, cluster)
    outcome = Outcome(
        precision,
        recall,
        len(operations),
        _asked(prepare(claims, (), reports), cluster),
        [at for at in range(len(written)) if not told[at]],
    )
    _contradictions(planted, written, told, truth, operations, cluster, outcome)
    outcome.copies = _copies(written, documents, told, operations, cluster)
    return outcome


def _asked(movements: list[Movement], cluster: Mapping[str, int]) -> set[frozenset[int]]:
    homes = {held.key: cluster[held.claims[0].id] for held in movements}
    doubts = settle(movements).doubts
    return {frozenset((homes[doubt.first], homes[doubt.second])) for doubt in doubts}


def b_cubed(truth: Mapping[str, int], cluster: Mapping[str, int]) -> tuple[float, float]:
    """Mean precision and recall of every item's cluster against its class."""
    both = Counter((cluster[item], truth[item]) for item in truth)
    sizes, classes = Counter(cluster[item] for item in truth), Counter(truth.values())
    shared = [both[cluster[item], truth[item]] for item in truth]
    precision = sum(n / sizes[cluster[item]] for n, item in zip(shared, truth, strict=True))
    recall = sum(n / classes[truth[item]] for n, item in zip(shared, truth, strict=True))
    return precision / len(truth), recall / len(truth)


def _contradictions(
    planted: list[Planted],
    written: list[Written],
    told: Mapping[int, list[OperationClaim]],
    truth: Mapping[str, int],
    operations: list[Operation],
    cluster: Mapping[str, int],
    outcome: Outcome,
) -> None:
    """Each contradiction: shown as such, or why not."""
    of_operation: dict[int, list[OperationClaim]] = defaultdict(list)
    for claims in told.values():
        for claim in claims:
            of_operation[truth[claim.id]].append(claim)
    for at, report in enumerate(written):
        for number, trouble, value in report.troubles:
            name = FIELDS[trouble]
            here = [claim for claim in told[at] if _says(getattr(claim, name), value)]
            rivals = _rivals(here, of_operation[number], name)
            ours = {cluster[claim.id] for claim in here}
            theirs = {cluster[claim.id] for claim in rivals}
            if not here:
                became = "not read"
            elif not rivals:
                became = "nothing contradicts it"
            elif both := ours & theirs:
                became = f"shown as {operations[min(both)].values[name].verdict}"
            elif any(pair & ours and pair & theirs for pair in outcome.doubts):
                became = "a person is asked"
            else:
                became = "not shown"
                day = planted[number].day
                outcome.misses.append(f"{trouble} {value}, {day}: {report.text[:90]!r}")
            outcome.contradictions[became] += 1


def _rivals(
    here: list[OperationClaim], others: list[OperationClaim], name: str
) -> list[OperationClaim]:
    """Those of the other claims about an operation that give the field another value."""
    said = {core(getattr(claim, name)) for claim in here}
    return [
        claim for claim in others if (value := getattr(claim, name)) and core(value) not in said
    ]


def _says(told: object, value: str) -> bool:
    match told:
        case Count():
            return told.text.casefold() == value.casefold()
        case Date():
            return told.earliest == told.latest == date.fromisoformat(value)
    return getattr(told, "name", None) == value


def _copies(
    written: list[Written],
    documents: list[Document],
    told: Mapping[int, list[OperationClaim]],
    operations: list[Operation],
    cluster: Mapping[str, int],
) -> tuple[int, int]:
    known, every = 0, 0
    for at, report in enumerate(written):
        if report.copy_of is None or not told[at] or not told[report.copy_of]:
            continue
        every += 1
        pair = {documents[at].id, documents[report.copy_of].id}
        home = operations[cluster[told[at][0].id]]
        known += any(pair <= set(source.documents) for source in home.sources)
    return known, every


def show(outcome: Outcome, planted: int, written: int, misses: bool) -> None:
    """Print what was found."""
    print(f"{written} reports on {planted} operations; {outcome.operations} operations gathered")
    print(f"lost by the reader: {len(outcome.lost)} reports")
    print(f"B-cubed precision {outcome.precision:.3f}  recall {outcome.recall:.3f}", end="")
    print(f"  F1 {outcome.f1:.3f}  (aim {FLOOR})")
    print(f"for a person to decide: {len(outcome.doubts)} pairs of operations")
    print("planted contradictions:")
    for became, number in outcome.contradictions.most_common():
        print(f"  {number:4}  {became}")
    print("copies known as one source: {} of {}".format(*outcome.copies))
    for miss in outcome.misses if misses else ():
        print("  missed:", miss)


def main() -> int:
    """Plant, read, gather, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--operations", type=int, default=120)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--misses", action="store_true", help="list what is not shown")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--floors", action="store_true", help="exit status 1 below the aims")
    asked = parser.parse_args()
    planted, written = plant(asked.operations, asked.reports, asked.seed)
    outcome = evaluate(planted, written)
    if asked.json:
        found = {"precision": outcome.precision, "recall": outcome.recall, "f1": outcome.f1}
        print(json.dumps(found | {"contradictions": dict(outcome.contradictions)}, indent=2))
    else:
        show(outcome, len(planted), len(written), asked.misses)
    fails = outcome.f1 < FLOOR or outcome.contradictions["not shown"]
    return int(bool(asked.floors and fails))


if __name__ == "__main__":
    sys.exit(main())
