"""Texts about other things are silent."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("relevance"))
def test_only_removals_are_read(case: dict[str, Any]) -> None:
    check(case)
