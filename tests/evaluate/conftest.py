"""A small labelled corpus of our own, and labels that are wrong in one way each."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REPORT = """Germany flies 47 Uzbeks home

BERLIN, May 14 (Own Wire) - Forty-seven Uzbek nationals who had been refused asylum were deported \
from Leipzig to Tashkent on Tuesday, the interior ministry said.

The flight was operated by Freebird Airlines. “They had no right to stay,” said Anna Berg, a \
spokeswoman for the ministry.

In 2024, Germany deported 1,204 people to Uzbekistan, according to the ministry. More than 300 \
people were being held in detention centres on May 1, 2025.
"""
LABELS: dict[str, Any] = {
    "id": "001",
    "language": "en",
    "group": "wire",
    "published": "2025-05-15",
    "operations": [
        {
            "date": "2025-05-13",
            "origin": {"place": "Leipzig", "country": "DE"},
            "destination": {"place": "Tashkent", "country": "UZ"},
            "carrier": "Freebird Airlines",
            "funder": None,
            "count": {"min": 47, "max": 47, "text": "Forty-seven"},
            "nationalities": ["UZ"],
            "status": "happened",
            "quote": "Forty-seven Uzbek nationals",
        }
    ],
    "statistics": [
        {
            "measure": "removals",
            "count": {"min": 1204, "max": 1204, "text": "1,204"},
            "population": [],
            "to": ["UZ"],
            "period": "2024-01-01/2024-12-31",
            "attributed_to": "interior ministry",
            "quote": "Germany deported 1,204 people to Uzbekistan",
        },
        {
            "measure": "detained",
            "count": {"min": 301, "max": None, "text": "More than 300"},
            "period": "2025-05-01",
            "quote": "More than 300 people were being held",
        },
    ],
    "statements": [
        {
            "speaker": "Anna Berg",
            "role_or_org": "spokeswoman",
            "kind": "direct",
            "quote": "They had no right to stay,",
        }
    ],
    "rulings": [{"court_or_judge": "a court", "date": "2025-05", "effect": "bars", "quote": ""}],
    "agreements": [],
}
OTHER = "The council approved a new budget for the swimming pool on Monday.\n"
NOTHING = {"id": "002", "language": "en", "group": "negative", "published": "2025-05-15"}

Corpus = Callable[..., Path]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """`corpus()` is the folder; `corpus(operations=…)` has other labels in its first document."""

    def write(**changes: object) -> Path:
        texts = {"001": (REPORT, LABELS | changes), "002": (OTHER, NOTHING)}
        for name, (text, labels) in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
            (tmp_path / f"{name}.json").write_text(json.dumps(labels), encoding="utf-8")
        return tmp_path

    return write
