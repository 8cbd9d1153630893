"""`departures show`: one operation with every value, its words and its speaker."""

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from departures.settings import Settings

if TYPE_CHECKING:
    from departures.record import DocumentSummary
    from departures.words import Claim, Finding, Operation

EXAMPLES = (
    "departures show 2025-04-30-us-uz-tashkent",
    "departures show 2025-04-30-us-uz-tashkent --format json",
)


def command(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="As `departures operations` lists it.")],
    format: Annotated[
        Literal["text", "json"], typer.Option(help="text is for people, json for programs.")
    ] = "text",
) -> None:
    """Show an operation: values, words, speakers, findings."""
    from departures.check import examine_figures
    from departures.cli.terminal import console
    from departures.record import Record
    from departures.releases.published import figures_in

    settings: Settings = context.obj
    with Record.open(settings.record, create=False) as record:
        operation = record.operation(id)
        claims = record.claims_of(operation)
        findings = record.findings(operation.id)
        findings += examine_figures(claims, figures_in(settings.releases))
        sources = record.sources(operation)
    if format == "json":
        print(_json(operation, claims, findings, sources))
        return
    from departures.cli.show_operation import show_findings, show_operation, show_sources

    out = console(settings.color)
    show_operation(
        out,
        operation,
        {claim.id: claim for claim in claims},
        {source.id: source for source in sources},
    )
    show_findings(out, findings)
    show_sources(out, sources)


def _json(
    operation: "Operation",
    claims: "list[Claim]",
    findings: "list[Finding]",
    sources: "list[DocumentSummary]",
) -> str:
    held = {
        "operation": operation.model_dump(mode="json"),
        "findings": [finding.model_dump(mode="json") for finding in findings],
        "claims": [claim.model_dump(mode="json") for claim in claims],
        "documents": [asdict(source) for source in sources],
    }
    return json.dumps(held, ensure_ascii=False, indent=2, default=date.isoformat)
