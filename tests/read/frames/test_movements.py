"""Movements in a sentence: voices, vehicles, counts, and what is no movement."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("movements"))
def test_a_sentence_tells_its_movements(case: dict[str, Any]) -> None:
    check(case)
