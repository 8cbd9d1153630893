"""A report on the command line: what the options say, collected and read."""

from departures.collect import collect, parse_day
from departures.reading import read_document
from departures.words import Reading


def read_report(
    reference: str,
    *,
    published: str | None,
    source: str | None,
    url: str | None,
    encoding: str | None,
) -> Reading:
    """The reading of the file that `reference` names, with what the options say of it."""
    document = collect(
        reference,
        published=parse_day(published) if published is not None else None,
        source=source,
        url=url,
        encoding=encoding,
    )
    return read_document(document)
