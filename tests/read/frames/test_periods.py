"""Which period a figure is of."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("periods"))
def test_a_figure_has_its_own_period(case: dict[str, Any]) -> None:
    check(case)
