"""Several at once, in any order, bit by bit or all anew: the same record comes out."""

import os
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.conftest import new_database, reading_of

from departures.record import Record
from departures.record.engine import engine_for
from departures.resolve import gather, report_of
from departures.words import Reading

READINGS = [
    reading_of(f"{number}", number, number, f"Paper {number % 5}", on=1 + number % 9)
    for number in range(40, 64)
]


def in_processes(*works: Callable[[], None]) -> list[int]:
    """Run each in a process of its own, all at once; their exit statuses."""
    children = []
    for work in works:
        child = os.fork()
        if child == 0:
            engine_for.cache_clear()  # the parent's connections are not the child's to use
            status = 1
            try:
                work()
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def test_two_processes_add_at_once_and_nothing_is_lost(record: Record) -> None:
    def adding(readings: list[Reading]) -> Callable[[], None]:
        def add() -> None:
            for number, reading in enumerate(readings):
                record.add(reading)
                if number % 4 == 0:
                    record.refresh()

        return add

    both = READINGS[8:16]
    assert in_processes(adding(READINGS[:16]), adding(READINGS[16:] + both)) == [0, 0]
    assert sorted(record.kept()) == sorted(reading.document.id for reading in READINGS)
    shown = list(record.export())
    record.rebuild()
    assert list(record.export()) == shown


def test_two_people_decide_at_once_and_each_decision_has_its_number(record: Record) -> None:
    for reading in READINGS[:4]:
        record.add(reading)

    def deciding(who: str) -> Callable[[], None]:
        def decide() -> None:
            for reading in READINGS[:4]:
                record.decide(who, {"act": "accept", "claim": reading.claims[0].id})

        return decide

    assert in_processes(deciding("ada"), deciding("grace")) == [0, 0]
    made = record.decisions()
    assert [decision.id for decision in made] == [8, 7, 6, 5, 4, 3, 2, 1]
    assert {decision.who for decision in made} == {"ada", "grace"}


def decisions(moments: random.Random, added: list[Reading]) -> dict[str, object]:
    """A decision that can be meant, about what was added."""
    first, second = (reading.claims[0].id for reading in moments.sample(added, 2))
    field = moments.choice(["count", "date", None])
    return moments.choice(
        [
            {"act": "accept", "claim": first, "field": field},
            {"act": "reject", "claim": first, "field": field},
            {"act": "merge", "claims": [first, second]},
            {"act": "split", "claims": [first], "others": [second]},
            {"act": "withhold", "document": moments.choice(added).document.id},
        ]
    )


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_bit_by_bit_is_all_anew_and_is_what_gathering_gives(seed: int) -> None:
    moments = random.Random(seed)
    with TemporaryDirectory() as folder:
        see_the_same(Record.open(Path(folder) / "record.db"), moments)


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_so_it_is_on_postgresql(postgresql: str, seed: int) -> None:
    see_the_same(Record.open(new_database(postgresql)), random.Random(seed))


def see_the_same(record: Record, moments: random.Random) -> None:
    held: list[Reading] = []
    for reading in moments.sample(READINGS, 10):
        record.add(reading)
        held.append(reading)
        if len(held) > 1 and moments.random() < 0.5:
            record.decide("ada", decisions(moments, held))  # type: ignore[arg-type]
        if moments.random() < 0.7:
            record.refresh()
    shown = list(record.export())
    record.rebuild()
    assert list(record.export()) == shown
    kept = {document.id for document in record.documents()}
    claims = [claim for read in held for claim in read.claims if claim.document in kept]
    reports = [report_of(read.document, read.claims) for read in held if read.document.id in kept]
    assert record.operations() == gather(claims, record.decisions(), reports)
