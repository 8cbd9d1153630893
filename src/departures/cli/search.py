"""`departures search`: operations and documents with these words."""

from typing import Annotated

import typer

from departures.settings import Settings

EXAMPLES = (
    "departures search tashkent charter",
    "departures search '\"third country\"' --format json",
)
MOST_SHOWN = 20


def command(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='Words or beginnings of words; "…" for a phrase.'),
    ],
    format: Annotated[str, typer.Option(help="table is for people, json for programs.")] = "table",
) -> None:
    """Find operations and documents that have all of these words, accents aside."""
    import json

    from departures.record import Record

    settings: Settings = context.obj
    with Record.open(settings.record, create=False) as record:
        found = record.search(" ".join(words))
        if format == "json":
            print(json.dumps({f"{kind}s": refs for kind, refs in found.items()}, indent=2))
            return
        titles = {held.id: held for held in record.documents(found["document"][:MOST_SHOWN])}
    if not any(found.values()):
        print("Nothing has all of these words.")
    for id in found["operation"][:MOST_SHOWN]:
        print(f"operation  {id}")
    for id in found["document"][:MOST_SHOWN]:
        document = titles[id]
        named = ", ".join(filter(None, (document.source, str(document.published or ""))))
        print(f"document   {id[:19]}  {named}: {document.title or 'untitled'}")
