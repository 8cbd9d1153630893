"""Misreadings of official figures, planted in reports of our own beside made-up releases.

    python evals/misreadings.py                # the texts that rules were written with
    python evals/misreadings.py fresh          # those written afterwards
    python evals/misreadings.py --misses

Invariant: a misreading counts as explained only where exactly its rules speak of it, and give the
official figure and days as the reading that is right.
"""

import argparse
import tempfile
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from departures.check import examine_figures
from departures.read import read
from departures.releases import open_shelf
from departures.releases.published import Figures
from departures.words import Document, Finding

FOLDER = Path(__file__).parent / "releases"
RELEASES = ("removals-made-up.csv", "docket-made-up.csv")
PUBLISHED = date(2024, 12, 10)
CONTEXT = """The United States has deported migrants on charter flights for years. The flights leave
from Texas and Louisiana, and immigration lawyers follow each of them.

"""
"""Stands before every report: a few sentences alone are too little to be read."""
ROUNDS = 50
"""So many times the claims are held against the figures, to measure what one costs."""


@dataclass(frozen=True)
class Report:
    """A short report, and what its reading must come to; without rules it is right."""

    text: str
    published: date
    rules: frozenset[str]
    reading: tuple[str, ...]


def reports(name: str) -> list[Report]:
    """The reports of one file of this folder."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        Report(
            text=CONTEXT + row["text"].strip(),
            published=row.get("published", PUBLISHED),
            rules=frozenset(row.get("rules", ())),
            reading=tuple(row.get("reading", ())),
        )
        for row in (*rows["misread"], *rows["right"])
    ]


def made_up(folder: Path) -> Figures:
    """The figures of the made-up releases, added to a shelf in `folder`."""
    shelf = open_shelf(folder)
    for name in RELEASES:
        shelf.add(FOLDER / name)
    return Figures(shelf)


def alarms(report: Report, figures: Figures) -> list[Finding]:
    """What is said against the figures of a report."""
    claims = read(Document.of(report.text, published=report.published))
    return [
        found
        for found in examine_figures(claims, figures)
        if found.rule != "R01" or found.weight != "note"
    ]


def rightly(report: Report, found: Sequence[Finding]) -> bool:
    """Whether a misreading is explained, or nothing said against what is right."""
    told = " ".join(each.text for each in found)
    same = {each.rule for each in found} == report.rules and len({f.about for f in found}) <= 1
    return same and all(words in told for words in report.reading)


def cost(held: Sequence[Report], figures: Figures) -> float:
    """Microseconds for each claim that is examined, its reading left out."""
    read_claims = [read(Document.of(each.text, published=each.published)) for each in held]
    examined = sum(len({f.about for f in examine_figures(c, figures)}) for c in read_claims)
    begun = time.perf_counter()
    for _ in range(ROUNDS):
        for claims in read_claims:
            examine_figures(claims, figures)
    return (time.perf_counter() - begun) / ROUNDS / max(1, examined) * 1e6


def main() -> None:
    """Print what is explained, what is a false alarm, and what a claim costs."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("name", nargs="?", default="planted", choices=("planted", "fresh"))
    parser.add_argument("--misses", action="store_true", help="show the texts that fail")
    asked = parser.parse_args()
    held = reports(asked.name)
    with tempfile.TemporaryDirectory() as folder:
        figures = made_up(Path(folder))
        found = [alarms(each, figures) for each in held]
        spent = cost(held, figures)
    misread = [rightly(each, said) for each, said in zip(held, found, strict=True) if each.rules]
    right = [not said for each, said in zip(held, found, strict=True) if not each.rules]
    print(f"misreadings explained rightly: {sum(misread)} of {len(misread)}")
    print(f"false alarms on right statements: {right.count(False)} of {len(right)}")
    print(f"cost: {spent:.0f} microseconds for each figure")
    for each, said in zip(held, found, strict=True):
        if asked.misses and not rightly(each, said):
            print(f"\n{each.text}\n  wanted {sorted(each.rules)}, {each.reading}")
            print("\n".join(f"  {one.rule}: {one.text}" for one in said) or "  nothing was said")


if __name__ == "__main__":
    main()
