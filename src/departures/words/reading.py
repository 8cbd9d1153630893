"""What one document yields: the JSON contract of `departures read --format json`.

Invariant: every span of every claim reproduces the document's text at its offsets; a reading in
which one does not can't be made.
"""

from typing import Self

from pydantic import model_validator

from departures.words.claims import Claim, Speaker, spans_of
from departures.words.documents import Document
from departures.words.operations import Finding, Operation
from departures.words.privacy import Withheld
from departures.words.values import Value


class Reading(Value):
    """A document, its claims, and the operations and findings of that document alone."""

    document: Document
    claims: tuple[Claim, ...] = ()
    operations: tuple[Operation, ...] = ()
    findings: tuple[Finding, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    """What of the document's text and title is not for the public."""

    @model_validator(mode="after")
    def _spans_reproduce(self) -> Self:
        text = self.document.text
        within = {"text": len(text), "title": len(self.document.title or "")}
        for hidden in self.withheld:
            if hidden.end > within[hidden.within]:
                raise ValueError(f"the {hidden.within} ends before {hidden.end}")
        for claim in self.claims:
            if claim.document != self.document.id:
                raise ValueError(f"{claim.id} is of another document: {claim.document}")
            for span in spans_of(claim):
                if text[span.start : span.end] != span.text:
                    raise ValueError(
                        f"{claim.id}: {span.text!r} does not stand at {span.start}…{span.end}"
                    )
            speaker: Speaker | None = claim.asserted_by
            if speaker and not text[speaker.start : speaker.end].strip():
                raise ValueError(f"{claim.id}: no words name the speaker {speaker.speaker!r}")
        return self
