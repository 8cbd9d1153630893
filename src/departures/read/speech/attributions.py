"""Attributions: a verb of speech, who speaks by it, and where what is said stands beside it.

Invariant: verbs inside quotation marks attribute nothing outside them; nobody speaks by a verb
that is negated, merely possible or passive.
"""

from departures.read.speech.appositions import past_bracket, with_apposition
from departures.read.speech.attribution import Attribution
from departures.read.speech.circumstances import past_circumstances
from departures.read.speech.grammar import Spoken, Verb
from departures.read.speech.mentions import Mention, read_mention
from departures.read.speech.scene import Scene
from departures.read.speech.sources import as_source, by_account, by_credit, by_noun
from departures.read.speech.subjects import (
    Absent,
    Subject,
    find_subject,
    names_nobody,
    plain_subject,
)

SAID_BEFORE = Verb("before")
"""The kind of an attribution whose sentence before is what is said."""
PASSIVE = Verb("passive")
"""The kind of an attribution behind what is said: "is estimated at 900 by the union"."""
_BY = 14
"""So many words may stand between a passive verb and its "by"."""


def find_attributions(scene: Scene, verbs: list[Spoken]) -> list[Attribution]:
    """Every attribution of the page, in order."""
    found: list[Attribution] = []
    for verb in verbs:
        if scene.quotation_around(verb.first) is not None:
            continue
        made = _attribute(scene, verb)
        if made is not None and (made.speaker or _goes_on(made, found)):
            found.append(made)
    return found


def _attribute(scene: Scene, verb: Spoken) -> Attribution | None:
    """What a word of speech attributes, by its kind."""
    kind = verb.kind
    if kind.frame == "source":
        if kind.account:
            return by_account(scene, verb)
        return by_credit(scene, verb) if kind.credited else _by_source(scene, verb)
    if kind.frame == "noun":
        return by_noun(scene, verb)
    if kind.quoted:
        return _by_quoting(scene, verb)
    if kind.published:
        return _by_publishing(scene, verb)
    index = scene.page.sentence_of(verb.first)
    if scene.words[verb.first - 1] == "so":
        made = _so_says(scene, verb, index)
        if made is not None:
            return made
    made = _by_verb(scene, verb, index)
    return as_source(scene, made) if made is not None else None


def _goes_on(made: Attribution, found: list[Attribution]) -> bool:
    """Whether a verb without a subject follows another of its sentence; a gerund must."""
    if not made.verb.kind.gerund or made.that:
        return True
    return bool(found) and found[-1].sentence == made.sentence


def _by_quoting(scene: Scene, verb: Spoken) -> Attribution | None:
    """As in "Ruiz was quoted by local radio as saying that …"; "the group quotes her as saying"."""
    index = scene.page.sentence_of(verb.first)
    sentence = scene.page.sentences[index]
    words, be = scene.words, scene.tables.be
    for token in range(verb.first - 1, max(sentence.first, verb.first - 16), -1):
        if words[token] not in scene.tables.quotes:
            continue
        if words[token - 1] in be:
            subject = find_subject(scene, token - 1, sentence.first)
        else:
            mention = read_mention(scene, token + 1, verb.first)
            subject = (mention, token + 1) if mention else Absent.NOBODY
        if not isinstance(subject, tuple):
            return None
        made = _before_what_is_said(scene, verb, index, subject)
        if made.last >= sentence.last - 1:  # behind: ", state radio quoted the mayor as saying."
            quoting = find_subject(scene, token, sentence.first)
            return made._replace(first=quoting[1]) if isinstance(quoting, tuple) else made
        return made
    return None


def _by_publishing(scene: Scene, verb: Spoken) -> Attribution | None:
    """As in "the newspaper published a report detailing …"."""
    index = scene.page.sentence_of(verb.first)
    floor = scene.page.sentences[index].first
    words, tables = scene.words, scene.tables
    for token in range(verb.first - 1, max(floor, verb.first - 10), -1):
        if words[token] in tables.publishes:
            subject = find_subject(scene, token, floor)
            if isinstance(subject, tuple):
                made = _before_what_is_said(scene, verb, index, subject)
                return made._replace(last=verb.last)
            break
    return None


