"""The figures: what they are on a reading made by hand, and that they equal the reference's."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from tests.evaluate.conftest import Corpus

from departures.evaluate import NAMES, evaluate, load_corpus
from departures.evaluate.corpus import Labelled
from departures.evaluate.scoring import score_document
from departures.evaluate.tally import Tally
from departures.reading import read_document
from departures.words import Reading

SHARED = Path(__file__).parents[3] / "shared"
REFERENCE = SHARED / "eval" / "score.py"
TEXTS = SHARED / "corpus" / "en"
needs_reference = pytest.mark.skipif(
    not REFERENCE.exists(), reason="needs the reference scorer in ../shared"
)
needs_texts = pytest.mark.skipif(not TEXTS.exists(), reason="needs the texts in ../shared")

Figures = dict[str, tuple[int, int, int]]


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_scorer", REFERENCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference_figures(folder: Path, texts: list[Labelled]) -> Figures:
    """Right, labelled and claimed by measure, as the reference counts the same readings."""
    module = reference()
    tally = module.Tally()
    for one in texts:
        labels = json.loads((folder / f"{one.name}.json").read_text(encoding="utf-8"))
        read = json.loads(read_document(one.document).model_dump_json())
        module.score_document(one.document.text, labels, read, tally, [])
    names = set(tally.labelled) | set(tally.claimed)
    return {
        f"operation {name.strip()}" if name.startswith("  ") else name: (
            tally.right[name],
            tally.labelled[name],
            tally.claimed[name],
        )
        for name in names
    }


def own_figures(tally: Tally, names: Figures) -> Figures:
    scores = {name: tally.score(name) for name in names}
    return {name: (one.right, one.labelled, one.claimed) for name, one in scores.items()}


@needs_reference
@needs_texts
def test_the_figures_are_those_of_the_reference_on_the_shared_texts() -> None:
    texts = load_corpus(TEXTS, ids="001-010")
    expected = reference_figures(TEXTS, texts)
    assert own_figures(evaluate(texts).tally, expected) == expected


@needs_reference
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"operations": []},
        {"operations": [{"optional": True, "count": {"min": 47, "max": 47}}]},
        {"operations": [{"origin": "DE", "destination": {"alpha2": ["UZ", "KZ"]}, "date": "2025"}]},
        {"operations": [{"count": {"approx": 47}, "carrier": {"name": "Freebird"}}] * 3},
        {"statistics": [{"measure": "expulsions", "count": {"lower": 1204, "upper": 1204}}] * 2},
        {"statistics": [{"count": {"min": 300, "text": "hundreds"}, "population": None}]},
        {"agreements": [{"parties": ["DE", {"country": "UZ"}, "European Union"]}]},
        {"rulings": [{"effect": "stays"}, {"effect": "stays", "date": "2025-05-13"}]},
    ],
)
def test_the_figures_are_those_of_the_reference_on_other_labels(
    corpus: Corpus, changes: dict[str, object]
) -> None:
    folder = corpus(**changes)
    texts = load_corpus(folder)
    expected = reference_figures(folder, texts)
    assert own_figures(evaluate(texts).tally, expected) == expected


def test_reading_nothing_finds_nothing_and_keeps_silence(corpus: Corpus) -> None:
    tally = Tally()
    for one in load_corpus(corpus()):
        tally += score_document(one.name, one.labels, Reading(document=one.document))
    assert tally.score("silence").f1 == 1
    for name, labelled in {"operations": 1, "statistics": 2, "statements": 1, "orders": 1}.items():
        score = tally.score(name)
        assert (score.right, score.labelled, score.claimed) == (0, labelled, 0)
        assert (score.precision, score.recall, score.f1) == (1, 0, 0)
    assert [miss.kind for miss in tally.misses] == [
        "operation",
        "statistic",
        "statistic",
        "statement",
        "order",
    ]


def test_processes_that_share_the_work_change_nothing(corpus: Corpus) -> None:
    texts = load_corpus(corpus())
    alone, shared = evaluate(texts), evaluate(texts, jobs=2)
    assert alone.tally == shared.tally
    assert alone.documents == shared.documents == 2


def test_every_document_is_a_step(corpus: Corpus) -> None:
    steps: list[None] = []
    evaluate(load_corpus(corpus()), step=lambda: steps.append(None))
    assert len(steps) == 2


def test_a_reader_that_breaks_off_costs_only_its_document(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(document: object) -> Reading:
        raise ArithmeticError("no such number")

    monkeypatch.setattr("departures.evaluate.running.read_document", break_off)
    evaluation = evaluate(load_corpus(corpus()))
    assert evaluation.failed == [
        "001: ArithmeticError: no such number",
        "002: ArithmeticError: no such number",
    ]
    assert evaluation.tally.score("operations").labelled == 1


def test_every_measure_has_a_name(corpus: Corpus) -> None:
    assert set(evaluate(load_corpus(corpus())).tally.scores) <= set(NAMES)
