"""One document scored: its labels against its reading.

Invariant: pure, and the tally of a document depends on that document alone.
"""

from departures.evaluate.figures import score_statistics
from departures.evaluate.labels import Labels
from departures.evaluate.operations import score_operations
from departures.evaluate.rulings import score_agreements, score_orders
from departures.evaluate.speakers import score_statements
from departures.evaluate.tally import Tally
from departures.words import Reading


def score_document(name: str, labels: Labels, reading: Reading) -> Tally:
    """Everything that is counted in one document."""
    tally = Tally(document=name)
    _score_quotes(reading, tally)
    score_operations(labels, reading, tally)
    score_statistics(labels, reading, tally)
    score_statements(labels, reading, tally)
    score_orders(labels, reading, tally)
    score_agreements(labels, reading, tally)
    if labels.silent:
        tally.add("silence", int(not reading.claims), 1, 1)
        for claim in reading.claims:
            tally.miss("silence", f"claims a {claim.kind}: {claim.quote.text!r}")
    return tally


def _score_quotes(reading: Reading, tally: Tally) -> None:
    text = reading.document.text
    for claim in reading.claims:
        quote = claim.quote
        exact = text[quote.start : quote.end] == quote.text
        tally.add("quotes", int(exact), 1, 1)
        if not exact:
            tally.miss("quote", f"{quote.text!r} does not stand at {quote.start}…{quote.end}")
