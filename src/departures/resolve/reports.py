"""What is known of a whole report: who published it, when, and whose text it is.

Invariant: a report is computed from its document once and never needs the text again; two
reports of one wire text are known by their sketches alone, also where paragraphs were cut or words
were changed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Final
from zlib import crc32

from departures.words import Claim, Document, StatementClaim
from departures.words.folding import folded_words
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
_SENTENCE_END: Final = re.compile(r"[.!?]\s")


class Report(Value):
    """A document as resolving needs it: its outlet, its day, its wording in short."""

    document: str
    source: str | None = None
    published: date | None = None
    sketch: tuple[int, ...] = ()
    """The smallest hashes of the text's shingles, in order."""
    quotations: tuple[str, ...] = ()
    """The sentences that it quotes directly, in folded words."""

    @cached_property
    def shingles(self) -> frozenset[int]:
        """The sketch as a set."""
        return frozenset(self.sketch)

    @cached_property
    def quoted(self) -> frozenset[str]:
        """The quotations as a set."""
        return frozenset(self.quotations)


def report_of(document: Document, claims: Iterable[Claim] = ()) -> Report:
    """The report that a document is; `claims` are those that were read in it."""
    return Report(
        document=document.id,
        source=document.source,
        published=document.published,
        sketch=_sketch(document.text),
        quotations=_quotations(claims),
    )


def _sketch(text: str) -> tuple[int, ...]:
    words = folded_words(text)
    last = max(1, len(words) - SHINGLE + 1)
    hashes = {crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(last)}
    return tuple(sorted(hashes)[:SKETCH])


def _quotations(claims: Iterable[Claim]) -> tuple[str, ...]:
    said = (
        folded_words(sentence)
        for claim in claims
        if isinstance(claim, StatementClaim) and claim.asserted_by.manner == "direct"
        for sentence in _SENTENCE_END.split(claim.quote.text)
    )
    kept = {" ".join(words) for words in said if len(words) >= QUOTED_WORDS}
    return tuple(sorted(kept)[:MOST_QUOTATIONS])


def same_wire(first: Report, second: Report) -> bool:
    """Whether two reports are copies of one text, the shorter one perhaps cut or edited."""
    shared = first.shingles & second.shingles
    if len(shared) < FEWEST_SHARED:
        return False
    # Up to the lower of the two last hashes both sketches are complete, and so comparable.
    limit = min(first.sketch[-1], second.sketch[-1])
    shorter = min(bisect_right(first.sketch, limit), bisect_right(second.sketch, limit))
    return sum(value <= limit for value in shared) >= COPIED * shorter
