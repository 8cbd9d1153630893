"""Circumstances told beside a movement: carrier, funder, agency, legal power, passengers."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("details"))
def test_circumstances_are_bound_to_their_movement(case: dict[str, Any]) -> None:
    check(case)
