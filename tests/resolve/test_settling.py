"""Which movements come together, whatever the order in which they are given."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.making import (
    KABUL,
    MIAMI,
    MORE_THAN_100,
    NEW_YORK,
    SAMARKAND,
    TASHKENT,
    UZBEKISTAN,
    carrier,
    citizens,
    claim,
    day,
    people,
    report,
)

from departures.resolve import distinct, gather, prepare, settle
from departures.words import Claim, Decision, Merge, Operation, OperationClaim, Split, Undo

WHEN = datetime(2025, 5, 2, tzinfo=UTC)
NORTH = {"count": people(131), "origin": NEW_YORK, "carrier": carrier("Sun Air")}
SOUTH = {"count": people(64), "origin": MIAMI, "carrier": carrier("Moon Lines")}


def by(number: int) -> dict[str, Any]:
    return {"id": number, "who": "ana", "when": WHEN}


def merge(number: int, *claims: OperationClaim) -> Merge:
    return Merge(**by(number), claims=tuple(held.id for held in claims))


def split(number: int, one: OperationClaim, *others: OperationClaim) -> Split:
    return Split(**by(number), claims=(one.id,), others=tuple(held.id for held in others))


def together(operations: list[Operation]) -> set[frozenset[str]]:
    return {frozenset(operation.claims) for operation in operations}


def ids(*groups: list[OperationClaim]) -> set[frozenset[str]]:
    return {frozenset(held.id for held in group) for group in groups}


def test_two_flights_of_one_day_stay_two_where_one_report_tells_both() -> None:
    both = [claim("both", **NORTH), claim("both", at=50, movement=1, **SOUTH)]
    north, south = claim("first", count=people(131)), claim("second", count=people(64))
    found = together(gather([*both, north, south]))
    assert found == ids([both[0], north], [both[1], south])


def test_two_flights_of_one_day_stay_two_where_reports_differ_in_several_ways() -> None:
    north, south = claim("first", **NORTH), claim("second", **SOUTH)
    assert together(gather([north, south])) == ids([north], [south])


def test_a_telling_that_fits_two_flights_joins_neither_and_is_asked_about() -> None:
    north, south, vague = claim("first", **NORTH), claim("second", **SOUTH), claim("vague")
    settled = settle(prepare([north, south, vague]))
    assert together(list(settled.operations)) == ids([north], [south], [vague])
    doubted = {frozenset((doubt.first, doubt.second)) for doubt in settled.doubts}
    of = {held.claims[0].id: held.key for held in prepare([north, south, vague])}
    assert doubted >= {
        frozenset((of[north.id], of[vague.id])),
        frozenset((of[south.id], of[vague.id])),
    }
    assert all(doubt.comparison.why for doubt in settled.doubts)


def test_what_one_source_tells_is_asked_about_sooner_than_what_several_tell() -> None:
    there = {"count": people(131), "origin": NEW_YORK}
    near = {"count": people(150), "origin": NEW_YORK, "date": day(29)}
    first = [claim(name, **there) for name in ("first", "second")]
    alone = claim("alone", **near)
    [doubt] = settle(prepare([*first, alone])).doubts
    assert "one day apart" in doubt.comparison.why
    assert not settle(prepare([*first, alone, claim("another", **near)])).doubts


def test_a_wrong_day_does_not_part_what_has_an_exact_number_in_common() -> None:
    told = [claim(name, **NORTH) for name in ("first", "second", "third")]
    late = claim("late", **{**NORTH, "date": day(28)})
    [operation] = gather([*told, claim("vague", origin=NEW_YORK), late])
    assert operation.values["date"].verdict == "disputed"


def test_an_origin_in_the_country_of_destination_is_not_taken_for_one() -> None:
    told = [claim("first", origin=UZBEKISTAN), claim("second", origin=NEW_YORK)]
    assert len(gather(told)) == 1


def test_one_contradiction_alone_does_not_part_two_tellings() -> None:
    [operation] = gather([claim("first", count=people(131)), claim("second", count=people(104))])
    assert operation.values["count"].verdict == "disputed"


def test_a_merge_holds_what_differs_and_a_later_split_parts_it_again() -> None:
    north, south = claim("first", **NORTH), claim("second", **SOUTH)
    told: list[Claim] = [north, south]
    assert together(gather(told, [merge(1, north, south)])) == ids([north, south])
    assert len(gather(told, [merge(1, north, south), split(2, north, south)])) == 2
    assert len(gather(told, [split(1, north, south), merge(2, north, south)])) == 1


def test_a_split_parts_what_is_alike_and_undoing_it_is_as_if_it_had_not_been() -> None:
    told = [claim("first", **NORTH), claim("second", **NORTH), claim("third", **NORTH)]
    before = gather(told)
    decisions: list[Decision] = [split(1, told[0], *told[1:])]
    parted = gather(told, decisions)
    assert len(parted) == 2
    assert {operation.id for operation in parted} == {before[0].id, f"{before[0].id}-2"}
    assert gather(told, [*decisions, Undo(**by(2), decision=1)]) == before


def test_a_split_parts_the_claims_of_one_movement_of_one_document() -> None:
    told = [claim("one", count=people(131)), claim("one", at=50), claim("one", at=90)]
    found = together(gather(told, [split(1, told[1], told[0])]))
    assert found == ids([told[0], told[2]], [told[1]])
    assert len(gather(told, [split(1, told[1], told[0]), merge(2, *told[:2])])) == 1


def test_a_decision_about_claims_that_are_gone_changes_nothing() -> None:
    told, gone = [claim("first"), claim("second")], claim("gone", destination=KABUL)
    assert gather(told, [merge(1, told[0], gone), split(2, told[0], gone)]) == gather(told)


def test_numbers_are_told_apart_by_what_was_reported_first() -> None:
    north, south = claim("first", **NORTH), claim("second", **SOUTH)
    early = report("second", published=day(30).earliest)
    found = {held.claims[0]: held.id for held in gather([north, south], (), [early])}
    assert found[south.id] == "2025-04-30-us-uz-tashkent"
    assert found[north.id] == "2025-04-30-us-uz-tashkent-2"


DECISIONS = st.lists(st.tuples(st.booleans(), st.integers(0, 7), st.integers(0, 7)), max_size=4)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "date": st.sampled_from([day(28), day(29), day(30), day(28, day(30).latest), None]),
        "destination": st.sampled_from([TASHKENT, SAMARKAND, UZBEKISTAN, KABUL, None]),
        "origin": st.sampled_from([NEW_YORK, MIAMI]),
        "count": st.sampled_from([people(131), people(64), people(128), MORE_THAN_100]),
        "carrier": st.sampled_from([carrier("Sun Air"), carrier("Moon Lines")]),
        "nationalities": st.sampled_from([citizens("UZ"), citizens("UZ", KZ=9), citizens("KG")]),
    },
)
TOLD = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 1), FIELDS), min_size=1, max_size=8)


def made(told: list[tuple[int, int, dict[str, Any]]]) -> list[OperationClaim]:
    return [
        claim(f"report {document}", at=10 * at, movement=movement, **fields)
        for at, (document, movement, fields) in enumerate(told)
    ]


def ties(claims: list[OperationClaim], wanted: list[tuple[bool, int, int]]) -> list[Decision]:
    found: list[Decision] = []
    for number, (joins, first, second) in enumerate(wanted, start=1):
        one, other = claims[first % len(claims)], claims[second % len(claims)]
        if one is not other:
            found.append(merge(number, one, other) if joins else split(number, one, other))
    return found


@settings(max_examples=150, deadline=None)
@given(TOLD, DECISIONS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_changes_nothing(
    told: list[tuple[int, int, dict[str, Any]]], wanted: list[tuple[bool, int, int]], chance: Any
) -> None:
    claims = made(told)
    decisions = ties(claims, wanted)
    reports = [report(f"report {number}") for number in range(5)]
    expected = gather(claims, decisions, reports)
    for held in (claims, decisions, reports):
        chance.shuffle(held)
    assert gather(claims, decisions, reports) == expected


@settings(max_examples=150, deadline=None)
@given(TOLD, DECISIONS)
def test_settling_component_by_component_is_settling_all(
    told: list[tuple[int, int, dict[str, Any]]], wanted: list[tuple[bool, int, int]]
) -> None:
    claims = made(told)
    decisions = ties(claims, wanted)
    movements = prepare(claims, decisions)
    settled = settle(movements, decisions)
    apart = [
        operation
        for component in sorted(set(settled.components.values()))
        for operation in settle(
            [held for held in movements if settled.components[held.key] == component], decisions
        ).operations
    ]
    expected = sorted(distinct(settled.operations), key=lambda held: held.id)
    assert sorted(distinct(apart), key=lambda held: held.id) == expected


@settings(max_examples=100, deadline=None)
@given(TOLD, DECISIONS)
def test_every_claim_is_in_one_operation_and_every_value_is_kept(
    told: list[tuple[int, int, dict[str, Any]]], wanted: list[tuple[bool, int, int]]
) -> None:
    claims = made(told)
    operations = gather(claims, ties(claims, wanted))
    assert sorted(id for held in operations for id in held.claims) == sorted(c.id for c in claims)
    for held in operations:
        for name in ("count", "carrier", "origin"):
            given_by = [c.id for c in claims if c.id in held.claims and getattr(c, name)]
            kept = held.values[name].asserted if name in held.values else ()
            assert sorted(id for entry in kept for id in entry.claims) == sorted(given_by)
