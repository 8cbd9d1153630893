"""`departures review`: what there is to decide, one at a time, the sentence beside the fields.

Invariant: nothing is decided without a key, each key decides one thing, and Ctrl-C or `q` leaves
what was decided until then.
"""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from departures.cli.decide import REVIEWER_VARIABLE
from departures.cli.telling import tell_error
from departures.errors import BadInputError, DeparturesError
from departures.settings import Settings

if TYPE_CHECKING:
    from pydantic import JsonValue
    from rich.console import Console

    from departures.record import Record
    from departures.review import Person
    from departures.review.queue import Item
    from departures.words import OperationClaim

EXAMPLES = (
    "departures review --by ada",
    "departures review --format json",
)
KEYS: Final = {
    "a 2": "accept field 2; `a` alone: all of it",
    "r 2": "reject field 2; `r` alone: all of it",
    "m": "the two operations are one",
    "s": "they are two",
    "u": "undo the last decision",
    "n": "next sentence",
    "q": "stop",
    "?": "show these",
}


def command(
    context: typer.Context,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", envvar=REVIEWER_VARIABLE, help="Who decides.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="So many things at most.")] = 50,
    format: Annotated[
        Literal["table", "json"], typer.Option(help="json lists the queue for programs.")
    ] = "table",
) -> None:
    """Go through what conflicts, is in doubt or is new; what concerns most people first.

    A line holds one key: a accept, r reject, m merge, s split, u undo, n next, q stop, ? help.
    Values are corrected on the page that `departures serve` shows, or with `decide correct`.
    """
    from departures.cli.terminal import console
    from departures.record import Record
    from departures.review import people
    from departures.review.queue import queue

    settings: Settings = context.obj
    with Record.open(settings.record, create=False) as record:
        items = queue(record, limit)
        if format == "json":
            print(json.dumps([asdict(item) for item in items], indent=2, ensure_ascii=False))
            return
        person = next((each for each in people(record) if each.name == by), None)
        if person is None:
            raise BadInputError("--by names nobody who may decide; `departures user list` does")
        _Round(record, person, console(settings.color)).go(items)


class _Round:
    """One reviewer's way through the queue."""

    def __init__(self, record: "Record", person: "Person", console: "Console") -> None:
        self.record = record
        self.person = person
        self.console = console
        self.made: list[int] = []

    def go(self, items: "list[Item]") -> None:
        """Ask about each item until the reviewer stops."""
        for item in items:
            if item.kind in ("gone", "changed"):
                self._say(f"\n{item.about}  {item.why}", bold=True)
            elif not self._ask(item):
                break
        self._say(f"{len(self.made)} decided.")

    def _ask(self, item: "Item") -> bool:
        """Show one operation, sentence by sentence; False where the reviewer stops."""
        operation = self.record.operation(item.about)
        beside = f" / {item.other}" if item.other else ""
        self._say(f"\n{operation.id}{beside}  {item.why}", bold=True)
        for claim in self.record.claims_of(operation):
            if claim.kind != "operation":
                continue
            fields = self._show(claim)
            while (key := self._key()) != "n":
                if key == "q":
                    return False
                self._do(key, item, claim, fields)
        return True

    def _show(self, claim: "OperationClaim") -> list[str]:
        """Print a sentence with its fields; their names, by number."""
        from departures.tongue.phrases import FIELDS, spoken

        names = [name for name in FIELDS if getattr(claim, name, None) not in (None, ())]
        self._say(f"“{claim.quote.text}”")
        for number, name in enumerate(names, start=1):
            self._say(f"  {number}  {FIELDS[name]}: {spoken(getattr(claim, name))}")
        return names

    def _key(self) -> str:
        self.console.print("? ", end="")
        line = sys.stdin.readline()
        return line.strip() or "n" if line else "q"

    def _do(self, key: str, item: "Item", claim: "OperationClaim", fields: list[str]) -> None:
        made = self._meant(key, item, claim, fields)
        if made is None:
            for name, meaning in KEYS.items():
                self._say(f"  {name:<4} {meaning}")
            return
        from departures.review import decide

        try:
            decision = decide(self.record, self.person, made)
        except DeparturesError as error:
            tell_error(error)
            return
        self.made.append(decision.id)
        self._say(f"Decision {decision.id}: {decision.act}. `u` undoes it.")

    def _meant(
        self, key: str, item: "Item", claim: "OperationClaim", fields: list[str]
    ) -> "dict[str, JsonValue] | None":
        """The decision that a key means; null where it means none here."""
        act, _, number = key.partition(" ")
        acts = {"a": "accept", "r": "reject", "m": "merge", "s": "split", "u": "undo"}
        if act == "u" and self.made:
            return {"act": "undo", "decision": self.made[-1]}
        if act in ("m", "s") and item.other:
            sides = [list(self.record.operation(id).claims) for id in (item.about, item.other)]
            if act == "m":
                return {"act": "merge", "claims": [*sides[0], *sides[1]]}
            return {"act": "split", "claims": [*sides[0]], "others": [*sides[1]]}
        if act in ("a", "r") and (not number or number in _numbers(fields)):
            field = fields[int(number) - 1] if number else None
            return {"act": acts[act], "claim": claim.id, "field": field}
        return None

    def _say(self, words: str, *, bold: bool = False) -> None:
        """Print words; what comes from a report is neither markup nor moves the cursor."""
        from departures.cli.terminal import safe

        self.console.print(safe(words, "bold" if bold else ""))


def _numbers(fields: list[str]) -> set[str]:
    return {str(number) for number in range(1, len(fields) + 1)}
