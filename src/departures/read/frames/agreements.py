"""Agreements between governments: parties, day, subject and terms, each agreement once.

Invariant: every span lies within the text, and no agreement has fewer than one party.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from departures.read.dates import When
from departures.read.frames.pacts import pact_nouns, pact_words
from departures.read.frames.parties import Side, Sides, party_words
from departures.read.frames.terms import find_terms
from departures.read.lexicon import Hit, Sense
from departures.read.page import Page
from departures.read.scene import Scene

_RECENT = 40
"""An agreement may be one of so many told last, and told in so many sentences."""
_CONSENT = 8
"""So many words may stand between a verb of consent and what is consented to."""
_DATE_REACH = 14
"""So many words may stand between an agreement and its day."""


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
        self.page, self.hits, self.dates, self.sides = page, hits, dates, sides
        self.firsts = [date.first for date in dates]
        self.words = party_words()
        self.told: list[_Told] = []
        self.sealed = [hit.first for hit in hits if hit.sense("sealing")]

    def gather(self) -> list[_Told]:
        """Every agreement once; a headline's only where the text below tells none of its own."""
        headline: list[_Told] = []
        for hit in self.hits:
            pact = hit.sense("pact")
            if pact is None and hit.sense("consent") is None:
                continue
            index = self.page.sentence_of(hit.first)
            made = self._pact(hit, pact, index) if pact else self._consent(hit, index)
            if made is None:
                continue
            if index == 0:
                headline.append(made)
            else:
                self._add(made)
        for made in headline:
            if not any(_share(known, made) for known in self.told[:_RECENT]):
                self._add(made)
        return sorted(self.told, key=lambda told: told.token)

    def _pact(self, hit: Hit, sense: Sense, index: int) -> _Told | None:
        """What a noun tells: "the protocol that Italy and Albania signed"."""
        sentence, words = self.page.sentences[index], self.page.words
        if self._is_other(hit, sentence.first, sentence.last):
            return None
        named = self.sides.connected(hit.first, hit.last, sentence.last)
        if sense.data.get("paired") and len(named) < 2:
            return None
        date = self._date(hit, index)
        sealed = self._is_sealed(hit.first - _DATE_REACH, hit.first + _DATE_REACH)
        if sense.data.get("weak") and not (named or date or sealed):
            return None
        definite = hit.first > 0 and words[hit.first - 1] in self.words["definite"]
        if definite and not named and self.told and not (date and self._dates(hit, date)):
            return None
        parties = self._parties(hit, named, index)
        if not parties or (len(parties) < 2 and not (named or date or sealed)):
            return None
        what = self._what(hit, index)
        return _Told(hit.first, index, parties, date, what, self._modality(hit, index), [index])

    def _dates(self, hit: Hit, date: When) -> bool:
        """Whether a date is the agreement's own: "of 6 May", "that was signed in 2004"."""
        between = self.page.words[hit.last : date.first]
        if "," in between and not self._is_sealed(hit.last, date.first):
            return False
        return self.words["dating"].issuperset(between) and date.first >= hit.last

    def _is_sealed(self, first: int, last: int) -> bool:
        """Whether an agreement is signed, concluded or the like at tokens `first`…`last`."""
        return bisect_left(self.sealed, first) < bisect_left(self.sealed, last)

    def _between(self, first: int, last: int) -> Sequence[When]:
        """The dates that begin at tokens `first`…`last` (exclusive)."""
        return self.dates[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def _is_other(self, hit: Hit, floor: int, limit: int) -> bool:
        """Whether a noun is denied, or names no agreement of states: "no deal", "a plea deal"."""
        words = self.page.words
        before = words[max(floor, hit.first - 2) : hit.first]
        if before and before[-1] in self.words["not_pacts_before"]:
            return True
        if not self.words["negations"].isdisjoint(before):
            return True
        return not self.words["private"].isdisjoint(words[hit.last : min(limit, hit.last + 8)])

    def _parties(self, hit: Hit, named: list[Side], index: int) -> list[Side]:
        """Those named beside the noun, else in its sentence, else just before, else at home."""
        sentence = self.page.sentences[index]
        parties = list(named[:2])
        candidates = [] if self._apart(hit, parties) else self._candidates(hit, index)
        for side in candidates:
            if len(parties) == 2:
                break
            if side.country not in [known.country for known in parties]:
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

    def _consent(self, hit: Hit, index: int) -> _Told | None:
        """What a verb tells: "Costa Rica agreed to receive up to 200 people from the US"."""
        sentence = self.page.sentences[index]
        if not self._agrees(hit, sentence.last):
            return None
        inside = self.sides.between(sentence.first, sentence.last)
        subject = [side for side in inside if side.first < hit.first]
        if not subject:
            return None
        parties = [subject[-1], *[side for side in inside if side is not subject[-1]][:1]]
        if len(parties) == 1:
            home = self.sides.home({parties[0].country})
            parties += [home] if home else []
        what = (hit.first, sentence.last)
        offers = self.page.words[hit.first] in self.words["offers"]
        modality = "possible" if offers else "happened"
        return _Told(hit.first, index, parties, self._date(hit, index), what, modality, [index])

    def _agrees(self, hit: Hit, limit: int) -> bool:
        """Whether a state agrees with another, or to take people: "agreed in May to receive"."""
        words = self.page.words
        if words[hit.first - 1] in self.words["negations"]:
            return False
        if words[hit.last : hit.last + 1] == ["with"]:
            return words[hit.first] == "agreed"
        last = min(limit, hit.last + _CONSENT) - 1
        for token in range(hit.last, last):
            if words[token] == "to" and words[token + 1] in self.words["hosting"]:
                return True
            if words[token] in ",.;":
                break
        return False

    def _date(self, hit: Hit, index: int) -> When | None:
        """The day that stands nearest to an agreement's noun in its sentence."""
        sentence = self.page.sentences[index]
        near: tuple[int, When] | None = None
        first = max(sentence.first, hit.first - 2 * _DATE_REACH)
        for date in self._between(first, min(sentence.last, hit.last + 2 * _DATE_REACH)):
            if not date.earliest:
                continue
            away = date.first - hit.last if date.first >= hit.last else hit.first - date.last + 4
            if away <= _DATE_REACH + 4 and (near is None or away < near[0]):
                near = (away, date)
        return near[1] if near else None

    def _modality(self, hit: Hit, index: int) -> str:
        """Whether an agreement stands, is a draft, or is denied."""
        words = self.page.words
        first = max(self.page.sentences[index].first, hit.first - _DATE_REACH)
        before = words[first : hit.first]
        if not self.words["draft"].isdisjoint(words[hit.first : hit.last] + before[-2:]):
            return "planned"
        return "happened" if self.words["denial"].isdisjoint(before[-6:]) else "denied"

    def _what(self, hit: Hit, index: int) -> tuple[int, int] | None:
        """The tokens that say what an agreement is about."""
        limit = self.page.sentences[index].last
        for token in range(hit.last, min(limit - 1, hit.last + _DATE_REACH)):
            if self.page.words[token] in self.words["purposes"]:
                return token, limit
        return None

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
        dates = self._between(sentence.first, sentence.last)
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
