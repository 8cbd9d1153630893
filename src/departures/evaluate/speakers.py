"""Statements: which labelled stretch of speech was read, and as whose.

Invariant: a stretch is found where the read one and it share at least half of what they cover
together, and the speaker's name, role or organization agrees.
"""

from departures.evaluate.comparing import names_agree
from departures.evaluate.labels import Labels, StatementLabel
from departures.evaluate.pairing import pair_up
from departures.evaluate.tally import Tally
from departures.words import Reading, Speaker, StatementClaim


def voice(speaker: Speaker | None) -> str:
    """Everything that names a speaker, as one text."""
    if speaker is None:
        return ""
    return " ".join((speaker.speaker, speaker.role or "", speaker.organization or ""))


def _shared(start: int, end: int, read: StatementClaim) -> float:
    """The part of both stretches together that they share."""
    quote = read.quote
    shared = min(end, quote.end) - max(start, quote.start)
    return shared / (max(end, quote.end) - min(start, quote.start)) if shared > 0 else 0.0


def _same_speaker(label: StatementLabel, read: StatementClaim) -> bool:
    said = voice(read.asserted_by)
    return names_agree(label.speaker, said) or names_agree(label.role_or_org, said)


def score_statements(labels: Labels, reading: Reading, tally: Tally) -> None:
    """Compare the labelled stretches of speech with those that were read."""
    read = [claim for claim in reading.claims if isinstance(claim, StatementClaim)]
    text = reading.document.text
    places = {label.quote: text.find(label.quote) for label in labels.statements}

    def weigh(label: StatementLabel, claim: StatementClaim) -> float:
        start = places[label.quote]
        shared = _shared(start, start + len(label.quote), claim)
        return shared if shared >= 0.5 and _same_speaker(label, claim) else 0.0

    paired = pair_up(labels.statements, read, weigh)
    tally.add("statements", len(paired.pairs), len(labels.statements), len(read))
    for i in paired.unread:
        label = labels.statements[i]
        tally.miss("statement", f"not read: {label.speaker or label.role_or_org}: {label.quote!r}")
    for j in paired.unlabelled:
        claim = read[j]
        said = f"{claim.asserted_by.speaker}: {claim.quote.text!r}"
        tally.miss("statement", f"read but not labelled: {said}")
    for j, claim in enumerate(read):
        tally.credit(claim.reader, "statements", j not in paired.unlabelled)
