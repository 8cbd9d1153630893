"""How fast a table of people is imported and counted, beside pandas.

    python benchmarks/releases.py [--json] [--rows 528000] [--counted 8500000] [--peers 20000]

The tables are synthetic, in the layout of the removals of July 2025: 41 columns. Each import is a
process of its own, so that its memory is its own; a peer only loads the sheet into a frame, while
the shelf also types it, keeps where each row stood, and writes it down.
"""

import argparse
import json
import multiprocessing
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from departures.releases import About, Release, Shelf, open_shelf
from departures.releases.synthetic import layout_of, write_workbook

LAYOUT = "removals-2025-07"
MOST_SECONDS, MOST_GIGABYTES, MOST_MILLISECONDS = 15.0, 2.0, 150.0
ROUNDS = 9


def by_shelf(file: Path) -> None:
    """Imported, as `departures releases add` does it."""
    with tempfile.TemporaryDirectory() as folder:
        open_shelf(folder).add(file)


def by_openpyxl(file: Path) -> None:
    """Loaded by pandas' usual engine."""
    import pandas as pd

    pd.read_excel(file, engine="openpyxl", skiprows=6)


def by_calamine(file: Path) -> None:
    """Loaded by pandas' fast engine."""
    import pandas as pd

    pd.read_excel(file, engine="calamine", skiprows=6)


def apart(work: Callable[[Path], None], file: Path) -> dict[str, float]:
    """Seconds by the clock, and the peak of memory, of a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_measured, args=(work, file, theirs))
    process.start()
    theirs.close()
    seconds, gigabytes = ours.recv()
    process.join()
    return {"seconds": seconds, "gigabytes": gigabytes}


def _measured(work: Callable[[Path], None], file: Path, told: Any) -> None:
    began = time.perf_counter()
    work(file)
    seconds = time.perf_counter() - began
    told.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6))


def enlarged(shelf: Shelf, release: Release, rows: int) -> None:
    """Copy the file of a release beside itself until it has so many rows."""
    (part,) = release.parts
    folder = shelf.folder / release.id
    names = [f"copy-{number}.parquet" for number in range(-(-rows // part.rows))]
    for name in names:
        shutil.copy(folder / part.parquet, folder / name)
    parts = tuple(part.model_copy(update={"parquet": name}) for name in names)
    manifest = release.model_copy(update={"parts": parts})
    (folder / "manifest.json").write_text(manifest.model_dump_json(), encoding="utf-8")


def milliseconds_to_count(shelf: Shelf, **asked: Any) -> float:
    """By the clock, the median of several rounds after a first one."""
    times = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        shelf.count("removals", **asked)
        times.append(1000 * (time.perf_counter() - began))
    return median(times[1:])


def measure(rows: int, counted: int, peers: int) -> dict[str, Any]:
    """Everything, as it goes into JSON."""
    layout = layout_of(LAYOUT)
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large.xlsx"), Path(folder, "small.xlsx")
        write_workbook(layout, large, rows)
        write_workbook(layout, small, peers)
        imported = apart(by_shelf, large)
        works = {"shelf": by_shelf, "openpyxl": by_openpyxl, "calamine": by_calamine}
        beside = {name: apart(work, small) for name, work in works.items()}
        shelf = open_shelf(Path(folder, "shelf"))
        (release,) = shelf.add(large, About(release="large"))
        enlarged(shelf, release, counted)
        counts = {
            "departure_country": milliseconds_to_count(shelf, by=["departure_country"]),
            "departure_country of UZ in 2024": milliseconds_to_count(
                shelf, citizenship="UZ", fiscal_year=2024, by=["departure_country"]
            ),
        }
        held = shelf.release("large").rows
    return {
        "rows": rows,
        "imported": imported,
        "peers_rows": peers,
        "peers": beside,
        "counted": held,
        "milliseconds_to_count": counts,
    }


def show(measured: dict[str, Any]) -> None:
    """Print what was measured."""
    took = measured["imported"]
    print(
        f"{measured['rows']:,} rows of 41 columns imported: {took['seconds']:.1f} s "
        f"(aim {MOST_SECONDS:.0f}), {took['gigabytes']:.2f} GB (aim {MOST_GIGABYTES:.0f})"
    )
    for by, milliseconds in measured["milliseconds_to_count"].items():
        aim = f"(aim {MOST_MILLISECONDS:.0f})"
        print(f"{measured['counted']:,} rows counted by {by}: {milliseconds:.0f} ms {aim}")
    print(f"{measured['peers_rows']:,} rows, one workbook for all:")
    ours = measured["peers"]["shelf"]["seconds"]
    for name, took in measured["peers"].items():
        ratio = took["seconds"] / ours
        print(f"{name:>12}{took['seconds']:8.2f} s{took['gigabytes']:8.2f} GB{ratio:8.1f} ×")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rows", type=int, default=528_000, help="of the large workbook")
    parser.add_argument("--counted", type=int, default=8_500_000, help="rows to count in")
    parser.add_argument("--peers", type=int, default=20_000, help="of the workbook for all")
    asked = parser.parse_args()
    measured = measure(asked.rows, asked.counted, asked.peers)
    if asked.json:
        print(json.dumps(measured, indent=2))
    else:
        show(measured)


if __name__ == "__main__":
    main()
