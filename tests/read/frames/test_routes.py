"""The parts that places play: origin, destination, stop, onward."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("routes"))
def test_each_place_plays_its_part(case: dict[str, Any]) -> None:
    check(case)
