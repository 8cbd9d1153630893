"""A record in memory: the example reports with claims laid out by hand, and a client on the pages.

The claims go through the real `gather` and `examine`; only the reader and the store are left out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from departures.check import examine, examine_claims
from departures.errors import NotFoundError
from departures.record import Record
from departures.record.facets import Facet, facets_of
from departures.record.overview import Overview
from departures.record.search import terms_of
from departures.record.state import State
from departures.record.summary import DocumentSummary
from departures.record.walking import DocumentPlace, OperationPlace
from departures.resolve import gather
from departures.web import create_app
from departures.web.shelf import open_shelf
from departures.words import (
    Claim,
    Count,
    Date,
    Decision,
    Document,
    Finding,
    Nationality,
    Operation,
    OperationClaim,
    OrderClaim,
    Party,
    Place,
    Reading,
    ShownDocument,
    Span,
    Speaker,
    StatementClaim,
    StatisticClaim,
    claim_id,
)
from departures.words.folding import fold

EXAMPLES = Path(__file__).parents[2] / "examples"
READER = "by-hand/1"
ADDED = datetime(2025, 5, 3, 12, tzinfo=UTC)


def shown(document: Document) -> ShownDocument:
    """The document as the public sees it; nothing is withheld here."""
    return ShownDocument(**document.model_dump())


def summary(document: Document) -> DocumentSummary:
    """The document without its text."""
    known = {name: getattr(document, name, None) for name in DocumentSummary.__slots__}
    return DocumentSummary(**{**known, "added": ADDED, "claims": 0})


@dataclass
class StandIn:
    """The reading side of a record, over lists."""

    held: list[Document] = field(default_factory=list)
    told: list[Claim] = field(default_factory=list)
    moved: list[Operation] = field(default_factory=list)
    noticed: list[Finding] = field(default_factory=list)
    folder: TemporaryDirectory[str] = field(default_factory=TemporaryDirectory)

    @cached_property
    def overview(self) -> Overview:
        """Of a real record of the same reports."""
        record = Record.open(Path(self.folder.name) / "record.db")
        for document in self.held:
            record.add(Reading(document=document, claims=tuple(self.claims(document.id))))
        return record.overview

    def operations(
        self,
        having: Iterable[Facet] = (),
        *,
        limit: int | None = None,
        offset: int = 0,
        after: OperationPlace | None = None,
    ) -> list[Operation]:
        held, _ = self.narrowed([operation.id for operation in self.moved], having)
        first = offset if after is None else held.index(after.id) + 1
        return self.operations_by_id(held[first:][:limit])

    def operations_by_id(self, ids: Sequence[str]) -> list[Operation]:
        known = {operation.id: operation for operation in self.moved}
        return [known[id] for id in ids if id in known]

    def count_operations(self, having: Iterable[Facet] = ()) -> int:
        return len(self.operations(having))

    def facets(self, having: Iterable[Facet] = ()) -> dict[str, dict[str, int]]:
        return self.narrowed([operation.id for operation in self.moved], having)[1]

    def state(self) -> State:
        return State("as laid out", ADDED)

    def narrowed(
        self, ids: Sequence[str], having: Iterable[Facet]
    ) -> tuple[list[str], dict[str, dict[str, int]]]:
        sources = {held.id: held.source for held in self.held}
        of = {
            each.id: facets_of(each, self.findings(each.id), sources, doubted=False)
            for each in self.operations_by_id(ids)
        }
        left = [id for id in ids if set(having) <= of[id]]
        counted: dict[str, dict[str, int]] = {}
        for name, value in [facet for id in left for facet in of[id]]:
            counted.setdefault(name, {}).setdefault(value, 0)
            counted[name][value] += 1
        return left, counted

    def search(self, query: str) -> dict[str, list[str]]:
        words = [word for term in terms_of(query) for word in term.words]
        found = [h.id for h in self.held if all(word in fold(h.text) for word in words)]
        told = [each.id for each in self.moved if set(each.documents) & set(found)]
        return {"operation": told, "document": found}

    def operation(self, id: str) -> Operation:
        for operation in self.moved:
            if operation.id == id:
                return operation
        raise NotFoundError(f"The record holds no operation {id}.")

    def documents(
        self,
        ids: Collection[str] | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
        after: DocumentPlace | None = None,
    ) -> list[DocumentSummary]:
        held = [summary(held) for held in self.held if ids is None or held.id in ids]
        first = offset if after is None else [each.id for each in held].index(after.id) + 1
        return held[first:][:limit]

    def documents_read_lately(self, limit: int) -> list[ShownDocument]:
        return [shown(held) for held in reversed(self.held)][:limit]

    def count_documents(self) -> int:
        return len(self.held)

    def texts(self, ids: Collection[str]) -> list[ShownDocument]:
        return [shown(held) for held in self.held if held.id in ids]

    def decisions(self, documents: object = None, *, limit: int | None = None) -> list[Decision]:
        return []

    def sources(self, operation: Operation) -> list[DocumentSummary]:
        return self.documents(operation.documents)

    def claims_of(self, operation: Operation) -> list[Claim]:
        return [claim for claim in self.told if claim.id in operation.claims]

    def claims_by_id(self, ids: Sequence[str]) -> list[Claim]:
        return [claim for claim in self.told if claim.id in ids]

    def document(self, id: str) -> ShownDocument:
        for document in self.held:
            if document.id == id or id == document.id[:20]:
                return shown(document)
        raise NotFoundError(f"The record holds no document {id}.")

    def claims(self, document: str | None = None) -> list[Claim]:
        return [claim for claim in self.told if document in (None, claim.document)]

    def findings(self, about: str | Collection[str] | None = None) -> list[Finding]:
        of = [about] if isinstance(about, str) else about
        return [found for found in self.noticed if of is None or found.about in of]

    @classmethod
    def of(cls, *read: tuple[Document, list[Claim]]) -> "StandIn":
        """The record of these documents and their claims."""
        claims = [claim for _, told in read for claim in told]
        operations = gather(claims)
        findings = examine(operations, claims)
        for document, told in read:
            findings += examine_claims(told, published=document.published)
        return cls([document for document, _ in read], claims, operations, findings)


class Pencil:
    """Marks claims in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.quoted = 0

    def span(self, words: str) -> dict[str, object]:
        """Where `words` stand: in the quote or after it, else anywhere."""
        text = self.document.text
        start = text.find(words, self.quoted)
        start = text.index(words) if start < 0 else start
        return {"start": start, "end": start + len(words), "text": words}

    def head(self, kind: str, quote: str) -> dict[str, object]:
        """What every claim has."""
        span = Span.model_validate(self.span(quote))
        self.quoted = span.start
        return {
            "id": claim_id(self.document.id, kind, span, quote),
            "document": self.document.id,
            "quote": span,
            "reader": READER,
        }

    def count(self, words: str, lower: int | None, upper: int | None) -> Count:
        return Count.model_validate({**self.span(words), "lower": lower, "upper": upper})

    def day(self, words: str, first: date, last: date | None = None) -> Date:
        return Date.model_validate({**self.span(words), "earliest": first, "latest": last or first})

    def place(self, words: str, name: str, country: str, airport: str | None = None) -> Place:
        return Place.model_validate(
            {**self.span(words), "name": name, "country": country, "airport": airport}
        )

    def party(self, words: str, name: str | None = None) -> Party:
        return Party.model_validate({**self.span(words), "name": name or words})

    def nationals(self, words: str, country: str) -> Nationality:
        return Nationality.model_validate({**self.span(words), "country": country})

    def speaker(self, words: str, name: str, role: str | None, manner: str) -> Speaker:
        at = self.span(words)
        return Speaker.model_validate(
            {
                "speaker": name,
                "role": role,
                "manner": manner,
                "start": at["start"],
                "end": at["end"],
            }
        )


