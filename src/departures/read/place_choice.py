"""Which of several places a name means: Georgia the country or the state, Alexandria here or there.

Invariant: the choice depends on the document alone, and a name without evidence means the larger
place. What the words beside a name say counts more than what the document says elsewhere.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log10

from departures.read.gazetteer import Entry
from departures.read.naming import Surroundings
from departures.read.place_names import Found

_KINDS = {"airport": 9.0, "country": 8.0, "territory": 6.5, "region": 6.0, "state": 3.5}
_CAPITAL = 1.5
_CUED = 6.0
_NEAR = 2.5
_NEAREST = 1.0


def prior(entry: Entry) -> float:
    """How likely a name means this place when nothing else is known."""
    size = log10(entry.thousands + 1)
    if entry.kind == "city":
        return size + _CAPITAL * ("c" in entry.marks)
    return _KINDS.get(entry.kind, 0.0) + size / 10


@dataclass(slots=True)
class Evidence:
    """How often names whose meaning is plain stand for each country, part of it, and region."""

    countries: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)

    def add(self, entry: Entry) -> None:
        """Count one name."""
        self.countries[entry.country] += 1
        if entry.kind in ("state", "city", "airport") and "c" not in entry.marks:
            self.parts[entry.country] += 1
        if entry.region:
            self.regions[entry.region] += 1

    def weight(self, entry: Entry) -> float:
        """How much the document speaks for this meaning."""
        parts = entry.country == "US" and entry.kind in ("state", "city")
        own = self.parts if parts else self.countries
        weight = 0.7 * min(own[entry.country], 4)
        if entry.region:
            weight += 2.0 * min(self.regions[entry.region], 3)
        return weight


def choose(found: list[Found], around: Surroundings) -> None:
    """Leave each name with one entry."""
    evidence = Evidence()
    open_items: list[int] = []
    for index, item in enumerate(found):
        if len(item.entries) > 1 and len({entry.country for entry in item.entries}) > 1:
            open_items.append(index)
            continue
        if len(item.entries) > 1:
            item.entries = (max(item.entries, key=prior),)
        if not item.inside:
            evidence.add(item.entries[0])
    for index in open_items:
        item = found[index]
        item.entries = (_best(found, index, evidence, around),)


def _best(found: list[Found], index: int, evidence: Evidence, around: Surroundings) -> Entry:
    """The meaning that prior, document, sentence and neighbours together speak for."""
    item = found[index]
    near = _near(found, index, around)
    cue = _cue(found, index, around)

    def score(entry: Entry) -> float:
        asked = _CUED if cue == entry.kind else 0.0
        return prior(entry) + evidence.weight(entry) + near.get(entry.country, 0.0) + asked

    return max(item.entries, key=score)


def _near(found: list[Found], index: int, around: Surroundings) -> dict[str, float]:
    """Countries that the same sentence names plainly; more for the nearest."""
    item = found[index]
    sentence = around.page.sentences[around.page.sentence_of(item.first)]
    weights: dict[str, float] = {}
    nearest: tuple[int, str] | None = None
    for other in found[max(0, index - 6) : index + 7]:
        entry = other.entries[0]
        plain = len(other.entries) == 1 and other is not item
        if not plain or not sentence.first <= other.first < sentence.last:
            continue
        if entry.country == "US" and entry.kind not in ("state", "city"):
            continue
        weights[entry.country] = _NEAR
        distance = abs(other.first - item.first)
        if nearest is None or distance < nearest[0]:
            nearest = (distance, entry.country)
    if nearest is not None:
        weights[nearest[1]] += _NEAREST
    return weights


def _cue(found: list[Found], index: int, around: Surroundings) -> str | None:
    """The kind of place that the words beside a name ask for."""
    item = found[index]
    words = around.page.words
    before = around.word_before(item.first)
    if before == "of" and item.first > 1 and words[item.first - 2] in around.words.state_word:
        return "state"
    after = item.last
    if around.word_after(after) == "'s":
        after += 1
    word = around.word_after(after)
    if word in around.words.state_word:
        return "state"
    if word in around.words.government:
        return "country"
    return _listed_with(found, index, around)


def _listed_with(found: list[Found], index: int, around: Surroundings) -> str | None:
    """The kind of the neighbours in a list: "Georgia, Florida and Texas"."""
    item = found[index]
    words = around.page.words
    for other in found[max(0, index - 1) : index + 2]:
        left, right = sorted((item, other), key=lambda one: one.first)
        gap = words[left.last : right.first]
        if (
            other is not item
            and len(other.entries) == 1
            and not other.people
            and gap
            and _lists(gap)
        ):
            return other.entries[0].kind
    return None


def _lists(gap: Iterable[str]) -> bool:
    """Whether the words between two names join them in a list."""
    return all(word in (",", "and", "or", "the", "&") for word in gap)
