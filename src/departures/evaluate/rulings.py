"""Orders and agreements.

Invariant: an order is right by its effect and, where labelled, its date; an agreement where at
least half of all parties that are labelled or read are both.
"""

from departures.evaluate.comparing import dates_agree, interval_of_date
from departures.evaluate.labels import AgreementLabel, Labels, OrderLabel
from departures.evaluate.pairing import Pairs, pair_up
from departures.evaluate.tally import Tally
from departures.words import AgreementClaim, OrderClaim, Reading


def _same_order(label: OrderLabel, read: OrderClaim) -> float:
    """2 where the date is right too, 1 where only the effect is."""
    if label.effect != read.effect:
        return 0
    return 1 + (label.date is None or dates_agree(label.date, interval_of_date(read.date)))


def score_orders(labels: Labels, reading: Reading, tally: Tally) -> None:
    """Compare the labelled orders with those that were read."""
    read = [claim for claim in reading.claims if isinstance(claim, OrderClaim)]
    paired = pair_up(labels.rulings, read, _same_order)
    right = [(i, j) for i, j in paired.pairs if _same_order(labels.rulings[i], read[j]) == 2]
    _settle(
        "order",
        right,
        [f"{label.effect} {label.date or ''} — {label.quote!r}" for label in labels.rulings],
        [f"{one.effect} {interval_of_date(one.date) or ''} — {one.quote.text!r}" for one in read],
        [claim.reader for claim in read],
        tally,
    )


def _party_keys(read: AgreementClaim) -> frozenset[str]:
    return frozenset((party.country or party.name).upper() for party in read.parties)


def _shared_parties(label: AgreementLabel, read: AgreementClaim) -> float:
    parties = _party_keys(read)
    return len(label.parties & parties) / max(1, len(label.parties | parties))


def score_agreements(labels: Labels, reading: Reading, tally: Tally) -> None:
    """Compare the labelled agreements with those that were read."""
    read = [claim for claim in reading.claims if isinstance(claim, AgreementClaim)]
    paired: Pairs = pair_up(labels.agreements, read, _shared_parties)
    right = [
        (i, j) for i, j in paired.pairs if _shared_parties(labels.agreements[i], read[j]) >= 0.5
    ]
    _settle(
        "agreement",
        right,
        [f"{'/'.join(sorted(one.parties))} — {one.quote!r}" for one in labels.agreements],
        [f"{'/'.join(sorted(_party_keys(one)))} — {one.quote.text!r}" for one in read],
        [claim.reader for claim in read],
        tally,
    )


def _settle(
    kind: str,
    right: list[tuple[int, int]],
    labels: list[str],
    read: list[str],
    readers: list[str],
    tally: Tally,
) -> None:
    """Enter one kind of claim: its score, what was missed, and each reader's share."""
    name = f"{kind}s"
    tally.add(name, len(right), len(labels), len(read))
    labelled, claimed = {i for i, _ in right}, {j for _, j in right}
    for i, told in enumerate(labels):
        if i not in labelled:
            tally.miss(kind, f"not read: {told}")
    for j, (told, reader) in enumerate(zip(read, readers, strict=True)):
        tally.credit(reader, name, j in claimed)
        if j not in claimed:
            tally.miss(kind, f"read but not labelled: {told}")
