"""The registry of rules: which there are, how they are worded, and how they are run.

Invariant: a rule's text comes from `rules.toml`, which is refused where its words judge; no rule
says in the tool's own voice that anybody broke or kept the law. Each rule answers `yes`, `no` or
`unknown`, and `unknown` says what is missing.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from importlib import import_module, resources
from pkgutil import iter_modules
from typing import Any, NamedTuple, Self

from departures import law
from departures.check.subject import Subject
from departures.errors import BadInputError
from departures.law.force import Answer
from departures.law.neutral import FORBIDDEN, judging
from departures.law.shelf import Shelf
from departures.words import Claim, Evidence, Finding, Operation, Weight

__all__ = ["FORBIDDEN", "NOTICE", "Noticed", "Wording", "examine", "examine_each", "rule"]
NOTICE = "This is context, not a legal finding."


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One rule's words: the question it asks, its templates, and where the rule comes from."""

    id: str
    question: str
    templates: Mapping[str, str]
    sources: tuple[str, ...]

    def say(self, template: str, **values: str) -> str:
        """The template filled in."""
        return self.templates[template].format(**values)


class Noticed(NamedTuple):
    """What a rule answers to its question.

    Without a weight it is an answer and no finding: nothing that a reader has to look at.
    """

    text: str
    weight: Weight | None = "note"
    claims: tuple[str, ...] = ()
    answer: Answer = "yes"
    missing: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    releases: tuple[tuple[str, str], ...] = ()
    """Official releases by id, each with the query that gives what is said of it."""

    @classmethod
    def open(cls, *missing: str) -> Self:
        """The question stays open because this is missing."""
        return cls(text="", weight=None, answer="unknown", missing=missing)


Rule = Callable[[Subject, Wording], Iterable[Noticed]]
_RULES: dict[str, Rule] = {}


def rule(name: str) -> Callable[[Rule], Rule]:
    """Register a function as the rule with this id."""

    def register(function: Rule) -> Rule:
        if name in _RULES:
            raise ValueError(f"two rules are called {name}")
        _RULES[name] = function
        return function

    return register


@cache
def wordings() -> dict[str, Wording]:
    """The words of every rule, by id. Raises `BadInputError` where they judge."""
    file = resources.files("departures.check") / "rules.toml"
    return read_wordings(file.read_text(encoding="utf-8"))


def read_wordings(text: str) -> dict[str, Wording]:
    """The words of rules, from the text of `rules.toml`."""
    tables: dict[str, Any] = tomllib.loads(text)
    for name, table in tables.items():
        for words in (table["question"], *table["text"].values()):
            if judged := judging(words):
                raise BadInputError(f"rules.toml: {name}: {judged[0]!r} judges; word it neutrally")
    return {
        name: Wording(name, table["question"], table["text"], tuple(table["sources"]))
        for name, table in tables.items()
    }


@cache
def rules() -> dict[str, Rule]:
    """Every registered rule, by id, in order."""
    package = import_module("departures.check.rules")
    for module in iter_modules(package.__path__):
        import_module(f"departures.check.rules.{module.name}")
    return dict(sorted(_RULES.items()))


def examine(
    operations: Iterable[Operation],
    claims: Iterable[Claim],
    shelf: Shelf | None = None,
    take_offs: Mapping[str, datetime] | None = None,
) -> list[Finding]:
    """Every finding of every rule on the operations; `claims` must hold theirs.

    `shelf` is the law shelf, the one that comes with the program unless another is given;
    `take_offs` are the hours of departure by operation, where they are known.
    """
    by_id = {claim.id: claim for claim in claims}
    held = shelf or law.shelf()
    hours = take_offs or {}
    worded = _worded_rules()
    found = []
    for operation in operations:
        subject = Subject(operation, by_id, held, hours.get(operation.id))
        for name, function, wording in worded:
            for noticed in function(subject, wording):
                if noticed.weight is not None:
                    found.append(finding(name, operation.id, noticed))
    return found


def examine_each(subject: Subject) -> Iterator[tuple[str, Noticed]]:
    """What every rule answers; a rule that finds that its question doesn't arise answers no."""
    for name, function, wording in _worded_rules():
        found = list(function(subject, wording))
        yield from ((name, each) for each in found)
        if not found:
            yield name, Noticed(text="", weight=None, answer="no")


@cache
def _worded_rules() -> list[tuple[str, Rule, Wording]]:
    return [(name, function, wordings()[name]) for name, function in rules().items()]


@lru_cache(maxsize=65536)
def _evidence(claims: tuple[str, ...], orders: tuple[str, ...]) -> tuple[Evidence, ...]:
    return (
        *(Evidence(kind="claim", id=id) for id in claims),
        *(Evidence(kind="order", id=id) for id in orders),
    )


def finding(name: str, about: str, noticed: Noticed) -> Finding:
    """What a rule noticed, as a finding about an operation or a claim."""
    evidence = _evidence(noticed.claims, noticed.orders)
    if noticed.releases:
        evidence += tuple(
            Evidence(kind="release", id=id, query=query) for id, query in noticed.releases
        )
    return Finding(
        rule=name,
        about=about,
        text=noticed.text,
        evidence=evidence,
        weight=noticed.weight or "note",
        answer=noticed.answer,
        missing=noticed.missing,
    )
