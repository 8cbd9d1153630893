"""One reading for people: the report with its claims marked, then claims, operations, findings.

Invariant: the numbers behind the marks are those of the table of claims, and every claim of the
reading stands in both.
"""

from collections import defaultdict

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from departures.cli.show_operation import show_findings, show_operation
from departures.cli.terminal import console, safe, shortened
from departures.cli.wording import source, speaker, told
from departures.tongue.phrases import KINDS, MODALITIES
from departures.words import Claim, Reading, spans_of

KIND_STYLES = {
    "statement": "italic",
    "statistic": "cyan",
    "agreement": "blue",
    "order": "magenta",
    "operation": "green",
}
"""Later ones lie over earlier ones where claims overlap."""
LONGEST_QUOTE = 160


def show_reading(reading: Reading, color: bool | None = None) -> None:
    """Print a reading."""
    out = console(color)
    document = reading.document
    out.print(safe(source(document), "bold"))
    out.print()
    out.print(_marked(reading))
    out.print()
    out.print(Rule("Claims", align="left"))
    _show_claims(out, reading.claims)
    claims = {claim.id: claim for claim in reading.claims}
    for operation in reading.operations:
        out.print(Rule("Operation", align="left"))
        show_operation(out, operation, claims, {document.id: document})
    if not reading.operations:
        out.print("No operation is told of.")
    show_findings(out, reading.findings)


def _marked(reading: Reading) -> Text:
    """The report's text, its claims in the colour of their kind, numbered where they end."""
    text = safe(reading.document.text)
    for kind, style in KIND_STYLES.items():
        for claim in reading.claims:
            if claim.kind == kind:
                _mark(text, claim, style)
    return _numbered(text, reading)


def _mark(text: Text, claim: Claim, style: str) -> None:
    quote, *values = spans_of(claim)
    text.stylize(style, quote.start, quote.end)
    for value in values:
        text.stylize("bold", value.start, value.end)


def _numbered(text: Text, reading: Reading) -> Text:
    """`text` with the number of each claim behind its quote."""
    ends: defaultdict[int, list[str]] = defaultdict(list)
    for number, claim in enumerate(reading.claims, 1):
        ends[claim.quote.end].append(str(number))
    places = sorted(ends)
    numbered, *rest = text.divide(places)
    for place, piece in zip(places, rest, strict=True):
        numbered.append(f"[{','.join(ends[place])}]", "dim").append_text(piece)
    return numbered


def _show_claims(out: Console, claims: tuple[Claim, ...]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("#", justify="right")
    for heading in ("Kind", "Says", "Said by", "Words"):
        table.add_column(heading)
    for number, claim in enumerate(claims, 1):
        says = told(claim)
        if claim.modality != "happened":
            says = f"{says} ({MODALITIES[claim.modality]})".strip()
        table.add_row(
            str(number),
            Text(KINDS[claim.kind], KIND_STYLES[claim.kind]),
            safe(says),
            safe(speaker(claim.asserted_by)),
            safe(shortened(claim.quote.text, LONGEST_QUOTE)),
        )
    if claims:
        out.print(table)
    else:
        out.print("None.")
