"""The registry of rules: which there are, how they are worded, and how they are run.

Invariant: a rule's text comes from `rules.toml` and passes the wording guard; no rule says in
the tool's own voice that anybody broke or kept the law.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from pkgutil import iter_modules
from typing import Any

from departures.words import Claim, Evidence, Finding, Operation, Weight

NOTICE = "This is context, not a legal finding."
FORBIDDEN = ("illegal", "unlawful", "violat", "complied", "disappear", "refoulement", "wrongly")
"""Words that a rule may use only inside an attributed quotation (rule L17)."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One rule's words: the question it asks, its templates, and where the rule comes from."""

    id: str
    question: str
    templates: Mapping[str, str]
    sources: tuple[str, ...]

    def say(self, template: str, **values: str) -> str:
        """The template filled in."""
        return self.templates[template].format(**values)


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a rule returns: its text, how much it matters, and the claims that it rests on."""

    text: str
    weight: Weight
    claims: tuple[str, ...]


Rule = Callable[[Operation, Mapping[str, Claim], Wording], Iterable[Noticed]]
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
    """The words of every rule, by id."""
    file = resources.files("departures.check") / "rules.toml"
    tables: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
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


def examine(operations: Iterable[Operation], claims: Iterable[Claim]) -> list[Finding]:
    """Every finding of every rule on the operations; `claims` must hold theirs."""
    by_id = {claim.id: claim for claim in claims}
    return [finding for operation in operations for finding in _examine_one(operation, by_id)]


def _examine_one(operation: Operation, claims: Mapping[str, Claim]) -> Iterator[Finding]:
    for name, function in rules().items():
        for noticed in function(operation, claims, wordings()[name]):
            yield Finding(
                rule=name,
                about=operation.id,
                text=noticed.text,
                evidence=tuple(Evidence(kind="claim", id=claim) for claim in noticed.claims),
                weight=noticed.weight,
            )
