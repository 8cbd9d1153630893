"""Sequels: quotations without a verb of their own that go on with a speaker named before.

Invariant: a sequel's speaker is that of the quotation or the sentence to which it is a sequel.
"""

from bisect import bisect_right
from typing import NamedTuple

from departures.read.speech.attribution import Attribution
from departures.read.speech.clauses import happens
from departures.read.speech.quotations import Quotation
from departures.read.speech.scene import Scene

_CLAUSE = 7
"""A quotation within a sentence needs so many words, and a verb, to be a sequel."""


class Stretch(NamedTuple):
    """Tokens `first`…`last` (exclusive) that are said, and by which attribution."""

    first: int
    last: int
    direct: bool
    attribution: int


def find_sequels(
    scene: Scene, attributions: list[Attribution], stretches: list[Stretch]
) -> list[Stretch]:
    """The quotations that no verb attributes, where the speaker is plain."""
    if not scene.quotations:
        return []
    owners = {stretch.first - 1: stretch.attribution for stretch in stretches if stretch.direct}
    told = sorted((s.first, s.last) for s in stretches if not s.direct)
    sentences = [attribution.sentence for attribution in attributions]
    found: list[Stretch] = []
    for index, quotation in enumerate(scene.quotations):
        if quotation.opening in owners:
            continue
        before = bisect_right(told, (quotation.opening, len(scene.words))) - 1
        if before >= 0 and quotation.opening < told[before][1]:
            continue
        owner = _owner(scene, sentences, owners, index)
        if owner is not None:
            owners[quotation.opening] = owner
            found.append(Stretch(quotation.opening + 1, quotation.closing, True, owner))
    return found


def _owner(scene: Scene, sentences: list[int], owners: dict[int, int], index: int) -> int | None:
    """The attribution to which a quotation is a sequel."""
    quotation = scene.quotations[index]
    if quotation.goes_on and index:
        return owners.get(scene.quotations[index - 1].opening)
    if index + 1 < len(scene.quotations) and scene.quotations[index + 1].goes_on:
        later = owners.get(scene.quotations[index + 1].opening)
        if later is not None:
            return later
    page = scene.page
    sentence = page.sentence_of(quotation.opening)
    if page.words[quotation.opening] != '"' and page.words[quotation.closing - 1] not in ".,?!":
        return None
    if quotation.opening > page.sentences[sentence].first:
        if page.words[quotation.opening - 1] == ":":
            return _speaking(scene, sentences, sentence)
        return _within(scene, sentences, quotation, sentence)
    announced = sentence > 0 and page.words[page.sentences[sentence - 1].last - 1] == ":"
    return _speaking(scene, sentences, sentence - 1 if announced else sentence)


def _within(scene: Scene, sentences: list[int], quotation: Quotation, sentence: int) -> int | None:
    """The speaker of the sentence before, for a clause quoted in the middle of one."""
    first, last = quotation.opening + 1, quotation.closing
    if last - first < _CLAUSE or not happens(scene, first, last):
        return None
    owner = _speaking(scene, sentences, sentence)
    return owner if owner is not None and sentences[owner] == sentence - 1 else None


def _speaking(scene: Scene, sentences: list[int], index: int) -> int | None:
    """The last attribution up to a sentence in its paragraph; `sentences` are the attributions'."""
    at = bisect_right(sentences, index) - 1
    if at < 0:
        return None
    known = scene.page.sentences
    return at if known[sentences[at]].paragraph == known[index].paragraph else None
