"""Speakers named before a colon, without a verb: a transcript's turns, and "Ruiz: “We will go.”"

Invariant: a page has turns only if two paragraphs at least begin with a name in capitals.
"""

from collections import Counter

from departures.read.speech.attribution import Attribution
from departures.read.speech.attributions import with_apposition
from departures.read.speech.grammar import Spoken, Verb
from departures.read.speech.mentions import Mention, read_mention
from departures.read.speech.scene import Scene

TURN = Verb("turn")
INTRODUCTION = Verb("introduction")
_SENTENCE = 5
"""A quotation of so many words may be introduced by a whole clause: "She was blunt: …"."""
_LABEL = 5
"""Tokens in the longest label, its colon included."""


def find_turns(scene: Scene) -> list[Attribution]:
    """The turns of everybody but those who only ask."""
    words = scene.words
    if words.count(":") < 2:
        return []
    labels = [
        (index, colon)
        for index, sentence in enumerate(scene.page.sentences)
        if ":" in words[sentence.first : sentence.first + _LABEL]
        and (colon := _label(scene, index, sentence.first)) is not None
    ]
    if len(labels) < 2:
        return []
    turns = [_turn(scene, index, colon) for index, colon in labels if not _asks(scene, index)]
    heads = Counter(turn.speaker.head for turn in turns if turn.speaker)
    again = {head for head, count in heads.items() if count > 1} | _names(scene)
    return [turn for turn in turns if turn.speaker and _known(turn.speaker, again)]


def _names(scene: Scene) -> set[str]:
    """The words that stand somewhere as a name does, with one capital."""
    page = scene.page
    return {
        word
        for token, word in enumerate(page.words)
        if page.text[page.starts[token] : page.ends[token]].istitle()
    }


def _known(label: Mention, names: set[str]) -> bool:
    """Whether a label is somebody's: it has a title, comes back, or stands elsewhere as a name."""
    return label.kind == "person" or (len(label.name) > 1 and label.head in names)


def _label(scene: Scene, index: int, first: int) -> int | None:
    """The colon after the name in capitals with which a paragraph begins, or none."""
    page = scene.page
    sentences = page.sentences
    if index and sentences[index - 1].paragraph == sentences[index].paragraph:
        return None
    for token in range(first, min(first + _LABEL, sentences[index].last)):
        if page.words[token] == ":":
            return token if token > first and page.words[token - 1].isalpha() else None
        if (
            not page.text[page.starts[token] : page.ends[token]].isupper()
            and page.words[token] not in ".-'"
        ):
            return None
    return None


def _asks(scene: Scene, index: int) -> bool:
    """Whether a turn is the presenter's, who speaks for nobody."""
    return scene.words[scene.page.sentences[index].first] in scene.tables.silent


def _turn(scene: Scene, index: int, colon: int) -> Attribution:
    page = scene.page
    first = page.sentences[index].first
    name = page.words_between(first, colon)
    mention = read_mention(scene, first, colon)
    if mention is None or mention.kind != "person":
        head = page.words[colon - 1]
        mention = Mention("name", name, None, None, None, False, first, colon, head)
    return Attribution(
        Spoken(first, colon, TURN), mention, first, colon + 1, False, False, True, index
    )


def turn_end(scene: Scene, index: int) -> int:
    """The token after the paragraph in which a turn stands."""
    sentences = scene.page.sentences
    paragraph = sentences[index].paragraph
    while index + 1 < len(sentences) and sentences[index + 1].paragraph == paragraph:
        index += 1
    return sentences[index].last


def find_introductions(scene: Scene, attributions: list[Attribution]) -> list[Attribution]:
    """Quotations behind a name and a colon, in sentences where nothing else attributes."""
    page = scene.page
    taken = {attribution.sentence for attribution in attributions}
    found: list[Attribution] = []
    for quotation in scene.quotations:
        colon = quotation.opening - 1
        if colon < 1 or page.words[colon] != ":":
            continue
        index = page.sentence_of(colon)
        if index in taken:
            continue
        first = _past_participle(scene, scene.body_start(index), colon)
        end = scene.phrase_end(first, colon)
        if first >= end:
            continue
        mention = read_mention(scene, first, end)
        if page.words[end] not in ":,":
            whole = quotation.closing >= page.sentences[index].last - 2
            if mention is None or not whole or quotation.closing - colon < _SENTENCE:
                continue
        elif mention is not None and end < colon:
            mention, _ = with_apposition(scene, mention, end, colon)
        if mention is not None and _introduces(mention):
            verb = Spoken(first, end, INTRODUCTION)
            found.append(Attribution(verb, mention, first, colon + 1, False, False, True, index))
    return found


def _past_participle(scene: Scene, first: int, limit: int) -> int:
    """The token after an opening like "Asked about it,"."""
    words = scene.words
    if words[first] in scene.tables.participles and "," in words[first:limit]:
        return words.index(",", first) + 1
    return first


def _introduces(mention: Mention) -> bool:
    """Whether a phrase before a colon names a speaker."""
    if mention.kind == "source":
        return mention.organization is not None
    return mention.kind in ("person", "body", "role", "pronoun") or (
        mention.kind == "name" and not mention.name.isupper()
    )
