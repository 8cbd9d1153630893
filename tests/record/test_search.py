"""Search finds the same on each database: accents folded, beginnings of words, phrases."""

import pytest
from tests.record.conftest import reading_of

from departures.record import Record
from departures.record.search import terms_of


@pytest.fixture
def full(record: Record) -> Record:
    record.add(reading_of("40", 40, 40, "Le Président"))
    record.add(reading_of("More than 30", 31, None, "A paper"))
    return record


@pytest.mark.parametrize(
    ("query", "documents", "operations"),
    [
        ("president", 1, 1),
        ("PRÉSIDENT", 1, 1),
        ("presi", 1, 1),
        ("vienna almaty", 2, 1),
        ('"Vienna to Almaty"', 2, 1),
        ('"Almaty Vienna"', 0, 0),
        ("kazakhstan", 0, 1),
        ("tashkent", 0, 0),
        ("", 0, 0),
        ("' OR 1=1 --", 0, 0),
        ('" ( * : & | ! NEAR(', 0, 0),
    ],
)
def test_a_query_finds(full: Record, query: str, documents: int, operations: int) -> None:
    found = full.search(query)
    assert (len(found["document"]), len(found["operation"])) == (documents, operations)


@pytest.mark.parametrize(
    ("facet", "operations"),
    [
        (("country", "KZ"), 1),
        (("country", "AT"), 1),
        (("country", "UZ"), 0),
        (("month", "2025-05"), 1),
        (("month", "2025-04"), 0),
        (("source", "Le Président"), 1),
        (("source", "A paper"), 1),
        (("carrier", "Uzbekistan Airways"), 1),
        (("open", "disputed"), 1),
        (("open", "doubt"), 0),
    ],
)
def test_an_operation_is_found_by_its_facets(
    record: Record, facet: tuple[str, str], operations: int
) -> None:
    for source, people in (("Le Président", 40), ("A paper", 60)):
        record.add(reading_of(f"{people}", people, people, source))
    claim = next(claim for claim in record.claims() if claim.kind == "operation")
    words = {"start": claim.quote.start, "end": claim.quote.start + 2}
    carrier = {**words, "text": claim.quote.text[:2], "name": "Uzbekistan Airways"}
    made = {"act": "correct", "claim": claim.id, "field": "carrier", "value": carrier}
    record.decide("ada", {**made, "why": "It is in the picture."})
    assert record.count_operations([facet]) == operations
    assert len(record.operations([facet])) == operations
    (found,) = record.search("president")["operation"]
    assert len(record.narrowed([found], [facet])[0]) == operations
    assert record.facets().get(facet[0], {}).get(facet[1], 0) == operations


def test_what_is_withheld_is_not_found(full: Record) -> None:
    (id,) = full.search("president")["document"]
    text = full.frozen(id).text
    start = text.index("Président")
    full.decide(
        "ada", {"act": "withhold", "document": id, "start": start, "end": start + len("Président")}
    )
    assert full.search("president")["document"] == []
    assert full.search("president")["operation"] == []


def test_a_query_is_parted_into_words_and_phrases() -> None:
    assert [(term.words, term.whole) for term in terms_of('Ölçü "in the  Air" c-17')] == [
        (("olcu",), False),
        (("in", "the", "air"), True),
        (("c",), False),
        (("17",), False),
    ]
