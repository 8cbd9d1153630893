"""How fast claims become operations, and how fast one more document is taken in.

    python benchmarks/resolve.py [--json] [--claims 1000 10000 100000] [--rounds 3]

All figures are processor time of one process, and leave out the store. No peer stands beside them:
what splink, dedupe or recordlinkage offer is a model of pairs of flat rows, to be trained on labels
or estimated from the rows; none keeps several values to a field, or holds apart what one document
tells apart, so that comparing times would compare two tasks.
"""

import argparse
import json
import time
from collections import defaultdict
from statistics import median, quantiles
from typing import Any

from departures.resolve import Movement, Report, distinct, gather, linked, prepare, settle
from departures.words import OperationClaim
from movements import told

CLAIMS = (1_000, 10_000, 100_000)
MOST_SECONDS = 60.0
MOST_MILLISECONDS = 50.0
ADDED = 200
"""Documents that are taken in one by one, out of the whole record."""


class Held:
    """A record in memory: movements by block and by key, and who is linked with whom."""

    def __init__(self, movements: list[Movement]) -> None:
        self.movements = {movement.key: movement for movement in movements}
        self.blocks: dict[str, set[str]] = defaultdict(set)
        self.members: dict[str, set[str]] = defaultdict(set)
        self.component = dict(settle(movements).components)
        for movement in movements:
            for block in movement.blocks:
                self.blocks[block].add(movement.key)
        for key, component in self.component.items():
            self.members[component].add(key)

    def around(self, movement: Movement) -> set[str]:
        """Everyone whom the movement is linked with, directly or not."""
        near = set().union(*(self.blocks.get(block, ()) for block in movement.blocks))
        components = {self.component[key] for key in near if linked(movement, self.movements[key])}
        return set().union(*(self.members[component] for component in components))


def seconds_to_gather(claims: list[OperationClaim], reports: list[Report], rounds: int) -> float:
    """Processor seconds for all claims, from scratch."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        gather(claims, (), reports)
        times.append(time.process_time() - began)
    return median(times)


def milliseconds_to_add(claims: list[OperationClaim], reports: list[Report]) -> list[float]:
    """For each of some documents: made ready, compared with its neighbours, settled with them."""
    by_document: dict[str, list[OperationClaim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    known = {report.document: report for report in reports}
    step = max(1, len(by_document) // ADDED)
    added = sorted(by_document)[::step]
    apart = set(added)
    held = Held(prepare((c for c in claims if c.document not in apart), (), reports))
    times = []
    for document in added:
        began = time.process_time()
        new = prepare(by_document[document], (), [known[document]])
        around = set().union(*(held.around(movement) for movement in new))
        distinct(settle([*new, *(held.movements[key] for key in around)]).operations)
        times.append(1000 * (time.process_time() - began))
    return times


def measure(sizes: list[int], rounds: int) -> dict[str, Any]:
    """Everything, as it goes into JSON."""
    rows = []
    for size in sizes:
        claims, reports = told(size)
        operations = len(gather(claims, (), reports))
        seconds = seconds_to_gather(claims, reports, rounds if size < 100_000 else 1)
        times = milliseconds_to_add(claims, reports)
        rows.append(
            {
                "claims": size,
                "documents": len({claim.document for claim in claims}),
                "operations": operations,
                "seconds": seconds,
                "microseconds_per_claim": 1e6 * seconds / size,
                "milliseconds_to_add": median(times),
                "milliseconds_to_add_99": quantiles(times, n=100)[-1],
            }
        )
    return {"sizes": rows, "most_seconds": MOST_SECONDS, "most_milliseconds": MOST_MILLISECONDS}


def show(measured: dict[str, Any]) -> None:
    """Print what was measured."""
    print("Claims to operations, one process, without the store")
    heads = ("claims", "documents", "operations", "seconds", "µs per claim")
    print("".join(f"{head:>14}" for head in (*heads, "one more, ms", "99 of 100, ms")))
    for row in measured["sizes"]:
        print(
            f"{row['claims']:14,}{row['documents']:14,}{row['operations']:14,}"
            f"{row['seconds']:14.2f}{row['microseconds_per_claim']:14.1f}"
            f"{row['milliseconds_to_add']:14.2f}{row['milliseconds_to_add_99']:14.2f}"
        )
    print(
        f"Aims: {MOST_SECONDS:.0f} s for 100,000 claims; {MOST_MILLISECONDS:.0f} ms for one more."
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--claims", type=int, nargs="+", default=CLAIMS, help="sizes of records")
    parser.add_argument("--rounds", type=int, default=3, help="rounds, of which the median counts")
    asked = parser.parse_args()
    measured = measure(list(asked.claims), asked.rounds)
    if asked.json:
        print(json.dumps(measured, indent=2))
    else:
        show(measured)


if __name__ == "__main__":
    main()
