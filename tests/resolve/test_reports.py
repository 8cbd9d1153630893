"""Copies of one wire text are known, and count as one source."""

from datetime import date

from tests.resolve.making import MORE_THAN_100, claim, people, report

from departures.resolve import Report, gather, report_of, same_wire
from departures.words import Document, Span, Speaker, StatementClaim, claim_id

WORDS = (
    "The aircraft left the cargo apron shortly after four in the morning with its blinds drawn. "
    "Two buses had brought the passengers from a detention centre that lies an hour to the north. "
    "Nobody at the airport would say who had hired the plane or what the journey had cost. "
    "A lawyer who had waited at the fence since midnight said that her client was not answering. "
    "The ministry answered questions in the afternoon with a statement of three short sentences. "
    "It thanked the partner government and announced that more journeys of this kind would follow. "
    "Relatives learned of the departure from a list that somebody had pinned to a notice board."
)
OTHER = (
    "Officials in the capital confirmed on Friday that a chartered jet had landed before sunrise. "
    "Those on board were questioned for several hours and then driven to their home districts. "
    "An aid group set up tables with tea and telephones in a hall next to the arrivals building. "
    "Its director complained that the list of names had come only a day ahead of the landing."
)


def made(text: str, source: str | None = None) -> Report:
    return report_of(Document.of(text, source=source, published=date(2025, 5, 1)))


def test_a_copy_is_known_when_it_is_cut_and_edited() -> None:
    sentences = WORDS.split(". ")
    cut = ". ".join(sentences[:4])
    edited = WORDS.replace("shortly after four", "just after 4").replace("Nobody", "No one")
    headed = "CITY (Wire) - " + WORDS
    for copy in (cut, edited, headed, WORDS.upper()):
        assert same_wire(made(WORDS), made(copy))
        assert same_wire(made(copy), made(WORDS))


def test_two_texts_of_their_own_are_no_copies_and_short_ones_are_never() -> None:
    assert not same_wire(made(WORDS), made(OTHER))
    assert not same_wire(made("A plane left."), made("A plane left."))
    assert not same_wire(report("one"), report("another"))


def test_only_direct_quotations_of_some_length_are_kept_sentence_by_sentence() -> None:
    text = "“We shall take home every last one of them. Yes.” she said"
    document = Document.of(text)
    quote = Span(start=1, end=48, text=text[1:48])
    said = StatementClaim(
        id=claim_id(document.id, "statement", quote, "she"),
        document=document.id,
        quote=quote,
        reader="person/test",
        asserted_by=Speaker(speaker="she", manner="direct", start=50, end=53),
    )
    assert report_of(document, [said]).quotations == ("we shall take home every last one of them",)


def test_copies_and_an_outlets_own_two_reports_are_one_source() -> None:
    sketch = tuple(range(20))
    claims = [claim(name, count=people(131)) for name in ("wire", "copy", "own", "more")]
    reports = [
        report("wire", "Wire", sketch=sketch),
        report("copy", "Courier", sketch=sketch[:15]),
        report("own", "Bulletin"),
        report("more", "bulletin"),
    ]
    [operation] = gather(claims, (), reports)
    assert sorted((len(held.documents), held.why) for held in operation.sources) == [
        (2, "outlet"),
        (2, "wire"),
    ]
    assert operation.values["count"].asserted[0].sources == 2
    [alone] = gather(claims[:2], (), reports)
    assert alone.values["count"].verdict == "single"


def test_the_most_told_value_is_that_of_most_sources_not_of_most_copies() -> None:
    sketch = tuple(range(20))
    copies = [f"copy {number}" for number in range(4)]
    claims = [claim(name, count=people(104)) for name in copies]
    claims += [claim(name, count=people(131)) for name in ("first", "second")]
    reports = [report(name, sketch=sketch) for name in copies]
    [operation] = gather(claims, (), reports)
    assert operation.count and operation.count.lower == 131
    field = operation.values["count"]
    assert (field.rule, field.verdict) == ("most-told", "disputed")
    assert "2 of 3 sources give it" in field.why


def test_the_reason_of_an_exact_number_counts_its_sources() -> None:
    claims = [claim("a", count=people(131)), claim("b", count=people(131))]
    [operation] = gather([*claims, claim("c", count=MORE_THAN_100)])
    assert operation.values["count"].why == ("It is the only exact number; 2 of 3 sources give it.")
