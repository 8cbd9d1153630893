"""Whether a movement took place."""

from typing import Any

import pytest
from tests.read.frames.cases import cases, check


@pytest.mark.parametrize("case", cases("modality"))
def test_what_did_not_happen_is_not_told_as_happened(case: dict[str, Any]) -> None:
    check(case)
