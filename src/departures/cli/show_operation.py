"""One operation for people: every value with its words, its speaker and its source.

Invariant: every asserted value is shown, with each claim that asserts it; the shown one is
marked and says why.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from departures.cli.terminal import safe, shortened
from departures.cli.wording import as_told, source, speaker
from departures.tongue.phrases import ACTS, FIELDS, MODALITIES, VERDICTS, WEIGHTS
from departures.words import AnyValue, Asserted, Claim, Document, Finding, Operation, ResolvedField
from departures.words.values import Span

if TYPE_CHECKING:
    from departures.record import DocumentSummary

    Documents = Mapping[str, Document | DocumentSummary]

LONGEST_QUOTE = 300
VERDICT_STYLES = {
    "agreed": "green",
    "compatible": "yellow",
    "disputed": "bold red",
    "single": "dim",
}
WEIGHT_STYLES = {"note": "dim", "question": "yellow", "conflict": "bold red"}


def show_operation(
    console: Console,
    operation: Operation,
    claims: Mapping[str, Claim],
    documents: "Documents",
) -> None:
    """Print the operation with all its values."""
    console.print(safe(operation.id, "bold"))
    console.print(safe(f"{ACTS[operation.act]}, {MODALITIES[operation.modality]}"))
    for name in FIELDS:
        if field := operation.values.get(name):
            console.print()
            _show_field(console, name, field, claims, documents)


def _show_field(
    console: Console,
    name: str,
    field: ResolvedField,
    claims: Mapping[str, Claim],
    documents: "Documents",
) -> None:
    chosen = as_told(field.asserted[field.shown].value)
    heading = Text.assemble((FIELDS[name], "bold"), "  ", safe(chosen), "  ")
    console.print(heading.append(f"[{VERDICTS[field.verdict]}]", VERDICT_STYLES[field.verdict]))
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=30)
    table.add_column(ratio=1)
    for asserted in field.asserted:
        table.add_row(safe(as_told(asserted.value)), _words(asserted, claims, documents))
    console.print(Padding(table, (0, 0, 0, 2)))
    if len(field.asserted) > 1:
        console.print(Padding(safe(f"{field.why} ({field.rule})", "dim"), (0, 0, 0, 2)))


def _words(
    asserted: Asserted,
    claims: Mapping[str, Claim],
    documents: "Documents",
) -> Text:
    """Who says it, where, and in which words; one line for each claim."""
    lines = []
    for claim in (claims[id] for id in asserted.claims if id in claims):
        told_in = documents.get(claim.document)
        place = f"{source(told_in)}: " if told_in else ""
        line = safe(f"{speaker(claim.asserted_by)}, {place}", "dim")
        lines.append(line.append_text(_quoted(claim, asserted.value)))
    return Text("\n").join(lines)


def _quoted(claim: Claim, value: AnyValue) -> Text:
    """The claim's quote with the words of the value in bold."""
    line = safe(f"“{shortened(claim.quote.text, LONGEST_QUOTE)}”")
    for span in (value,) if isinstance(value, Span) else value:
        words = span.text if isinstance(span, Span) else ""
        if words:
            line.highlight_words([safe(words).plain], "bold")
    return line


def show_findings(console: Console, findings: Iterable[Finding]) -> None:
    """Print what the checks noticed, each with its weight and its rule."""
    console.print(Rule("Findings", align="left"))
    table = Table.grid(padding=(0, 2))
    for finding in findings:
        weight = Text(WEIGHTS[finding.weight], style=WEIGHT_STYLES[finding.weight])
        table.add_row(weight, finding.rule, safe(finding.text))
    if table.row_count:
        console.print(table)
    else:
        console.print("None.")


def show_sources(console: Console, sources: "Iterable[DocumentSummary]") -> None:
    """Print the documents that tell of the operation."""
    console.print(Rule("Sources", align="left"))
    for document in sources:
        console.print(safe(f"{source(document)}: {document.title or 'no headline'}"))
        if document.url:
            console.print(Padding(safe(document.url), (0, 0, 0, 2)))
        console.print(
            Padding(safe(f"{document.id}, {document.claims} claims", "dim"), (0, 0, 0, 2))
        )
