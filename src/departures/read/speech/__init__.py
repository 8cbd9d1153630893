"""Who says what: a page in, utterances with their speakers out.

Invariant: an utterance's span and its speaker's span are never empty and lie within the text.
"""

from collections.abc import Sequence
from typing import NamedTuple

from departures.read.page import Page
from departures.read.speech.attribution import Attribution
from departures.read.speech.attributions import find_attributions
from departures.read.speech.cast import Cast
from departures.read.speech.contents import find_contents
from departures.read.speech.grammar import find_triggers, tables
from departures.read.speech.mentions import Mention, read_mention
from departures.read.speech.quotations import find_quotations
from departures.read.speech.scene import Scene
from departures.read.speech.sequels import Stretch
from departures.read.speech.turns import find_colons, find_introductions, find_turns

_VERBLESS = frozenset({"source", "turn", "introduction", "signature"})
_OWN_WORDS = 3
"""So many words in quotation marks make a reported clause a quotation."""

__all__ = ["Utterance", "find_speech"]


class Utterance(NamedTuple):
    """A quoted or reported stretch of the text, and who says it."""

    start: int
    end: int
    first: int
    last: int
    manner: str
    speaker: str
    role: str | None
    organization: str | None
    speaker_start: int
    speaker_end: int
    verb: str | None
    denied: bool
    figures: bool = False
    """Whether a table or data set is the source: it gives figures, and states nothing."""
    counted: bool = False
    """Whether it is what somebody counts: "counted 29 of them"."""


def find_speech(
    page: Page, code: str = "en", marks: Sequence[int] | None = None
) -> list[Utterance]:
    """Everything that somebody is told to say, in the order of the text.

    `marks`: the tokens of the words that may attribute, where they are known.
    """
    words = tables(code)
    triggers = find_triggers(page, words, marks)
    quotations = find_quotations(page)
    if not page.sentences or not (triggers.verbs or quotations or ":" in page.folded):
        return []
    scene = Scene(page, words, triggers.longer, quotations, [q.opening for q in quotations])
    attributions = [a for a in find_attributions(scene, triggers.verbs) if not _headline(scene, a)]
    colons = find_colons(page)
    unspoken = find_turns(scene, colons) + find_introductions(scene, attributions, colons)
    if unspoken:
        attributions = sorted(attributions + unspoken, key=lambda made: made.first)
    stretches = find_contents(scene, attributions)
    speakers = _speakers(scene, triggers.people, attributions, {s.attribution for s in stretches})
    found: dict[tuple[int, int, str], Utterance] = {}
    for stretch in stretches:
        utterance = _utter(page, stretch, attributions[stretch.attribution], speakers)
        if utterance is not None:
            found.setdefault((utterance.start, utterance.end, utterance.speaker), utterance)
    return [found[key] for key in sorted(found)]


def _headline(scene: Scene, attribution: Attribution) -> bool:
    """Whether an attribution stands in a headline, which the text below tells again."""
    return attribution.sentence == 0 and scene.words[scene.page.sentences[0].last - 1] not in (
        ".",
        '"',
    )


def _speakers(
    scene: Scene, nouns: list[int], attributions: list[Attribution], wanted: set[int]
) -> dict[int, Mention]:
    """The speaker of each attribution, followed back within the document."""
    cast = Cast(scene, nouns)
    speakers: dict[int, Mention] = {}
    for index, attribution in enumerate(attributions):
        if attribution.speaker is not None:
            if attribution.speaker.kind == "other" and index not in wanted:
                continue
            speakers[index] = cast.resolve(attribution.speaker, attribution.first, attribution.last)
        elif index and attributions[index - 1].sentence == attribution.sentence:
            if index - 1 in speakers:
                speakers[index] = speakers[index - 1]
        elif index in wanted:
            opener = _sentence_subject(scene, attribution)
            if opener is not None:
                speakers[index] = cast.resolve(opener, opener.first, opener.last)
    return speakers


def _sentence_subject(scene: Scene, attribution: Attribution) -> Mention | None:
    """Whoever a sentence begins with, where its second verb is one of speech."""
    first = scene.body_start(attribution.sentence)
    for token in range(attribution.first - 1, first, -1):
        if scene.words[token] in scene.tables.contrast:
            first = token + 1
            break
    for token in range(attribution.first - 1, first - 1, -1):
        word = scene.words[token]
        if word in scene.tables.pronouns and word not in scene.tables.owners:
            return read_mention(scene, token, token + 1)
    last = scene.phrase_end(first, attribution.first)
    return read_mention(scene, first, last) if last > first else None


def _utter(
    page: Page, stretch: Stretch, attribution: Attribution, speakers: dict[int, Mention]
) -> Utterance | None:
    """The utterance of a stretch; none where nobody can be named for it."""
    speaker = speakers.get(stretch.attribution)
    if speaker is None or stretch.last <= stretch.first:
        return None
    frame = attribution.verb.kind.frame
    quoted = stretch.direct or _mostly_quoted(page, stretch, attribution)
    manner = "direct" if quoted else "attributed" if frame == "source" else "indirect"
    return Utterance(
        start=page.starts[stretch.first],
        end=page.ends[stretch.last - 1],
        first=stretch.first,
        last=stretch.last,
        manner=manner,
        speaker=speaker.name,
        role=speaker.role,
        organization=speaker.organization,
        speaker_start=page.starts[speaker.first],
        speaker_end=page.ends[speaker.last - 1],
        verb=None if frame in _VERBLESS else page.words[attribution.verb.first],
        denied=attribution.verb.kind.denied,
        counted=frame == "number",
        figures=speaker.kind == "data" or (frame == "show" and speaker.kind == "source"),
    )


def _mostly_quoted(page: Page, stretch: Stretch, attribution: Attribution) -> bool:
    """Whether a clause without "that" is told in words of the speaker's own."""
    if attribution.that or attribution.verb.kind.frame != "clause":
        return False
    words = page.words[stretch.first : stretch.last]
    if words.count('"') < 2:
        return False
    opening = words.index('"')
    return words.index('"', opening + 1) - opening > _OWN_WORDS
