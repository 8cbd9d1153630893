"""`departures evaluate`, as a person or a script would run it."""

import json

import pytest
from tests.cli.conftest import Departures, departures
from tests.evaluate.conftest import Corpus

__all__ = ["departures"]


def test_people_get_tables(departures: Departures, corpus: Corpus) -> None:
    ended = departures("evaluate", corpus())
    assert ended.status == 0
    for words in ("2 documents", "precision", "operation fields", "silence", "measure, rules-en"):
        assert words in ended.out
    assert "not read" not in ended.out


def test_misses_are_listed_by_document(departures: Departures, corpus: Corpus) -> None:
    ended = departures("evaluate", corpus(), "--misses")
    assert "001\n    " in ended.out
    assert "order: not read: bars 2025-05-01/2025-05-31" in ended.out


def test_programs_get_json(departures: Departures, corpus: Corpus) -> None:
    ended = departures("evaluate", corpus(), "--format", "json", "--misses")
    told = json.loads(ended.out)
    assert told["documents"] == 2
    assert told["scores"]["orders"]["labelled"] == 1
    assert told["scores"]["silence"]["f1"] == 1
    assert {"document": "001", "kind": "order"}.items() <= told["misses"][-1].items()


def test_a_floor_that_is_not_reached_ends_in_status_1(
    departures: Departures, corpus: Corpus
) -> None:
    ended = departures("evaluate", corpus(), "--floor", "orders=0.5", "--floor", "silence=1")
    assert ended.status == 1
    assert "orders is 0.000, below its floor of 0.5" in ended.out
    assert "silence is" not in ended.out


@pytest.mark.parametrize("floor", ["orders", "orders=high", "verdicts=0.5", "=1"])
def test_an_impossible_floor_is_one_line(
    departures: Departures, corpus: Corpus, floor: str
) -> None:
    ended = departures("evaluate", corpus(), "--floor", floor)
    assert ended.status == 2
    assert ended.err.count("\n") == 1
    assert "--floor" in ended.err


def test_a_bad_corpus_is_one_line(departures: Departures, corpus: Corpus) -> None:
    ended = departures("evaluate", corpus(statements=[{"speaker": "Anna Berg"}]))
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.count("\n") == 1
    assert "001.json: statements[0].quote: Field required" in ended.err
