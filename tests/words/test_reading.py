"""The vocabulary refuses what can't be pointed at, and keeps ids stable."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from departures.words import (
    Count,
    Date,
    Document,
    OperationClaim,
    Reading,
    Span,
    Speaker,
    StatementClaim,
    claim_id,
    document_id,
    spans_of,
)

TEXT = "Some 131 people were flown out, a minister said."


def operation(start: int, end: int, text: str, **fields: object) -> OperationClaim:
    document = document_id(TEXT)
    quote = Span(start=start, end=end, text=text)
    return OperationClaim(
        id=claim_id(document, "operation", quote, ""),
        document=document,
        quote=quote,
        reader="person/test",
        **fields,
    )


def reading(claim: OperationClaim | StatementClaim) -> Reading:
    return Reading(document=Document.of(TEXT), claims=(claim,))


def test_a_quote_that_reproduces_its_text_is_taken() -> None:
    assert reading(operation(5, 15, "131 people")).claims[0].quote.text == "131 people"


@pytest.mark.parametrize("start", [4, 6])
def test_a_quote_that_is_shifted_is_refused(start: int) -> None:
    with pytest.raises(ValidationError, match="does not stand at"):
        reading(operation(start, start + 10, "131 people"))


def test_a_value_that_is_shifted_is_refused() -> None:
    count = Count(start=6, end=9, text="131", lower=131, upper=131)
    with pytest.raises(ValidationError, match="does not stand at"):
        reading(operation(5, 15, "131 people", count=count))


def test_a_speaker_without_words_is_refused() -> None:
    speaker = Speaker(speaker="a minister", manner="indirect", start=400, end=410)
    with pytest.raises(ValidationError, match="no words name the speaker"):
        reading(operation(5, 15, "131 people", asserted_by=speaker))


def test_a_claim_of_another_document_is_refused() -> None:
    other = Document.of("Another text, as long as the first one or longer than it.")
    with pytest.raises(ValidationError, match="of another document"):
        Reading(document=other, claims=(operation(5, 15, "131 people"),))


def test_a_span_must_be_as_long_as_its_text() -> None:
    with pytest.raises(ValidationError, match="not as long"):
        Span(start=0, end=4, text="131")


def test_bounds_and_days_must_be_in_order() -> None:
    with pytest.raises(ValidationError, match="above upper"):
        Count(start=0, end=1, text="x", lower=2, upper=1)
    with pytest.raises(ValidationError, match="needs a lower or an upper"):
        Count(start=0, end=1, text="x")
    with pytest.raises(ValidationError, match="is after"):
        Date(start=0, end=1, text="x", earliest=date(2025, 2, 1), latest=date(2025, 1, 1))


def test_an_id_is_the_same_whoever_reads_and_another_for_another_value() -> None:
    quote = Span(start=5, end=8, text="131")
    document = document_id(TEXT)
    assert claim_id(document, "statistic", quote, "131") == claim_id(
        document, "statistic", quote, "131"
    )
    assert claim_id(document, "statistic", quote, "131") != claim_id(
        document, "statistic", quote, "104"
    )


def test_spans_of_a_claim_are_the_quote_and_every_value() -> None:
    count = Count(start=5, end=8, text="131", lower=131, upper=131)
    assert list(spans_of(operation(5, 15, "131 people", count=count))) == [
        Span(start=5, end=15, text="131 people"),
        count,
    ]


@given(st.text(min_size=1))
def test_any_text_can_be_frozen_and_its_id_is_its_hash(text: str) -> None:
    assert Document.of(text).id == document_id(text)


def test_a_document_whose_id_is_not_its_hash_is_refused() -> None:
    with pytest.raises(ValidationError, match="not the hash"):
        Document(id=document_id("another text"), text="a text")


def test_a_reading_survives_its_json() -> None:
    count = Count(start=5, end=8, text="131", lower=131, upper=131)
    before = reading(operation(5, 15, "131 people", count=count))
    assert Reading.model_validate_json(before.model_dump_json()) == before
