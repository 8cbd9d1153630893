"""Claims become operations: nothing lost, the shown value chosen by a stated rule."""

from datetime import date
from itertools import permutations

from departures.resolve import gather
from departures.words import (
    Count,
    Date,
    Named,
    Nationality,
    Operation,
    OperationClaim,
    Party,
    Place,
    Span,
    Speaker,
    claim_id,
    document_id,
)

TASHKENT = Place(start=20, end=28, text="Tashkent", name="Tashkent", country="UZ", airport="TAS")
ELSEWHERE = Place(start=20, end=25, text="Kabul", name="Kabul", country="AF", airport="KBL")


def day(number: int) -> Date:
    return Date(
        start=40,
        end=46,
        text="Apr 30",
        earliest=date(2025, 4, number),
        latest=date(2025, 4, number),
    )


def claim(
    text: str = "a report",
    at: int = 0,
    lower: int | None = 131,
    upper: int | None = 131,
    speaker: str | None = None,
    place: Place = TASHKENT,
    when: Date | None = None,
    movement: int = 0,
) -> OperationClaim:
    document = document_id(text)
    quote = Span(start=at, end=at + 3, text="xxx")
    return OperationClaim(
        id=claim_id(document, "operation", quote, f"{lower}-{upper}"),
        document=document,
        quote=quote,
        reader="person/test",
        movement=movement,
        date=when or day(30),
        destination=place,
        count=Count(start=5, end=8, text="131", lower=lower, upper=upper),
        asserted_by=Speaker(speaker=speaker, manner="direct", start=0, end=3) if speaker else None,
    )


def test_a_bound_and_a_number_within_it_are_compatible_and_the_exact_one_is_shown() -> None:
    claims = [claim(lower=101, upper=None), claim(at=50, speaker="A Minister")]
    [operation] = gather(claims)
    field = operation.values["count"]
    assert field.verdict == "compatible"
    assert field.rule == "most-exact"
    assert operation.count == claims[1].count
    assert {entry.said_by for entry in field.asserted} == {(), ("A Minister",)}


def test_two_numbers_are_disputed_and_neither_is_lost_nor_averaged() -> None:
    [operation] = gather([claim(), claim(at=50, lower=104, upper=104)])
    field = operation.values["count"]
    assert field.verdict == "disputed"
    assert sorted(entry.value.lower for entry in field.asserted) == [104, 131]


def test_equal_values_of_two_documents_are_agreed_and_hold_both_claims() -> None:
    first, second = claim("one report"), claim("another report")
    [operation] = gather([first, second])
    assert operation.values["count"].verdict == "agreed"
    assert set(operation.values["count"].asserted[0].claims) == {first.id, second.id}
    assert set(operation.documents) == {first.document, second.document}


def test_movements_that_a_document_tells_apart_stay_apart() -> None:
    assert len(gather([claim(movement=0), claim(at=50, movement=1, lower=20, upper=20)])) == 2


def test_other_days_and_other_destinations_are_other_operations() -> None:
    claims = [claim("a"), claim("b", when=day(20)), claim("c", place=ELSEWHERE)]
    ids = {operation.id for operation in gather(claims)}
    assert ids == {
        "2025-04-30-xx-uz-tashkent",
        "2025-04-20-xx-uz-tashkent",
        "2025-04-30-xx-af-kabul",
    }


def test_the_order_of_claims_changes_nothing() -> None:
    claims = [
        claim("a", lower=101, upper=None),
        claim("b", speaker="X"),
        claim("c", when=day(29)),
        claim("d", place=ELSEWHERE),
    ]
    outcomes = {
        tuple(operation.model_dump_json() for operation in gather(order))
        for order in permutations(claims)
    }
    assert len(outcomes) == 1


def place(name: str, level: str = "city", airport: str | None = None) -> Place:
    return Place(
        start=20,
        end=20 + len(name),
        text=name,
        name=name,
        country="US",
        level=level,
        airport=airport,
    )


def origins(*places: Place) -> str:
    claims = [
        claim(f"report {number}").model_copy(update={"origin": item})
        for number, item in enumerate(places)
    ]
    [operation] = gather(claims)
    return operation.values["origin"].verdict


def test_a_country_under_two_names_is_agreed() -> None:
    assert origins(place("United States", "country"), place("U.S.", "country")) == "agreed"


def test_a_city_and_its_country_or_an_airport_are_compatible_and_two_cities_are_disputed() -> None:
    assert origins(place("New York"), place("United States", "country")) == "compatible"
    assert origins(place("New York"), place("Kennedy", "airport", "JFK")) == "compatible"
    assert origins(place("New York"), place("Miami")) == "disputed"


def test_an_operation_survives_its_json() -> None:
    given = {
        "carrier": Party(start=3, end=9, text="Sunair", name="Sunair"),
        "authority": Named(start=3, end=11, text="Title 42", name="Title 42"),
        "onward": (place("Elsewhere"),),
    }
    [operation] = gather([claim(speaker="A Minister").model_copy(update=given)])
    assert Operation.model_validate_json(operation.model_dump_json()) == operation


def test_a_report_that_names_some_nationalities_does_not_dispute_one_that_names_others() -> None:
    named = [(Nationality(start=9, end=11, text="xx", country=code),) for code in ("UZ", "KZ")]
    claims = [
        claim(f"report {number}").model_copy(update={"nationalities": value})
        for number, value in enumerate(named)
    ]
    [operation] = gather(claims)
    assert operation.values["nationalities"].verdict == "compatible"


def test_a_state_is_one_payer_under_its_short_and_its_full_name() -> None:
    payers = [
        Party(start=3, end=3 + len(name), text=name, name=name, country="UZ")
        for name in ("Uzbekistan", "Republic of Uzbekistan")
    ]
    claims = [
        claim(f"report {number}").model_copy(update={"funder": payer})
        for number, payer in enumerate(payers)
    ]
    [operation] = gather(claims)
    assert operation.values["funder"].verdict == "agreed"


def test_a_denial_beside_another_telling_is_one_side_and_does_not_decide() -> None:
    told = claim("one")
    denied = claim("another").model_copy(update={"modality": "denied"})
    blocked = claim("third").model_copy(update={"modality": "blocked"})
    [operation] = gather([told, denied])
    assert operation.modality == "happened"
    assert denied.id in operation.claims
    assert [each.modality for each in gather([denied])] == ["denied"]
    assert [each.modality for each in gather([told, blocked])] == ["blocked"]
