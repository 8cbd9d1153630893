"""One document taken down the road: read, resolved and checked.

Pure, like the stages that it joins; this is what `departures read` prints and what a record adds.
"""

from departures.check import examine, examine_claims, examine_figures
from departures.read import read
from departures.read.privacy import find_private
from departures.releases.published import Figures
from departures.resolve import gather, report_of
from departures.words import Document, Reading


def read_claims(document: Document) -> Reading:
    """The claims of a document, and what of it is not for the public, relevant or not."""
    return Reading(document=document, claims=tuple(read(document)), withheld=find_private(document))


def read_document(document: Document, official: Figures | None = None) -> Reading:
    """What a document yields: with its claims, the operations and findings of it alone.

    With `official`, its figures are held against what the releases publish.
    """
    reading = read_claims(document)
    operations = gather(reading.claims, reports=[report_of(document, reading.claims)])
    findings = (
        *examine(operations, reading.claims),
        *examine_claims(reading.claims, published=document.published),
        *(examine_figures(reading.claims, official) if official else ()),
    )
    return reading.model_copy(update={"operations": tuple(operations), "findings": findings})
