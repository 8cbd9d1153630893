"""Texts to measure with: reports of about 500 words, made from our own sentences.

Invariant: the same seed makes the same texts, on every machine; no two of them are alike.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

WORDS = 500
SENTENCES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("texts.toml").read_text(encoding="utf-8")
)
FILLINGS: dict[str, list[str]] = SENTENCES["fillings"]
COUNTRIES = FILLINGS["country"]
FIGURES: dict[str, list[int]] = SENTENCES["figures"]
_GAP = re.compile(r"\{(\w+)\}")


def relevant(count: int, seed: int = 1) -> list[str]:
    """Reports about deportations, with all that the reader looks for."""
    chance = Random(seed)
    return [_report(SENTENCES["relevant"], chance) for _ in range(count)]


def irrelevant(count: int, seed: int = 2) -> list[str]:
    """Reports about everything else, with figures, dates, countries and quotations as well."""
    chance = Random(seed)
    return [_report(SENTENCES["irrelevant"], chance) for _ in range(count)]


def _report(kind: dict[str, list[str]], chance: Random) -> str:
    """A headline, a lead with its dateline, and paragraphs until there are words enough."""
    story = {**chance.choice(SENTENCES["destinations"]), "country": chance.choice(COUNTRIES)}
    paragraphs = [
        _filled(chance.choice(kind[part]), story, chance) for part in ("headline", "lead")
    ]
    sentences = _in_turn(kind["body"], chance)
    while sum(len(paragraph.split()) for paragraph in paragraphs) < WORDS:
        told = [_filled(next(sentences), story, chance) for _ in range(chance.randint(1, 3))]
        paragraphs.append(" ".join(told))
    return "\n\n".join(paragraphs) + "\n"


def _in_turn(sentences: list[str], chance: Random) -> Iterator[str]:
    """All sentences in a shuffled order, again and again."""
    while True:
        yield from chance.sample(sentences, len(sentences))


def _filled(sentence: str, story: dict[str, str], chance: Random) -> str:
    """A sentence with its gaps filled: from the story, else by chance."""

    def fill(gap: re.Match[str]) -> str:
        name = gap[1]
        if name in story:
            return story[name]
        return chance.choice(FILLINGS[name]) if name in FILLINGS else _figure(name, chance)

    told = _GAP.sub(fill, sentence)
    return told[0].upper() + told[1:]


def _figure(name: str, chance: Random) -> str:
    lowest, highest = FIGURES[name]
    figure = chance.randint(lowest, highest)
    return str(figure) if name == "year" else f"{figure:,}"


OPENING = "Germany deported 47 Uzbeks who had been refused asylum to Tashkent on Tuesday.\n\n"
"""Opens the gate, so that what follows is read by every layer."""
NOISE = {
    "digits": "131 1,445,549 12.5 2024 30 7 ",
    "quotation marks": "\" “ ” ' ‘ ’ « » ",
    "capitalised words": "Zorbak Merin Talon Uzba Kirov Lamen ",
    "line ends": "\n\r\n\n ",
}


def long_text(kind: str, length: int) -> str:
    """`length` characters of `relevant` reports one after the other, or of a kind of `NOISE`."""
    if kind in NOISE:
        noise = NOISE[kind]
        return (OPENING + noise * (length // len(noise) + 1))[:length]
    return "\n".join(relevant(length // 2500 + 1, seed=3))[:length]
