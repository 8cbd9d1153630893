"""Figures about many: of whom, where to, when, said by whom."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("statistics"))
def test_figures_keep_what_they_count(case: dict[str, Any]) -> None:
    check(case)