def example(name: str, source: str, published: date, url: str | None = None) -> Document:
    """One of the example reports."""
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    return Document.of(text, source=source, published=published, url=url, title=text.split("\n")[2])


FLIGHT = date(2025, 4, 30)


def wire() -> tuple[Document, list[Claim]]:
    """More than 100, in the report's own words."""
    document = example(
        "meridian-wire.txt", "Meridian Wire", date(2025, 5, 1), "https://meridian-wire.example/1"
    )
    pen = Pencil(document)
    flight = OperationClaim.model_validate(
        {
            **pen.head(
                "operation",
                "More than 100 people from Uzbekistan, Kazakhstan and Kyrgyzstan were deported "
                "from the United States to Tashkent on April 30, Uzbek officials said.",
            ),
            "date": pen.day("April 30", FLIGHT),
            "origin": pen.place("New York", "New York", "US"),
            "destination": pen.place("Tashkent", "Tashkent", "UZ"),
            "mode": "air",
            "count": pen.count("More than 100", 101, None),
            "carrier": pen.party("Uzbekistan Airways"),
            "funder": pen.party("Uzbekistan paid").model_copy(update={"name": "Uzbekistan"}),
            "nationalities": (
                pen.nationals("Uzbekistan", "UZ"),
                pen.nationals("Kazakhstan", "KZ"),
                pen.nationals("Kyrgyzstan", "KG"),
            ),
            "asserted_by": pen.speaker("Uzbek officials", "Uzbek officials", None, "indirect"),
        }
    )
    order = OrderClaim.model_validate(
        {
            **pen.head(
                "order",
                "On April 18, a federal judge barred the government from quickly deporting "
                "migrants to countries other than their own without a chance to say that they fear "
                "persecution there.",
            ),
            "date": pen.day("April 18", date(2025, 4, 18)),
            "effect": "bars",
            "subject": pen.span("quickly deporting migrants to countries other than their own"),
            "challenge": "appealed",
        }
    )
    return document, [flight, order]


