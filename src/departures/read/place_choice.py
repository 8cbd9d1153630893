"""Which of several places a name means: Georgia the country or the state, Alexandria here or there.

Invariant: the choice depends on the document alone, and a name without evidence means the larger
place. What the words beside a name say counts more than what the document says elsewhere.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from departures.read.gazetteer import Entry, prior
from departures.read.naming import Surroundings
from departures.read.place_names import Found

_CUED = 6.0
_NEAR = 2.5
_NEAREST = 1.0
_ENOUGH = 5
_SOME = 3
_US_STATE = 1.6
_US_CITY = 0.7
_COUNTRY = 1.0
_REGION = 3.0
_ACCENT = 6.0
_WAY = {"to": ("country", 3.0), "in": ("state", 2.5), "across": ("state", 2.5)}
"""Deportations go to countries; jails and courts are in states."""


@dataclass(slots=True)
class Evidence:
    """How often plain names stand for each of the `wanted` countries, parts and regions of it."""

    wanted: set[str]
    countries: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)

    def add(self, entry: Entry) -> None:
        """Count one name."""
        if entry.country not in self.wanted:
            return
        self.countries[entry.country] += 1
        if entry.kind in ("state", "city", "airport") and "c" not in entry.marks:
            self.parts[entry.country] += 1
        if entry.region:
            self.regions[entry.region] += 1

    def weight(self, entry: Entry) -> float:
        """How much the document speaks for this meaning."""
        if entry.country == "US" and entry.kind in ("state", "city"):
            each = _US_STATE if entry.kind == "state" else _US_CITY
            weight = each * min(self.parts["US"], _SOME)
        else:
            weight = _COUNTRY * min(self.countries[entry.country], _ENOUGH)
        if entry.region:
            most = 2 if entry.kind == "state" else 1
            weight += _REGION * min(self.regions[entry.region], most)
        return weight


def choose(found: list[Found], around: Surroundings) -> list[Entry]:
    """The meaning of each name, in order."""
    chosen = [item.name.entries[0] for item in found]
    doubtful = [index for index, item in enumerate(found) if not item.name.plain]
    if doubtful:
        _settle(found, doubtful, chosen, around)
    for index, item in enumerate(found):
        if item.region is not None and item.region in found[index + 1 : index + 2]:
            chosen[index] = chosen[index]._replace(country=chosen[index + 1].country)
    return chosen


def _settle(
    found: list[Found], doubtful: list[int], chosen: list[Entry], around: Surroundings
) -> None:
    """Choose first where the words beside a name tell, then by all that is known by then."""
    evidence = Evidence({entry.country for i in doubtful for entry in found[i].name.entries})
    for item in found:
        if item.name.plain and not item.inside and item.region is None:
            evidence.add(item.name.entries[0])
    cues = {index: _cue(found, index, around) for index in doubtful}
    for index in sorted(doubtful, key=lambda index: cues[index] is None):
        chosen[index] = _best(found, index, cues[index], evidence, around)
        if cues[index] is not None:
            evidence.add(chosen[index])


def _best(
    found: list[Found], index: int, cue: str | None, evidence: Evidence, around: Surroundings
) -> Entry:
    """The meaning that prior, document, sentence and neighbours together speak for."""
    item = found[index]
    near = _near(found, index, around)
    way, way_weight = _WAY.get(around.word_before(item.first), ("", 0.0))
    accented = not around.page.words_between(item.first, item.last).isascii()

    def score(entry: Entry) -> float:
        asked = _CUED if cue == entry.kind else 0.0
        asked += way_weight if way == entry.kind else 0.0
        asked += _ACCENT if accented and "x" in entry.marks else 0.0
        return prior(entry) + evidence.weight(entry) + near.get(entry.country, 0.0) + asked

    return max(item.name.entries, key=score)


def _near(found: list[Found], index: int, around: Surroundings) -> dict[str, float]:
    """Countries that the same sentence names plainly; more for the nearest."""
    item = found[index]
    sentence = around.page.sentences[around.page.sentence_of(item.first)]
    weights: dict[str, float] = {}
    nearest: tuple[int, str] | None = None
    for other in found[max(0, index - 6) : index + 7]:
        entry = other.name.entries[0]
        if not other.name.plain or not sentence.first <= other.first < sentence.last:
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
    if item.part and found[index - 1].region is item:
        return "state"
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
        plain = other is not item and other.name.plain and not other.name.people
        if plain and gap and _lists(gap):
            return other.name.entries[0].kind
    return None


def _lists(gap: Iterable[str]) -> bool:
    """Whether the words between two names join them in a list."""
    return all(word in (",", "and", "or", "the", "&") for word in gap)
