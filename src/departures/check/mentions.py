"""What reports mention beside a movement: protection, fear, notice, assurances, children.

Invariant: a mention answers yes only where it is told as a fact of people on board. One that is
denied ("no notice was given") answers no; one that is asked, sought or only possible leaves the
question open.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import takewhile
from typing import Any, Literal, get_args

from ahocorasick_rs import AhoCorasick

from departures.law.force import Answer
from departures.words import Claim, OperationClaim
from departures.words.folding import fold, folded_words

Topic = Literal["protection", "fear", "notice", "assurances", "children"]
Phrase = tuple[str, ...]
NEAR = 8
"""So many words from a mention, a word in its clause still speaks of it."""
FACTS = frozenset(("happened", "ongoing"))
_TOKEN = re.compile(r"[^\W_]+(?:['’][a-z]+)?|[.,;:!?()—–]")
_STOPS = frozenset(".,;:!?()—–")


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of all topics by their first word, and the words that turn a mention."""

    phrases: Mapping[str, Sequence[tuple[Phrase, Topic | None]]]
    """Longest first; no topic where a phrase means something else."""
    longest: AhoCorasick
    """Finds the longest word of each phrase: most sentences have none of them."""
    elsewhere: Mapping[str, frozenset[str]]
    denying: frozenset[str]
    open: frozenset[str]
    clause_ends: frozenset[str]


@cache
def mention_words() -> Words:
    """The words of `mentions.toml`."""
    text = (resources.files("departures.check") / "mentions.toml").read_text(encoding="utf-8")
    tables: dict[str, Any] = tomllib.loads(text)
    turning = tables.pop("words")
    phrases: dict[str, list[tuple[Phrase, Topic | None]]] = {}
    for topic in get_args(Topic):
        table = tables[topic]
        for key, means in (("names", topic), ("not", None)):
            for words in (tuple(folded_words(each)) for each in table[key]):
                phrases.setdefault(words[0], []).append((words, means))
    for some in phrases.values():
        some.sort(key=lambda each: len(each[0]), reverse=True)
    return Words(
        phrases,
        AhoCorasick(sorted({max(each, key=len) for some in phrases.values() for each, _ in some})),
        {topic: frozenset(table["elsewhere"]) for topic, table in tables.items()},
        *(frozenset(turning[key].split()) for key in ("denying", "open", "clause_ends")),
    )


def mentioned(claims: Iterable[Claim]) -> dict[Topic, Answer]:
    """What the claims answer on each topic that they mention; a fact outweighs what is open."""
    found: dict[Topic, set[Answer]] = {}
    factual: dict[str, bool] = {}
    for claim in claims:
        told = isinstance(claim, OperationClaim) and claim.modality in FACTS
        factual[claim.quote.text] = factual.get(claim.quote.text, False) or told
    for text, told in factual.items():
        for topic, answer in mentions(text):
            found.setdefault(topic, set()).add(answer if told else "unknown")
    ranked: tuple[Answer, ...] = ("yes", "unknown", "no")
    return {topic: next(each for each in ranked if each in of) for topic, of in found.items()}


def mentions(text: str) -> Iterator[tuple[Topic, Answer]]:
    """Each mention of a topic in a text, and whether it is told, denied or left open."""
    words = mention_words()
    folded = fold(text)
    if not words.longest.find_matches_as_indexes(folded):
        return
    tokens = _TOKEN.findall(folded.replace("’", "'"))
    at = 0
    while at < len(tokens):
        length = 1
        for phrase, topic in words.phrases.get(tokens[at], ()):
            if tuple(tokens[at : at + len(phrase)]) == phrase:
                length = len(phrase)
                if topic is not None and (answer := _told(tokens, at, length, topic, words)):
                    yield topic, answer
                break
        at += length


def _told(tokens: list[str], at: int, length: int, topic: Topic, words: Words) -> Answer | None:
    """How a mention is told; None where it is of people who were not on board."""
    before = reversed(tokens[max(0, at - NEAR) : at])
    after = tokens[at + length : at + length + NEAR]
    around = [*_clause(before, words), *_clause(after, words)]
    if not words.elsewhere[topic].isdisjoint(around):
        return None
    if not words.open.isdisjoint(around):
        return "unknown"
    return "yes" if words.denying.isdisjoint(around) else "no"


def _clause(tokens: Iterable[str], words: Words) -> Iterator[str]:
    """The words up to the end of the clause."""
    return takewhile(lambda each: each not in _STOPS and each not in words.clause_ends, tokens)
