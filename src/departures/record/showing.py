"""What is shown of documents: their texts, claims and movements, as read and decided, masked.

Invariant: what is shown of a document is a function of its latest reading and of the decisions
that concern it; nothing that is withheld goes further than this module.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, insert, or_, select

from departures.check import examine_claims
from departures.record import intake
from departures.record.deciding import decisions_about
from departures.record.search import Entry, keep_entries, remove_entries
from departures.record.tables import (
    blocks,
    documents,
    doubts,
    findings,
    movements,
    readings,
    shown_claims,
    shown_documents,
)
from departures.record.tables import claims as claims_read
from departures.resolve import Movement, Report, as_decided, claims_of, prepare, report_of
from departures.words import (
    Claim,
    Decision,
    Document,
    Lift,
    Mask,
    OperationClaim,
    Value,
    Withheld,
    Withhold,
    in_force,
)
from departures.words.folding import folded_words

AT_ONCE = 500
"""So many documents are held in memory at once."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One document as the public may see it, and the decisions about it, masked alike."""

    reading: int
    document: Document
    withheld: tuple[Withheld, ...]
    claims: tuple[Claim, ...]
    undecided: tuple[OperationClaim, ...]
    decisions: tuple[Decision, ...]
    report: Report


def show(connection: Connection, ids: Sequence[str]) -> None:
    """Make the shown rows of these documents anew, their movements and blocks among them."""
    unshow(connection, ids)
    for first in range(0, len(ids), AT_ONCE):
        _keep(connection, list(_shown(connection, ids[first : first + AT_ONCE])))


def unshow(connection: Connection, ids: Sequence[str]) -> None:
    """Remove the shown rows of these documents."""
    remove_entries(connection, ids)
    gone = intake.among(connection, ids)
    keys = select(movements.c.key).where(movements.c.document.in_(gone))
    connection.execute(
        delete(doubts).where(or_(doubts.c.first.in_(keys), doubts.c.second.in_(keys)))
    )
    connection.execute(delete(blocks).where(blocks.c.movement.in_(keys)))
    told = select(shown_claims.c.id).where(shown_claims.c.document.in_(gone))
    connection.execute(delete(findings).where(findings.c.about.in_(told)))
    for of in (movements.c.document, shown_claims.c.document, shown_documents.c.id):
        connection.execute(delete(of.table).where(of.in_(gone)))


def _shown(connection: Connection, ids: Sequence[str]) -> Iterable[Shown]:
    """These documents as they may be shown; those that are withheld whole are left out."""
    readings = intake.current_readings(connection, ids)
    kept = intake.frozen(connection, ids)
    told = intake.claims_of_readings(connection, [reading.id for reading in readings])
    about = _by_document(decisions_about(connection, ids), told)
    for reading in readings:
        if reading.withheld is None:
            continue
        claims = told.get(reading.id, [])
        hidden = intake.WITHHELD.validate_python(reading.withheld)
        shown = _shown_one(
            reading.id, kept[reading.document], claims, hidden, about.get(reading.document, [])
        )
        if shown is not None:
            yield shown


def _by_document(
    decisions: Iterable[Decision], told: dict[int, list[Claim]]
) -> dict[str, list[Decision]]:
    """The decisions in force, by the documents that they concern."""
    documents_of = {claim.id: claim.document for claims in told.values() for claim in claims}
    found: dict[str, list[Decision]] = {}
    for decision in in_force(decisions):
        of = {documents_of.get(claim) for claim in claims_of(decision)}
        if isinstance(decision, Withhold | Lift):
            of = {decision.document}
        for document in of - {None}:
            found.setdefault(str(document), []).append(decision)
    return found


def _shown_one(
    reading: int,
    document: Document,
    claims: Sequence[Claim],
    hidden: Iterable[Withheld],
    decisions: Sequence[Decision],
) -> Shown | None:
    withheld = withheld_of(document, hidden, decisions)
    if withheld is None:
        return None
    mask = Mask(document.text, withheld, document.title or "")
    masked = mask.model(document)
    read = [mask.claim(claim) for claim in claims]
    decided = tuple(mask.model(decision) for decision in decisions)
    public, _ = as_decided(read, decided)
    return Shown(
        reading=reading,
        document=masked,
        withheld=withheld,
        claims=tuple(public),
        undecided=tuple(claim for claim in read if isinstance(claim, OperationClaim)),
        decisions=decided,
        report=report_of(masked, public),
    )


def masks(connection: Connection, decisions: Sequence[Decision]) -> list[Decision]:
    """The same decisions, each without what is withheld from the documents that it concerns."""
    named = [claim for held in decisions for claim in claims_of(held)]
    document_of = _documents_of(connection, named)
    of = {
        held.id: {document_of[claim] for claim in claims_of(held) if claim in document_of}
        | ({held.document} if isinstance(held, Withhold | Lift) else set())
        for held in decisions
    }
    mask_of = _mask_of(connection, list({document for each in of.values() for document in each}))
    masked = []
    for held in decisions:
        for document in sorted(of[held.id]):
            held = mask_of[document].model(held)
        masked.append(held)
    return masked


def _documents_of(connection: Connection, named: Sequence[str]) -> dict[str, str]:
    """The documents in which claims stand, or stood."""
    of = claims_read.c.id
    query = select(of, readings.c.document).join_from(claims_read, readings)
    rows = connection.execute(query.where(of.in_(intake.among(connection, named))))
    return {row.id: row.document for row in rows}


