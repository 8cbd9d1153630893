"""What is shown as rows of flat tables. Pure.

Invariant: the tables and columns are those of `columns.toml`; a list in a cell keeps its order.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from departures.exports.columns import Row
from departures.record.summary import DocumentSummary
from departures.tongue.phrases import spoken
from departures.words import (
    AnyValue,
    Asserted,
    Claim,
    Count,
    Date,
    Finding,
    Nationality,
    Operation,
    Party,
    Place,
    Span,
)


class _Bounds(NamedTuple):
    lower: int | None = None
    upper: int | None = None
    earliest: date | None = None
    latest: date | None = None


def operation_row(
    operation: Operation, sources: Mapping[str, DocumentSummary], questions: int
) -> Row:
    """An operation with the values that are shown; `questions` is how many are open."""
    when, count = operation.date, operation.count
    disputed = (name for name, field in operation.values.items() if field.verdict == "disputed")
    return {
        "id": operation.id,
        "act": operation.act,
        "modality": operation.modality,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        **_place("origin", operation.origin),
        **_place("destination", operation.destination),
        "people": count.text if count else None,
        "people_lower": count.lower if count else None,
        "people_upper": count.upper if count else None,
        "people_as_told": "; ".join(counts_told(operation)),
        "nationalities": " ".join(held.country for held in operation.nationalities),
        "carrier": operation.carrier.name if operation.carrier else None,
        "disputed": " ".join(disputed),
        "open_questions": questions,
        "sources": "; ".join(source_names(operation, sources)),
    }


def _place(name: str, place: Place | None) -> Row:
    return {
        name: place.name if place else None,
        f"{name}_country": place.country if place else None,
    }


def counts_told(operation: Operation) -> list[str]:
    """All numbers of people that are told, in their words, the shown one first."""
    field = operation.values.get("count")
    if not field:
        return []
    shown = field.asserted[field.shown]
    others = [entry for entry in field.asserted if entry is not shown]
    return [entry.value.text for entry in (shown, *others) if isinstance(entry.value, Count)]


def source_names(operation: Operation, sources: Mapping[str, DocumentSummary]) -> list[str]:
    """Who published the documents of an operation, each once."""
    held = (sources[id] for id in operation.documents if id in sources)
    return list(dict.fromkeys(one.source or one.title or one.id[:19] for one in held))


def open_questions(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings about each operation leave a question open."""
    counted: dict[str, int] = {}
    for found in findings:
        if found.weight != "note":
            counted[found.about] = counted.get(found.about, 0) + 1
    return counted


def value_rows(operation: Operation) -> Iterator[Row]:
    """Every value that is asserted of an operation."""
    for name, field in operation.values.items():
        for index, entry in enumerate(field.asserted):
            yield {
                "operation": operation.id,
                "field": name,
                "verdict": field.verdict,
                "shown": index == field.shown,
                **_value(entry),
                "said_by": "; ".join(entry.said_by),
                "sources": entry.sources,
                "decided_by": "; ".join(entry.decided_by),
            }


def _value(entry: Asserted) -> Row:
    value = entry.value
    spans = value if isinstance(value, tuple) else (value,) if isinstance(value, Span) else ()
    countries = (held.country for held in spans if isinstance(held, Place | Party | Nationality))
    return {
        "words": "; ".join(span.text for span in spans) or spoken(value),
        **_bounds(value)._asdict(),
        "name": getattr(value, "name", None),
        "country": " ".join(code for code in countries if code),
        "document": entry.document,
        "start": min((span.start for span in spans), default=None),
        "end": max((span.end for span in spans), default=None),
    }


def _bounds(*values: AnyValue | None) -> _Bounds:
    """The bounds of the first count and the first date among values."""
    count = next((value for value in values if isinstance(value, Count)), None)
    when = next((value for value in values if isinstance(value, Date)), None)
    return _Bounds(
        count.lower if count else None,
        count.upper if count else None,
        when.earliest if when else None,
        when.latest if when else None,
    )


def claim_row(claim: Claim) -> Row:
    """A claim with the words that make it."""
    by = claim.asserted_by
    held: Mapping[str, Any] = vars(claim)
    return {
        "id": claim.id,
        "kind": claim.kind,
        "document": claim.document,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "quote": claim.quote.text,
        "modality": claim.modality,
        "speaker": by.speaker if by else None,
        "role": by.role if by else None,
        "organization": by.organization if by else None,
        "manner": by.manner if by else None,
        "measure": held.get("measure"),
        **_bounds(held.get("count"), held.get("date"), held.get("period"))._asdict(),
        "reader": claim.reader,
    }


def finding_row(finding: Finding) -> Row:
    """A finding with the ids of what it rests on."""
    return {
        "about": finding.about,
        "rule": finding.rule,
        "weight": finding.weight,
        "answer": finding.answer,
        "text": finding.text,
        "evidence": " ".join(each.id for each in finding.evidence),
    }


def document_row(document: DocumentSummary) -> Row:
    """A document without its text."""
    return {
        "id": document.id,
        "source": document.source,
        "published": document.published,
        "title": document.title,
        "language": document.language,
        "url": document.url,
        "claims": document.claims,
    }
