"""What is withheld is hidden whole, wherever its words are repeated, and nothing changes length."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from departures.words import (
    Document,
    Mask,
    Named,
    OrderClaim,
    Reading,
    Span,
    Speaker,
    StatementClaim,
    Withheld,
    claim_id,
    spans_of,
)

TEXT = (
    "Juan Pérez López, born 4 May 1990, was put on a plane to Jordan with Rosa Jordan.\n"
    "Mayor Ana Ruiz said Mr. Pérez's file A 123-456-789 was lost. “He wept,” Ruiz said."
)


def stretch(words: str, kind: str = "name", text: str = TEXT) -> Withheld:
    start = text.index(words)
    return Withheld.model_validate({"start": start, "end": start + len(words), "kind": kind})


WITHHELD = (
    stretch("Juan Pérez López"),
    stretch("4 May 1990", "birth_date"),
    stretch("Rosa Jordan"),
    Withheld(start=TEXT.index("Pérez's"), end=TEXT.index("Pérez's") + 5, kind="name"),
    stretch("A 123-456-789", "a_number"),
)
MASK = Mask(TEXT, WITHHELD)


def test_the_text_is_hidden_by_its_offsets_and_keeps_its_length() -> None:
    hidden = MASK.text(TEXT)
    assert len(hidden) == len(TEXT)
    assert hidden == (
        "████████████████, born ██████████, was put on a plane to Jordan with ███████████.\n"
        "Mayor Ana Ruiz said Mr. █████'s file █████████████ was lost. “He wept,” Ruiz said."
    )


def test_line_ends_inside_a_stretch_stay_where_they_are() -> None:
    text = "The man was Juan\nPérez."
    assert Mask(text, [stretch("Juan\nPérez", text=text)]).text() == "The man was ████\n█████."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Juan Perez Lopez deported", "████████████████ deported"),
        ("JUAN PÉREZ LÓPEZ DEPORTED", "████████████████ DEPORTED"),
        ("López, Juan", "███████████"),
        ("Pérez’s family waits", "█████’s family waits"),
        (
            "https://x.example/juan-perez-lopez-deported",
            "https://x.example/████████████████-deported",
        ),
        ("https://x.example/Perezs-family", "https://x.example/██████-family"),
        ("https://x.example/p%C3%A9rez/2", "https://x.example/██████████/2"),
        ("/news/juan_perez.html", "/news/██████████.html"),
        ("#FreeJuanPerezLopez", "#██████████████████"),
        ("Rosa Jordan flown to Jordan", "███████████ flown to Jordan"),
        ("A123456789", "██████████"),
        ("a-123-456-789.pdf", "█████████████.pdf"),
        ("his file (A123 456 789) was lost", "his file (████████████) was lost"),
        ("born 4 May 1990", "born ██████████"),
        ("in May 1990", "in May 1990"),
        ("Pérez López v. Noem: Pérez freed", "Pérez López v. Noem: █████ freed"),
        ("Mayor Ana Ruiz", "Mayor Ana Ruiz"),
        ("", ""),
    ],
)
def test_withheld_words_are_hidden_in_any_other_string(before: str, after: str) -> None:
    assert MASK.words(before) == after
    assert len(MASK.words(before)) == len(before)


def test_a_name_that_is_an_ordinary_word_hides_no_ordinary_word() -> None:
    text = "Grace Will came back. The flight will go on."
    mask = Mask(text, [stretch("Grace Will", text=text)])
    assert mask.words("Who will speak with grace?") == "Who will speak with grace?"
    assert mask.words("Grace came back") == "█████ came back"


def test_a_name_that_only_the_title_has_is_hidden_there() -> None:
    title = "Plane takes Juan Pérez away"
    hidden = Withheld(start=12, end=22, kind="name", within="title")
    mask = Mask("He was flown out.", [hidden], title)
    assert mask.words(title) == "Plane takes ██████████ away"
    assert mask.words("plane-takes-juan-perez-away") == "plane-takes-██████████-away"


def test_a_public_caption_does_not_lay_a_name_open() -> None:
    text = "In Ruiz Soto v. Noem the judge heard Ruiz Soto."
    start = text.rindex("Ruiz Soto")
    mask = Mask(text, [Withheld(start=start, end=start + 9, kind="name")])
    assert mask.text() == "In Ruiz Soto v. Noem the judge heard █████████."
    assert mask.words("Soto returns") == "████ returns"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def statement() -> StatementClaim:
    quote = span("He wept")
    said = Speaker(
        speaker="Ana Ruiz",
        role="mayor, cousin of Juan Pérez",
        manner="direct",
        start=TEXT.index("Ruiz said."),
        end=TEXT.index("Ruiz said.") + 4,
    )
    document = Document.of(TEXT)
    return StatementClaim(
        id=claim_id(document.id, "statement", quote, ""),
        document=document.id,
        quote=quote,
        asserted_by=said,
        reader="person/Juan",
    )


def test_a_claim_is_masked_in_every_string_and_its_spans_keep_their_length() -> None:
    quote = span(TEXT)
    case = Named(**span("Pérez's file A 123-456-789").model_dump(), name="Perez v. Noem")
    claim = OrderClaim(
        id=statement().id,
        document=statement().document,
        quote=quote,
        case=case,
        effect="bars",
        reader="rules",
    )
    masked = MASK.claim(claim)
    assert masked.quote.text == MASK.text(TEXT)
    assert masked.case is not None
    assert (masked.case.text, masked.case.name) == ("█████'s file █████████████", "Perez v. Noem")
    assert (masked.id, masked.document, masked.effect) == (claim.id, claim.document, "bars")
    for before, after in zip(spans_of(claim), spans_of(masked), strict=True):
        assert (before.start, before.end) == (after.start, after.end)
    assert OrderClaim.model_validate_json(masked.model_dump_json()) == masked


def test_a_speaker_with_an_office_stays_and_private_words_about_him_go() -> None:
    said = MASK.claim(statement()).asserted_by
    assert (said.speaker, said.role) == ("Ana Ruiz", "mayor, cousin of ██████████")


def test_a_document_and_a_reading_are_masked_throughout() -> None:
    document = Document.of(
        TEXT,
        title="Juan Pérez deported",
        url="https://x.example/juan-perez",
        published=date.today(),
    )
    read = Reading(document=document, claims=(statement(),), withheld=WITHHELD)
    masked = MASK.model(read)
    assert masked.document.id == document.id
    assert masked.document.title == "██████████ deported"
    assert masked.document.url == "https://x.example/██████████"
    assert masked.withheld == WITHHELD
    assert "Pérez" not in masked.model_dump_json().replace("person/Juan", "")
    assert MASK.model({"name": ["Juan Pérez", 3, None]}) == {"name": ["██████████", 3, None]}


def test_a_mask_of_nothing_gives_back_the_very_same() -> None:
    claim = statement()
    mask = Mask(TEXT, ())
    assert not mask
    assert mask.claim(claim) is claim
    assert (mask.text(TEXT), mask.words("Juan")) == (TEXT, "Juan")


def test_what_stands_nowhere_is_refused() -> None:
    with pytest.raises(ValidationError, match="nothing stands at"):
        Withheld(start=4, end=4, kind="name")
    with pytest.raises(ValidationError, match="the text ends before"):
        Reading(document=Document.of("short"), withheld=(Withheld(start=1, end=9, kind="name"),))


stretches = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 60), st.sampled_from(["name", "a_number"]))
)


@given(text=st.text(max_size=60), places=stretches, other=st.text(max_size=60))
def test_any_text_keeps_its_length_and_loses_every_withheld_letter(
    text: str, places: list[tuple[int, int, str]], other: str
) -> None:
    withheld = [
        Withheld.model_validate({"start": start, "end": start + length, "kind": kind})
        for start, length, kind in places
    ]
    mask = Mask(text, withheld)
    hidden = mask.text(text)
    assert len(hidden) == len(text)
    assert len(mask.words(other)) == len(other)
    for one in withheld:
        assert not any(letter.isalnum() for letter in hidden[one.start : one.end])


def test_hostile_strings_are_masked_in_time() -> None:
    text = " ".join(f"Juan Perez{n}" for n in range(20_000))
    at, withheld = 0, []
    for word in text.split("Juan ")[1:]:
        end = at + 5 + len(word.rstrip())
        withheld.append(Withheld(start=at, end=end, kind="name"))
        at = end + 1
    mask = Mask(text, withheld)
    assert "Juan" not in mask.words(text + " Juan")
    assert "a" * 50_000 in mask.words("a" * 100_000)
