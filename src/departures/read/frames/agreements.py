"""Agreements between governments: parties, day, subject and terms, each agreement once.

Invariant: every span lies within the text, and no agreement has fewer than one party.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from departures.read.dates import When
from departures.read.frames.pact_setting import Setting
from departures.read.frames.pacts import pact_nouns, pact_words
from departures.read.frames.parties import Side, Sides, party_words
from departures.read.frames.terms import find_terms
from departures.read.lexicon import Hit, Sense
from departures.read.page import Page
from departures.read.scene import Scene

_RECENT = 40
"""An agreement may be one of so many told last, and told in so many sentences."""


class AgreementFrame(NamedTuple):
    """An agreement, told in the sentence at `start`…`end`.

    Parties are (start, end, name, country), the other spans (start, end).
    """

    start: int
    end: int
    first: int
    """The token of the noun or verb that tells it."""
    parties: tuple[tuple[int, int, str, str], ...]
    what: tuple[int, int] | None
    date: When | None
    terms: tuple[tuple[int, int], ...]
    modality: str
    """happened, planned (a draft), possible (an offer) or denied."""


@dataclass(slots=True)
class _Told:
    """An agreement as it is gathered from the sentences that tell it."""

    token: int
    sentence: int
    parties: list[Side]
    date: When | None
    what: tuple[int, int] | None
    modality: str
    sentences: list[int] = field(default_factory=list)


def find_agreements(scene: Scene, partner: str | None = None) -> list[AgreementFrame]:
    """Every agreement that a page tells, in the order of the text.

    `partner`: the country (alpha-2) that the report's operation leads to or starts from; it
    completes an agreement of which the text names one side only; without it, the state to which
    most of the page's offices belong does.
    """
    page = scene.page
    if pact_nouns().isdisjoint(page.words):
        return []
    hits = pact_words().find(page, scene.marks.pacts)
    if not any(hit.sense("pact") or hit.sense("consent") for hit in hits):
        return []
    gathering = _Gathering(page, hits, scene.dates, Sides(scene, partner))
    return [gathering.frame(told) for told in gathering.gather()]


class _Gathering:
    """The agreements told so far."""

    def __init__(self, page: Page, hits: list[Hit], dates: Sequence[When], sides: Sides) -> None:
        self.page, self.hits, self.sides = page, hits, sides
        self.setting = Setting(page, hits, dates)
        self.words = party_words()
        self.told: list[_Told] = []

    def gather(self) -> list[_Told]:
        """Every agreement once; a headline's only where the text below tells none of its own."""
        headline: list[_Told] = []
        for hit in self.hits:
            pact = hit.sense("pact")
            if pact is None and hit.sense("consent") is None:
                continue
            index = self.page.sentence_of(hit.first)
            for made in self._pacts(hit, pact, index) if pact else self._consent(hit, index):
                if index == 0:
                    headline.append(made)
                else:
                    self._add(made)
        for made in headline:
            if not any(_share(known, made) for known in self.told[:_RECENT]):
                self._add(made)
        return sorted(self.told, key=lambda told: told.token)

    def _pacts(self, hit: Hit, sense: Sense, index: int) -> list[_Told]:
        """What a noun tells: "the protocol that Italy and Albania signed".

        A plural tells as many as it names partners: "deals with Ghana, Rwanda and Uganda".
        """
        sentence = self.page.sentences[index]
        if self.setting.is_other(hit, sentence.first, sentence.last):
            return []
        partners = self.sides.partners(hit.last, sentence.last)
        if len(partners) > 1 and self.page.words[hit.last - 1].endswith("s"):
            made = [self._pact(hit, sense, index, [side], partners) for side in partners]
        else:
            named = self.sides.connected(hit.first, hit.last, sentence.last)
            made = [self._pact(hit, sense, index, named)]
        return [told for told in made if told is not None]

    def _pact(
        self, hit: Hit, sense: Sense, index: int, named: list[Side], others: Sequence[Side] = ()
    ) -> _Told | None:
        """The agreement of the parties `named`; the `others` have each their own."""
        words = self.page.words
        if sense.data.get("paired") and len(named) < 2:
            return None
        date = self.setting.day(hit, index)
        sealed = self.setting.is_sealed_near(hit)
        if sense.data.get("weak") and not (named or date or sealed or self._is_held(hit, index)):
            return None
        definite = hit.first > 0 and words[hit.first - 1] in self.words["definite"]
        if (
            definite
            and not named
            and self.told
            and not (date and self.setting.is_own_day(hit, date))
        ):
            return None
        if (
            definite
            and not named
            and not (date or sealed)
            and words[hit.first] in self.words["open"]
        ):
            return None
        parties = self._parties(hit, named, index, {side.country for side in others})
        if not parties or (len(parties) < 2 and not (named or date or sealed)):
            return None
        what = self.setting.subject(hit, index)
        return _Told(
            hit.first, index, parties, date, what, self.setting.modality(hit, index), [index]
        )

    def _is_held(self, hit: Hit, index: int) -> bool:
        """Whether two states have it: "Malta and Libya have an understanding"."""
        first = self.page.sentences[index].first
        return self.setting.is_held(hit, first) and len(self.sides.between(first, hit.first)) > 1

    def _parties(self, hit: Hit, named: list[Side], index: int, others: set[str]) -> list[Side]:
        """Those named beside the noun, else in its sentence, else just before, else at home."""
        sentence = self.page.sentences[index]
        parties = list(named[:2])
        apart = self._apart(hit, parties)
        candidates = self._subjects(index, hit) if apart else self._candidates(hit, index)
        for side in candidates:
            if len(parties) == 2:
                break
            if side.country not in others.union(known.country for known in parties):
                parties.append(side)
        if len(parties) == 1 or (not parties and index):
            home = self.sides.home({side.country for side in parties})
            if home is not None:
                parties.append(home)
        return sorted(parties, key=lambda side: abs(side.first - sentence.first))

    def _apart(self, hit: Hit, parties: list[Side]) -> bool:
        """Whether one of several partners is named with its own paper: "with Spain by the pact"."""
        words = self.page.words
        before = bool(parties) and parties[0].last < hit.first
        return before and words[parties[0].last] in self.words["means"]

    def _subjects(self, index: int, hit: Hit) -> list[Side]:
        """The states named before the first "with" of a sentence."""
        first = self.page.sentences[index].first
        words = self.page.words[first : hit.first]
        return self.sides.between(first, first + words.index("with")) if "with" in words else []

    def _candidates(self, hit: Hit, index: int) -> list[Side]:
        """The states of the sentence and, behind "both" or "it", of its paragraph."""
        sentences = self.page.sentences
        sentence = sentences[index]
        inside = self.sides.between(sentence.first, sentence.last)
        peoples = self.sides.nationals(sentence.first, sentence.last)
        start = index
        least = max(0, index - _RECENT)
        while start > least and sentences[start - 1].paragraph == sentence.paragraph:
            start -= 1
        both = not self.words["both"].isdisjoint(self.page.words[hit.last : hit.last + 5])
        floor = 0 if both else sentences[start].first
        before = self.sides.before(sentence.first, floor, 2 if both else 1)
        if not both and not inside:
            before = before[:1]
        return inside + before if inside or not peoples else peoples + (before if both else [])

    def _consent(self, hit: Hit, index: int) -> list[_Told]:
        """What a verb tells: "Costa Rica agreed to receive up to 200 people from the US"."""
        sentence = self.page.sentences[index]
        if not self.setting.agrees(hit, sentence.last) or self.page.words[sentence.last - 1] == "?":
            return []
        inside = self.sides.between(sentence.first, sentence.last)
        subject = [side for side in inside if side.first < hit.first]
        if self.page.words[hit.first] in self.words["resolves"]:  # Ghana's decision to receive
            owner = {side.country for side in self.sides.owner(hit.first)}
            subject = [side for side in subject if side.country in owner]
        if not subject:
            return []
        parties = [subject[-1], *[side for side in inside if side is not subject[-1]][:1]]
        if len(subject) > 1 and self.sides.joined(*subject[-2:]):
            parties = subject[-2:]
        if len(parties) == 1:
            home = self.sides.home({parties[0].country})
            parties += [home] if home else []
        what = (hit.first, sentence.last)
        offers = self.page.words[hit.first] in self.words["offers"]
        modality = "possible" if offers else "happened"
        date = self.setting.day(hit, index)
        return [_Told(hit.first, index, parties, date, what, modality, [index])]

    def _add(self, made: _Told) -> None:
        """Add an agreement, or what it adds to one told before."""
        for known in self.told[-_RECENT:]:
            if _share(known, made) and _same_day(known.date, made.date):
                known.date = known.date or made.date
                known.what = known.what or made.what
                if len(known.parties) < 2:
                    known.parties = made.parties
                known.sentences.append(made.sentence)
                return
        self.told.append(made)

    def _terms(self, index: int) -> tuple[tuple[int, int], ...]:
        """The terms that a sentence names."""
        sentence = self.page.sentences[index]
        dates = self.setting.dates_between(sentence.first, sentence.last)
        return find_terms(self.page, sentence.first, sentence.last, dates)

    def frame(self, told: _Told) -> AgreementFrame:
        """The agreement with its spans."""
        page = self.page
        sentence = page.sentences[told.sentence]
        terms = tuple(
            term for index in dict.fromkeys(told.sentences[:_RECENT]) for term in self._terms(index)
        )
        what: tuple[int, int] | None = None
        if told.what is not None:
            first, last = told.what
            while last > first + 1 and page.words[last - 1] in ".\n,;":
                last -= 1
            what = (page.starts[first], page.ends[last - 1])
        return AgreementFrame(
            start=page.starts[sentence.first],
            end=page.ends[sentence.last - 1],
            first=told.token,
            parties=tuple((s.start, s.end, s.name, s.country) for s in told.parties),
            what=what,
            date=told.date,
            terms=terms,
            modality=told.modality,
        )


def _share(known: _Told, made: _Told) -> bool:
    """Whether two agreements can be one by their parties."""
    one, other = ({side.country for side in told.parties} for told in (known, made))
    return one <= other or other <= one


def _same_day(one: When | None, other: When | None) -> bool:
    """Whether two days can be one: one is missing, or they overlap."""
    if one is None or other is None or not (one.earliest and other.earliest):
        return True
    return one.earliest <= (other.latest or other.earliest) and other.earliest <= (
        one.latest or one.earliest
    )
