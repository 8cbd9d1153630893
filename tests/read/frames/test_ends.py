"""Where a movement began and ended, where its own sentence does not say so."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("ends"))
def test_ends_come_from_the_document_or_stay_open(case: dict[str, Any]) -> None:
    check(case)
