"""What the law shelf answers about the claims of a document is kept with it, and goes with it."""

from datetime import date

from departures.reading import read_document
from departures.record import Record
from departures.words import Document

TEXT = (
    "The United States deported 131 people from New York to Tashkent on 30 April 2025. "
    "A federal judge on April 18 barred the government from deporting people to countries other "
    "than their own without a chance to show that they fear harm there. "
    "The agreement with Uzbekistan is the first such deal between the United States and a foreign "
    "government since the president took office."
)
READING = read_document(Document.of(TEXT, published=date(2025, 5, 1), source="A newspaper"))


def test_the_record_holds_what_the_reading_notices_about_its_claims(record: Record) -> None:
    record.add(READING)
    about = [claim.id for claim in READING.claims]
    expected = [found for found in READING.findings if found.rule in ("L18", "L19")]
    assert {found.rule for found in expected} == {"L18", "L19"}
    held = record.findings(about)
    assert sorted(held, key=lambda each: each.about) == sorted(
        expected, key=lambda each: each.about
    )
    [order] = [each for each in held if each.rule == "L18"]
    assert "dvd-pi-20250418" in {each.id for each in order.evidence}


def test_a_withheld_document_takes_its_findings_with_it(record: Record) -> None:
    record.add(READING)
    record.decide("ana", {"act": "withhold", "document": READING.document.id})
    assert record.findings([claim.id for claim in READING.claims]) == []
