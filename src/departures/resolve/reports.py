"""What is known of a whole report: who published it, when, and whose text it is.

Invariant: a report is computed from its document once and never needs the text again; two
reports of one wire text are known by their sketches alone, also where paragraphs were cut or words
were changed.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Final
from zlib import crc32

from departures.words import Claim, Document, StatementClaim
from departures.words.values import Value

SHINGLE: Final = 5
"""Words in one shingle: long enough that two reporters don't write the same by chance."""
SKETCH: Final = 64
"""Hashes kept of a text; its smallest ones."""
FEWEST_SHARED: Final = 8
COPIED: Final = 0.5
"""A text is a copy where this share of the shorter one's shingles stands in the other."""
QUOTED_WORDS: Final = 6
"""A shared quotation shorter than this may be chance."""
MOST_QUOTATIONS: Final = 50
_WORD = re.compile(r"\w+")


class Report(Value):
    """A document as resolving needs it: its outlet, its day, its wording in short."""

    document: str
    source: str | None = None
    published: date | None = None
    sketch: tuple[int, ...] = ()
    """The smallest hashes of the text's shingles, in order."""
    quotations: tuple[str, ...] = ()
    """Its direct quotations, in folded words."""


def report_of(document: Document, claims: Iterable[Claim] = ()) -> Report:
    """The report that a document is; `claims` are those that were read in it."""
    return Report(
        document=document.id,
        source=document.source,
        published=document.published,
        sketch=_sketch(document.text),
        quotations=_quotations(claims),
    )


def folded(words: str) -> list[str]:
    """Lower-case words without accents and punctuation."""
    if not words.isascii():
        words = unicodedata.normalize("NFKD", words)
        words = "".join(letter for letter in words if not unicodedata.combining(letter))
    return _WORD.findall(words.lower())


def _sketch(text: str) -> tuple[int, ...]:
    words = folded(text)
    last = max(1, len(words) - SHINGLE + 1)
    hashes = {crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(last)}
    return tuple(sorted(hashes)[:SKETCH])


def _quotations(claims: Iterable[Claim]) -> tuple[str, ...]:
    said = (
        folded(claim.quote.text)
        for claim in claims
        if isinstance(claim, StatementClaim) and claim.asserted_by.manner == "direct"
    )
    kept = {" ".join(words) for words in said if len(words) >= QUOTED_WORDS}
    return tuple(sorted(kept)[:MOST_QUOTATIONS])


def same_wire(first: Report, second: Report) -> bool:
    """Whether two reports are copies of one text, the shorter one perhaps cut or edited."""
    if not first.sketch or not second.sketch:
        return False
    # Up to the lower of the two last hashes both sketches are complete, and so comparable.
    limit = min(first.sketch[-1], second.sketch[-1])
    ours = {value for value in first.sketch if value <= limit}
    theirs = {value for value in second.sketch if value <= limit}
    shared = len(ours & theirs)
    return shared >= FEWEST_SHARED and shared >= COPIED * min(len(ours), len(theirs))
