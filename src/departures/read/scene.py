"""Everything that the mention layers found on a page, sentence by sentence.

Invariant: the lists are in the order of the text, and each mention stands in one sentence.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from departures.read.agencies import AgencyHit, find_agencies
from departures.read.carriers import CarrierHit, find_carriers
from departures.read.dates import When, find_dates
from departures.read.language import Language
from departures.read.lexicon import Hit
from departures.read.marks import Marks, find_marks
from departures.read.numbers import Number, find_numbers
from departures.read.page import Page
from departures.read.people import Around, Group, find_groups, find_singles
from departures.read.places import PeopleHit, PlaceHit, find_places
from departures.read.speech import Utterance, find_speech


class Standing(Protocol):
    """Anything that begins at a token."""

    @property
    def first(self) -> int:
        """Its first token."""


Mention = TypeVar("Mention", bound=Standing)


@dataclass(slots=True)
class Line:
    """One sentence: tokens `first`…`last` (exclusive) and the mentions in it."""

    index: int
    first: int
    last: int
    paragraph: int
    headline: bool
    hits: list[Hit] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    places: list[PlaceHit] = field(default_factory=list)
    peoples: list[PeopleHit] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    singles: list[Group] = field(default_factory=list)
    carriers: list[CarrierHit] = field(default_factory=list)
    agencies: list[AgencyHit] = field(default_factory=list)
    kinds: dict[str, list[Hit]] = field(default_factory=dict)

    def of(self, kind: str) -> list[Hit]:
        """The words of the sentence that stand in the lists of a kind, in order."""
        return self.kinds.get(kind, [])


NESTED = 8
"""So many stretches of speech back one may begin that still goes on: speech within speech."""


@dataclass(slots=True)
class Scene:
    """A page with its mentions: whole lists, and the same by sentence in `lines`."""

    page: Page
    published: date | None
    lines: list[Line]
    around: Around
    hits: list[Hit]
    dates: list[When]
    places: list[PlaceHit]
    peoples: list[PeopleHit]
    numbers: list[Number]
    groups: list[Group]
    utterances: list[Utterance]
    utterance_starts: list[int]
    marks: Marks

    def said(self, token: int) -> Utterance | None:
        """The innermost stretch of speech in which a token stands."""
        inner: Utterance | None = None
        at = bisect_right(self.utterance_starts, token)
        for utterance in self.utterances[max(0, at - NESTED) : at]:
            if utterance.first <= token < utterance.last and (
                inner is None or utterance.last - utterance.first <= inner.last - inner.first
            ):
                inner = utterance
        return inner


def survey(language: Language, page: Page, published: date | None) -> Scene:
    """Run the mention layers over a page."""
    marks = find_marks(page, language.code)
    hits = language.lexicon.find(page, marks.hits)
    numbers = find_numbers(page, language.code, marks.numbers)
    dates = find_dates(page, published, language.code, marks.dates)
    places, peoples = find_places(page, language.code, marks.places)
    around = Around(
        {hit.first: hit for hit in hits},
        {place.first: place for place in places},
        {people.first: people for people in peoples},
        {number.first: number for number in numbers},
    )
    groups = find_groups(page, around, numbers)
    lines = [
        Line(index, sentence.first, sentence.last, sentence.paragraph, headline=False)
        for index, sentence in enumerate(page.sentences)
    ]
    _mark_headline(page, lines)
    _share_out(page, hits, [line.hits for line in lines])
    for line in lines:
        for hit in line.hits:
            for sense in hit.senses:
                line.kinds.setdefault(sense.kind, []).append(hit)
    _share_out(page, dates, [line.dates for line in lines])
    _share_out(page, places, [line.places for line in lines])
    _share_out(page, peoples, [line.peoples for line in lines])
    _share_out(page, groups, [line.groups for line in lines])
    _share_out(page, find_singles(page, around), [line.singles for line in lines])
    _share_out(page, find_carriers(page, hits), [line.carriers for line in lines])
    _share_out(page, find_agencies(page, hits, places, peoples), [line.agencies for line in lines])
    spoken = find_speech(page, language.code, marks.speech)
    utterances = sorted(spoken, key=lambda said: said.first)
    return Scene(
        page,
        published,
        lines,
        around,
        hits,
        dates,
        places,
        peoples,
        numbers,
        groups,
        utterances,
        [utterance.first for utterance in utterances],
        marks,
    )


HEAD = 4


def _mark_headline(page: Page, lines: list[Line]) -> None:
    """The headline: at the head of the text, alone in its paragraph, without a full stop."""
    worded = [line for line in lines[: 2 * HEAD] if _has_letters(page, line)]
    for line in worded[:HEAD]:
        alone = all(
            other is line or other.paragraph != line.paragraph for other in worded[: HEAD + 1]
        )
        if alone and page.words[line.last - 1] not in (".", "!", ":"):
            line.headline = True
            return


def _has_letters(page: Page, line: Line) -> bool:
    return any(page.words[token][0].isalpha() for token in range(line.first, line.last))


def _share_out(page: Page, mentions: Iterable[Mention], lists: list[list[Mention]]) -> None:
    """Give each mention to the list of its sentence; both are in the order of the text."""
    index, sentences = 0, page.sentences
    for mention in mentions:
        while index < len(sentences) and sentences[index].last <= mention.first:
            index += 1
        if index == len(sentences):
            return
        if sentences[index].first <= mention.first:
            lists[index].append(mention)