def _by_source(scene: Scene, verb: Spoken) -> Attribution | None:
    """As in "according to the prefecture"."""
    index = scene.page.sentence_of(verb.first)
    sentence = scene.page.sentences[index]
    if verb.kind.apart and verb.first > sentence.first and scene.words[verb.first - 1] != ",":
        return None
    if verb.last < sentence.last and scene.words[verb.last] in ("which", "whom"):
        return _by_relative(scene, verb, index)
    last = scene.phrase_end(verb.last, sentence.last)
    if last == verb.last:
        return None
    mention = read_mention(scene, verb.last, scene.trim_time(verb.last, last))
    if mention is None:
        return None
    last = past_bracket(scene, last, sentence.last)
    mention, last = with_apposition(scene, mention, last, sentence.last)
    return Attribution(verb, mention, verb.first, last, False, False, False, index)


def _by_relative(scene: Scene, verb: Spoken, index: int) -> Attribution | None:
    """As in "an estimate by a think tank, according to which …"."""
    sentence = scene.page.sentences[index]
    end = verb.first - 1 if scene.words[verb.first - 1] == "," else verb.first
    subject = plain_subject(scene, end, sentence.first)
    if not isinstance(subject, tuple):
        return None
    mention = subject[0]
    if mention.kind == "source" and mention.organization:
        for token in range(mention.first, mention.last):
            if scene.words[token] == "by":
                mention = read_mention(scene, token + 1, mention.last) or mention
                break
    return Attribution(verb, mention, verb.first, verb.last + 1, False, True, False, index)


def _by_verb(scene: Scene, verb: Spoken, index: int) -> Attribution | None:
    """As in "Ana Ruiz said"; "…, says the lawyer."; "the men were told by the police"."""
    sentence, kind = scene.page.sentences[index], verb.kind
    if kind.gerund:
        return _going_on(scene, verb, index)
    if not _is_verb(scene, verb, sentence.first, sentence.last):
        return by_noun(scene, verb)
    if kind.frame == "number" and not _counts(scene, verb.last, sentence.last):
        return None
    if kind.frame == "figure" and not _has_figure(scene, verb.first, sentence.last):
        return None
    if scene.words[verb.first - 1] == "," and verb.first > sentence.first and _tells(kind):
        behind = _inverted(scene, verb, index)
        if behind is not None and _closes(scene, behind):
            return behind
    subject = find_subject(scene, verb.first, sentence.first)
    if subject is Absent.NOBODY:
        return _told_by(scene, verb, index)
    if subject is Absent.BEHIND:
        return _inverted(scene, verb, index)
    if subject is Absent.SAME:
        return _before_what_is_said(scene, verb, index, None)
    if not _can_speak(scene, verb, subject[0]):
        return None
    made = _before_what_is_said(scene, verb, index, subject)
    unheard = kind.addressee and made.last == verb.last
    return None if unheard and verb.last < sentence.last - 1 else made


def _can_speak(scene: Scene, verb: Spoken, subject: Mention) -> bool:
    """Whether a subject can speak by a verb: papers find, people count."""
    if verb.kind.texts and subject.kind != "source":
        return False
    if verb.kind.frame == "number" and subject.kind in ("body", "source", "data", "other"):
        return False
    return scene.words[verb.first] not in scene.tables.nouns_too or _agrees(scene, verb, subject)


def _tells(kind: Verb) -> bool:
    """Whether what is said may stand before a verb and its speaker: "…, says the lawyer."."""
    return kind.frame not in ("thing", "label", "figure", "number", "object")


def _so_says(scene: Scene, verb: Spoken, index: int) -> Attribution | None:
    """As in "So says the mayor.", of what the sentence before tells."""
    sentence = scene.page.sentences[index]
    if not index or verb.first != sentence.first + 1:
        return None
    end = scene.phrase_end(verb.last, sentence.last)
    mention = read_mention(scene, verb.last, scene.trim_time(verb.last, end))
    if mention is None or mention.kind in ("narrator", "other"):
        return None
    mention, end = with_apposition(scene, mention, end, sentence.last)
    spoken = verb._replace(kind=SAID_BEFORE)
    return Attribution(spoken, mention, sentence.first, end, False, False, False, index)


def _closes(scene: Scene, made: Attribution) -> bool:
    """Whether a speaker behind his verb ends the clause: ", says the network's lawyer."."""
    page, speaker = scene.page, made.speaker
    if speaker is None or made.verb.kind.addressee or speaker.kind in ("other", "pronoun"):
        return False
    following = page.words[made.last] if made.last < len(page.words) else "."
    return following in ".," or following[0] == "\n"


def _told_by(scene: Scene, verb: Spoken, index: int) -> Attribution | None:
    """As in "the delegation was told by escorts that …"."""
    words, limit = scene.words, scene.page.sentences[index].last
    if words[verb.first] in scene.tables.reckoned:
        return _reckoned_by(scene, verb, index)
    if not verb.kind.addressee or words[verb.last : verb.last + 1] != ["by"]:
        return None
    end = scene.phrase_end(verb.last + 1, limit)
    mention = read_mention(scene, verb.last + 1, end)
    if mention is None or words[end : end + 1] != ["that"]:
        return None
    return Attribution(verb, mention, verb.first, end + 1, False, True, False, index)


