"""Numbers and dates against the public suites, where these are at hand."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "evals" / "recognizers.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("recognizers", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


recognizers = load()


@pytest.mark.parametrize("suite", list(recognizers.SUITES))
def test_a_suite_is_read_above_its_floor(suite: str) -> None:
    if not recognizers.GOLD.is_dir():
        pytest.skip("the public suites are not here")
    result = recognizers.score(suite, recognizers.GOLD, recognizers.load_scope())
    assert result.share >= recognizers.SUITES[suite][1]


def test_every_entry_of_the_scope_has_a_reason_and_a_use() -> None:
    for rule in recognizers.load_scope():
        assert rule["why"]
        assert set(rule["suites"]) <= set(recognizers.SUITES)
        assert {"types", "subtypes", "text", "input"} & set(rule)
