"""Speakers named before a colon, without a verb: a transcript's turns, and "Ruiz: “We will go.”"

Invariant: a page has turns only if two paragraphs at least begin with a name in capitals.
"""

from collections import Counter

from departures.read.page import Page
from departures.read.speech.appositions import with_apposition
from departures.read.speech.attribution import Attribution
from departures.read.speech.clauses import happens
from departures.read.speech.grammar import Spoken, Verb
from departures.read.speech.mentions import Mention, read_mention
from departures.read.speech.quotations import Quotation
from departures.read.speech.scene import Scene

TURN = Verb("turn")
INTRODUCTION = Verb("introduction")
SIGNATURE = Verb("signature")
_SENTENCE = 5
"""A quotation of so many words may be introduced by a whole clause: "She was blunt: …"."""
_LABEL = 7
"""Tokens in the longest label, its colon included."""
_ASIDE = 12
"""So many words may stand between a speaker and his colon: ", by telephone:"."""
_OPENING = 40
"""So many words may stand in a sentence before its speaker's colon, dateline included."""
_CLAUSE = 5
"""So many words at least are told behind a speaker and a colon without quotation marks."""
_DASHES = frozenset("-\u2013\u2014")


def find_colons(page: Page) -> list[int]:
    """The tokens of the page's colons."""
    found, token = [], -1
    for _ in range(page.folded.count(":")):
        token = page.words.index(":", token + 1)
        found.append(token)
    return found


def find_turns(scene: Scene, colons: list[int]) -> list[Attribution]:
    """The turns of everybody but those who only ask."""
    if len(colons) < 2:
        return []
    labels: dict[int, int] = {}
    for colon in colons:
        index = scene.page.sentence_of(colon)
        if index not in labels and _is_label(scene, index, colon):
            labels[index] = colon
    if len(labels) < 2:
        return []
    turns = [
        _turn(scene, index, colon) for index, colon in labels.items() if not _asks(scene, index)
    ]
    heads = Counter(turn.speaker.head for turn in turns if turn.speaker)
    again = {head for head, count in heads.items() if count > 1} | _names(scene)
    return [turn for turn in turns if turn.speaker and _known(turn.speaker, again)]


def _names(scene: Scene) -> set[str]:
    """The words that stand somewhere as a name does, with one capital."""
    page = scene.page
    return {
        word
        for token, word in enumerate(scene.words)
        if page.text[page.starts[token] : page.ends[token]].istitle()
    }


def _known(label: Mention, names: set[str]) -> bool:
    """Whether a label is somebody's: it has a title, comes back, or stands elsewhere as a name."""
    return label.kind == "person" or (len(label.name) > 1 and label.head in names)


def _is_label(scene: Scene, index: int, colon: int) -> bool:
    """Whether the paragraph begins with a name in capitals before its colon, but for a bracket."""
    page, words = scene.page, scene.words
    sentences = page.sentences
    first = sentences[index].first
    if not 0 < colon - first < _LABEL:
        return False
    if index and sentences[index - 1].paragraph == sentences[index].paragraph:
        return False
    end = _label_end(scene, first, colon)
    if not words[end - 1].isalpha():
        return False
    return all(
        page.text[page.starts[token] : page.ends[token]].isupper() or words[token] in ".-'"
        for token in range(first, end)
    )


def _label_end(scene: Scene, first: int, colon: int) -> int:
    """The token after a label without its bracket: "ORTIZ (by phone):"."""
    words = scene.words
    if words[colon - 1] == ")" and "(" in words[first + 1 : colon]:
        return words.index("(", first + 1)
    return colon


def _asks(scene: Scene, index: int) -> bool:
    """Whether a turn is the presenter's, who speaks for nobody."""
    return scene.words[scene.page.sentences[index].first] in scene.tables.silent


