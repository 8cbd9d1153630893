"""Which rows of the shelf a report means: "a judge barred … on April 18", "the first such deal".

Invariant: a row is matched by what the claim says: a docket, a case, or a day with the judge, the
court or the effect. A claim that says none of them matches nothing.
"""

from collections.abc import Iterable
from datetime import date

from departures.law.rows import Agreement, Order
from departures.law.shelf import Shelf
from departures.words import AgreementClaim, OrderClaim

PERMITS = frozenset({"permits", "stays", "vacates"})
CONSTRAINS = frozenset({"bars", "orders"})
JUDGED = PERMITS | CONSTRAINS
"""The effects that tell one order of a day from another."""
_NUMBERED = (
    "first 1st",
    "second 2nd 2d",
    "third 3rd 3d",
    *("fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th"),
    *("eighth 8th", "ninth 9th", "tenth 10th", "eleventh 11th"),
)
CIRCUITS_SAID = {
    said: str(number) for number, words in enumerate(_NUMBERED, 1) for said in words.split()
} | {"dc": "dc", "columbia": "dc"}
"""How reports say a circuit, and how CourtListener writes it after `ca`."""
CIRCUITS = frozenset(CIRCUITS_SAID.values())
_NOBODY = frozenset("a the federal district us u.s. judge judges court panel".split())


def rows_meant(claim: OrderClaim, shelf: Shelf) -> tuple[Order, ...]:
    """The orders that a claim can mean; one where it is plain, none where nothing matches."""
    found = [order for order in shelf.orders if _names(claim, order) and _same_day(claim, order)]
    if not found:
        return ()
    best = max(_likeness(claim, order) for order in found)
    return tuple(order for order in found if _likeness(claim, order) == best)


def _names(claim: OrderClaim, order: Order) -> bool:
    """Whether the claim names something of the order, and nothing that is another's."""
    day = claim.date is not None and claim.date.earliest is not None
    if claim.docket:
        return claim.docket.name in (order.docket or "")
    if claim.case and _shares(claim.case.name, order.name):
        return True
    judge = _named_judge(claim)
    if claim.case or (judge and not _judge(judge, order)):
        return False
    return day and claim.effect in JUDGED and _effect(claim, order) and _court(claim, order)


def _same_day(claim: OrderClaim, order: Order) -> bool:
    when = claim.date
    if when is None or when.earliest is None or when.latest is None:
        return True
    return when.earliest <= order.made <= when.latest


def _effect(claim: OrderClaim, order: Order) -> bool:
    if claim.effect in CONSTRAINS:
        return order.effect.startswith("constrains")
    if claim.effect in PERMITS:
        return order.effect.startswith("permits") or order.effect == "neutral"
    return True


def _court(claim: OrderClaim, order: Order) -> bool:
    """Whether the court can be the same: of the same rank, and of the same circuit if one is named.

    Reports always name the Supreme Court; "a judge" is of a trial court, and "a court" may be any
    but the Supreme Court.
    """
    named = claim.court.name.casefold() if claim.court else ""
    court = order.courtlistener_court or ""
    circuit = court.removeprefix("ca")
    if "supreme" in named or court == "scotus":
        return "supreme" in named and court == "scotus"
    if "appeal" in named or "circuit" in named:
        return circuit in CIRCUITS and _circuit(named) in ("", circuit)
    return circuit not in CIRCUITS or not ("district" in named or claim.judge)


def _circuit(court: str) -> str:
    """Which circuit a court of appeals is said to be of: `1`, `dc`; empty where none is named."""
    words = court.replace(".", "").split()
    return next((CIRCUITS_SAID[word] for word in words if word in CIRCUITS_SAID), "")


def _named_judge(claim: OrderClaim) -> str | None:
    """The judge's name; none where the report says only "a judge", or "a judge in Boston"."""
    said = claim.judge.name.casefold().partition(" in ")[0] if claim.judge else ""
    return said if set(said.split()) - _NOBODY else None


def _judge(name: str, order: Order) -> bool:
    last = name.casefold().split()[-1:]
    return bool(last) and last[0] in (order.judge or "").casefold()


def _shares(name: str, other: str) -> bool:
    """Whether two captions have a party in common: the words before or after `v.`"""
    ours, theirs = (set(_parties(each)) for each in (name, other))
    return bool(ours & theirs)


def _parties(caption: str) -> Iterable[str]:
    folded = caption.casefold().replace(" vs. ", " v. ").replace(" versus ", " v. ")
    common = {"trump", "noem", "mullin", "bondi", "dhs", "department of homeland security"}
    return (
        part.strip() for part in folded.split(" v. ") if part.strip() not in common and part.strip()
    )


def _likeness(claim: OrderClaim, order: Order) -> int:
    subject = (claim.subject.text if claim.subject else claim.quote.text).casefold()
    about_countries = "countr" in subject
    judge = _named_judge(claim)
    return (
        2 * bool(judge and _judge(judge, order))
        + (about_countries and order.covers.third_country)
        + (not order.covers.individual)
        + _effect(claim, order)
    )


def calls_first(claim: AgreementClaim) -> bool:
    """Whether the claim calls the arrangement the first of its kind."""
    words = claim.quote.text.casefold()
    return any(phrase in words for phrase in ("first such", "first of its kind", "the first deal"))


def agreements_meant(claim: AgreementClaim, shelf: Shelf) -> tuple[Agreement, ...]:
    """The arrangements with the countries that a claim names."""
    named = {party.country for party in claim.parties}
    return tuple(row for row in shelf.agreements if row.country in named)


def earlier_than(day: date, shelf: Shelf, leaving_out: Iterable[str] = ()) -> list[Agreement]:
    """The arrangements announced, or with a first flight, surely before `day`."""
    out = set(leaving_out)
    rows = (row for row in shelf.agreements if row.concluded and row.country not in out)
    return [row for row in rows if _before(row, day)]


def _before(row: Agreement, day: date) -> bool:
    return any(when and when.latest < day for when in (row.announced, row.first_flight))
