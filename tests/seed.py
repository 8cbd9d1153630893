"""The seed report, where the shared folder stands beside this checkout. It is not shipped."""

from datetime import date
from pathlib import Path

import pytest

from departures.reading import read_document
from departures.words import Document, Reading

SHARED = Path(__file__).parents[2] / "shared"
SEED = SHARED / "corpus" / "seed" / "000.txt"

needs_seed = pytest.mark.skipif(not SEED.exists(), reason="../shared is absent")


def seed_reading() -> Reading:
    text = SEED.read_text(encoding="utf-8")
    return read_document(Document.of(text, published=date(2025, 5, 1), source="RFE/RL"))
