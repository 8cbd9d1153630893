"""What a figure measures, and what is no figure."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("measures"))
def test_a_figure_has_the_measure_of_its_words(case: dict[str, Any]) -> None:
    check(case)
