"""Which sentences of a document tell of one movement."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("binding"))
def test_sentences_of_one_movement_are_bound(case: dict[str, Any]) -> None:
    check(case)
