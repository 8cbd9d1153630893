"""How long it takes to examine many operations against ten years of orders.

    .venv/bin/python benchmarks/law.py [OPERATIONS]

The shelf is the shipped one, repeated into earlier years under other ids.
"""

import sys
import time
from datetime import timedelta

from departures import law
from departures.check import examine
from departures.law.rows import Bound, Case, Order
from departures.law.shelf import Shelf
from departures.reading import read_document
from departures.resolve import gather
from departures.words import Document, Operation

YEARS = 10
COUNTRIES = ("UZ", "GH", "SV", "MX", "PA", "CR", "SS", "RW", "GT", "HN", "CU")
REPORT = (
    "The United States deported 131 people, citizens of Uzbekistan and Kazakhstan, from New York "
    "to Tashkent on 30 April 2025 by Uzbekistan Airways."
)


def main() -> None:
    """Make the shelf and the operations, examine them, and print the time."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    shelf = ten_years(law.shelf())
    document = Document.of(REPORT)
    claims = read_document(document).claims
    [operation] = gather(claims)
    operations = [varied(operation, number) for number in range(wanted)]
    begun, busy = time.perf_counter(), time.process_time()
    findings = examine(operations, claims, shelf)
    seconds, busy = time.perf_counter() - begun, time.process_time() - busy
    print(
        f"{len(shelf.orders)} orders, {wanted} operations, {len(findings)} findings: "
        f"{seconds:.1f} s, {busy:.1f} s of them computing "
        f"({busy / wanted * 1e6:.0f} µs for each operation)"
    )


def ten_years(shelf: Shelf) -> Shelf:
    """The shelf with its orders once more for every two years before, ten years in all."""
    cases = [older(case, 730 * back) for case in shelf.cases for back in range(YEARS // 2)]
    return Shelf(
        as_of=shelf.as_of,
        jurisdictions=shelf.jurisdictions,
        cases=tuple(cases),
        policies=shelf.policies,
        agreements=shelf.agreements,
        notices=shelf.notices,
        visas=shelf.visas,
    )


def older(case: Case, days: int) -> Case:
    """The case as if it had been that many days earlier."""
    orders = tuple(earlier(order, days) for order in case.orders)
    return case.model_copy(update={"id": f"{case.id}-{days}", "orders": orders})


def earlier(order: Order, days: int) -> Order:
    """One order, that many days earlier; without its hours and holds; the next ends it."""
    back = timedelta(days=days)

    def moved(when: Bound | None) -> Bound | None:
        return when and Bound(earliest=when.earliest - back, latest=when.latest - back)

    day = order.made - back + timedelta(days=730)
    ended = Bound(earliest=day, latest=day) if days else None
    return order.model_copy(
        update={
            "id": f"{order.id}-{days}",
            "made": order.made - back,
            "first_made": order.first_made and order.first_made - back,
            "effective": moved(order.effective),
            "until": moved(order.until) or ended,
            "moments": (),
            "holds": (),
        }
    )


def varied(operation: Operation, number: int) -> Operation:
    """The operation on another day of ten years, to another country."""
    day = law.shelf().as_of - timedelta(days=number % (365 * YEARS))
    country = COUNTRIES[number % len(COUNTRIES)]
    assert operation.date and operation.destination
    when = operation.date.model_copy(update={"earliest": day, "latest": day})
    to = operation.destination.model_copy(update={"country": country})
    return operation.model_copy(
        update={"id": f"operation-{number}", "date": when, "destination": to}
    )


if __name__ == "__main__":
    main()
