"""One reviewer's way through the queue at a terminal: a sentence, its fields, a key.

Invariant: nothing is decided without a key, each key decides one thing, and what is withheld from
the public is not printed.
"""

import sys
from collections.abc import Sequence
from typing import Final

from rich.console import Console

from departures.cli.telling import tell_error
from departures.cli.terminal import safe
from departures.errors import BadInputError, DeparturesError
from departures.record import Record
from departures.review import Person, decide, latest_of
from departures.review.fields import shapes
from departures.review.forms import Input, Row, inputs
from departures.review.queue import Item
from departures.review.written import made_of
from departures.tongue import phrases
from departures.words import Claim

KEYS: Final = {
    "a 2": "accept field 2; `a` alone: all of it",
    "r 2": "reject field 2; `r` alone: all of it",
    "c 2": "correct field 2, its value or its words; `c carrier` adds what the reader missed",
    "w": "withhold words of this document",
    "m": "the two operations are one",
    "s": "they are two",
    "u": "undo your latest decision; again: the one before it",
    "n": "next sentence",
    "q": "stop",
    "?": "show these",
}
_CLEAR: Final = "-"


class Round:
    """One reviewer's way through the queue."""

    def __init__(self, record: Record, person: Person, console: Console) -> None:
        self.record = record
        self.person = person
        self.console = console
        self.made = 0

    def go(self, items: Sequence[Item]) -> None:
        """Ask about each item until the reviewer stops."""
        for item in items:
            beside = f" / {item.other}" if item.other else ""
            self._say(f"\n{item.about}{beside}  {item.why}", bold=True)
            if not all(self._ask(item, claim) for claim in self._claims(item)):
                break
        self._say(f"{self.made} decided.")

    def _claims(self, item: Item) -> list[Claim]:
        """The claims that an item is about; of a document, those that are of no operation."""
        if item.kind == "gone":
            return []
        if item.about.startswith("sha256:"):
            held = self.record.claims(item.about)
            return [claim for claim in held if claim.kind != "operation"]
        return list(self.record.claims_of(self.record.operation(item.about)))

    def _ask(self, item: Item, claim: Claim) -> bool:
        """Show one claim and do what the reviewer says; False where the reviewer stops."""
        fields = self._show(claim)
        while (key := self._line("? ")) is not None and key != "q":
            if key in ("", "n"):
                return True
            try:
                self._do(key, item, claim, fields)
            except DeparturesError as error:
                tell_error(error)
        return False

    def _show(self, claim: Claim) -> list[str]:
        """Print a sentence with its fields; their names, by number."""
        names = [name for name in shapes(type(claim)) if getattr(claim, name) not in (None, ())]
        self._say(f"{phrases.KINDS[claim.kind]}: “{claim.quote.text}”")
        for number, name in enumerate(names, start=1):
            value = getattr(claim, name)
            self._say(f"  {number}  {phrases.label(name)}: {phrases.said(value)}")
        return names

    def _do(self, key: str, item: Item, claim: Claim, fields: list[str]) -> None:
        """Decide what a key means; say what keys there are where it means nothing here."""
        written = self._meant(key, item, claim, fields)
        if written is None:
            for name, meaning in KEYS.items():
                self._say(f"  {name:<4} {meaning}")
            return
        decision = decide(self.record, self.person, made_of(self.record, written))
        self.made += 1
        undone = f" of {written['decision']}" if decision.act == "undo" else ""
        self._say(f"Decision {decision.id}: {decision.act}{undone}. `u` undoes your latest.")

    def _meant(
        self, key: str, item: Item, claim: Claim, fields: list[str]
    ) -> dict[str, str] | None:
        """What a key writes, as a form would; null where it means nothing here."""
        act, _, which = key.partition(" ")
        which = which.strip()
        if act == "u":
            return self._undoing()
        if act == "w":
            words = self._line("Words to withhold, wherever they stand: ") or ""
            why = self._line("Reason: ") or ""
            return {"act": "withhold", "document": claim.document, "words": words, "why": why}
        if act in ("m", "s") and item.other and item.kind == "uncertain":
            why = self._line("Reason: ") or ""
            sides = {"first": item.about, "second": item.other}
            return {"act": "merge" if act == "m" else "split", **sides, "why": why}
        field = fields[int(which) - 1] if which in _numbers(fields) else None
        if act in ("a", "r") and (field or not which):
            name = "accept" if act == "a" else "reject"
            return {"act": name, "claim": claim.id, "field": field or ""}
        if act == "c" and which:
            return self._correcting(claim, field or which)
        return None

    def _undoing(self) -> dict[str, str]:
        latest = latest_of(self.record, self.person)
        if latest is None:
            raise BadInputError("None of your decisions holds; there is nothing to undo.")
        return {"act": "undo", "decision": str(latest.id)}

    def _correcting(self, claim: Claim, field: str) -> dict[str, str]:
        """Ask for each part of a field; Enter keeps what was read, `-` clears it."""
        shape = shapes(type(claim)).get(field)
        if shape is None:
            raise BadInputError(f"A claim of kind {claim.kind} has no field {field} to correct.")
        written = {"act": "correct", "claim": claim.id, "field": field}
        self._say(f"Enter keeps what stands in brackets, {_CLEAR} clears it.")
        for row in inputs(shape, getattr(claim, field), self.record.document(claim.document).text):
            if not (told := self._row(row, spare=shape.several and not row[-1].value)):
                break
            written |= told
        return written | {"why": self._line("Reason, for everybody to read: ") or ""}

    def _row(self, row: Row, *, spare: bool) -> dict[str, str]:
        """What is written for one value, its words last; nothing for a spare one left out."""
        *parts, words = row
        if spare:
            if not (first := self._input(words)):
                return {}
            return {words.name: first} | {part.name: self._input(part) for part in parts}
        return {part.name: self._input(part) for part in row}

    def _input(self, part: Input) -> str:
        """What is written for one part of a value."""
        options = f" ({', '.join(name for name, _words in part.options)})" if part.options else ""
        held = f" [{part.value}]" if part.value else ""
        line = self._line(f"  {part.label}{options}{held}: ")
        return part.value if not line else "" if line == _CLEAR else line

    def _line(self, prompt: str) -> str | None:
        """A line of the reviewer's; null at the end of what they type."""
        self.console.print(safe(prompt), end="")
        line = sys.stdin.readline()
        return line.strip() if line else None

    def _say(self, words: str, *, bold: bool = False) -> None:
        """Print words; what comes from a report is neither markup nor moves the cursor."""
        self.console.print(safe(words, "bold" if bold else ""))


def _numbers(fields: list[str]) -> set[str]:
    return {str(number) for number in range(1, len(fields) + 1)}
