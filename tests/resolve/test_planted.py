"""A small planted corpus: `evals/planted.py` runs the full one and prints what it finds."""

import pytest

from departures.resolve import report_of, same_wire
from planted import Outcome, document_of, evaluate
from planting import TABLE, Planted, Written, plant

Corpus = tuple[list[Planted], list[Written]]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return plant(40, 130, seed=5)


@pytest.fixture(scope="module")
def outcome(corpus: Corpus) -> Outcome:
    return evaluate(*corpus)


def test_the_reports_of_one_operation_come_together(outcome: Outcome) -> None:
    # Below the aim of the full corpus: here a single report that is misread weighs three times as
    # much, and this is no test of the reader.
    assert outcome.f1 >= 0.9


def test_contradictions_are_shown_or_asked_about(outcome: Outcome) -> None:
    told = outcome.contradictions
    shown = told["shown as disputed"] + told["shown as compatible"] + told["a person is asked"]
    assert shown > 20
    assert not told["not shown"]


def test_copies_are_known_though_they_are_cut_and_edited(corpus: Corpus, outcome: Outcome) -> None:
    _, written = corpus
    known, every = outcome.copies
    assert known == every > 0
    reports = [report_of(document_of(report)) for report in written]
    for at, one in enumerate(written):
        for before in range(at):
            is_copy = one.copy_of is not None and one.copy_of in (before, written[before].copy_of)
            assert same_wire(reports[at], reports[before]) == (is_copy or before == one.copy_of)


def test_the_same_seed_plants_the_same(corpus: Corpus) -> None:
    assert [report.text for report in plant(40, 130, seed=5)[1]] == [
        report.text for report in corpus[1]
    ]


def test_there_are_at_least_25_shapes_of_sentences_that_tell_an_operation() -> None:
    assert len({words.split("{", 1)[1] for words in TABLE["leads"]}) >= 25
