"""What a document tells of private people: names, numbers and days that are not for the public.

Kept are those whom the document gives an office or a public role, or who speak for an organisation,
and holders of offices that everybody knows; everybody else is withheld, at every mention. Names of
court cases ("Ruiz Soto v. Noem", "Matter of Soto") are public where they stand as such; the same
person's name outside them is not.

Invariant: whatever the text, nothing is raised, and the work is linear in its length.
"""

from collections.abc import Iterator

from departures.read.language import language
from departures.read.page import Page
from departures.read.privacy.numbers import numbers
from departures.read.privacy.people import People
from departures.read.privacy.vocabulary import vocabulary
from departures.words.documents import Document
from departures.words.privacy import Withheld, WithheldKind

LANGUAGE = "en"
Stretch = tuple[int, int, WithheldKind]


def find_private(document: Document) -> tuple[Withheld, ...]:
    """Every stretch of a document's text and title that the public is not shown, in order."""
    words = language(LANGUAGE)
    text = words.lay_out(document.text)
    title = words.lay_out(document.title or "")
    people = People(vocabulary(LANGUAGE))
    met = [(page, people.meet(page)) for page in (text, title)]
    found: dict[int, list[Stretch]] = {}
    for index, (page, names) in enumerate(met):
        found[index] = [
            (page.starts[name.first], page.ends[name.last - 1], "name")
            for name in people.settle(page, names)
        ]
    for index, (page, names) in enumerate(met):
        found[index] += [
            (page.starts[first], page.ends[last - 1], "name")
            for first, last in people.later(page, names)
        ]
        named = {end for _, end, _ in found[index]}
        found[index] += numbers(LANGUAGE).find(page.text, page.folded, named)
    return (
        *(Withheld(start=s, end=e, kind=k) for s, e, k in _apart(text, found[0])),
        *(Withheld(start=s, end=e, kind=k, within="title") for s, e, k in _apart(title, found[1])),
    )


def _apart(page: Page, stretches: list[Stretch]) -> Iterator[Stretch]:
    """Stretches in order, each once, those that overlap as one."""
    open_: Stretch | None = None
    for start, end, kind in sorted(stretches):
        if open_ is not None and start < open_[1]:
            open_ = (open_[0], max(open_[1], end), open_[2])
            continue
        if open_ is not None:
            yield open_
        open_ = (start, end, kind)
    if open_ is not None:
        yield open_


__all__ = ["find_private"]