def courier() -> tuple[Document, list[Claim]]:
    """131, as the secretary says."""
    document = example("harbor-courier.txt", "Harbor Courier", date(2025, 5, 1))
    pen = Pencil(document)
    quote = (
        "A chartered jet that took off from New York's John F. Kennedy International Airport on "
        "Wednesday carried 131 deportees to Uzbekistan, Homeland Security Secretary Kristi Noem "
        "said."
    )
    noem = pen.speaker(
        "Homeland Security Secretary Kristi Noem",
        "Kristi Noem",
        "Homeland Security Secretary",
        "indirect",
    )
    flight = OperationClaim.model_validate(
        {
            **pen.head("operation", quote),
            "date": pen.day("Wednesday", FLIGHT),
            "origin": pen.place(
                "John F. Kennedy International Airport", "New York JFK", "US", "JFK"
            ),
            "destination": pen.place("Uzbekistan", "Uzbekistan", "UZ").model_copy(
                update={"level": "country"}
            ),
            "mode": "air",
            "count": pen.count("131", 131, 131),
            "carrier": pen.party("Uzbekistan Airways"),
            "asserted_by": noem,
        }
    )
    statement = StatementClaim.model_validate({**pen.head("statement", quote), "asserted_by": noem})
    return document, [flight, statement]


def bulletin() -> tuple[Document, list[Claim]]:
    """In transit: people travel on."""
    document = example("samarkand-bulletin.txt", "Samarkand Bulletin", date(2025, 4, 30))
    pen = Pencil(document)
    flight = OperationClaim.model_validate(
        {
            **pen.head(
                "operation",
                "On 30 April 2025 citizens of Uzbekistan were returned from the United States of "
                "America on a special flight from New York to Tashkent.",
            ),
            "act": "return",
            "date": pen.day("On 30 April 2025", FLIGHT),
            "origin": pen.place("New York", "New York", "US"),
            "destination": pen.place("Tashkent", "Tashkent", "UZ"),
            "onward": (
                pen.place("Kazakhstan", "Kazakhstan", "KZ").model_copy(update={"level": "country"}),
            ),
            "mode": "air",
            "carrier": pen.party("Uzbekistan Airways"),
            "funder": pen.party("the Republic of Uzbekistan", "Uzbekistan"),
            "nationalities": (pen.nationals("citizens of Uzbekistan", "UZ"),),
            "asserted_by": pen.speaker(
                "the Ministry of Foreign Affairs",
                "Ministry of Foreign Affairs of Uzbekistan",
                None,
                "attributed",
            ),
        }
    )
    return document, [flight]


def note() -> tuple[Document, list[Claim]]:
    """At least 100, and figures about many."""
    document = example("open-gate.txt", "Open Gate", date(2025, 5, 2))
    pen = Pencil(document)
    flight = OperationClaim.model_validate(
        {
            **pen.head(
                "operation",
                "On 30 April the United States deported at least 100 people from New York to "
                "Tashkent.",
            ),
            "date": pen.day("30 April", FLIGHT),
            "origin": pen.place("New York", "New York", "US"),
            "destination": pen.place("Tashkent", "Tashkent", "UZ"),
            "count": pen.count("at least 100", 100, None),
        }
    )
    total = StatisticClaim.model_validate(
        {
            **pen.head(
                "statistic",
                "Immigration and Customs Enforcement (ICE) deported 572 people to Uzbekistan in "
                "fiscal year 2024.",
            ),
            "measure": "removals",
            "count": pen.count("572", 572, 572),
            "destination": ("UZ",),
            "period": pen.day("fiscal year 2024", date(2023, 10, 1), date(2024, 9, 30)),
            "agency": pen.party("Immigration and Customs Enforcement (ICE)", "ICE"),
        }
    )
    return document, [flight, total]


@pytest.fixture(scope="session")
def record() -> StandIn:
    """The four example reports, read by hand."""
    return StandIn.of(wire(), courier(), bulletin(), note())


@pytest.fixture
def shelf() -> StandIn:
    """A record of a test's own, empty at first."""
    return StandIn()


@pytest.fixture(scope="session")
def app() -> FastAPI:
    """The pages, made once; each client lays its own record under them."""
    return create_app("sqlite://")


@pytest.fixture
def client(app: FastAPI, record: StandIn) -> TestClient:
    """A client on the pages of the example reports."""
    return _client(app, record)


@pytest.fixture
def empty(app: FastAPI, shelf: StandIn) -> TestClient:
    """A client on the pages of `shelf`."""
    return _client(app, shelf)


def _client(app: FastAPI, shelf: StandIn) -> TestClient:
    app.dependency_overrides[open_shelf] = lambda: shelf
    return TestClient(app, raise_server_exceptions=False)
