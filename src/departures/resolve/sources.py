"""Which documents are independent of each other.

Invariant: every document is in exactly one source; documents of one outlet, and copies of one wire
text, are one source.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from departures.resolve.reports import Report, same_wire
from departures.words import IndependentSource


def independent(
    documents: Sequence[str], reports: Mapping[str, Report]
) -> tuple[IndependentSource, ...]:
    """The documents by source, in the order in which they are given.

    A document whose report is not at hand counts as a source of its own.
    """
    parent = {document: document for document in documents}
    outlets: dict[str, str] = {}
    originals: list[Report] = []
    copies: set[str] = set()

    def root(document: str) -> str:
        while parent[document] != document:
            document = parent[document]
        return document

    for document in parent:
        report = reports.get(document)
        if report is None:
            continue
        if report.source:
            first = outlets.setdefault(report.source.casefold(), document)
            parent[root(document)] = root(first)
        copied = [other for other in originals if same_wire(report, other)]
        for other in copied:
            parent[root(document)] = root(other.document)
            copies.update((document, other.document))
        if not copied:
            originals.append(report)
    grouped: dict[str, list[str]] = defaultdict(list)
    for document in parent:
        grouped[root(document)].append(document)
    return tuple(_source(held, copies) for held in grouped.values())


def _source(documents: list[str], copies: set[str]) -> IndependentSource:
    if len(documents) == 1:
        return IndependentSource(documents=tuple(documents))
    wire = any(document in copies for document in documents)
    return IndependentSource(documents=tuple(documents), why="wire" if wire else "outlet")