def _reckoned_by(scene: Scene, verb: Spoken, index: int) -> Attribution | None:
    """As in "their number is estimated at 900 by the union"."""
    words, limit = scene.words, scene.page.sentences[index].last
    if words[verb.first - 1] not in scene.tables.be:
        return None
    for token in range(verb.last, min(limit - 1, verb.last + _BY)):
        if words[token] == "by":
            end = scene.phrase_end(token + 1, limit)
            mention = read_mention(scene, token + 1, end)
            if mention is None or mention.kind in ("narrator", "other"):
                return None
            spoken = Spoken(verb.first, token, PASSIVE)
            return Attribution(spoken, mention, token, end, True, False, False, index)
    return None


def _before_what_is_said(
    scene: Scene, verb: Spoken, index: int, subject: Subject | None
) -> Attribution:
    """An attribution that stands before its content; without a subject, one that goes on."""
    limit = scene.page.sentences[index].last
    told = verb.kind.addressee
    last, that, colon = past_circumstances(scene, verb.last, limit, told)
    speaker, first = subject or (None, verb.first - 1)
    return Attribution(verb, speaker, first, last, False, that, colon, index)


def _agrees(scene: Scene, verb: Spoken, subject: Mention) -> bool:
    """Whether a verb's number is its subject's: "officials report", not "its annual report"."""
    if scene.words[verb.first].endswith(("s", "d", "t")):
        return True
    words = scene.words[subject.first : subject.last]
    return subject.plural or words[-1].endswith("s") or "and" in words or subject.kind == "pronoun"


def _is_verb(scene: Scene, verb: Spoken, floor: int, limit: int) -> bool:
    """Whether a word that can be a noun or a participle is a verb here."""
    page, words, tables = scene.page, scene.words, scene.tables
    before = words[verb.first - 1] if verb.first > floor else ","
    if before == "'s" or before in tables.articles or page.capital(verb.first):
        return False
    if words[verb.first] not in tables.nouns_too:
        return True
    after = words[verb.last] if verb.last < limit else "."
    if before in tables.determiners or before in tables.speaks or before[0].isdigit():
        return False
    if after.endswith("ed") or after in tables.finite:
        return False
    if before in tables.indefinite and words[verb.first].endswith("s"):
        return False
    return after not in tables.verbs and after not in tables.noun_followers


def _has_figure(scene: Scene, first: int, limit: int) -> bool:
    """Whether a number follows "at" behind the verb: "put the figure at 46"."""
    words = scene.words
    for token in range(first, min(limit - 1, first + 24)):
        if words[token] == "at":
            return any(
                words[t][0].isdigit() or words[t] == '"'
                for t in range(token + 1, min(limit, token + 6))
            )
        if words[token] in ",;.":
            break
    return False


def _counts(scene: Scene, first: int, limit: int) -> bool:
    """Whether a number follows a verb: "counted 201", "knew of only 44"."""
    return any(word[0].isdigit() for word in scene.words[first : min(limit, first + 2)])


def _going_on(scene: Scene, verb: Spoken, index: int) -> Attribution | None:
    """As in ", adding that …": whoever spoke before goes on."""
    before = scene.words[verb.first - 1] if verb.first else ""
    if before not in (",", '"') and before not in scene.tables.joins:
        return None
    return _before_what_is_said(scene, verb, index, None)


def _inverted(scene: Scene, verb: Spoken, index: int) -> Attribution | None:
    """As in "…," said Ana Ruiz, a lawyer for the men."""
    page, words = scene.page, scene.words
    if verb.first == 0 or verb.last >= len(words):
        return None
    first = verb.first - (words[verb.first - 1] == "so")  # so says the mayor
    if first < 1 or words[first - 1] not in (",", '"', "'", "?", "!", "\u2014", "\u2013"):
        return None
    limit = page.sentences[index].last
    last = scene.phrase_end(verb.last, limit)
    if last == verb.last or words[verb.last] in scene.tables.front:
        return None
    mention = read_mention(scene, verb.last, scene.trim_time(verb.last, last))
    if mention is None or mention.kind == "narrator" or names_nobody(scene, mention):
        return None
    last = past_bracket(scene, last, limit)
    mention, last = with_apposition(scene, mention, last, limit)
    return Attribution(verb, mention, first, last, True, False, False, index)
