"""The front door of collecting: bytes are fetched, recognized, decoded and frozen.

Invariant: the frozen text of a plain-text file is its decoded text, character for character (a
byte-order mark is no part of it); that of a web page is the text of its article.
"""

from datetime import date
from pathlib import Path
from typing import BinaryIO

from departures.collect.decoding import decode, decode_page
from departures.collect.details import clean_name, clean_url, first_line
from departures.collect.fetching import fetch
from departures.collect.formats import is_page, refuse_other_formats
from departures.collect.pages import read_page
from departures.errors import BadInputError
from departures.words import Document


def collect(
    reference: str | Path,
    *,
    published: date | None = None,
    source: str | None = None,
    url: str | None = None,
    title: str | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
) -> Document:
    """Freeze the report that `reference` names: the path of a file, or `-` for `stdin`.

    What the caller says (`published`, `source`, `url`, `title`) goes before what the text says.
    `encoding` is needed only for text that is neither UTF-8 nor marked by a byte-order mark.
    """
    captured = fetch(reference, stdin)
    source, url, title = clean_name(source), clean_url(url), clean_name(title)
    if not encoding:
        refuse_other_formats(captured)
    if is_page(captured):
        page = read_page(decode_page(captured, encoding))
        text, title = page.text, title or page.title
        published = published or page.published
        source, url = source or page.source, url or page.url
        nothing = "holds no article text; save the article's text as plain text and try that"
    else:
        text = decode(captured, encoding)
        title = title or first_line(text)
        nothing = "holds no text; give a file with the words of a report in it"
    if not text.strip():
        raise BadInputError(f"{captured.name} {nothing}")
    return Document.of(text, published=published, source=source, url=url, title=title)
