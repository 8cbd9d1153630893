"""One document taken down the road: read, resolved and checked.

Pure, like the stages that it joins; this is what `departures read` prints and what a record adds.
"""

from departures.check import examine, examine_claims
from departures.read import read
from departures.read.privacy import find_private
from departures.resolve import gather, report_of
from departures.words import Document, Reading


def read_document(document: Document) -> Reading:
    """What a document yields: its claims, and what of it is not for the public, relevant or not."""
    claims = read(document)
    operations = gather(claims, reports=[report_of(document, claims)])
    return Reading(
        document=document,
        claims=tuple(claims),
        operations=tuple(operations),
        findings=(
            *examine(operations, claims),
            *examine_claims(claims, published=document.published),
        ),
        withheld=find_private(document),
    )
