"""Measure what is withheld from texts of our own: recall and precision of private names.

    python evals/privacy.py [--misses] [--floors]

Each text of `evals/privacy/*.toml` lists the stretches that must be withheld (`private`, and
`numbers` for dates of birth, case numbers and the like), those that must stay (`public`), and
words that may go either way (`either`). A mention counts as withheld only when no letter of it is
left; a withheld name is right when it is, or lies in, a listed one.

Invariant: every occurrence of a listed stretch counts, in the text and in the title.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from departures.read.privacy import find_private
from departures.words import Document, Mask

FOLDER = Path(__file__).parent / "privacy"
RECALL, PRECISION, KEPT = 0.97, 0.93, 0.98
Stretch = tuple[int, int]


@dataclass
class Score:
    """Counts over all texts."""

    private: int = 0
    withheld: int = 0
    found: int = 0
    right: int = 0
    public: int = 0
    kept: int = 0
    numbers: int = 0
    numbers_withheld: int = 0
    persons: set[str] = field(default_factory=set)
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Mentions of private people that are withheld, among all."""
        return self.withheld / max(1, self.private)

    @property
    def precision(self) -> float:
        """Withheld names that are of private people, among all withheld."""
        return self.right / max(1, self.found)

    @property
    def share_kept(self) -> float:
        """Public names that stay, among all."""
        return self.kept / max(1, self.public)


def texts() -> Iterator[dict[str, Any]]:
    """All texts, file by file."""
    for file in sorted(FOLDER.glob("*.toml")):
        yield from tomllib.loads(file.read_text(encoding="utf-8"))["texts"]


def places(words: list[str], text: str, taken: list[Stretch]) -> list[Stretch]:
    """Where the listed words stand, the longest first, each letter once."""
    found = []
    for listed in sorted(words, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(listed)}(?!\w)", text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append(match.span())
                taken.append(match.span())
    return found


def score_text(entry: dict[str, Any], score: Score) -> None:
    """Add what one text gives."""
    text = entry["text"].strip() + "\n"
    document = Document.of(text, title=entry["title"])
    withheld = find_private(document)
    hidden = Mask(text, withheld, entry["title"]).text()
    taken: list[Stretch] = []
    names = {*entry["private"], *entry["public"]}
    public: list[Stretch] = []
    private: list[Stretch] = []
    for listed in sorted(names, key=len, reverse=True):  # "Ana Diallo" before her cousin "Diallo"
        found = places([listed], text, taken)
        (public if listed in entry["public"] else private).extend(found)
    allowed = private + places(entry.get("either", []), text, taken)
    score.persons.update(name for name in entry["private"] if " " in name or "-" in name)
    for start, end in private:
        score.private += 1
        gone = not any(letter.isalnum() for letter in hidden[start:end])
        score.withheld += gone
        if not gone:
            score.misses.append(f"in the open: {text[start:end]!r} … {around(text, start, end)}")
    for start, end in public:
        score.public += 1
        kept = hidden[start:end] == text[start:end]
        score.kept += kept
        if not kept:
            score.misses.append(f"withheld: {text[start:end]!r} … {around(text, start, end)}")
    for one in withheld:
        if one.kind == "name" and one.within == "text":
            score.found += 1
            right = any(one.start < end and start < one.end for start, end in allowed)
            score.right += right
            if not right:
                at = (one.start, one.end)
                score.misses.append(f"no person: {text[slice(*at)]!r} … {around(text, *at)}")
    for number in entry.get("numbers", []):
        score.numbers += 1
        gone = number not in hidden
        score.numbers_withheld += gone
        if not gone:
            score.misses.append(f"number in the open: {number!r}")


def around(text: str, start: int, end: int) -> str:
    """A stretch with some words on both sides, on one line."""
    return " ".join(text[max(0, start - 40) : end + 30].split())


def score_all() -> Score:
    """The score over all texts."""
    score = Score()
    for entry in texts():
        score_text(entry, score)
    return score


def main() -> int:
    """Print the figures; exit status 1 below a floor where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--misses", action="store_true", help="list what went wrong")
    parser.add_argument("--floors", action="store_true", help="exit status 1 below a floor")
    options = parser.parse_args()
    score = score_all()
    if options.misses:
        print("\n".join(score.misses))
    print(f"mentions of private people   {score.private:4} withheld {score.recall:.3f}")
    print(f"names withheld               {score.found:4} right    {score.precision:.3f}")
    print(f"public names                 {score.public:4} kept     {score.share_kept:.3f}")
    print(f"numbers                      {score.numbers:4} withheld {score.numbers_withheld}")
    print(f"full names planted           {len(score.persons):4}")
    good = score.recall >= RECALL and score.precision >= PRECISION and score.share_kept >= KEPT
    return 1 if options.floors and not good else 0


if __name__ == "__main__":
    sys.exit(main())