def _turn(scene: Scene, index: int, colon: int) -> Attribution:
    page = scene.page
    first = page.sentences[index].first
    end = _label_end(scene, first, colon)
    name = page.words_between(first, end)
    mention = read_mention(scene, first, end)
    if mention is None or mention.kind != "person":
        mention = Mention("name", name, None, None, None, False, first, end, scene.words[end - 1])
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


def find_introductions(
    scene: Scene, attributions: list[Attribution], colons: list[int]
) -> list[Attribution]:
    """Speakers without a verb, in sentences where nothing else attributes: before a colon that
    leads a quotation or a clause, or behind a quotation and a dash.
    """
    taken = {attribution.sentence for attribution in attributions}
    found: list[Attribution] = []
    for quotation in scene.quotations:
        made = _signed(scene, quotation)
        if made is None and scene.words[quotation.opening - 1] == ":" and quotation.opening > 1:
            made = _introduced(scene, quotation)
        if made is not None and made.sentence not in taken:
            found.append(made)
    taken.update(made.sentence for made in found)
    for colon in colons:
        index = scene.page.sentence_of(colon)
        if index not in taken and scene.quotation_around(colon) is None:
            made = _labelled(scene, index, colon)
            if made is not None:
                taken.add(index)
                found.append(made)
    return found


def _introduced(scene: Scene, quotation: Quotation) -> Attribution | None:
    """As in "Ruiz: “We will go.”"; "She was blunt: “It is a farce in three acts.”"."""
    page, words = scene.page, scene.words
    colon = quotation.opening - 1
    index = page.sentence_of(colon)
    first = _past_participle(scene, scene.body_start(index), colon)
    end = scene.phrase_end(first, colon)
    mention = read_mention(scene, first, end) if first < end else None
    if mention is None:
        return None
    if words[end] not in ":,":
        whole = quotation.closing >= page.sentences[index].last - 2
        if not whole or quotation.closing - colon < _SENTENCE:
            return None
    elif end < colon:
        mention, _ = with_apposition(scene, mention, end, colon)
    if not _introduces(mention):
        return None
    verb = Spoken(first, end, INTRODUCTION)
    return Attribution(verb, mention, first, colon + 1, False, False, True, index)


def _labelled(scene: Scene, index: int, colon: int) -> Attribution | None:
    """As in "The mayor of Lima, by telephone: nobody was asked."."""
    words, sentence = scene.words, scene.page.sentences[index]
    if colon >= sentence.last - _CLAUSE or colon - sentence.first > _OPENING:
        return None
    first = scene.body_start(index)
    if not first < colon <= first + 2 * _ASIDE:
        return None
    end = scene.phrase_end(first, colon)
    mention = read_mention(scene, first, end) if first < end else None
    if mention is None or mention.plural or mention.kind not in ("person", "role"):
        return None
    mention, last = with_apposition(scene, mention, end, colon)
    aside = colon - last
    told = aside and words[last] not in "," and words[last] not in scene.tables.front
    if told or aside > _ASIDE or happens(scene, last, colon):
        return None
    if not happens(scene, colon + 1, sentence.last):
        return None
    verb = Spoken(first, last, INTRODUCTION)
    return Attribution(verb, mention, first, colon + 1, False, False, True, index)


def _signed(scene: Scene, quotation: Quotation) -> Attribution | None:
    """As in "“We will go.” — Ana Ruiz, mayor of Lima"."""
    page, words = scene.page, scene.words
    dash = quotation.closing + 1
    if dash + 1 >= len(words) or words[dash] not in _DASHES or words[dash - 1] != '"':
        return None
    index = page.sentence_of(dash)
    limit = page.sentences[index].last
    end = scene.phrase_end(dash + 1, limit)
    mention = read_mention(scene, dash + 1, end) if dash + 1 < end else None
    if mention is None or mention.kind not in ("person", "name", "body"):
        return None
    mention, end = with_apposition(scene, mention, end, limit)
    if end < limit and words[end] != "." and words[end][0] != "\n":
        return None
    verb = Spoken(dash, dash + 1, SIGNATURE)
    return Attribution(verb, mention, dash, end, True, False, False, index)


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