def _mask_of(connection: Connection, ids: Sequence[str]) -> dict[str, Mask]:
    """The mask of each document; of one that is withheld whole, or not yet read, all of it."""
    read = {each.document: each.withheld for each in intake.current_readings(connection, ids)}
    about: dict[str, list[Decision]] = {}
    for held in in_force(decisions_about(connection, ids)):
        if isinstance(held, Withhold | Lift):
            about.setdefault(held.document, []).append(held)
    found = {}
    for id, document in intake.frozen(connection, ids).items():
        told = intake.WITHHELD.validate_python(read[id] or ())
        withheld = withheld_of(document, told, about.get(id, ()))
        if withheld is None or read[id] is None:
            withheld = (Withheld(start=0, end=len(document.text), kind="name"),)
        found[id] = Mask(document.text, withheld, document.title or "")
    return found


def withheld_of(
    document: Document, read: Iterable[Withheld], decisions: Iterable[Decision]
) -> tuple[Withheld, ...] | None:
    """The withheld stretches of a document, in order; null where all of it is withheld.

    A decision about a stretch holds wherever the same words stand in the document.
    """
    stretches: dict[tuple[str, int, int], Withheld] = {
        (one.within, one.start, one.end): one for one in read
    }
    whole = False
    for decision in decisions:
        if not isinstance(decision, Withhold | Lift):
            continue
        if decision.start is None or decision.end is None:
            whole = isinstance(decision, Withhold)
        elif isinstance(decision, Withhold):
            words = document.text[decision.start : decision.end]
            found = [*_found(document.text, words, "text")]
            found += _found(document.title or "", words, "title")
            stretches |= {(one.within, one.start, one.end): one for one in found}
        else:
            lifted = set(folded_words(document.text[decision.start : decision.end]))
            stretches = {
                key: one
                for key, one in stretches.items()
                if not lifted.issuperset(_words_of(document, one))
            }
    return None if whole else tuple(stretches[key] for key in sorted(stretches))


def _words_of(document: Document, one: Withheld) -> list[str]:
    string = document.text if one.within == "text" else document.title or ""
    return folded_words(string[one.start : one.end])


def _found(string: str, words: str, within: Literal["text", "title"]) -> Iterable[Withheld]:
    for start in _places(string, words):
        yield Withheld(start=start, end=start + len(words), kind="name", within=within)


def _places(string: str, words: str) -> Iterable[int]:
    """Where the words stand in the string, not inside longer words."""
    at = string.find(words)
    while at >= 0:
        last = at + len(words)
        if not (at and string[at - 1].isalnum() and words[0].isalnum()) and not (
            last < len(string) and string[last].isalnum() and words[-1].isalnum()
        ):
            yield at
        at = string.find(words, last)


def _keep(connection: Connection, shown: Sequence[Shown]) -> None:
    added = _added(connection, [each.document.id for each in shown])
    document_rows = [_row(each, added[each.document.id]) for each in shown]
    decided = {claim for each in shown for held in each.decisions for claim in claims_of(held)}
    claim_rows = [
        {
            "id": claim.id,
            "document": claim.document,
            "position": position,
            "kind": claim.kind,
            "decided": claim.id in decided,
            "body": claim.model_dump(mode="json"),
        }
        for each in shown
        for position, claim in enumerate(each.claims)
    ]
    moved = [movement for each in shown for movement in movements_of(each)]
    movement_rows = [
        {
            "key": each.key,
            "document": each.document,
            "claim": min(claim.id for claim in each.claims),
            "component": each.key,
        }
        for each in moved
    ]
    block_rows = [{"block": block, "movement": each.key} for each in moved for block in each.blocks]
    for table, rows in (
        (shown_documents, document_rows),
        (shown_claims, claim_rows),
        (movements, movement_rows),
        (blocks, block_rows),
        (findings, [row for each in shown for row in _noticed(each)]),
    ):
        if rows:
            connection.execute(insert(table), rows)
    keep_entries(connection, (_entry(each.document) for each in shown))


def _row(each: Shown, added: object) -> dict[str, object]:
    return {
        **each.document.model_dump(),
        "reading": each.reading,
        "added": added,
        "withheld": intake.WITHHELD.dump_python(each.withheld, mode="json"),
        "claims": len(each.claims),
        "report": each.report.model_dump(mode="json"),
        "undecided": _bodies(each.undecided) if each.decisions else None,
        "decisions": _bodies(each.decisions),
    }


def _noticed(each: Shown) -> Iterable[dict[str, object]]:
    """One finding for each claim that the law shelf answers; those on operations are settled."""
    for found in examine_claims(each.claims, published=each.document.published):
        yield {"about": found.about, "position": 0, "body": found.model_dump(mode="json")}


def _entry(document: Document) -> Entry:
    """What of a document can be found."""
    words = "\n".join(filter(None, (document.source, document.text)))
    return Entry("document", document.id, document.title or "", words)


def _bodies(values: Iterable[Value]) -> list[object]:
    return [value.model_dump(mode="json") for value in values]


def _added(connection: Connection, ids: Sequence[str]) -> dict[str, object]:
    query = select(documents.c.id, documents.c.added).where(documents.c.id.in_(ids))
    return {row.id: row.added for row in connection.execute(query)}


def movements_of(shown: Shown) -> Sequence[Movement]:
    """The movements that a shown document tells of."""
    return prepare(shown.undecided, shown.decisions, [shown.report])
