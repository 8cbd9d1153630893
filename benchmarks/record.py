"""How fast a record takes in one more document, and how long deriving it all anew takes.

    python benchmarks/record.py [--claims 100000] [--json] [ADDRESS]

The record is an SQLite file in a temporary folder, or an empty one at ADDRESS. Wall-clock times of
one process: one more document is kept, compared, settled, checked, indexed and committed.
"""

import argparse
import json
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from departures.record import Record
from departures.record.engine import writing
from departures.record.intake import keep
from departures.words import Document, OperationClaim, Reading
from movements import told

CLAIMS = 100_000
ADDED = 100
MOST_MILLISECONDS = 50.0
MOST_SECONDS = 60.0


def readings(claims: int) -> list[Reading]:
    """Readings of about so many claims. Their words are invented, so that they are not checked."""
    made, reports = told(claims)
    by_document: dict[str, list[OperationClaim]] = defaultdict(list)
    for claim in made:
        by_document[claim.document].append(claim)
    return [
        Reading.model_construct(
            document=Document.of(
                f"report {number}", source=report.source, published=report.published
            ),
            claims=tuple(by_document[report.document]),
            withheld=(),
        )
        for number, report in enumerate(reports)
    ]


def measure(record: Record, claims: int) -> dict[str, Any]:
    """Fill the record, derive it, and take in some more documents one by one."""
    given = readings(claims)
    later = given[:: max(1, len(given) // ADDED)]
    held = {reading.document.id for reading in given} - {each.document.id for each in later}
    with writing(record.address) as connection:
        for reading in given:
            if reading.document.id in held:
                keep(connection, reading)
    began = time.perf_counter()
    record.rebuild()
    rebuilt = time.perf_counter() - began
    times = []
    for reading in later:
        began = time.perf_counter()
        record.add(reading)
        record.refresh()
        times.append(1000 * (time.perf_counter() - began))
    return {
        "claims": claims,
        "documents": len(given),
        "operations": record.count_operations(),
        "seconds_to_rebuild": rebuilt,
        "milliseconds_to_add": median(times),
        "milliseconds_to_add_99": quantiles(times, n=100)[-1],
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("address", nargs="?", help="an empty record; a new file by default")
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = Record.open(asked.address or Path(folder) / "record.db")
        measured = measure(record, asked.claims)
    if asked.json:
        print(json.dumps(measured, indent=2))
        return
    print(f"{measured['claims']:,} claims of {measured['documents']:,} documents")
    print(f"derived anew in {measured['seconds_to_rebuild']:.1f} s (aim: {MOST_SECONDS:.0f})")
    print(
        f"one more document: {measured['milliseconds_to_add']:.1f} ms at the median, "
        f"{measured['milliseconds_to_add_99']:.1f} at 99 of 100 (aim: {MOST_MILLISECONDS:.0f})"
    )


if __name__ == "__main__":
    main()
