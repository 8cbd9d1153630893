"""L18 and L19: what reports say of orders and arrangements, held against the shelf.

Invariant: a claim that matches no row is said to be unmatched; that refutes nothing.
"""

from collections.abc import Iterable
from datetime import date

from departures import law
from departures.check.registry import Noticed, finding, wordings
from departures.law.matching import agreements_meant, calls_first, earlier_than, rows_meant
from departures.law.shelf import Shelf
from departures.words import AgreementClaim, Claim, Finding, OrderClaim, Weight
from departures.words.countries import country_name, listed

RULES = ("L18", "L19")
"""The rules about claims; all others are about operations."""


def examine_claims(
    claims: Iterable[Claim], shelf: Shelf | None = None, published: date | None = None
) -> list[Finding]:
    """A finding about each claim of an order or arrangement. `published`: the reports' day."""
    held = shelf or law.shelf()
    found = []
    for claim in claims:
        if isinstance(claim, OrderClaim):
            found.append(finding("L18", claim.id, _order(claim, held)))
        elif isinstance(claim, AgreementClaim):
            found.append(finding("L19", claim.id, _agreement(claim, held, published)))
    return found


def _order(claim: OrderClaim, shelf: Shelf) -> Noticed:
    rows, wording = rows_meant(claim, shelf), wordings()["L18"]
    as_of = shelf.as_of.isoformat()
    if not rows:
        return Noticed(wording.say("unmatched", as_of=as_of), claims=(claim.id,), answer="unknown")
    ids = tuple(row.id for row in rows)
    if len(rows) > 1:
        text = wording.say("several", rows=listed(list(ids)), as_of=as_of)
        return Noticed(text, claims=(claim.id,), answer="unknown", orders=ids)
    [row] = rows
    text = wording.say(
        "matched",
        row=row.id,
        case=row.name,
        court=row.court,
        kind=row.kind,
        made=row.made.isoformat(),
        as_of=as_of,
    )
    return Noticed(text, claims=(claim.id,), orders=ids)


def _agreement(claim: AgreementClaim, shelf: Shelf, published: date | None) -> Noticed:
    wording, as_of = wordings()["L19"], shelf.as_of.isoformat()
    rows = agreements_meant(claim, shelf)
    day = published or (claim.date.latest if claim.date else None)
    if calls_first(claim) and day:
        earlier = earlier_than(day, shelf, (row.country for row in rows))
        names = listed([country_name(row.country) for row in earlier]) if earlier else ""
        text = wording.say("earlier" if earlier else "first", rows=names, as_of=as_of)
        weight: Weight = "question" if earlier else "note"
        return Noticed(text, weight, claims=(claim.id,), answer="no" if earlier else "unknown")
    if rows:
        names = listed([country_name(row.country, article=True) for row in rows])
        return Noticed(wording.say("matched", row=names, as_of=as_of), claims=(claim.id,))
    return Noticed(wording.say("unmatched", as_of=as_of), claims=(claim.id,), answer="unknown")
