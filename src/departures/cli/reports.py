"""A report on the command line: what the options say of it, collected and read."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from departures.collect import collect, parse_day
from departures.reading import read_document
from departures.words import Reading

if TYPE_CHECKING:
    from departures.releases.published import Figures


@dataclass(frozen=True, slots=True)
class About:
    """What the options say of a report."""

    published: date | None
    source: str | None
    url: str | None
    title: str | None
    encoding: str | None

    @classmethod
    def of(
        cls,
        published: str | None,
        source: str | None,
        url: str | None,
        title: str | None,
        encoding: str | None,
    ) -> Self:
        """The options as they were written. Raises `BadInputError` for an impossible day."""
        day = parse_day(published) if published is not None else None
        return cls(day, source, url, title, encoding)


def read_report(reference: str, about: About, official: "Figures | None" = None) -> Reading:
    """The reading of the file that `reference` names; `-` is standard input."""
    document = collect(
        reference,
        published=about.published,
        source=about.source,
        url=about.url,
        title=about.title,
        encoding=about.encoding,
    )
    return read_document(document, official)
