"""The catalogs: every message of the code is translated, and keeps what is filled in."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from departures.tongue.languages import ENGLISH, OFFERED
from messages import CATALOGS, catalog, missing, template

FILLED_IN = re.compile(r"%\([a-z_]+\)s|\{[a-z_]*\}|`[^`]+`")
CODES = sorted(OFFERED.keys() - {ENGLISH})


def test_each_language_offered_has_a_catalog() -> None:
    assert {path.stem for path in CATALOGS.glob("*.po")} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_message_of_the_code_is_translated(code: str) -> None:
    held = catalog(CATALOGS / f"{code}.po")
    unknown = [message.id for message in template() if message.id and message.id not in held]
    assert not unknown, "run `make messages`, then translate what it lists"
    assert not [message.id for message in missing(held)]


@pytest.mark.parametrize("code", CODES)
def test_a_translation_fills_in_what_its_message_does(code: str) -> None:
    for message in catalog(CATALOGS / f"{code}.po"):
        plural = isinstance(message.string, tuple)
        for said in message.string if plural else [message.string]:
            english = message.id[-1] if plural else message.id
            assert set(FILLED_IN.findall(said)) == set(FILLED_IN.findall(english)), english
